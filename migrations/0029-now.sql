-- Where I am now: the parts of a life, each in the person's words and beside them in the practitioner's, said over as many
-- sittings as it takes; strengths; measures that are the person's alone; and what of it came into the plan.

alter table scope drop constraint scope_part_check;
alter table scope add constraint scope_part_check check (part in ('plan', 'story', 'now', 'opportunities'));

-- One part of somebody's life, once for each person: what can be opened by itself.
create table life_part (
	area_id uuid not null,
	id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	part text not null check (part in ('home', 'money', 'work', 'health', 'drugs', 'relationships', 'caring', 'community', 'identity', 'rights')),
	primary key (area_id, id),
	unique (area_id, id, scope_id, person_id),
	unique (area_id, person_id, part),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id) on update cascade
);
comment on table life_part is 'owner: the person; purpose: what of a life can be spoken of and opened by itself; retention: until they leave; disclosure: the person and who works with them, those it is open to; leaving: deleted';

-- A picture being made: begun once, gone on with as often as wished. It is the person's alone until they show it; one that
-- two begin together is shown from the beginning.
create table sitting (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	begun_by_id uuid not null,
	together boolean not null,
	begun_at timestamptz not null default now(),
	shown_at timestamptz,
	primary key (area_id, id),
	unique (area_id, id, person_id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, begun_by_id) references account (area_id, id)
);
create index sitting_of_person on sitting (area_id, person_id, begun_at);
create index sitting_begun_by on sitting (area_id, begun_by_id);
comment on table sitting is 'owner: the person; purpose: to say where they are now, and to look back on it; retention: until they leave; disclosure: the person, and once they show it who works with them; leaving: deleted, kept without who left where they had begun it with somebody';

-- What one hand says to one question about one part. A row without words or number: they say nothing about this, which is an
-- answer. "enough" is the person's word that they have said enough about the part.
create table said (
	area_id uuid not null,
	id uuid not null,
	sitting_id uuid not null,
	life_part_id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	author_id uuid not null,
	question text not null check (question in ('well', 'way', 'help', 'rating', 'enough')),
	words text check (words <> ''),
	-- Where it is that something is in the way.
	place text check (place in ('me', 'between', 'world')),
	rating integer check (rating between 0 and 10),
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, sitting_id, life_part_id, author_id, question),
	unique (area_id, id, sitting_id, life_part_id),
	constraint only_the_person_rates check (question in ('well', 'way', 'help') or author_id = person_id),
	constraint a_number_for_the_rating check (rating is null or question = 'rating'),
	constraint words_for_the_rest check (words is null or question in ('well', 'way', 'help')),
	constraint a_place_in_the_way check (place is null or (question = 'way' and words is not null)),
	foreign key (area_id, sitting_id, person_id) references sitting (area_id, id, person_id) on delete cascade,
	foreign key (area_id, life_part_id, scope_id, person_id) references life_part (area_id, id, scope_id, person_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index said_of_part on said (area_id, life_part_id, said_at);
create index said_of_person on said (area_id, person_id);
create index said_by on said (area_id, author_id);
comment on table said is 'owner: its author; purpose: what goes well, what is in the way, what would help; retention: until the person leaves; disclosure: the person, once they show the sitting who works with them, and those the part is open to; leaving: deleted';

-- Something that goes well, which the person keeps as a strength of theirs.
create table strength (
	area_id uuid not null,
	id uuid not null,
	sitting_id uuid not null,
	life_part_id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	words text not null check (words <> ''),
	kept_at timestamptz not null default now(),
	put_away_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, sitting_id, person_id) references sitting (area_id, id, person_id) on delete cascade,
	foreign key (area_id, life_part_id, scope_id, person_id) references life_part (area_id, id, scope_id, person_id) on update cascade
);
-- Words can be longer than an index takes.
create unique index strength_kept_once on strength (area_id, person_id, md5(words));
create index strength_of_sitting on strength (area_id, sitting_id);
create index strength_of_part on strength (area_id, life_part_id);
comment on table strength is 'owner: the person; purpose: what they are good at and can build on; retention: until they leave; disclosure: as what it was said with; leaving: deleted';

