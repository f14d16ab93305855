-- The ground that every table stands on: who is acting, areas, accounts, what they are here, sessions.
--
-- Every table has area_id, forced row-level security and a policy for alongside_account; keys start with area_id and no
-- foreign key crosses an area. Each comment on a table classifies it: owner, purpose, retention, disclosure.

grant usage on schema public to alongside_definer, alongside_system, alongside_account;
grant create on schema public to alongside_definer;
alter default privileges revoke execute on functions from public;

-- Who is acting. Set for one transaction only; nobody acting means nothing to see.
create function my_account() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('app.account', true), '')::uuid $$;
create function my_area() returns uuid language sql stable parallel safe
	as $$ select nullif(current_setting('app.area', true), '')::uuid $$;
grant execute on function my_account(), my_area() to alongside_account, alongside_definer;

create table area (
	area_id uuid primary key,
	name text not null,
	is_demonstration boolean not null default false,
	-- What a practitioner would have to pass on, in the words that the area has signed off.
	passed_on text,
	passed_on_signed_off_at timestamptz,
	created_at timestamptz not null default now(),
	constraint real_areas_say_what_is_passed_on
		check (is_demonstration or (passed_on is not null and passed_on_signed_off_at is not null))
);
comment on table area is 'owner: the service; purpose: the tenant; retention: as long as the service runs; disclosure: public';

create table account (
	area_id uuid not null references area (area_id),
	id uuid not null,
	name text not null check (name <> ''),
	created_at timestamptz not null default now(),
	closed_at timestamptz,
	primary key (area_id, id)
);
comment on table account is 'owner: the account holder; purpose: to sign in and be named; retention: until they leave; disclosure: those they work or share with';

-- What an account is here, from when to when: a role is a relationship, never a column on the account.
create table standing (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	kind text not null check (kind in ('person', 'practitioner', 'supporter', 'partner', 'lead')),
	began_at timestamptz not null default now(),
	ended_at timestamptz check (ended_at >= began_at),
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index standing_of_account on standing (area_id, account_id);
comment on table standing is 'owner: the account holder; purpose: which home and which acts are theirs; retention: until they leave; disclosure: the account holder';

-- The tie of a person and a practitioner.
create table working_relationship (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	practitioner_id uuid not null check (practitioner_id <> person_id),
	began_at timestamptz not null default now(),
	ended_at timestamptz check (ended_at >= began_at),
	primary key (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, practitioner_id) references account (area_id, id)
);
create index working_relationship_of_person on working_relationship (area_id, person_id);
create index working_relationship_of_practitioner on working_relationship (area_id, practitioner_id);
create unique index one_current_relationship_of_two on working_relationship (area_id, person_id, practitioner_id) where ended_at is null;
comment on table working_relationship is 'owner: both; purpose: who works with whom, and so who sees the shared plan; retention: three years after its end; disclosure: both';

create table session (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	token_hash bytea not null check (length(token_hash) = 32),
	assurance text not null check (assurance in ('demonstration')),
	device_label text not null,
	began_at timestamptz not null default now(),
	seen_at timestamptz not null default now(),
	idle_for_minutes integer not null,
	ends_at timestamptz not null,
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id),
	unique (area_id, token_hash)
);
create index session_by_token on session (token_hash);
create index session_of_account on session (area_id, account_id);
comment on table session is 'owner: the account holder; purpose: being signed in; retention: until it ends; disclosure: the account holder';

-- The invented people of a demonstration area, as the door at /demo lists them.
create table demonstration_account (
	area_id uuid not null,
	account_id uuid not null,
	key text not null,
	line text not null,
	position integer not null,
	primary key (area_id, account_id),
	unique (area_id, key),
	foreign key (area_id, account_id) references account (area_id, id)
);
comment on table demonstration_account is 'owner: nobody, they are invented; purpose: to try Alongside; retention: as long as the demonstration; disclosure: public';

