-- Codes that show who somebody is, two people who can help somebody back in, and what an area asks of its staff.

alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed', 'provider_connected', 'provider_disconnected',
	'codes_on', 'codes_off', 'helpers_named', 'helpers_ended', 'recovery_asked', 'recovery_waits', 'recovery_stopped', 'recovered',
	'strong_on', 'strong_off'));
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check
	check (kind in ('code', 'something-new', 'contact-changed', 'sign-in-changing', 'sign-in-changed'));

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
revoke execute on function must_be_strong(uuid, uuid), tell_of_sign_in(uuid, uuid, text, uuid) from alongside_account;
