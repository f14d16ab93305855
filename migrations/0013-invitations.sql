-- Invitations: a person asks somebody to support them. Before the service writes to anybody, staff check blindly whether it may,
-- and whoever was written to can say that we never do it again.

create table invitation (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	-- What the person calls them, and who they are to the person, for the person and for those who check.
	called text not null check (called <> ''),
	tie text not null check (tie <> ''),
	-- The name of the person's that the other reads first.
	signed text not null check (signed <> ''),
	way text not null check (way in ('card', 'text', 'email', 'letter')),
	-- Gone when the invitation is over. While it lasts it stays, whatever became of the message.
	address text,
	-- What is kept of the address for `gate.left_in_peace`: a keyed hash.
	address_key bytea check (length(address_key) = 32),
	-- What the code is worked out from, with the server's key; and the keyed hash by which it is found.
	nonce bytea not null check (length(nonce) = 32),
	code_hash bytea not null check (length(code_hash) = 32),
	asked_at timestamptz not null default now(),
	ends_at timestamptz not null,
	taken_back_at timestamptz,
	accepted_at timestamptz,
	primary key (area_id, id),
	unique (area_id, code_hash),
	foreign key (area_id, person_id) references account (area_id, id),
	constraint a_card_goes_nowhere check ((way = 'card') = (address_key is null) and (way <> 'card' or address is null)),
	constraint sixty_days_at_most check (ends_at <= asked_at + interval '60 days'),
	constraint over_in_one_way check (taken_back_at is null or accepted_at is null)
);
create index invitation_of_person on invitation (area_id, person_id);
create index invitation_by_code on invitation (code_hash);
create index invitation_waiting on invitation (area_id, ends_at) where taken_back_at is null and accepted_at is null;
comment on table invitation is 'owner: the person; purpose: that somebody of their choosing can come in to support them; retention: the address until it is over, the rest a year; disclosure: the person, and who checks it; of it, the one invited reads the name that the person chose';

-- What those who check have found. The person can never read it, in any form.
create table invitation_check (
	area_id uuid not null,
	invitation_id uuid not null,
	verdict text not null check (verdict in ('may_be_written_to', 'left_in_peace')),
	checked_by_id uuid not null,
	checked_at timestamptz not null default now(),
	primary key (area_id, invitation_id),
	foreign key (area_id, invitation_id) references invitation (area_id, id) on delete cascade,
	foreign key (area_id, checked_by_id) references account (area_id, id)
);
comment on table invitation_check is 'owner: the service; purpose: that nobody is written to who must be left in peace; retention: with the invitation; disclosure: who checked it, never the person';

-- Where we never write again. It holds in every area, so it belongs to none; no address is kept.
create table gate.left_in_peace (
	key bytea primary key check (length(key) = 32),
	since timestamptz not null default now()
);
comment on table gate.left_in_peace is 'owner: who holds the address; purpose: that nothing is ever sent there; retention: until they take it back; disclosure: nobody';

-- The message of an invitation is nobody's: the person whose invitation it is must not find it among theirs.
alter table message alter account_id drop not null;
alter table message alter contact_id drop not null;
alter table message add invitation_id uuid;
alter table message add foreign key (area_id, invitation_id) references invitation (area_id, id) on delete cascade;
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('code', 'something-new', 'contact-changed', 'invitation'));
alter table message add constraint somebodys_or_of_an_invitation check (case when kind = 'invitation'
	then invitation_id is not null and account_id is null and contact_id is null
	else invitation_id is null and account_id is not null and contact_id is not null end);
comment on table message is 'owner: whom it is for; purpose: to send it, and to know what did not arrive; retention: where it goes until it is sent, the rest ninety days; disclosure: its reader, of an invitation nobody; leads by count, kind and day';

grant select, insert, update, delete on invitation, invitation_check to alongside_definer;
grant select, insert, delete on gate.left_in_peace to alongside_definer;
grant execute on function people_i_work_with(), i_lead(), i_am_here(text) to alongside_definer;

