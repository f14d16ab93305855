-- Messages that go out, the addresses they go to, and codes. Nobody but the system reads where a message goes.

-- Where someone wishes to be written to. Never needed: nobody has to have one.
create table contact (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	kind text not null check (kind in ('text', 'email', 'letter')),
	value text not null check (value <> '' and length(value) <= 500),
	-- The words they had chosen when they added it: what goes there is in these.
	locale text not null,
	added_at timestamptz not null default now(),
	confirmed_at timestamptz,
	-- When they said that this is where it is safe to write to.
	chosen_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	unique (area_id, account_id, kind, value),
	constraint only_what_is_confirmed_is_chosen check (chosen_at is null or confirmed_at is not null)
);
create unique index one_chosen_contact on contact (area_id, account_id) where chosen_at is not null;
comment on table contact is 'owner: the account holder; purpose: codes and reminders reach them; retention: until they remove it, seven days where it was never confirmed; disclosure: the account holder alone';

-- A code as it was asked for. The code itself stands nowhere: the server works it out from this row and its own key.
create table code (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	contact_id uuid not null,
	purpose text not null check (purpose in ('confirm', 'sign-in', 'step-up')),
	browser_hash bytea not null check (length(browser_hash) = 32),
	nonce bytea not null check (length(nonce) = 32),
	asked_at timestamptz not null default now(),
	tries integer not null default 0,
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, contact_id) references contact (area_id, id) on delete cascade
);
create index code_of_account on code (area_id, account_id);
create index code_of_contact on code (area_id, contact_id);
comment on table code is 'owner: the account holder; purpose: to show that they hold a contact; retention: until used, an hour past its ten minutes at most; disclosure: nobody';

-- What goes out: which sentence, by which channel. Its words are the program's own and name nobody, so only its address is private.
create table message (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	contact_id uuid not null,
	kind text not null check (kind in ('code', 'something-new', 'contact-changed')),
	channel text not null check (channel in ('text', 'email', 'letter')),
	locale text not null,
	-- Where it goes. Gone as soon as it has been sent, or never will be.
	address text,
	code_id uuid,
	asked_at timestamptz not null default now(),
	tries integer not null default 0,
	sent_at timestamptz,
	failed_at timestamptz,
	why text check (why in ('refused', 'unreachable', 'too-late')),
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	constraint sent_or_failed check (sent_at is null or failed_at is null),
	constraint an_address_while_it_waits check ((address is not null) = (sent_at is null and failed_at is null)),
	constraint failed_for_a_reason check (failed_at is null or why is not null),
	constraint a_code_only_in_its_message check (code_id is null or kind = 'code')
);
create index message_of_account on message (area_id, account_id, asked_at);
create index message_waiting on message (area_id, asked_at) where sent_at is null and failed_at is null;
comment on table message is 'owner: whom it is for; purpose: to send it, and to know what did not arrive; retention: where it goes until it is sent, the rest ninety days; disclosure: its reader; leads by count, kind and day';

alter table contact enable row level security;
alter table contact force row level security;
alter table code enable row level security;
alter table code force row level security;
alter table message enable row level security;
alter table message force row level security;
create policy mine on contact for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine on code for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine on message for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant select on contact to alongside_account;
grant select (area_id, id, account_id, contact_id, purpose, asked_at) on code to alongside_account;
grant select (area_id, id, account_id, contact_id, kind, channel, asked_at, sent_at, failed_at) on message to alongside_account;
grant select, insert, update, delete on contact, code, message to alongside_definer;

-- The queue: the server works it and may do nothing else there; who acts puts something into it only through functions below.
select jobs.create_queue('message', '{"policy": "standard", "retryLimit": 18, "retryDelay": 8, "retryBackoff": true,
	"retryDelayMax": 10800, "expireInSeconds": 90, "retentionSeconds": 2592000, "deleteAfterSeconds": 3600}');
grant usage on schema jobs to alongside_system, alongside_definer;
grant insert on jobs.job to alongside_definer;
grant select on jobs.job, jobs.queue to alongside_definer;
grant select, update on jobs.version, jobs.queue to alongside_system;
grant select, insert, update, delete on jobs.job, jobs.job_common to alongside_system;
grant select, update, delete on jobs.instance to alongside_system;
grant select, delete on jobs.job_dependency to alongside_system;
grant select on jobs.schedule, jobs.subscription, jobs.bam to alongside_system;
grant execute on function jobs.job_now() to alongside_system, alongside_definer;

