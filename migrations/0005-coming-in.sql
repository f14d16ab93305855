-- Coming in: sign-in cards, secrets, sessions that end, step-up, limits, and the staff of an area.

-- What is counted before anyone is known belongs to no area and to nobody, so it has the schema `gate` (database:setup makes
-- it). Keys are keyed hashes: no address and no name is kept.
create table gate.tries (
	key bytea primary key check (length(key) = 32),
	count integer not null,
	ends_at timestamptz not null
);
comment on table gate.tries is 'owner: the service; purpose: that nobody guesses their way in; retention: a day; disclosure: nobody';
grant usage on schema gate to alongside_definer;
grant select, insert, update, delete on gate.tries to alongside_definer;

-- A sign-in card, given by hand: works once, for a time. Only a keyed hash of its code is kept.
create table sign_in_card (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	code_hash bytea not null check (length(code_hash) = 32),
	made_by_id uuid not null,
	made_at timestamptz not null default now(),
	ends_at timestamptz not null default now() + interval '14 days',
	used_at timestamptz,
	ended_at timestamptz,
	primary key (area_id, id),
	unique (area_id, code_hash),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, made_by_id) references account (area_id, id)
);
create index sign_in_card_by_code on sign_in_card (code_hash);
create unique index one_open_card_each on sign_in_card (area_id, account_id) where used_at is null and ended_at is null;
comment on table sign_in_card is 'owner: the account holder; purpose: to come in for the first time, or anew; retention: a year; disclosure: the account holder, who works with them';

-- A name to sign in with, made by us so that it tells nothing, and the secret that goes with it, as a slow keyed hash.
create table secret (
	area_id uuid not null,
	account_id uuid not null,
	sign_in_name text not null check (sign_in_name ~ '^[a-z]+-[a-z]+-[0-9]{3}$'),
	hash text not null,
	set_at timestamptz not null default now(),
	primary key (area_id, account_id),
	unique (area_id, sign_in_name),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index secret_by_name on secret (sign_in_name);
comment on table secret is 'owner: the account holder; purpose: to come in without e-mail or phone; retention: until they leave; disclosure: the account holder, never the hash';

-- What happened to somebody's ways of coming in, told to them.
create table sign_in_event (
	area_id uuid not null,
	id uuid not null default gen_random_uuid(),
	account_id uuid not null,
	kind text not null check (kind in ('came_in', 'card_made', 'card_used', 'secret_changed', 'signed_out_elsewhere')),
	device_label text,
	at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index sign_in_event_of_account on sign_in_event (area_id, account_id, at desc);
comment on table sign_in_event is 'owner: the account holder; purpose: to notice that somebody else came in; retention: a year; disclosure: the account holder';

-- What must be passed on, each time in the words that a lead signed off.
create table passed_on_text (
	area_id uuid not null references area (area_id),
	id uuid not null,
	words text not null check (words <> ''),
	signed_off_by_id uuid not null,
	signed_off_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, signed_off_by_id) references account (area_id, id)
);
comment on table passed_on_text is 'owner: the service; purpose: what people were told before they wrote; retention: as long as the service runs; disclosure: everyone in the area';

alter table session drop constraint session_assurance_check;
alter table session add constraint session_assurance_check
	check (assurance in ('demonstration', 'card', 'secret', 'passkey', 'code', 'provider', 'together'));
-- On somebody else's phone a session is short, and the browser is told to keep nothing.
alter table session add shared_device boolean not null default false;
-- When whoever holds the device last showed that it is them.
alter table session add stepped_up_at timestamptz;

grant select on sign_in_card, secret, sign_in_event, passed_on_text to alongside_definer;
grant insert, update, delete on sign_in_card, secret, sign_in_event to alongside_definer;
grant insert on passed_on_text to alongside_definer;
grant update on session, area, standing to alongside_definer;
grant insert on scope to alongside_definer;

do $$
declare each_table text;
begin
	foreach each_table in array array['sign_in_card', 'secret', 'sign_in_event', 'passed_on_text'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
	end loop;
end $$;
create policy of_those_i_work_with on sign_in_card for select to alongside_account
	using (area_id = (select my_area()) and account_id = any ((select people_whose_relationships_i_know())::uuid[]));
create policy mine on secret for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine_to_change on secret for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account())) with check (set_at = (select now()));
create policy mine on sign_in_event for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine_to_tell on sign_in_event for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()));
create policy of_my_area on passed_on_text for select to alongside_account
	using (area_id = (select my_area()) and (select my_account()) is not null);