alter table invitation enable row level security;
alter table invitation force row level security;
alter table invitation_check enable row level security;
alter table invitation_check force row level security;
create policy mine on invitation for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy by_me on invitation_check for select to alongside_account
	using (area_id = (select my_area()) and checked_by_id = (select my_account()));
grant select (area_id, id, person_id, called, tie, signed, way, address, asked_at, ends_at, taken_back_at, accepted_at)
	on invitation to alongside_account;
grant select on invitation_check to alongside_account;

-- Whether somebody can still come in by it. Nobody has to end it.
create function invitation_is_open(i invitation) returns boolean language sql stable
	as $$ select i.taken_back_at is null and i.accepted_at is null and i.ends_at > now() $$;

-- Invites, by a person's own hand. Five at most may wait, and ten be made in thirty days. A card works as long as any card.
create function invite_supporter(wanted uuid, as_called text, as_tie text, as_signed text, by_way text, at text, at_key bytea, salt bytea, code bytea)
	returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('person');
	perform pg_advisory_xact_lock(hashtextextended('invitations of ' || my_account(), 0));
	if exists (select from invitation i where i.area_id = my_area() and i.id = wanted and i.person_id = my_account()) then return 'again'; end if;
	if (select count(*) filter (where invitation_is_open(i)) >= 5 or count(*) filter (where i.asked_at > now() - interval '30 days') >= 10
			from invitation i where i.area_id = my_area() and i.person_id = my_account()) then
		return 'many';
	end if;
	insert into invitation (area_id, id, person_id, called, tie, signed, way, address, address_key, nonce, code_hash, ends_at)
		values (my_area(), wanted, my_account(), as_called, as_tie, as_signed, by_way, at, at_key, salt, code,
			now() + case by_way when 'card' then interval '14 days' else interval '30 days' end);
	perform append_access_entry(my_area(), my_account(), my_account(), 'changed', 'invitation', wanted, clock_timestamp());
	return 'made';
end $$;

-- A new card for an invitation of mine that is by card; the one before works no more.
create function renew_invitation_card(wanted uuid, salt bytea, code bytea) returns timestamptz
	language sql volatile security definer set search_path = public, pg_temp as $$
	update invitation i set nonce = salt, code_hash = code, ends_at = least(now() + interval '14 days', i.asked_at + interval '60 days')
		where i.area_id = my_area() and i.id = wanted and i.person_id = my_account() and i.way = 'card' and invitation_is_open(i)
		returning i.ends_at
$$;

create function take_back_invitation(wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	update invitation i set taken_back_at = now(), address = null
		where i.area_id = my_area() and i.id = wanted and i.person_id = my_account() and invitation_is_open(i);
	return found;
end $$;

-- Whose invitations I check: of the people I work with now. Where no practitioner works with somebody, a lead does. Never mine.
create function people_i_check_for() returns uuid[]
	language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select person from unnest(people_i_work_with()) person where person <> my_account()
		union
		select i.person_id from invitation i
			where i_lead() and i.area_id = my_area() and i.way <> 'card' and invitation_is_open(i) and i.person_id <> my_account()
				and not exists (select from working_relationship r
					join standing g on g.area_id = r.area_id and g.account_id = r.practitioner_id and g.kind = 'practitioner'
						and is_now(g.began_at, g.ended_at)
					where r.area_id = i.area_id and r.person_id = i.person_id and is_now(r.began_at, r.ended_at))
	)
$$;