-- What came into the plan from what would help: an outcome, or a question to somebody.
create table said_for_plan (
	area_id uuid not null,
	id uuid not null,
	said_id uuid not null,
	sitting_id uuid not null,
	life_part_id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	author_id uuid not null,
	outcome_id uuid,
	request_id uuid,
	made_at timestamptz not null default now(),
	primary key (area_id, id),
	constraint came_to_one check (num_nonnulls(outcome_id, request_id) = 1),
	foreign key (area_id, said_id, sitting_id, life_part_id) references said (area_id, id, sitting_id, life_part_id) on delete cascade,
	foreign key (area_id, life_part_id, scope_id, person_id) references life_part (area_id, id, scope_id, person_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id),
	foreign key (area_id, outcome_id) references outcome (area_id, id) on delete cascade,
	foreign key (area_id, request_id) references contribution_request (area_id, id) on delete cascade
);
create index said_for_plan_of_person on said_for_plan (area_id, person_id);
create index said_for_plan_of_said on said_for_plan (area_id, said_id);
create index said_for_plan_by on said_for_plan (area_id, author_id);
create unique index outcome_came_from on said_for_plan (area_id, outcome_id) where outcome_id is not null;
create unique index request_came_from on said_for_plan (area_id, request_id) where request_id is not null;
comment on table said_for_plan is 'owner: the person; purpose: where something in the plan came from; retention: with what it came from; disclosure: as what it came from; leaving: deleted';

-- An answer to one question of a measure. Without a number: they would rather not say, which is an answer.
create table measure_answer (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	measure text not null check (measure <> ''),
	version text not null check (version <> ''),
	language text not null check (language <> ''),
	question text not null check (question <> ''),
	answer integer check (answer between 0 and 10),
	words text check (words <> ''),
	answered_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id)
);
create index measure_answer_of on measure_answer (area_id, person_id, question, answered_at);
comment on table measure_answer is 'owner: the person; purpose: to see for themselves how something changes; retention: until they delete it; disclosure: the person alone; leaving: deleted';

grant select, insert, update, delete on life_part, sitting, said, strength, said_for_plan, measure_answer to alongside_definer;
grant insert on scope to alongside_definer;

-- The sittings of others that I may read, and write my own voice in: people I work with now show them to me.
create function sittings_shown_to_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select s.id from sitting s
		where s.area_id = my_area() and s.person_id = any (people_i_work_with()) and s.shown_at is not null)
$$;
create function sittings_i_write_in() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select s.id from sitting s where s.area_id = my_area() and s.person_id = my_account()) || sittings_shown_to_me()
$$;

-- Begins a sitting: a person their own, or a practitioner one together with somebody they work with now. With the first come
-- the parts of the life, under ids from the program: one for the scope, then one for each. False: it is not mine to begin.
create function begin_sitting(wanted uuid, person uuid, both_of_us boolean, ids uuid[]) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare whole uuid;
begin
	if not (person = my_account() or (both_of_us and array[person] <@ people_i_work_with())) then return false; end if;
	if not exists (select from scope s where s.area_id = my_area() and s.person_id = person and s.part = 'plan') then return false; end if;
	perform pg_advisory_xact_lock(hashtextextended('parts of the life of ' || person::text, 0));
	select s.id into whole from scope s
		where s.area_id = my_area() and s.person_id = person and s.part = 'now' and s.within_id is null;
	if whole is null then
		whole := ids[1];
		insert into scope (area_id, id, person_id, part) values (my_area(), whole, person, 'now');
		insert into life_part (area_id, id, scope_id, person_id, part)
			select my_area(), ids[nth + 1], whole, person, part
				from unnest(array['home', 'money', 'work', 'health', 'drugs', 'relationships', 'caring', 'community', 'identity', 'rights'])
					with ordinality each_one (part, nth);
	end if;
	insert into sitting (area_id, id, person_id, begun_by_id, together, shown_at)
		values (my_area(), wanted, person, my_account(), both_of_us, case when both_of_us then now() end)
		on conflict do nothing;
	return exists (select from sitting s where s.area_id = my_area() and s.id = wanted and s.begun_by_id = my_account());
