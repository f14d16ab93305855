-- The end of the work of a person and a practitioner: said beforehand, for a day, with a goodbye if they like. From the end
-- of that day on nothing of the person's is open to them: each act asks whether they work together now (is_now).

create table end_of_work (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	practitioner_id uuid not null,
	said_by_id uuid not null,
	-- The last day on which they work together.
	last_day date not null,
	goodbye text check (goodbye <> ''),
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, practitioner_id) references account (area_id, id),
	foreign key (area_id, said_by_id) references account (area_id, id)
);
create index end_of_work_of_person on end_of_work (area_id, person_id, said_at);
create index end_of_work_with on end_of_work (area_id, practitioner_id);
comment on table end_of_work is 'owner: the person; purpose: to know beforehand that work together ends, and how it was said; retention: until the person leaves; disclosure: both hands; leaving: deleted where it was the person''s, emptied where who said it left';

-- What becomes of a promise that is open when the work ends, by the word of whoever made it.
create table promise_at_end (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	contribution_id uuid,
	step_id uuid,
	said_by_id uuid not null,
	-- Still to be done by this day; nothing: it is not kept.
	by_day date,
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	constraint of_one_promise check (num_nonnulls(contribution_id, step_id) = 1),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, said_by_id) references account (area_id, id),
	foreign key (area_id, contribution_id) references contribution (area_id, id) on delete cascade,
	foreign key (area_id, step_id) references step (area_id, id) on delete cascade
);
create index promise_at_end_of on promise_at_end (area_id, coalesce(contribution_id, step_id), said_at);
create index promise_at_end_of_contribution on promise_at_end (area_id, contribution_id);
create index promise_at_end_of_step on promise_at_end (area_id, step_id);
create index promise_at_end_of_person on promise_at_end (area_id, person_id);
comment on table promise_at_end is 'owner: who promised; purpose: no promise of the service ends unsaid; retention: with the promise; disclosure: both hands; leaving: deleted with the promise';

do $$
declare each_table text;
begin
	foreach each_table in array array['end_of_work', 'promise_at_end'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('create policy of_those_who_work on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = any ((select people_whose_relationships_i_know())::uuid[]))', each_table);
	end loop;
end $$;
grant select, insert, update, delete on end_of_work, promise_at_end to alongside_definer;
grant insert (area_id, id, person_id, contribution_id, step_id, said_by_id, by_day) on promise_at_end to alongside_account;

-- What I have promised the people I work with, and have neither done nor taken back.
create function my_open_promises() returns uuid[] language sql stable
	as $$ select array(select p.id from open_promise p where p.area_id = my_area() and p.by_id = my_account()) $$;
create policy by_my_hand on promise_at_end for insert to alongside_account
	with check (area_id = (select my_area()) and said_by_id = (select my_account())
		and person_id = any ((select people_i_work_with())::uuid[])
		and coalesce(contribution_id, step_id) = any ((select my_open_promises())::uuid[]));

-- Says that my work with this person ends with a day; said again while it lasts, the newer word counts. False: we do not work
-- together, or that day is over.
create function end_my_work(wanted uuid, person uuid, on_day date, words text) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if not array[person] <@ people_i_work_with() or on_day < (now() at time zone 'Europe/London')::date then return false; end if;
	if exists (select from end_of_work e where e.area_id = my_area() and e.id = wanted and e.said_by_id = my_account()) then return true; end if;
	update working_relationship r set ended_at = (on_day + 1)::timestamp at time zone 'Europe/London'
		where r.area_id = my_area() and r.person_id = person and r.practitioner_id = my_account() and is_now(r.began_at, r.ended_at);
	insert into end_of_work (area_id, id, person_id, practitioner_id, said_by_id, last_day, goodbye)
		values (my_area(), wanted, person, my_account(), my_account(), on_day, words);
	perform append_access_entry(my_area(), person, my_account(), 'changed', 'end_of_work', person, clock_timestamp());
	return true;
end $$;

-- For a lead: how much work is left of staff who are not here any more. No names of the people.
create function work_left_by_staff() returns table (practitioner_id uuid, people bigint)
	language sql stable security definer set search_path = public, pg_temp as $$
	select r.practitioner_id, count(*) from working_relationship r
		where r.area_id = my_area() and i_lead() and is_now(r.began_at, r.ended_at)
			and not exists (select from standing g where g.area_id = r.area_id and g.account_id = r.practitioner_id
				and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at))
		group by r.practitioner_id
$$;

-- For a lead: ends, today, the work of somebody who is not on the staff any more. Each person reads so. Answers how many.
create function end_work_of_staff(gone uuid) returns bigint
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare ended working_relationship; many bigint := 0;
begin
	if not exists (select from work_left_by_staff() w where w.practitioner_id = gone) then return 0; end if;
	for ended in
		update working_relationship r set ended_at = now()
			where r.area_id = my_area() and r.practitioner_id = gone and is_now(r.began_at, r.ended_at) returning r.*
	loop
		insert into end_of_work (area_id, id, person_id, practitioner_id, said_by_id, last_day)
			values (my_area(), ended.id, ended.person_id, gone, my_account(), (now() at time zone 'Europe/London')::date)
			on conflict do nothing;
		perform append_access_entry(my_area(), ended.person_id, my_account(), 'changed', 'end_of_work', ended.person_id, clock_timestamp());
		many := many + 1;
	end loop;
	return many;
end $$;

-- What leaving takes of the end of work: a person's goes whole, of whoever said it the words go.
create function erase_of_end_of_work(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	delete from promise_at_end p where p.area_id = area and gone in (p.person_id, p.said_by_id);
	delete from end_of_work e where e.area_id = area and e.person_id = gone;
	told := array(select e.person_id from end_of_work e where e.area_id = area and e.said_by_id = gone and e.goodbye is not null);
	update end_of_work e set goodbye = null where e.area_id = area and e.said_by_id = gone;
	return told;
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
grant execute on function my_open_promises(), end_my_work(uuid, uuid, date, text), work_left_by_staff(), end_work_of_staff(uuid)
	to alongside_account;
