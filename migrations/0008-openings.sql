-- Openings: what a person has opened to somebody they know, for a purpose, until a date, and those who support them.
--
-- Nobody has to end an opening: each act compares with the database's clock what is open to its account (begin_act).

-- What lies within a part is of the same person and the same part.
alter table scope add unique (area_id, id, person_id, part);
alter table scope add foreign key (area_id, within_id, person_id, part) references scope (area_id, id, person_id, part);
create index scope_within on scope (area_id, within_id) where within_id is not null;

-- The tie of a person and somebody whom they have let support them.
create table supporting (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	supporter_id uuid not null check (supporter_id <> person_id),
	began_at timestamptz not null default now(),
	ended_at timestamptz check (ended_at >= began_at),
	primary key (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, supporter_id) references account (area_id, id)
);
create index supporting_of_person on supporting (area_id, person_id);
create index supporting_by on supporting (area_id, supporter_id);
create unique index one_current_supporting_of_two on supporting (area_id, person_id, supporter_id) where ended_at is null;
comment on table supporting is 'owner: both; purpose: who supports whom, and so to whom something can be opened; retention: three years after its end; disclosure: both';

-- What a person has opened: a part, or a single thing within it that has a scope of its own.
create table opening (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	-- The single thing; null where the whole part is open.
	thing_id uuid,
	account_id uuid not null check (account_id <> person_id),
	purpose text not null check (purpose <> ''),
	opened_at timestamptz not null default now(),
	until timestamptz not null,
	-- Whether it also ends when the work of the person and a practitioner of theirs does.
	ends_with_work boolean not null,
	-- Whose names stand in full in what is opened; all others become initials.
	names_shown uuid[] not null,
	closed_at timestamptz check (closed_at >= opened_at),
	primary key (area_id, id),
	constraint six_months_at_most check (until > opened_at and until <= opened_at + interval '6 months'),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create unique index one_opening_each on opening (area_id, account_id, scope_id) where closed_at is null;
create index opening_of_person on opening (area_id, person_id, scope_id);
comment on table opening is 'owner: the person; purpose: who may see what of theirs, what for and until when; retention: three years after its end; disclosure: the person, and while it holds the one it is open to';

grant select on supporting, opening to alongside_definer;
grant insert on supporting, opening to alongside_definer;

-- Whether an opening holds now: not closed, its time not over, and nothing that it rests on has ended since.
create function opening_holds(o opening) returns boolean language sql stable as $$
	select o.closed_at is null and o.until > now()
		and not exists (select from working_relationship r
			where r.area_id = o.area_id and r.person_id = o.person_id and r.ended_at between o.opened_at and now()
				and (o.ends_with_work or r.practitioner_id = o.account_id))
		and not exists (select from supporting s
			where s.area_id = o.area_id and s.person_id = o.person_id and s.supporter_id = o.account_id
				and s.ended_at between o.opened_at and now())
		and not exists (select from standing g
			where g.area_id = o.area_id and g.account_id = o.account_id and g.kind = 'partner'
				and g.ended_at between o.opened_at and now())
$$;

-- What is open to me now, and whose it is.
create function openings_to_me() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('openings') $$;
create function people_who_opened_to_me() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('openers') $$;

-- What is opened is there to read. Only the two hands write.
create or replace function scopes_i_write_in() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('writing') $$;

create or replace function begin_act(about uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
	area uuid := my_area(); me uuid := my_account();
	people uuid[] := '{}'; openers uuid[]; opened uuid[]; writing uuid[]; reading uuid[] := '{}'; known uuid[] := '{}';
begin
	if exists (select from standing g
			where g.area_id = area and g.account_id = me and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)) then
		people := array(
			select r.person_id from working_relationship r
				where r.area_id = area and r.practitioner_id = me and is_now(r.began_at, r.ended_at)
					and (about is null or r.person_id = about)
		);
	end if;
	perform set_config('app.people', people::text, true);
	if about is null or about = me then
		people := people || me;
		known := array(
			select s.supporter_id from supporting s where s.area_id = area and s.person_id = me
			union
			select o.account_id from opening o where o.area_id = area and o.person_id = me
		);
	end if;
	writing := array(
		select s.id from unnest(people) person
			join scope s on s.area_id = area and s.person_id = person and (s.part = 'plan' or person = me)
	);
	select coalesce(array_agg(o.id), '{}'), coalesce(array_agg(distinct o.person_id), '{}') into opened, openers
		from opening o
		where o.area_id = area and o.account_id = me and o.closed_at is null
			and (about is null or o.person_id = about) and opening_holds(o);
	if opened <> '{}' then
		reading := array(
			select o.scope_id from opening o where o.area_id = area and o.id = any (opened)
			union
			select s.id from opening o join scope s on s.area_id = area and s.within_id = o.scope_id
				where o.area_id = area and o.id = any (opened)
		);
	end if;
	perform
		set_config('app.accounts', array(
			select me
			union
			select unnest(people || openers || known)
			union
			select r.practitioner_id
				from unnest(people) person join working_relationship r on r.area_id = area and r.person_id = person
			union
			select s.person_id from supporting s
				where s.area_id = area and s.supporter_id = me and is_now(s.began_at, s.ended_at)
					and (about is null or s.person_id = about)
		)::text, true),
		set_config('app.writing', writing::text, true),
		set_config('app.scopes', (writing || reading)::text, true),
		set_config('app.openings', opened::text, true),
		set_config('app.openers', openers::text, true);
end $$;

-- Who works on a scope that I write in, now: to whom it is only open, nobody's hands are told.
create or replace function hands_on(wanted uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if wanted <> all (scopes_i_write_in()) then return '{}'; end if;
	return array(
		select s.person_id from scope s where s.area_id = my_area() and s.id = wanted
		union
		select r.practitioner_id from scope s
			join working_relationship r on r.area_id = s.area_id and r.person_id = s.person_id and is_now(r.began_at, r.ended_at)
			where s.area_id = my_area() and s.id = wanted
	);
end $$;

create or replace function record_access(people uuid[], act text, what text, thing uuid)
	returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	-- Nobody writes into the record of someone whose things they could not have seen.
	if not people <@ (people_i_work_with() || people_who_opened_to_me() || my_account()) then
		raise exception 'this is not yours to record' using errcode = 'insufficient_privilege';
	end if;
	perform append_access_entry(my_area(), person, my_account(), act, what, thing, clock_timestamp())
		from (select distinct person from unnest(people) person order by person) each_one;
end $$;

-- Those to whom I can open something, and through which tie I know them: who supports me, who works or worked with me, and
-- the partners whom my area lists, which is everybody who stands as one now.
create function those_i_can_open_to() returns table (account_id uuid, name text, tie text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select distinct on (a.id) a.id, a.name, known.tie from (
		select r.practitioner_id as id, case when is_now(r.began_at, r.ended_at) then 'practitioner' else 'former' end as tie, 1 as nth
			from working_relationship r where r.area_id = my_area() and r.person_id = my_account() and r.began_at <= now()
		union all
		select s.supporter_id, 'supporter', 0 from supporting s
			where s.area_id = my_area() and s.person_id = my_account() and is_now(s.began_at, s.ended_at)
		union all
		select g.account_id, 'partner', 2 from standing g
			where g.area_id = my_area() and g.kind = 'partner' and is_now(g.began_at, g.ended_at)
	) known join account a on a.area_id = my_area() and a.id = known.id and a.closed_at is null and a.id <> my_account()
	-- Who works with me now is that first of all; after that the nearest tie counts.
	order by a.id, known.tie = 'practitioner' desc, known.nth
$$;
create function who_i_can_open_to() returns uuid[] language sql stable
	as $$ select array(select account_id from those_i_can_open_to()) $$;

-- Which of the openings that I have made hold now.
create function my_openings_that_hold() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select o.id from opening o where o.area_id = my_area() and o.person_id = my_account() and opening_holds(o))
$$;

-- The people round a person: who works or worked with them, supports or supported them, was opened something. For that
-- person, and for whoever has something of theirs open: in what these read, the names become initials.
create function people_round(person uuid) returns table (account_id uuid, name text, has_worked boolean, works boolean)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not array[person] <@ (people_who_opened_to_me() || my_account()) then return; end if;
	return query
		select a.id, a.name, bool_or(known.has_worked), bool_or(known.works) from (
			select r.practitioner_id as id, true as has_worked, is_now(r.began_at, r.ended_at) as works
				from working_relationship r where r.area_id = my_area() and r.person_id = person
			union all
			select s.supporter_id, false, false from supporting s where s.area_id = my_area() and s.person_id = person
			union all
			select o.account_id, false, false from opening o where o.area_id = my_area() and o.person_id = person
		) known join account a on a.area_id = my_area() and a.id = known.id
		group by a.id, a.name order by a.id;
end $$;

-- Seeing as another sees what I have opened to them: from here on the act is theirs, about me alone, and can only read.
create function see_as(other uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare me uuid := my_account();
begin
	if not exists (select from opening o
			where o.area_id = my_area() and o.person_id = me and o.account_id = other and opening_holds(o)) then
		raise exception 'nothing is open to them' using errcode = 'insufficient_privilege';
	end if;
	perform set_config('app.account', other::text, true), set_config('transaction_read_only', 'on', true);
	perform begin_act(me);
end $$;

alter function opening_holds(opening) owner to alongside_definer;
alter function begin_act(uuid) owner to alongside_definer;
alter function record_access(uuid[], text, text, uuid) owner to alongside_definer;
alter function hands_on(uuid) owner to alongside_definer;
alter function those_i_can_open_to() owner to alongside_definer;
alter function my_openings_that_hold() owner to alongside_definer;
alter function people_round(uuid) owner to alongside_definer;
alter function see_as(uuid) owner to alongside_definer;
grant execute on function people_who_opened_to_me() to alongside_account, alongside_definer;
grant execute on function scopes_i_write_in() to alongside_definer;
grant execute on function openings_to_me(), those_i_can_open_to(), who_i_can_open_to(), my_openings_that_hold(),
	people_round(uuid), see_as(uuid) to alongside_account;

do $$
declare each_table text;
begin
	foreach each_table in array array['supporting', 'opening'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
	end loop;
end $$;

create policy of_me on supporting for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy by_me on supporting for select to alongside_account
	using (area_id = (select my_area()) and supporter_id = (select my_account()));
grant select on supporting to alongside_account;

create policy by_me on opening for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy to_me on opening for select to alongside_account
	using (area_id = (select my_area()) and id = any ((select openings_to_me())::uuid[]));
grant select on opening to alongside_account;

-- A person opens in their own name, to somebody whom they know.
grant insert (area_id, id, person_id, scope_id, thing_id, account_id, purpose, until, ends_with_work, names_shown) on opening to alongside_account;
create policy by_my_hand on opening for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account())
		and scope_id = any ((select scopes_i_write_in())::uuid[]) and account_id = any ((select who_i_can_open_to())::uuid[]));

-- Either closes it, once; who supports somebody leaves, once. At the database's time.
grant update (closed_at) on opening to alongside_account;
create policy by_me_closed on opening for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and closed_at is null)
	with check (closed_at = (select now()));
create policy to_me_closed on opening for update to alongside_account
	using (area_id = (select my_area()) and id = any ((select openings_to_me())::uuid[]) and closed_at is null)
	with check (closed_at = (select now()));
grant update (ended_at) on supporting to alongside_account;
create policy by_me_ended on supporting for update to alongside_account
	using (area_id = (select my_area()) and supporter_id = (select my_account()) and ended_at is null)
	with check (ended_at = (select now()));

-- A single thing gets a scope of its own, within its part. What hangs on it follows by cascade.
grant insert (area_id, id, person_id, part, within_id) on scope to alongside_account;
create policy within_my_own on scope for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()) and within_id is not null);
grant update (scope_id) on outcome to alongside_account;
create policy set_apart on outcome for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