-- What waits for my check, the oldest first.
create function invitations_to_check()
	returns table (id uuid, person_id uuid, name text, called text, tie text, signed text, way text, address text, asked_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select i.id, i.person_id, a.name, i.called, i.tie, i.signed, i.way, i.address, i.asked_at
		from invitation i join account a on a.area_id = i.area_id and a.id = i.person_id
		where i.area_id = my_area() and i.person_id = any ((select people_i_check_for())::uuid[])
			and i.way <> 'card' and invitation_is_open(i)
			and not exists (select from invitation_check c where c.area_id = i.area_id and c.invitation_id = i.id)
		order by i.asked_at, i.id
$$;

-- Records that I looked at an invitation that waits for my check. What I then decide is not in the person's record.
create function record_look_at_invitation(wanted uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare person uuid;
begin
	select i.person_id into person from invitations_to_check() i where i.id = wanted;
	if person is null then
		raise exception 'this is not yours to record' using errcode = 'insufficient_privilege';
	end if;
	perform append_access_entry(my_area(), person, my_account(), 'looked', 'invitation', wanted, clock_timestamp());
end $$;

-- Says what was found, once. Only now, if it may, does anything go out. False: it does not wait for me, or no longer.
create function check_invitation(wanted uuid, found_that text, message_id uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare asked invitation;
begin
	select i.* into asked from invitation i
		where i.area_id = my_area() and i.id = wanted and i.way <> 'card' and i.person_id = any (people_i_check_for()) for update;
	if asked.id is null or not invitation_is_open(asked) then return false; end if;
	insert into invitation_check (area_id, invitation_id, verdict, checked_by_id) values (my_area(), wanted, found_that, my_account())
		on conflict do nothing;
	if not found then return false; end if;
	if found_that = 'may_be_written_to' then
		insert into message (area_id, id, kind, channel, locale, address, invitation_id)
			values (my_area(), message_id, 'invitation', asked.way, 'en', asked.address, wanted);
		perform enqueue('message', my_area(), message_id);
	end if;
	return true;
end $$;

-- Whoever was invited supports the person from now on, and the person's record says so. Only the functions below call it.
create function begin_to_support(taken invitation, supporter uuid, supporting_id uuid, standing_id uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into standing (area_id, id, account_id, kind)
		select taken.area_id, standing_id, supporter, 'supporter' where not exists (select from standing g
			where g.area_id = taken.area_id and g.account_id = supporter and g.kind = 'supporter' and is_now(g.began_at, g.ended_at));
	insert into supporting (area_id, id, person_id, supporter_id) values (taken.area_id, supporting_id, taken.person_id, supporter)
		on conflict do nothing;
	perform append_access_entry(taken.area_id, taken.person_id, supporter, 'changed', 'supporting', supporting_id, clock_timestamp());
end $$;

-- Comes in with the account that I have here. No person: it is not there, or no longer, or mine, or of another area.
create function accept_invitation(code bytea, supporting_id uuid, standing_id uuid) returns uuid
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare taken invitation;
begin
	update invitation i set accepted_at = now(), address = null
		where i.area_id = my_area() and i.code_hash = code and i.person_id <> my_account() and invitation_is_open(i) returning i.* into taken;
	if taken.id is null then return null; end if;
	perform begin_to_support(taken, my_account(), supporting_id, standing_id);
	return taken.person_id;
end $$;

-- What a code is about, for whoever holds it: also when nobody can come in by it any more, for then one can still say never.
create function system_invitation(code bytea)
	returns table (area_id uuid, area_name text, person_id uuid, signed text, way text, is_open boolean, ends_at timestamptz, is_left_in_peace boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select i.area_id, p.name, i.person_id, i.signed, i.way, invitation_is_open(i) and a.closed_at is null, i.ends_at,
			exists (select from gate.left_in_peace l where l.key = i.address_key)
		from invitation i join area p on p.area_id = i.area_id join account a on a.area_id = i.area_id and a.id = i.person_id
		where i.code_hash = code
$$;

-- Comes in with a new account: the name to sign in with is the first of these that nobody has. No row: nobody can come in by it now.
create function system_join_by_invitation(code bytea, account uuid, account_name text, standing_id uuid, supporting_id uuid, names text[],
		secret_hash text, session_id uuid, token bytea, device text, shared boolean)
	returns table (sign_in_name text)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare taken invitation; given text;
begin
	update invitation i set accepted_at = now(), address = null
		where i.code_hash = code and invitation_is_open(i)
			and exists (select from account a where a.area_id = i.area_id and a.id = i.person_id and a.closed_at is null)
		returning i.* into taken;
	if taken.id is null then return; end if;
	select n into given from unnest(names) with ordinality w(n, place)
		where not exists (select from secret s where s.sign_in_name = n) order by place limit 1;
	insert into account (area_id, id, name) values (taken.area_id, account, account_name);
	insert into secret (area_id, account_id, sign_in_name, hash) values (taken.area_id, account, given, secret_hash);
	perform begin_to_support(taken, account, supporting_id, standing_id);
	perform system_start_session(taken.area_id, account, session_id, token, 'card', device, shared);
	return query select given;
end $$;

-- Never, or after all: for the address that the message with this code went to. No row where the code went to none.
create function system_leave_in_peace(code bytea, leave boolean) returns table (done boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare address bytea;
begin
	select i.address_key into address from invitation i where i.code_hash = code;
	if address is null then return; end if;
	if leave then insert into gate.left_in_peace (key) values (address) on conflict do nothing;
	else delete from gate.left_in_peace l where l.key = address;
	end if;
	return query select true;
end $$;
create function system_is_left_in_peace(address bytea) returns table (is_left_in_peace boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from gate.left_in_peace l where l.key = address)
$$;

-- One message that waits, for whoever sends it; `too_late` when what it is about is over.
drop function system_message(uuid, uuid);
create function system_message(area uuid, wanted uuid)
	returns table (kind text, channel text, locale text, address text, tries integer, is_demonstration boolean, too_late boolean,
		account_id uuid, purpose text, browser_hash bytea, nonce bytea, invitation_id uuid)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.kind, m.channel, m.locale, m.address, m.tries, p.is_demonstration,
			case m.kind when 'code' then k.id is null or k.asked_at < now() - interval '9 minutes'
				when 'invitation' then not invitation_is_open(i) else false end,
			m.account_id, k.purpose, k.browser_hash, coalesce(k.nonce, i.nonce), m.invitation_id
		from message m join area p on p.area_id = m.area_id
			left join code k on k.area_id = m.area_id and k.id = m.code_id
			left join invitation i on i.area_id = m.area_id and i.id = m.invitation_id
		where m.area_id = area and m.id = wanted and m.address is not null
$$;

-- What would have gone out from the demonstration areas, newest first.
drop function system_outbox();
create function system_outbox()
	returns table (id uuid, name text, kind text, channel text, locale text, address text, asked_at timestamptz, sent_at timestamptz,
		failed_at timestamptz, why text, account_id uuid, purpose text, browser_hash bytea, nonce bytea, invitation_id uuid)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.id, a.name, m.kind, m.channel, m.locale, m.address, m.asked_at, m.sent_at, m.failed_at, m.why, m.account_id,
			k.purpose, k.browser_hash, coalesce(k.nonce, i.nonce), m.invitation_id
		from message m join area p on p.area_id = m.area_id and p.is_demonstration
			left join account a on a.area_id = m.area_id and a.id = m.account_id
			left join code k on k.area_id = m.area_id and k.id = m.code_id and k.asked_at > now() - interval '10 minutes'
			left join invitation i on i.area_id = m.area_id and i.id = m.invitation_id
		order by m.asked_at desc, m.id desc limit 50
$$;

-- For a lead: lets what failed go out once more, where its contact is still there or its invitation still open, and it is not a code.
create or replace function try_messages_again() returns integer
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare again uuid; tried integer := 0;
begin
	if not i_lead() then return 0; end if;
	for again in
		update message m set failed_at = null, why = null, tries = 0, address = known.address
			from (
				select c.area_id, c.id, c.value as address from contact c
				union all
				select i.area_id, i.id, i.address from invitation i where invitation_is_open(i) and i.address is not null
			) known
			where m.area_id = my_area() and m.failed_at is not null and m.kind <> 'code'
				and known.area_id = m.area_id and known.id = coalesce(m.contact_id, m.invitation_id)
			returning m.id
	loop
		perform enqueue('message', my_area(), again);
		tried := tried + 1;
	end loop;
	return tried;
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
$$;

do $$
declare f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
		if f::text like 'system\_%' then execute format('grant execute on function %s to alongside_system', f);
		elsif f::text not like 'begin\_to\_support(%' then execute format('grant execute on function %s to alongside_account', f);
		end if;
	end loop;
end $$;
grant execute on function invitation_is_open(invitation) to alongside_definer;

-- Whom I let support me, I can let go of again.
create policy of_me_ended on supporting for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and ended_at is null)
	with check (ended_at = (select now()));