-- What someone has begun to write and shared with nobody.
create table draft (
	area_id uuid not null,
	account_id uuid not null,
	form text not null,
	about_id uuid not null,
	fields jsonb not null,
	-- The key of the writing: a copy that was still on its way when this was shared must not bring it back.
	once uuid not null,
	shared_at timestamptz,
	saved_at timestamptz not null default now(),
	primary key (area_id, account_id, form, about_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
comment on table draft is 'owner: the writer; purpose: nothing typed is lost, nothing shared comes back; retention: until shared or thrown away, thirty days at most, of what was shared only that it was; disclosure: the writer alone';

grant select on all tables in schema public to alongside_definer;
grant insert, update, delete on session to alongside_definer;
grant delete on draft to alongside_definer;
grant insert on area, account, standing, working_relationship, demonstration_account to alongside_definer;

-- Whether something that began and may have ended holds now, by the database's clock.
create function is_now(began timestamptz, ended timestamptz) returns boolean language sql stable parallel safe
	as $$ select began <= now() and (ended is null or ended > now()) $$;
grant execute on function is_now(timestamptz, timestamptz) to alongside_account, alongside_definer;

-- What I may see is worked out once, as an act begins, and holds for its length (see begin_act): policies read what
-- it left, so each costs no more than a filter written by hand. Where no act was begun there is nothing to see.
create function seen_in_act(what text) returns uuid[] language sql stable parallel safe
	as $$ select coalesce(nullif(current_setting('app.' || what, true), ''), '{}')::uuid[] $$;

-- The people I work alongside now, as a practitioner.
create function people_i_work_with() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('people') $$;

-- The accounts whose names I may read: mine, those who work or worked with me, the people I work alongside now, and whoever
-- else works or worked with them.
create function accounts_i_know() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('accounts') $$;

-- Whose working relationships I may read: mine as a person, whenever; as a practitioner, all of the people I work with now.
create function people_whose_relationships_i_know() returns uuid[] language sql stable parallel safe
	as $$ select people_i_work_with() || my_account() $$;

-- The way in: who the holder of this token is. Notes that the session was used, at most once a minute.
create function system_session_account(hash bytea)
	returns table (area_id uuid, account_id uuid, session_id uuid, name text, area_name text, is_demonstration boolean, standings text[])
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found record;
begin
	select s.area_id, s.account_id, s.id, s.seen_at into found
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
				and is_now(g.began_at, g.ended_at) order by g.kind)
		from account a join area p on p.area_id = a.area_id
		where a.area_id = found.area_id and a.id = found.account_id;
end $$;

create function system_end_session(hash bytea) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from session s where s.token_hash = hash
$$;

-- Signing in as an invented person; sessions of the area that have ended go. Answers no row unless the account belongs to a demonstration area.
create function system_start_demonstration_session(wanted text, session_id uuid, hash bytea, device text)
	returns table (area_id uuid, account_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from session s
		where s.area_id in (select d.area_id from demonstration_account d where d.key = wanted) and s.ends_at < now();
	insert into session (area_id, id, account_id, token_hash, assurance, device_label, idle_for_minutes, ends_at)
		select d.area_id, session_id, d.account_id, hash, 'demonstration', device, 120, now() + interval '12 hours'
			from demonstration_account d
				join area p on p.area_id = d.area_id and p.is_demonstration
				join account a on a.area_id = d.area_id and a.id = d.account_id and a.closed_at is null
			where d.key = wanted
			order by p.created_at, p.area_id limit 1
		returning session.area_id, session.account_id
$$;

create function system_demonstration_accounts()
	returns table (area_id uuid, area_name text, account_id uuid, key text, name text, line text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select d.area_id, p.name, d.account_id, d.key, a.name, d.line
		from demonstration_account d
			join area p on p.area_id = d.area_id and p.is_demonstration
			join account a on a.area_id = d.area_id and a.id = d.account_id
		order by p.created_at, p.area_id, d.position
$$;

-- Lets go of what has outlived its purpose: drafts of a month ago and sessions that have ended.
create function system_forget() returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from draft where saved_at < now() - interval '30 days';
	delete from session where ends_at < now();
$$;

create function system_areas() returns table (area_id uuid, name text, is_demonstration boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select p.area_id, p.name, p.is_demonstration from area p order by p.created_at, p.area_id
$$;

alter function system_session_account(bytea) owner to alongside_definer;
alter function system_end_session(bytea) owner to alongside_definer;
alter function system_start_demonstration_session(text, uuid, bytea, text) owner to alongside_definer;
alter function system_demonstration_accounts() owner to alongside_definer;
alter function system_forget() owner to alongside_definer;
alter function system_areas() owner to alongside_definer;
grant execute on function seen_in_act(text), people_i_work_with() to alongside_account, alongside_definer;
grant execute on function accounts_i_know(), people_whose_relationships_i_know() to alongside_account;
grant execute on function system_session_account(bytea), system_end_session(bytea),
	system_start_demonstration_session(text, uuid, bytea, text), system_demonstration_accounts(), system_forget(), system_areas()
	to alongside_system;

do $$
declare each_table text;
begin
	for each_table in select tablename from pg_tables where schemaname = 'public' loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
	end loop;
end $$;

create policy my_own_area on area for select to alongside_account
	using (area_id = (select my_area()));
create policy those_i_know on account for select to alongside_account
	using (area_id = (select my_area()) and id = any ((select accounts_i_know())::uuid[]));
create policy mine on standing for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy those_i_know on working_relationship for select to alongside_account
	using (area_id = (select my_area()) and person_id = any ((select people_whose_relationships_i_know())::uuid[]));
create policy mine on session for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine on demonstration_account for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine on draft to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));

grant select on area, account, standing, working_relationship, demonstration_account to alongside_account;
grant select (area_id, id, account_id, device_label, began_at, seen_at) on session to alongside_account;
grant select, insert, update, delete on draft to alongside_account;
