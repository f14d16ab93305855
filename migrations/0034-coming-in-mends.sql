-- Coming in, looked over: guesses use up nobody else's tries, whoever is guessed at is told, taking everything is always told
-- where it was said to be safe, and whoever runs the service can sign people out.

alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed',
	'provider_connected', 'provider_disconnected', 'together_used', 'together_wrong',
	'codes_on', 'codes_off', 'helpers_named', 'helpers_ended', 'recovery_asked', 'recovery_waits', 'recovery_stopped', 'recovered',
	'strong_on', 'strong_off', 'everything_taken', 'tried_in_vain', 'signed_out_by_service'));
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('code', 'something-new', 'contact-changed', 'invitation',
	'sign-in-changing', 'sign-in-changed', 'sign-in-tried', 'everything-taken', 'reminder'));

-- Counts a try in each of these, from the narrowest to the widest, and says whether all were still within their limits. What a
-- narrower one refuses is not counted in the wider ones: or else one network could use up the tries of everybody who comes
-- from elsewhere under the same name. What works is taken off again.
create or replace function system_try(keys bytea[], most integer[], minutes integer[]) returns table (allowed boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare counted integer;
begin
	for nth in 1 .. cardinality(keys) loop
		insert into gate.tries as t (key, count, ends_at) values (keys[nth], 1, now() + make_interval(mins => minutes[nth]))
			on conflict (key) do update set
				count = case when t.ends_at <= now() then 1 else t.count + 1 end,
				ends_at = case when t.ends_at <= now() then excluded.ends_at else t.ends_at end
			returning t.count into counted;
		if counted > most[nth] then
			return query select false;
			return;
		end if;
	end loop;
	return query select true;
end $$;

-- Tells me where I said that it is safe, and nowhere else; not twice within this time.
create function tell_where_it_is_safe(area uuid, account uuid, what text, pause interval, message uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare safe contact;
begin
	select c.* into safe from contact c where c.area_id = area and c.account_id = account and c.chosen_at is not null;
	if safe.id is null or exists (select from message m where m.area_id = area and m.account_id = account and m.kind = what
			and m.failed_at is null and m.asked_at > now() - pause) then
		return;
	end if;
	perform put_message(message, safe, what, null);
end $$;

-- Everything of mine is taken along: written down for me, and told, whatever else I was told lately. The same within a quarter
-- of an hour is told once: a page, a file and a packet are one taking.
create function tell_everything_taken(message uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'everything_taken');
	perform tell_where_it_is_safe(my_area(), my_account(), 'everything-taken', interval '15 minutes', message);
end $$;

-- Somebody tried a secret again and again that was not the one of this account: told once a day. For an account that is
-- nobody's something is written too, so that both take a commit.
create function system_tell_of_tries(area uuid, account uuid, salt bytea, message uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from gate.challenge c where c.ends_at < now();
	insert into gate.challenge (key, about, ends_at) values (salt, 'tries were told', now()) on conflict do nothing;
	if not exists (select from account a where a.area_id = area and a.id = account and a.closed_at is null)
			or exists (select from sign_in_event e where e.area_id = area and e.account_id = account and e.kind = 'tried_in_vain'
				and e.at > now() - interval '1 day') then
		return;
	end if;
	insert into sign_in_event (area_id, account_id, kind) values (area, account, 'tried_in_vain');
	perform tell_where_it_is_safe(area, account, 'sign-in-tried', interval '1 day', message);
end $$;

-- For whoever runs the service: signs out whoever has this sign-in name, or everybody where none is given. Each is told.
create function system_sign_out(wanted text) returns table (sessions integer)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended integer;
begin
	with gone as (
		delete from session s where wanted is null or exists (select from secret k
			where k.area_id = s.area_id and k.account_id = s.account_id and k.sign_in_name = wanted)
		returning s.area_id, s.account_id
	), told as (
		insert into sign_in_event (area_id, account_id, kind)
			select distinct g.area_id, g.account_id, 'signed_out_by_service' from gone g
	)
	select count(*)::integer into ended from gone;
	return query select ended;
end $$;

do $$
declare f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
	end loop;
end $$;
grant execute on function tell_everything_taken(uuid) to alongside_account;
grant execute on function system_tell_of_tries(uuid, uuid, bytea, uuid), system_sign_out(text) to alongside_system;
