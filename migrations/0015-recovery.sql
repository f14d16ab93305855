-- Codes that show who somebody is, two people who can help somebody back in, and what an area asks of its staff.

alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed', 'provider_connected', 'provider_disconnected',
	'together_used', 'together_wrong', 'codes_on', 'codes_off', 'helpers_named', 'helpers_ended', 'recovery_asked', 'recovery_waits', 'recovery_stopped', 'recovered',
	'strong_on', 'strong_off'));
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
	check (kind in ('code', 'something-new', 'contact-changed', 'invitation', 'sign-in-changing', 'sign-in-changed'));

-- Where codes go by which an account comes in, or shows that it is its holder. No row, as at first: codes open nothing.
create table code_contact (
	area_id uuid not null,
	account_id uuid not null,
	contact_id uuid not null,
	since timestamptz not null default now(),
	primary key (area_id, account_id),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, contact_id) references contact (area_id, id) on delete cascade
);
create index code_contact_at on code_contact (area_id, contact_id);
comment on table code_contact is 'owner: the account holder; purpose: to come in with a code; retention: until they turn it off or remove the contact; disclosure: the account holder';

-- Whether it was only a code by which the holder of a session last showed that it is them.
alter table session add sure_by_code boolean not null default false;

grant select, insert, update, delete on code_contact to alongside_definer;
alter table code_contact enable row level security;
alter table code_contact force row level security;
create policy mine on code_contact for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant select on code_contact to alongside_account;

-- Whether somebody works for an area that wants more of its staff than a secret or a code.
create function must_be_strong(area uuid, account uuid) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select p.staff_need_strong and exists (select from standing g where g.area_id = area and g.account_id = account
			and g.kind in ('practitioner', 'lead') and is_now(g.began_at, g.ended_at))
		from area p where p.area_id = area
$$;

create function i_must_be_strong() returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$ select must_be_strong(my_area(), my_account()) $$;

-- Tells an account that how it comes in changes, or will: where it said that this is safe, or else where it was first confirmed.
create function tell_of_sign_in(area uuid, account uuid, what text, message uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare safe contact;
begin
	select c.* into safe from contact c
		where c.area_id = area and c.account_id = account and c.confirmed_at is not null
		order by c.chosen_at nulls last, c.confirmed_at limit 1;
	if safe.id is not null then perform put_message(message, safe, what, null); end if;
end $$;

-- From now on codes that go to this contact of mine let me in. False: there is none that can take codes, or I must be stronger.
create function turn_on_codes(wanted uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if must_be_strong(my_area(), my_account()) or not exists (select from contact c where c.area_id = my_area()
			and c.account_id = my_account() and c.id = wanted and c.confirmed_at is not null and c.kind <> 'letter') then
		return false;
	end if;
	insert into code_contact as k (area_id, account_id, contact_id) values (my_area(), my_account(), wanted)
		on conflict (area_id, account_id) do update set contact_id = wanted, since = now() where k.contact_id <> wanted;
	if not found then return true; end if;
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'codes_on');
	perform tell_of_sign_in(my_area(), my_account(), 'sign-in-changed', message);
	return true;
end $$;
create function turn_off_codes() returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from code_contact k where k.area_id = my_area() and k.account_id = my_account();
	if not found then return false; end if;
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'codes_off');
	return true;
end $$;