create policy mine_to_end on session for delete to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant select (area_id, id, account_id, made_by_id, made_at, ends_at, used_at, ended_at) on sign_in_card to alongside_account;
grant select (area_id, account_id, sign_in_name, set_at), update (hash, set_at) on secret to alongside_account;
grant select, insert (area_id, id, account_id, kind) on sign_in_event to alongside_account;
grant select on passed_on_text to alongside_account;
grant select (shared_device, ends_at, idle_for_minutes) on session to alongside_account;
grant delete on session to alongside_account;

-- Counts a try in each of these and says whether all were still within their limits. What works is taken off again.
create function system_try(keys bytea[], most integer[], minutes integer[]) returns table (allowed boolean)
	language sql volatile security definer set search_path = public, pg_temp as $$
	with counted as (
		insert into gate.tries as t (key, count, ends_at)
			select w.key, 1, now() + make_interval(mins => w.minutes) from unnest(keys, minutes) w(key, minutes) order by w.key
			on conflict (key) do update set
				count = case when t.ends_at <= now() then 1 else t.count + 1 end,
				ends_at = case when t.ends_at <= now() then excluded.ends_at else t.ends_at end
			returning key, count
	)
	select bool_and(c.count <= w.most) from counted c join unnest(keys, most) w(key, most) on w.key = c.key
$$;
create function system_try_worked(keys bytea[]) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	update gate.tries t set count = greatest(t.count - 1, 0) where t.key = any (keys)
$$;

-- Who the holder of this token is, and whether they showed that it is them in the last ten minutes, by this clock. Notes that
-- the session was used, at most once a minute.
drop function system_session_account(bytea);
create function system_session_account(hash bytea)
	returns table (area_id uuid, account_id uuid, session_id uuid, name text, area_name text, is_demonstration boolean, standings text[],
		assurance text, shared_device boolean, is_sure boolean)
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
			found.assurance, found.shared_device, coalesce(found.stepped_up_at > now() - interval '10 minutes', false)
		from account a join area p on p.area_id = a.area_id
		where a.area_id = found.area_id and a.id = found.account_id;
end $$;