end $$;

-- What leaving takes: all that is the person's, with what was said beside it; of somebody else their own voice.
create function erase_of_now(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	delete from measure_answer m where m.area_id = area and m.person_id = gone;
	delete from said_for_plan f where f.area_id = area and f.person_id = gone;
	delete from strength s where s.area_id = area and s.person_id = gone;
	delete from said s where s.area_id = area and s.person_id = gone;
	-- What somebody began to write about a part in a sitting (aboutOf in src/individual/now/reading.ts).
	delete from draft d where d.area_id = area and d.form like 'now-%' and d.about_id in (
		select (left(s.id::text, 24) || right(l.id::text, 12))::uuid from sitting s
			join life_part l on l.area_id = area and l.person_id = gone where s.area_id = area and s.person_id = gone);
	delete from sitting s where s.area_id = area and s.person_id = gone;
	delete from life_part l where l.area_id = area and l.person_id = gone;
	told := array(select distinct s.person_id from said s where s.area_id = area and s.author_id = gone);
	delete from said s where s.area_id = area and s.author_id = gone;
	return told;
end $$;

do $$
declare each_table text; f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
	end loop;
	foreach each_table in array array['life_part', 'sitting', 'said', 'strength', 'said_for_plan', 'measure_answer'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('create policy mine on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
	end loop;
	foreach each_table in array array['said', 'strength', 'said_for_plan'] loop
		execute format('create policy shown_to_me on %I for select to alongside_account
			using (sitting_id = any ((select sittings_shown_to_me())::uuid[]))', each_table);
	end loop;
	-- Where something in the plan came from is for the two hands alone.
	foreach each_table in array array['life_part', 'said', 'strength'] loop
		execute format('create policy open_to_me on %I for select to alongside_account
			using (scope_id = any ((select scopes_open_to_me())::uuid[]))', each_table);
	end loop;
end $$;
grant execute on function sittings_shown_to_me(), sittings_i_write_in(), begin_sitting(uuid, uuid, boolean, uuid[]) to alongside_account;
grant execute on function sittings_shown_to_me() to alongside_definer;

create policy of_those_i_work_with on life_part for select to alongside_account
	using (area_id = (select my_area()) and person_id = any ((select people_i_work_with())::uuid[]));
create policy shown_to_me on sitting for select to alongside_account
	using (id = any ((select sittings_shown_to_me())::uuid[]));

-- A single part of a life gets a scope of its own when it is first opened; what hangs on it follows by cascade.
grant update (scope_id) on life_part to alongside_account;
create policy set_apart on life_part for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));

-- The person shows a sitting, and closes it again.
grant update (shown_at) on sitting to alongside_account;
create policy mine_to_show on sitting for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()) and coalesce(shown_at, (select now())) = (select now()));

grant insert (area_id, id, sitting_id, life_part_id, scope_id, person_id, author_id, question, words, place, rating),
	update (words, place, rating, said_at), delete on said to alongside_account;
create policy by_my_hand on said for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and sitting_id = any ((select sittings_i_write_in())::uuid[]));
create policy my_own on said for update to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and sitting_id = any ((select sittings_i_write_in())::uuid[]))
	with check (author_id = (select my_account()) and said_at = (select now()));
create policy not_enough_after_all on said for delete to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and question = 'enough');

grant insert (area_id, id, sitting_id, life_part_id, scope_id, person_id, words), update (put_away_at) on strength to alongside_account;
create policy by_my_hand on strength for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
create policy my_own on strength for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()) and coalesce(put_away_at, (select now())) = (select now()));

grant insert (area_id, id, said_id, sitting_id, life_part_id, scope_id, person_id, author_id, outcome_id, request_id) on said_for_plan
	to alongside_account;
create policy by_my_hand on said_for_plan for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and sitting_id = any ((select sittings_i_write_in())::uuid[]));

grant insert (area_id, id, person_id, measure, version, language, question, answer, words), delete on measure_answer to alongside_account;
create policy by_my_hand on measure_answer for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
create policy mine_to_delete on measure_answer for delete to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