-- Puts one thing to be done into a queue, in the transaction of its cause. By what it takes, it can hold ids only.
create function enqueue(wanted text, area uuid, thing uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into jobs.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds,
			keep_until, policy)
		select q.name, jsonb_build_object('area', area, 'thing', thing), q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
				q.expire_seconds, q.deletion_seconds, now() + make_interval(secs => q.retention_seconds), q.policy
			from jobs.queue q where q.name = wanted;
	if not found then raise exception 'there is no queue %', wanted using errcode = 'undefined_object'; end if;
end $$;

-- Lets a message go out to a contact. Only the functions below call it.
create function put_message(message uuid, to_contact contact, what text, with_code uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into message (area_id, id, account_id, contact_id, kind, channel, locale, address, code_id)
		values (to_contact.area_id, message, to_contact.account_id, to_contact.id, what, to_contact.kind, to_contact.locale,
			to_contact.value, with_code);
	perform enqueue('message', to_contact.area_id, message);
end $$;

-- Tells the contact that was there before that something about contacts has changed: the chosen one, or else the oldest.
create function tell_former_contact(area uuid, account uuid, besides uuid, message uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare former contact;
begin
	select c.* into former from contact c
		where c.area_id = area and c.account_id = account and c.id <> besides and c.confirmed_at is not null
		order by c.chosen_at nulls last, c.confirmed_at limit 1;
	if former.id is not null then perform put_message(message, former, 'contact-changed', null); end if;
end $$;

-- Adds a contact of mine. Nobody can be asked to read a code out of a letter within minutes, and no code opens anything by
-- letter: where letters go is right when its writer has said so. False: it is there already, or there are ten.
create function add_contact(wanted uuid, of_kind text, at text, in_words text, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if (select count(*) from contact c where c.area_id = my_area() and c.account_id = my_account()) >= 10 then return false; end if;
	insert into contact (area_id, id, account_id, kind, value, locale, confirmed_at)
		values (my_area(), wanted, my_account(), of_kind, at, in_words, case when of_kind = 'letter' then now() end)
		on conflict do nothing;
	if not found then return false; end if;
	if of_kind = 'letter' then perform tell_former_contact(my_area(), my_account(), wanted, message); end if;
	return true;
end $$;

-- Says where it is safe to write to me. The one chosen before is told.
create function choose_contact(wanted uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare chosen contact;
begin
	select c.* into chosen from contact c
		where c.area_id = my_area() and c.account_id = my_account() and c.id = wanted and c.confirmed_at is not null for update;
	if chosen.id is null then return false; end if;
	if chosen.chosen_at is not null then return true; end if;
	perform put_message(message, c, 'contact-changed', null) from contact c
		where c.area_id = my_area() and c.account_id = my_account() and c.chosen_at is not null;
	update contact c set chosen_at = null where c.area_id = my_area() and c.account_id = my_account() and c.chosen_at is not null;
	update contact c set chosen_at = now() where c.area_id = my_area() and c.id = wanted;
	return true;
end $$;

-- Removes a contact of mine. It is told, where it was confirmed, and so is the one that stays.
create function remove_contact(wanted uuid, message uuid, message_to_other uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare gone contact;
begin
	delete from contact c where c.area_id = my_area() and c.account_id = my_account() and c.id = wanted returning * into gone;
	if gone.id is null then return false; end if;
	update message m set address = null, failed_at = now(), why = 'too-late'
		where m.area_id = my_area() and m.account_id = my_account() and m.contact_id = wanted and m.address is not null;
	if gone.confirmed_at is not null then
		perform put_message(message, gone, 'contact-changed', null);
		perform tell_former_contact(my_area(), my_account(), wanted, message_to_other);
	end if;
	return true;
end $$;

-- Reminds someone I know, or me, that there is something new: where they chose, once in half a day. False: nothing goes out.
create function tell_something_new(account uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare safe contact;
begin
	if not (account = my_account() or account = any (accounts_i_know())) then return false; end if;
	select c.* into safe from contact c
		where c.area_id = my_area() and c.account_id = tell_something_new.account and c.chosen_at is not null;
	if safe.id is null or exists (select from message m where m.area_id = my_area() and m.account_id = tell_something_new.account
			and m.kind = 'something-new' and m.failed_at is null and (m.address is not null or m.sent_at > now() - interval '12 hours')) then
		return false;
	end if;
	perform put_message(message, safe, 'something-new', null);
	return true;
end $$;

-- Whether I lead the service here now.
create function i_lead() returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from standing s where s.area_id = my_area() and s.account_id = my_account() and s.kind = 'lead'
		and is_now(s.began_at, s.ended_at))
$$;

-- For a lead: what waits and what failed, counted by kind and day. No content, no address, no name.
create function messages_of_my_area()
	returns table (kind text, channel text, state text, why text, day date, messages bigint)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.kind, m.channel, case when m.failed_at is not null then 'failed' else 'waits' end, m.why,
			(coalesce(m.failed_at, m.asked_at) at time zone 'Europe/London')::date as day, count(*)
		from message m
		where m.area_id = my_area() and m.sent_at is null and i_lead()
		group by 1, 2, 3, 4, 5
		order by 5 desc, 2, 1, 3, 4
$$;

-- For a lead: lets what failed go out once more, where its contact is still there and it is not a code. Answers how many.
create function try_messages_again() returns integer
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare again uuid; tried integer := 0;
begin
	if not i_lead() then return 0; end if;
	for again in
		update message m set failed_at = null, why = null, tries = 0, address = c.value
			from contact c
			where m.area_id = my_area() and m.failed_at is not null and m.kind <> 'code' and c.area_id = m.area_id and c.id = m.contact_id
			returning m.id
	loop
		perform enqueue('message', my_area(), again);
		tried := tried + 1;
	end loop;
	return tried;
end $$;

-- Asks for a code to be sent. It takes the place of one asked for before. False: no such contact to prove this with, or too many asked.
create function system_ask_code(area uuid, wanted uuid, account uuid, contact uuid, to_prove text, browser bytea, salt bytea, message uuid)
	returns boolean language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare there contact;
begin
	select c.* into there from contact c where c.area_id = area and c.id = contact and c.account_id = account for update;
	if there.id is null or there.kind = 'letter' or (there.confirmed_at is null) <> (to_prove = 'confirm') then return false; end if;
	-- To someone's own new contact; how often a code for coming in may be asked for is limited where one comes in.
	if to_prove = 'confirm' and (select count(*) from message m where m.area_id = area and m.account_id = account
			and m.kind = 'code' and m.asked_at > now() - interval '1 hour') >= 8 then
		return false;
	end if;
	delete from code k where k.area_id = area and k.account_id = account and k.purpose = to_prove and k.browser_hash = browser;
	insert into code (area_id, id, account_id, contact_id, purpose, browser_hash, nonce)
		values (area, wanted, account, contact, to_prove, browser, salt);
	perform put_message(message, there, 'code', wanted);
	return true;
end $$;

-- The code that this browser may try now, for this purpose; the server works out what it is.
create function system_code(area uuid, account uuid, to_prove text, browser bytea)
	returns table (id uuid, contact_id uuid, nonce bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.id, k.contact_id, k.nonce from code k
		where k.area_id = area and k.account_id = account and k.purpose = to_prove and k.browser_hash = browser
			and k.tries < 3 and k.asked_at > now() - interval '10 minutes'
$$;

-- Counts one try. Answers the contact only for a right one, once, while there are tries left: however many come at the same time.
create function system_try_code(area uuid, wanted uuid, is_right boolean, message uuid) returns table (contact_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare tried code; newly contact;
begin
	update code k set tries = k.tries + 1
		where k.area_id = area and k.id = wanted and k.tries < 3 and k.asked_at > now() - interval '10 minutes'
		returning * into tried;
	if tried.id is null or not is_right then return; end if;
	delete from code k where k.area_id = area and k.id = wanted;
	if tried.purpose = 'confirm' then
		update contact c set confirmed_at = now()
			where c.area_id = area and c.id = tried.contact_id and c.confirmed_at is null returning * into newly;
		if newly.id is not null then perform tell_former_contact(area, newly.account_id, newly.id, message); end if;
	end if;
	return query select tried.contact_id;
end $$;

-- One message that waits, for whoever sends it; `too_late` when what it is about is over.
create function system_message(area uuid, wanted uuid)
	returns table (kind text, channel text, locale text, address text, tries integer, is_demonstration boolean, too_late boolean,
		account_id uuid, purpose text, browser_hash bytea, nonce bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.kind, m.channel, m.locale, m.address, m.tries, p.is_demonstration,
			m.kind = 'code' and (k.id is null or k.asked_at < now() - interval '9 minutes'),
			m.account_id, k.purpose, k.browser_hash, k.nonce
		from message m join area p on p.area_id = m.area_id
			left join code k on k.area_id = m.area_id and k.id = m.code_id
		where m.area_id = area and m.id = wanted and m.address is not null
$$;

-- Writes down how a try to send went; only `unreachable` may be tried again.
create function system_message_tried(area uuid, wanted uuid, went text, is_over boolean) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	update message m set tries = m.tries + 1,
			sent_at = case when went = 'sent' then now() end,
			failed_at = case when went <> 'sent' and is_over then now() end,
			why = case when went <> 'sent' then went end,
			address = case when went <> 'sent' and not is_over then m.address end
		where m.area_id = area and m.id = wanted and m.address is not null
$$;

-- Lets go out what waits by these channels and is in no queue: it was asked for while they were not set up, or given up by a machine that died.
create function system_wake_messages(by_channels text[]) returns integer
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare waiting record; woken integer := 0;
begin
	for waiting in
		select m.area_id, m.id from message m join area p on p.area_id = m.area_id and not p.is_demonstration
			where m.address is not null and m.channel = any (by_channels)
				and not exists (select from jobs.job j where j.name = 'message' and j.state in ('created', 'retry', 'active')
					and j.data ->> 'thing' = m.id::text)
	loop
		perform enqueue('message', waiting.area_id, waiting.id);
		woken := woken + 1;
	end loop;
	return woken;
end $$;

-- What would have gone out from the demonstration areas, newest first.
create function system_outbox()
	returns table (id uuid, name text, kind text, channel text, locale text, address text, asked_at timestamptz, sent_at timestamptz,
		failed_at timestamptz, why text, account_id uuid, purpose text, browser_hash bytea, nonce bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.id, a.name, m.kind, m.channel, m.locale, m.address, m.asked_at, m.sent_at, m.failed_at, m.why, m.account_id,
			k.purpose, k.browser_hash, k.nonce
		from message m join area p on p.area_id = m.area_id and p.is_demonstration
			join account a on a.area_id = m.area_id and a.id = m.account_id
			left join code k on k.area_id = m.area_id and k.id = m.code_id and k.asked_at > now() - interval '10 minutes'
		order by m.asked_at desc, m.id desc limit 50
$$;

-- Lets go of what has outlived its purpose: codes, contacts that nobody confirmed, what was sent or failed long ago.
create function system_forget_messages() returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from code where asked_at < now() - interval '10 minutes';
	delete from contact where confirmed_at is null and added_at < now() - interval '7 days';
	update message set address = null, failed_at = now(), why = 'too-late'
		where address is not null and (asked_at < now() - interval '30 days' or (kind = 'code' and asked_at < now() - interval '10 minutes'));
	delete from message where asked_at < now() - interval '90 days';
$$;

alter function enqueue(text, uuid, uuid) owner to alongside_definer;
alter function put_message(uuid, contact, text, uuid) owner to alongside_definer;
alter function tell_former_contact(uuid, uuid, uuid, uuid) owner to alongside_definer;
alter function add_contact(uuid, text, text, text, uuid) owner to alongside_definer;
alter function choose_contact(uuid, uuid) owner to alongside_definer;
alter function remove_contact(uuid, uuid, uuid) owner to alongside_definer;
alter function tell_something_new(uuid, uuid) owner to alongside_definer;
alter function i_lead() owner to alongside_definer;
alter function messages_of_my_area() owner to alongside_definer;
alter function try_messages_again() owner to alongside_definer;
alter function system_ask_code(uuid, uuid, uuid, uuid, text, bytea, bytea, uuid) owner to alongside_definer;
alter function system_code(uuid, uuid, text, bytea) owner to alongside_definer;
alter function system_try_code(uuid, uuid, boolean, uuid) owner to alongside_definer;
alter function system_message(uuid, uuid) owner to alongside_definer;
alter function system_message_tried(uuid, uuid, text, boolean) owner to alongside_definer;
alter function system_wake_messages(text[]) owner to alongside_definer;
alter function system_outbox() owner to alongside_definer;
alter function system_forget_messages() owner to alongside_definer;
grant execute on function add_contact(uuid, text, text, text, uuid), choose_contact(uuid, uuid), remove_contact(uuid, uuid, uuid),
	tell_something_new(uuid, uuid), messages_of_my_area(), try_messages_again() to alongside_account;
grant execute on function accounts_i_know() to alongside_definer;
grant execute on function system_ask_code(uuid, uuid, uuid, uuid, text, bytea, bytea, uuid), system_code(uuid, uuid, text, bytea),
	system_try_code(uuid, uuid, boolean, uuid), system_message(uuid, uuid), system_message_tried(uuid, uuid, text, boolean),
	system_wake_messages(text[]), system_outbox(), system_forget_messages() to alongside_system;