-- Begins a session. On one's own device it ends after an hour unused and after twelve in any event; on somebody else's after
-- seven minutes unused and after an hour. Sessions of the account that have ended go.
create function system_start_session(area uuid, account uuid, session_id uuid, hash bytea, how text, device text, shared boolean)
	returns table (area_id uuid, account_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if not exists (select from account a where a.area_id = area and a.id = account and a.closed_at is null) then return; end if;
	delete from session s where s.area_id = area and s.account_id = account and s.ends_at < now();
	insert into sign_in_event (area_id, account_id, kind, device_label) values (area, account, 'came_in', device);
	return query
		insert into session (area_id, id, account_id, token_hash, assurance, device_label, shared_device, stepped_up_at, idle_for_minutes, ends_at)
			values (area, session_id, account, hash, how, device, shared, now(),
				case when shared then 7 else 60 end, now() + case when shared then interval '1 hour' else interval '12 hours' end)
			returning session.area_id, session.account_id;
end $$;

-- Whoever holds the device has shown that it is them: the session goes on under a new token.
create function system_step_up(before bytea, after bytea) returns table (area_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update session s set token_hash = after, stepped_up_at = now() where s.token_hash = before and s.ends_at > now()
		returning s.area_id
$$;

-- The secret that goes with a sign-in name. The caller compares; that there is none takes as long.
create function system_secret_of_name(wanted text) returns table (area_id uuid, account_id uuid, hash text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select s.area_id, s.account_id, s.hash from secret s where s.sign_in_name = wanted
$$;
create function system_secret_of_session(token bytea) returns table (hash text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select c.hash from session s join secret c on c.area_id = s.area_id and c.account_id = s.account_id where s.token_hash = token
$$;

-- For whom a card is that is still good.
create function system_open_card(code bytea) returns table (name text, area_name text, has_secret boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select a.name, p.name, exists (select from secret s where s.area_id = c.area_id and s.account_id = c.account_id)
		from sign_in_card c
			join account a on a.area_id = c.area_id and a.id = c.account_id and a.closed_at is null
			join area p on p.area_id = c.area_id
		where c.code_hash = code and c.used_at is null and c.ended_at is null and c.ends_at > now()
$$;

-- Uses a card: sets the secret under the first of these names that nobody has (a name once given stays), ends every other
-- session, and begins one. No row when the card is no longer good, also for the second of two who use it at once.
create function system_use_card(code bytea, names text[], secret_hash text, session_id uuid, token bytea, device text, shared boolean)
	returns table (sign_in_name text)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare card sign_in_card; given text;
begin
	update sign_in_card c set used_at = now()
		where c.code_hash = code and c.used_at is null and c.ended_at is null and c.ends_at > now()
			and exists (select from account a where a.area_id = c.area_id and a.id = c.account_id and a.closed_at is null)
		returning c.* into card;
	if card.id is null then return; end if;
	select n into given from unnest(names) with ordinality w(n, place)
		where not exists (select from secret s where s.sign_in_name = n) order by place limit 1;
	insert into secret as s (area_id, account_id, sign_in_name, hash) values (card.area_id, card.account_id, given, secret_hash)
		on conflict (area_id, account_id) do update set hash = secret_hash, set_at = now()
		returning s.sign_in_name into given;
	delete from session s where s.area_id = card.area_id and s.account_id = card.account_id;
	insert into sign_in_event (area_id, account_id, kind, device_label) values (card.area_id, card.account_id, 'card_used', device);
	perform system_start_session(card.area_id, card.account_id, session_id, token, 'card', device, shared);
	return query select given;
end $$;

-- A new area with its first lead, who comes in with a card, and what must be passed on, signed off by that lead.
create function system_create_area(area uuid, area_name text, words text, text_id uuid, lead uuid, lead_name text, standing_id uuid,
	card uuid, code bytea) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into area (area_id, name, passed_on, passed_on_signed_off_at) values (area, area_name, words, now());
	insert into account (area_id, id, name) values (area, lead, lead_name);
	insert into standing (area_id, id, account_id, kind) values (area, standing_id, lead, 'lead');
	insert into passed_on_text (area_id, id, words, signed_off_by_id) values (area, text_id, words, lead);
	insert into sign_in_card (area_id, id, account_id, code_hash, made_by_id) values (area, card, lead, code, lead);
end $$;

create or replace function system_forget() returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from draft where saved_at < now() - interval '30 days';
	delete from session where ends_at < now();
	delete from gate.tries where ends_at < now();
	delete from sign_in_event where at < now() - interval '1 year';
	delete from sign_in_card where made_at < now() - interval '1 year';
$$;

-- Whether the acting account answers for the service in its area now, or works for it.
create function i_am_here(wanted text) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from standing g where g.area_id = my_area() and g.account_id = my_account() and g.kind = wanted
		and is_now(g.began_at, g.ended_at))
$$;
create function require_standing(wanted text) returns void
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not i_am_here(wanted) then
		raise exception 'this is not yours to do' using errcode = 'insufficient_privilege';
	end if;
end $$;

-- A practitioner begins to work with somebody new, who has a plan from the first day. False when this was done before.
create function begin_to_work_with(person uuid, person_name text, standing_id uuid, relationship_id uuid, scope_id uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('practitioner');
	insert into account (area_id, id, name) values (my_area(), person, person_name) on conflict do nothing;
	if not found then return false; end if;
	insert into standing (area_id, id, account_id, kind) values (my_area(), standing_id, person, 'person');
	insert into working_relationship (area_id, id, person_id, practitioner_id) values (my_area(), relationship_id, person, my_account());
	insert into scope (area_id, id, person_id, part) values (my_area(), scope_id, person, 'plan');
	perform append_access_entry(my_area(), person, my_account(), 'changed', 'person', person, clock_timestamp());
	return true;
end $$;

-- The staff of the area, for its leads: names and dates, nothing of what they do with whom.
create function staff_here() returns table (account_id uuid, name text, standing_id uuid, kind text, began_at timestamptz, ended_at timestamptz,
		card_ends_at timestamptz, came_in boolean)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('lead');
	return query select a.id, a.name, g.id, g.kind, g.began_at, g.ended_at,
			(select c.ends_at from sign_in_card c where c.area_id = a.area_id and c.account_id = a.id
				and c.used_at is null and c.ended_at is null and c.ends_at > now()),
			exists (select from secret s where s.area_id = a.area_id and s.account_id = a.id)
		from standing g join account a on a.area_id = g.area_id and a.id = g.account_id
		where g.area_id = my_area() and g.kind in ('practitioner', 'lead');
end $$;
-- False when this was done before.
create function add_staff(account uuid, account_name text, standing_id uuid, standing_kind text) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('lead');
	if standing_kind not in ('practitioner', 'lead') then
		raise exception 'no such standing' using errcode = 'check_violation';
	end if;
	insert into account (area_id, id, name) values (my_area(), account, account_name) on conflict do nothing;
	if not found then return false; end if;
	insert into standing (area_id, id, account_id, kind) values (my_area(), standing_id, account, standing_kind);
	return true;
end $$;
-- Ends somebody's work here, and with it their sessions and cards. A lead cannot end their own: an area is never without one.
create function end_staff(standing_id uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended standing;
begin
	perform require_standing('lead');
	update standing g set ended_at = now()
		where g.area_id = my_area() and g.id = standing_id and g.kind in ('practitioner', 'lead')
			and g.account_id <> my_account() and is_now(g.began_at, g.ended_at)
		returning g.* into ended;
	if ended.id is null then return false; end if;
	delete from session s where s.area_id = ended.area_id and s.account_id = ended.account_id;
	update sign_in_card c set ended_at = now()
		where c.area_id = ended.area_id and c.account_id = ended.account_id and c.used_at is null and c.ended_at is null;
	return true;
end $$;
create function sign_off_what_is_passed_on(text_id uuid, words text) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_standing('lead');
	insert into passed_on_text (area_id, id, words, signed_off_by_id) values (my_area(), text_id, words, my_account());
	update area p set passed_on = words, passed_on_signed_off_at = now() where p.area_id = my_area();
end $$;

-- A new card for somebody whom I work with, or for my staff where I lead. An earlier one that is still open ends with it.
create function make_card(holder uuid, card uuid, code bytea) returns timestamptz
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare until timestamptz;
begin
	if not (holder = any (people_i_work_with())
			or (i_am_here('lead') and exists (select from standing g where g.area_id = my_area() and g.account_id = holder
				and g.kind in ('practitioner', 'lead') and is_now(g.began_at, g.ended_at)))) then
		raise exception 'this is not yours to make' using errcode = 'insufficient_privilege';
	end if;
	update sign_in_card c set ended_at = now()
		where c.area_id = my_area() and c.account_id = holder and c.used_at is null and c.ended_at is null;
	insert into sign_in_card as c (area_id, id, account_id, code_hash, made_by_id) values (my_area(), card, holder, code, my_account())
		returning c.ends_at into until;
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), holder, 'card_made');
	if holder = any (people_i_work_with()) then
		perform append_access_entry(my_area(), holder, my_account(), 'changed', 'card', card, clock_timestamp());
	end if;
	return until;
end $$;

-- Loads whatever tables it is given, in their order, so that a new table needs no new loader. Only into a database that
-- holds no area yet, and only a demonstration.
drop function system_load_demonstration(jsonb);
create function system_load_demonstration(whole json) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare part record; entry jsonb;
begin
	perform pg_advisory_xact_lock(4202);
	if exists (select from area) then
		raise exception 'this database already holds an area' using errcode = 'object_not_in_prerequisite_state';
	end if;
	if exists (select from json_array_elements(whole -> 'area') a where not (a ->> 'is_demonstration')::boolean) then
		raise exception 'only a demonstration can be loaded' using errcode = 'check_violation';
	end if;
	for part in select key, value from json_each(whole) where key <> 'access' loop
		execute format('insert into %1$I select * from json_populate_recordset(null::%1$I, $1)', part.key) using part.value;
	end loop;
	for entry in select e from jsonb_array_elements((whole -> 'access')::jsonb) with ordinality t(e, n) order by n loop
		perform append_access_entry((entry ->> 'area_id')::uuid, (entry ->> 'person_id')::uuid, (entry ->> 'by_id')::uuid,
			entry ->> 'act', entry ->> 'what', (entry ->> 'thing_id')::uuid, (entry ->> 'at')::timestamptz);
	end loop;
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