-- Where codes for a sign-in name go, if they go anywhere. The address as a hash: whoever counts needs to know no more.
create function system_code_contact(wanted text) returns table (area_id uuid, account_id uuid, contact_id uuid, address bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.area_id, k.account_id, k.contact_id, sha256(convert_to(c.value, 'UTF8'))
		from secret s
			join account a on a.area_id = s.area_id and a.id = s.account_id and a.closed_at is null
			join code_contact k on k.area_id = s.area_id and k.account_id = s.account_id
			join contact c on c.area_id = k.area_id and c.id = k.contact_id and c.confirmed_at is not null and c.kind <> 'letter'
		where s.sign_in_name = wanted and not must_be_strong(s.area_id, s.account_id)
$$;

-- As system_ask_code, for whoever is not in yet. Something is written also where no code goes out, so that both take a commit.
create function system_ask_sign_in_code(area uuid, wanted uuid, account uuid, contact uuid, browser bytea, salt bytea, message uuid)
	returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into gate.challenge (key, about, ends_at) values (salt, 'a code was asked for', now()) on conflict do nothing;
	perform system_ask_code(area, wanted, account, contact, 'sign-in', browser, salt, message);
end $$;

drop function system_session_account(bytea);
create function system_session_account(hash bytea)
	returns table (area_id uuid, account_id uuid, session_id uuid, name text, area_name text, is_demonstration boolean, standings text[],
		assurance text, shared_device boolean, is_sure boolean, sure_by_code boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found record;
begin
	select s.* into found
		from session s join account a on a.area_id = s.area_id and a.id = s.account_id
		where s.token_hash = hash and a.closed_at is null
			and s.ends_at > now() and s.seen_at + make_interval(mins => s.idle_for_minutes) > now();
	if found.id is null then return; end if;
	if found.seen_at < now() - interval '1 minute' then
		update session s set seen_at = now() where s.area_id = found.area_id and s.id = found.id;
	end if;
	return query
		select found.area_id, found.account_id, found.id, a.name, p.name, p.is_demonstration,
			array(select distinct g.kind from standing g where g.area_id = a.area_id and g.account_id = a.id
				and is_now(g.began_at, g.ended_at) order by g.kind),
			found.assurance, found.shared_device, coalesce(found.stepped_up_at > now() - interval '10 minutes', false), found.sure_by_code
		from account a join area p on p.area_id = a.area_id
		where a.area_id = found.area_id and a.id = found.account_id;
end $$;
create or replace function system_start_session(area uuid, account uuid, session_id uuid, hash bytea, how text, device text, shared boolean)
	returns table (area_id uuid, account_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from account a where a.area_id = area and a.id = account and a.closed_at is null) then return; end if;
	delete from session s where s.area_id = area and s.account_id = account and s.ends_at < now();
	insert into sign_in_event (area_id, account_id, kind, device_label) values (area, account, 'came_in', device);
	return query
		insert into session (area_id, id, account_id, token_hash, assurance, device_label, shared_device, stepped_up_at, sure_by_code,
				idle_for_minutes, ends_at)
			values (area, session_id, account, hash, how, device, shared, now(), how = 'code',
				case when shared then 7 else 60 end, now() + case when shared then interval '1 hour' else interval '12 hours' end)
			returning session.area_id, session.account_id;
end $$;
create or replace function system_step_up(before bytea, after bytea) returns table (area_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update session s set token_hash = after, stepped_up_at = now(), sure_by_code = false
		where s.token_hash = before and s.ends_at > now() returning s.area_id
$$;
create or replace function system_step_up_by(before bytea, after bytea, how text) returns table (area_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update session s set token_hash = after, stepped_up_at = now(), sure_by_code = false, assurance = how
		where s.token_hash = before and s.ends_at > now() returning s.area_id
$$;
-- As system_step_up, where it was a code that went to a contact: whoever holds that has it, so it counts for less.
create function system_step_up_by_code(before bytea, after bytea) returns table (area_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update session s set token_hash = after, stepped_up_at = now(), sure_by_code = true
		where s.token_hash = before and s.ends_at > now() returning s.area_id
$$;

-- Somebody whom an account holder has named as one of two people who can help them back in.
create table recovery_helper (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	helper_id uuid not null check (helper_id <> account_id),
	named_at timestamptz not null default now(),
	-- Said no to it. Who named them is not told.
	declined_at timestamptz,
	ended_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, helper_id) references account (area_id, id)
);
create unique index named_once_at_a_time on recovery_helper (area_id, account_id, helper_id) where ended_at is null;
create index recovery_helper_of on recovery_helper (area_id, helper_id) where ended_at is null;
comment on table recovery_helper is 'owner: the account holder; purpose: two people can help them back in; retention: a year after its end; disclosure: the account holder, and the one who is named';

-- Somebody says that they are the holder of an account and cannot come in. What only their browser holds, and the number that
-- it showed them, are kept as keyed hashes. Both of their people type the number; a day later a new secret can be chosen there.
create table recovery (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	browser_hash bytea not null check (length(browser_hash) = 32),
	number_hash bytea not null check (length(number_hash) = 32),
	asked_at timestamptz not null default now(),
	ends_at timestamptz not null default now() + interval '3 days',
	first_by_id uuid,
	second_by_id uuid,
	both_at timestamptz,
	stopped_at timestamptz,
	finished_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, first_by_id) references account (area_id, id),
	foreign key (area_id, second_by_id) references account (area_id, id),
	constraint two_different_people check (first_by_id <> second_by_id and first_by_id <> account_id and second_by_id <> account_id),
	constraint both_when_two check ((both_at is null) = (second_by_id is null) and (second_by_id is null or first_by_id is not null)),
	constraint finished_after_a_day check (finished_at is null or (stopped_at is null and finished_at >= both_at + interval '24 hours'))
);
create index recovery_of_account on recovery (area_id, account_id);
create index recovery_by_browser on recovery (browser_hash);
comment on table recovery is 'owner: the account holder; purpose: to come back in with the help of two people; retention: ninety days; disclosure: the account holder; that somebody asks, their two people';

grant select, insert, update, delete on recovery_helper, recovery to alongside_definer;
do $$
declare each_table text;
begin
	foreach each_table in array array['recovery_helper', 'recovery'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
	end loop;
end $$;
create policy mine on recovery_helper for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine on recovery for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
-- Not whether they said no, and not which of the two has said yes.
grant select (area_id, id, account_id, helper_id, named_at, ended_at) on recovery_helper to alongside_account;
grant select (area_id, id, account_id, asked_at, ends_at, both_at, stopped_at, finished_at) on recovery to alongside_account;

-- Whom an account could open something to now, by the one rule for that, looked at as that account.
create function accounts_known_to(area uuid, account uuid) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found uuid[]; area_before text := current_setting('app.area', true); account_before text := current_setting('app.account', true);
begin
	perform set_config('app.area', area::text, true), set_config('app.account', account::text, true);
	found := array(select k.account_id from those_i_can_open_to() k);
	perform set_config('app.area', coalesce(area_before, ''), true), set_config('app.account', coalesce(account_before, ''), true);
	return found;
end $$;

-- Who can help an account back in now: named, has not said no, and is still known. Staff who must be stronger have nobody.
create function helpers_of(area uuid, account uuid) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if must_be_strong(area, account) or not exists (select from account a where a.area_id = area and a.id = account and a.closed_at is null) then
		return '{}';
	end if;
	return array(select h.helper_id from recovery_helper h
		where h.area_id = area and h.account_id = account and h.ended_at is null and h.declined_at is null
			and h.helper_id = any (accounts_known_to(area, account)));
end $$;

-- Whether somebody still waits for a new secret. Whoever came in with a card meanwhile, or chose another secret, waits no more.
create function recovery_is_open(r recovery) returns boolean language sql stable as $$
	select r.stopped_at is null and r.finished_at is null and r.ends_at > now()
		and not exists (select from secret s where s.area_id = r.area_id and s.account_id = r.account_id and s.set_at > r.asked_at)
$$;
grant execute on function recovery_is_open(recovery) to alongside_definer;

-- Names two different people whom I know as those who can help me back in, in place of any others. False: nothing is written.
create function name_helpers(one uuid, other uuid, one_id uuid, other_id uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended integer; named integer;
begin
	if one = other or must_be_strong(my_area(), my_account()) or not array[one, other] <@ accounts_known_to(my_area(), my_account())
			or not exists (select from secret s where s.area_id = my_area() and s.account_id = my_account()) then
		return false;
	end if;
	perform pg_advisory_xact_lock(hashtextextended('helpers of ' || my_account(), 0));
	update recovery_helper h set ended_at = now()
		where h.area_id = my_area() and h.account_id = my_account() and h.ended_at is null and h.helper_id not in (one, other);
	get diagnostics ended = row_count;
	insert into recovery_helper (area_id, id, account_id, helper_id)
		values (my_area(), one_id, my_account(), one), (my_area(), other_id, my_account(), other) on conflict do nothing;
	get diagnostics named = row_count;
	if ended + named > 0 then
		insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'helpers_named');
	end if;
	return true;
end $$;
create function end_helpers() returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	update recovery_helper h set ended_at = now() where h.area_id = my_area() and h.account_id = my_account() and h.ended_at is null;
	if not found then return false; end if;
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'helpers_ended');
	return true;
end $$;

-- Those whom I can help back in, whether somebody says now that they are them, and when a new secret could be set.
create function those_i_can_help_in() returns table (account_id uuid, name text, asked_at timestamptz, i_said_yes boolean, ready_at timestamptz)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	return query select a.id, a.name, max(r.asked_at), coalesce(bool_or(my_account() in (r.first_by_id, r.second_by_id)), false),
			max(r.both_at) + interval '24 hours'
		from recovery_helper h
			join account a on a.area_id = h.area_id and a.id = h.account_id and a.closed_at is null
			left join recovery r on r.area_id = h.area_id and r.account_id = h.account_id and recovery_is_open(r)
		where h.area_id = my_area() and h.helper_id = my_account() and h.ended_at is null and h.declined_at is null
			and my_account() = any (helpers_of(h.area_id, h.account_id))
		group by a.id, a.name;
end $$;

-- I say no to helping somebody back in. They are not told.
create function decline_to_help_in(person uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	update recovery_helper h set declined_at = now()
		where h.area_id = my_area() and h.account_id = person and h.helper_id = my_account() and h.ended_at is null and h.declined_at is null;
	return found;
end $$;

-- I have spoken with somebody and type the number that their browser showed: the second right one begins the day of waiting,
-- and they are told. `wrong` when nobody waits with this number; nothing when it is not mine to say.
create function help_in(person uuid, number bytea, message uuid) returns text
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare asked recovery; helpers uuid[] := helpers_of(my_area(), person);
begin
	if my_account() <> all (helpers) then return null; end if;
	select r.* into asked from recovery r
		where r.area_id = my_area() and r.account_id = person and r.number_hash = number and recovery_is_open(r)
		order by r.asked_at limit 1 for update;
	if asked.id is null then return 'wrong'; end if;
	if my_account() in (asked.first_by_id, asked.second_by_id) or asked.both_at is not null then return 'right'; end if;
	-- Whoever can no longer help has said nothing.
	if asked.first_by_id is null or asked.first_by_id <> all (helpers) then
		update recovery r set first_by_id = my_account() where r.area_id = asked.area_id and r.id = asked.id;
		insert into sign_in_event (area_id, account_id, kind) values (my_area(), person, 'recovery_asked');
	else
		update recovery r set second_by_id = my_account(), both_at = now(), ends_at = now() + interval '3 days'
			where r.area_id = asked.area_id and r.id = asked.id;
		insert into sign_in_event (area_id, account_id, kind) values (my_area(), person, 'recovery_waits');
		perform tell_of_sign_in(my_area(), person, 'sign-in-changing', message);
	end if;
	return 'right';
end $$;

-- Stops whoever says that they are me, or somebody whom I can help. Nothing: it is not mine to stop. False: nobody waits.
create function stop_recovery(person uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if person <> my_account() and my_account() <> all (helpers_of(my_area(), person)) then return null; end if;
	update recovery r set stopped_at = now() where r.area_id = my_area() and r.account_id = person and recovery_is_open(r);
	if not found then return false; end if;
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), person, 'recovery_stopped');
	return true;
end $$;

-- Somebody at the door says that this sign-in name is theirs. Something is written whether or not it is anybody's who has two
-- people to help, so that both take a commit. At most twenty wait for one account at a time.
create function system_ask_recovery(wanted text, recovery uuid, browser bytea, number bytea) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare named record;
begin
	delete from gate.challenge c where c.ends_at < now();
	insert into gate.challenge (key, about, ends_at) values (sha256(browser || number), 'a way back was asked for', now()) on conflict do nothing;
	for named in select s.area_id, s.account_id from secret s where s.sign_in_name = wanted loop
		if cardinality(helpers_of(named.area_id, named.account_id)) < 2 then continue; end if;
		perform pg_advisory_xact_lock(hashtextextended('recovery of ' || named.account_id, 0));
		delete from recovery r where r.area_id = named.area_id and r.account_id = named.account_id and r.browser_hash = browser and r.first_by_id is null;
		if (select count(*) from recovery r where r.area_id = named.area_id and r.account_id = named.account_id and recovery_is_open(r)) < 20 then
			insert into recovery (area_id, id, account_id, browser_hash, number_hash)
				values (named.area_id, system_ask_recovery.recovery, named.account_id, browser, number);
		end if;
		return;
	end loop;
end $$;

-- For the browser that asked, with its number: from when on a new secret can be chosen there. No row as long as not both have said yes.
create function system_recovery(browser bytea, number bytea) returns table (name text, sign_in_name text, ready_at timestamptz, is_ready boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	return query select a.name, s.sign_in_name, r.both_at + interval '24 hours', r.both_at <= now() - interval '24 hours'
		from recovery r
			join account a on a.area_id = r.area_id and a.id = r.account_id
			join secret s on s.area_id = r.area_id and s.account_id = r.account_id
		where r.browser_hash = browser and r.number_hash = number and r.both_at is not null and recovery_is_open(r)
			and array[r.first_by_id, r.second_by_id] <@ helpers_of(r.area_id, r.account_id)
		limit 1;
end $$;

-- Sets the new secret, a day after both said yes and they both still would: every session, card and code that was there before
-- ends. No row when it is too early, was stopped, or somebody was quicker.
create function system_finish_recovery(browser bytea, number bytea, secret_hash text, session_id uuid, token bytea, device text, shared boolean,
		message uuid)
	returns table (sign_in_name text) language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare asked recovery; given text;
begin
	select r.* into asked from recovery r
		where r.browser_hash = browser and r.number_hash = number and r.both_at <= now() - interval '24 hours' and recovery_is_open(r)
		limit 1 for update;
	if asked.id is null or not array[asked.first_by_id, asked.second_by_id] <@ helpers_of(asked.area_id, asked.account_id) then return; end if;
	update recovery r set finished_at = now() where r.area_id = asked.area_id and r.id = asked.id;
	update secret s set hash = secret_hash, set_at = now() where s.area_id = asked.area_id and s.account_id = asked.account_id
		returning s.sign_in_name into given;
	delete from session s where s.area_id = asked.area_id and s.account_id = asked.account_id;
	delete from code_contact k where k.area_id = asked.area_id and k.account_id = asked.account_id;
	update sign_in_card c set ended_at = now()
		where c.area_id = asked.area_id and c.account_id = asked.account_id and c.used_at is null and c.ended_at is null;
	insert into sign_in_event (area_id, account_id, kind, device_label) values (asked.area_id, asked.account_id, 'recovered', device);
	perform tell_of_sign_in(asked.area_id, asked.account_id, 'sign-in-changed', message);
	perform system_start_session(asked.area_id, asked.account_id, session_id, token, 'secret', device, shared);
	return query select given;
end $$;

create or replace function system_forget() returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from draft where saved_at < now() - interval '30 days';
	delete from session where ends_at < now();
	delete from gate.tries where ends_at < now();
	delete from sign_in_event where at < now() - interval '1 year';
	delete from sign_in_card where made_at < now() - interval '1 year';
	update invitation set address = null where ends_at < now() and address is not null;
	-- While somebody is left in peace, their link stays: by it they can take that back.
	delete from invitation i where i.ends_at < now() - interval '1 year'
		and not exists (select from gate.left_in_peace l where l.key = i.address_key);
	delete from recovery where asked_at < now() - interval '90 days';
	delete from recovery_helper where ended_at < now() - interval '1 year';
$$;

-- Says whether staff here must come in by more than a secret. All of them are told among what happened to how they come in.
create function ask_staff_for_more(needed boolean) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('lead');
	update area p set staff_need_strong = needed where p.area_id = my_area() and p.staff_need_strong <> needed;
	if not found then return false; end if;
	insert into sign_in_event (area_id, account_id, kind)
		select distinct my_area(), g.account_id, case when needed then 'strong_on' else 'strong_off' end
			from standing g where g.area_id = my_area() and g.kind in ('practitioner', 'lead') and is_now(g.began_at, g.ended_at);
	return true;
end $$;

do $$
declare f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
		execute format('grant execute on function %s to %I', f,
			case when f::text like 'system\_%' then 'alongside_system' else 'alongside_account' end);
	end loop;
end $$;
revoke execute on function must_be_strong(uuid, uuid), tell_of_sign_in(uuid, uuid, text, uuid), accounts_known_to(uuid, uuid),
	helpers_of(uuid, uuid) from alongside_account;
