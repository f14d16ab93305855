-- Reading the record of access: who is told of by role, questions about an entry and their answers, and how the chains are
-- proved from outside. Nothing here changes or deletes an entry, and nothing may.

-- The area in which I am a lead now; none, when I am not.
create function area_i_lead() returns uuid language sql stable
	as $$ select g.area_id from standing g
		where g.area_id = my_area() and g.account_id = my_account() and g.kind = 'lead' and is_now(g.began_at, g.ended_at) limit 1 $$;

-- Those who work for the service of the area in which I am a lead.
create function staff_i_lead() returns uuid[] language sql stable security definer set search_path = public, pg_temp
	as $$ select array(select g.account_id from standing g
		where g.area_id = area_i_lead() and g.kind in ('practitioner', 'lead') and is_now(g.began_at, g.ended_at)) $$;

-- Staff who would be in danger by name: the record tells of them by role. A lead sets it, and it can end.
create table shown_by_role (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	reason text not null check (reason <> ''),
	set_by_id uuid not null check (set_by_id <> account_id),
	set_at timestamptz not null default now(),
	ended_by_id uuid,
	ended_at timestamptz check (ended_at >= set_at),
	primary key (area_id, id),
	check ((ended_by_id is null) = (ended_at is null)),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, set_by_id) references account (area_id, id),
	foreign key (area_id, ended_by_id) references account (area_id, id)
);
create unique index shown_by_role_now on shown_by_role (area_id, account_id) where ended_at is null;
comment on table shown_by_role is 'owner: the service; purpose: staff who would be in danger are told of by role in the record; retention: three years after its end; disclosure: leads of the area and the one whom it is about';

-- A question about one entry. Who, when and what are copied from the entry: that much, and nothing of the content, is told
-- to those who answer. The entry is looked for at the end of the transaction, for a demonstration loads the record last.
create table record_question (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	entry_number bigint not null,
	asked_of_id uuid not null check (asked_of_id <> person_id),
	entry_at timestamptz not null,
	entry_act text not null,
	entry_what text not null,
	words text not null check (words <> ''),
	asked_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, person_id, asked_of_id),
	foreign key (area_id, person_id, entry_number) references access_entry (area_id, person_id, number) deferrable initially deferred,
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, asked_of_id) references account (area_id, id)
);
create index record_question_of_person on record_question (area_id, person_id, entry_number);
create index record_question_to on record_question (area_id, asked_of_id);
comment on table record_question is 'owner: the person; purpose: to ask about a look or a change; retention: with the record; disclosure: the person, who looked, leads of the area';

create table record_answer (
	area_id uuid not null,
	id uuid not null,
	question_id uuid not null,
	person_id uuid not null,
	asked_of_id uuid not null,
	author_id uuid not null check (author_id <> person_id),
	words text not null check (words <> ''),
	answered_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, question_id, person_id, asked_of_id) references record_question (area_id, id, person_id, asked_of_id),
	foreign key (area_id, author_id) references account (area_id, id)
);
create index record_answer_to on record_answer (area_id, question_id);
create index record_answer_of_person on record_answer (area_id, person_id, answered_at);
comment on table record_answer is 'owner: its author; purpose: to answer for a look or a change; retention: with the record; disclosure: as the question';

-- When the person last read their own record: what was answered since is new.
create index access_entry_of_readings on access_entry (area_id, person_id, at) where what = 'record';

grant select, insert on shown_by_role, record_question, record_answer to alongside_definer;

-- What a person is told of these accounts: their name, unless they are told of by role; and what they are to that person.
create function told_of(person uuid, accounts uuid[]) returns table (account_id uuid, name text, kind text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select a.id,
		case when not exists (select from shown_by_role s
			where s.area_id = a.area_id and s.account_id = a.id and is_now(s.set_at, s.ended_at)) then a.name end,
		coalesce(
			(select case when bool_or(is_now(r.began_at, r.ended_at)) then 'my_practitioner' else 'my_former_practitioner' end
				from working_relationship r
				where r.area_id = a.area_id and r.person_id = person and r.practitioner_id = a.id having count(*) > 0),
			(select g.kind from standing g where g.area_id = a.area_id and g.account_id = a.id
				order by array_position(array['lead', 'practitioner', 'partner', 'supporter', 'person'], g.kind) limit 1),
			'someone')
	from account a where a.area_id = my_area() and a.id = any (accounts)
$$;

-- Whoever looked at or changed what is mine in these entries of my record: nobody is left out because I may no longer know them.
create function who_is_in_my_record(first bigint, last bigint) returns table (account_id uuid, name text, kind text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select * from told_of(my_account(), array(select distinct e.by_id from access_entry e
		where e.area_id = my_area() and e.person_id = my_account() and e.number between first and last))
$$;

-- Everyone in these questions, as the one who reads them is told: the person what their record tells; the others by name.
create function who_is_in_questions(questions uuid[]) returns table (question_id uuid, account_id uuid, name text, kind text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select q.id, a.id, case when q.person_id = my_account() then t.name else a.name end, t.kind
	from record_question q
		cross join lateral (select q.person_id as id union select q.asked_of_id
			union select w.author_id from record_answer w where w.area_id = q.area_id and w.question_id = q.id) one
		join account a on a.area_id = q.area_id and a.id = one.id
		cross join lateral told_of(q.person_id, array[a.id]) t
	where q.area_id = my_area() and q.id = any (questions)
		and (q.person_id = my_account() or q.asked_of_id = my_account() or q.area_id = area_i_lead())
$$;

-- Records that I looked at, or changed, a question about the record, in the record of the one who asked it.
create function record_access_to_question(act text, question uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare person uuid;
begin
	select q.person_id into person from record_question q where q.area_id = my_area() and q.id = question
		and (q.person_id = my_account() or q.asked_of_id = my_account() or q.area_id = area_i_lead());
	if person is null then
		raise exception 'this is not yours to record' using errcode = 'insufficient_privilege';
	end if;
	perform append_access_entry(my_area(), person, my_account(), act, 'question', question, clock_timestamp());
end $$;

-- For proving the chains from outside: raw entries in the order of their key, after this one, so many at a time.
create function system_record_entries(after_area uuid, after_person uuid, after_number bigint, most integer)
	returns table (area_id uuid, person_id uuid, number bigint, at text, by_id uuid, act text, what text, thing_id uuid, hash text, has_head boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select e.area_id, e.person_id, e.number, extract(epoch from e.at)::text, e.by_id, e.act, e.what, e.thing_id, encode(e.hash, 'hex'),
		e.number > 1 or exists (select from access_head h where h.area_id = e.area_id and h.person_id = e.person_id)
	from access_entry e where (e.area_id, e.person_id, e.number) > (after_area, after_person, after_number)
	order by e.area_id, e.person_id, e.number limit most
$$;

-- The heads after this one, with the hash of the entry that each names and whether there is one beyond; all of them, or
-- those that moved since a moment.
create function system_record_heads(since timestamptz, after_area uuid, after_person uuid, most integer)
	returns table (area_id uuid, person_id uuid, number bigint, hash text, entry_hash text, goes_on boolean, told_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select h.area_id, h.person_id, h.number, encode(h.hash, 'hex'), encode(e.hash, 'hex'),
		exists (select from access_entry n where n.area_id = h.area_id and n.person_id = h.person_id and n.number > h.number), now()
	from access_head h left join access_entry e on e.area_id = h.area_id and e.person_id = h.person_id and e.number = h.number
	where h.number > 0 and (h.area_id, h.person_id) > (after_area, after_person) and (since is null or e.at >= since)
	order by h.area_id, h.person_id limit most
$$;

-- The hashes of entries by their keys, in the order in which they were asked for; none, where there is no such entry.
create function system_record_hashes(keys jsonb) returns table (hash text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select encode(e.hash, 'hex')
	from jsonb_array_elements(keys) with ordinality k(key, place)
		left join access_entry e on e.area_id = (key ->> 'area')::uuid and e.person_id = (key ->> 'person')::uuid
			and e.number = (key ->> 'number')::bigint
	order by place
$$;

do $$
declare each_function text;
begin
	foreach each_function in array array['staff_i_lead()', 'told_of(uuid, uuid[])', 'who_is_in_my_record(bigint, bigint)',
		'who_is_in_questions(uuid[])', 'record_access_to_question(text, uuid)', 'system_record_entries(uuid, uuid, bigint, integer)',
		'system_record_heads(timestamptz, uuid, uuid, integer)', 'system_record_hashes(jsonb)']
	loop
		execute format('alter function %s owner to alongside_definer', each_function);
	end loop;
end $$;
grant execute on function area_i_lead() to alongside_account, alongside_definer;
grant execute on function staff_i_lead(), who_is_in_my_record(bigint, bigint), who_is_in_questions(uuid[]),
	record_access_to_question(text, uuid) to alongside_account;
grant execute on function system_record_entries(uuid, uuid, bigint, integer), system_record_heads(timestamptz, uuid, uuid, integer),
	system_record_hashes(jsonb) to alongside_system;

do $$
declare each_table text;
begin
	foreach each_table in array array['shown_by_role', 'record_question', 'record_answer'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
	end loop;
end $$;

create policy about_me on shown_by_role for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy where_i_lead on shown_by_role for select to alongside_account
	using (area_id = (select area_i_lead()));
create policy by_my_hand on shown_by_role for insert to alongside_account
	with check (area_id = (select area_i_lead()) and set_by_id = (select my_account()) and account_id = any ((select staff_i_lead())::uuid[]));
create policy ended_by_me on shown_by_role for update to alongside_account
	using (area_id = (select area_i_lead()) and ended_at is null)
	with check (ended_by_id = (select my_account()) and ended_at = (select now()));
grant insert (area_id, id, account_id, reason, set_by_id) on shown_by_role to alongside_account;
grant update (ended_by_id, ended_at) on shown_by_role to alongside_account;

create policy mine on record_question for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy to_me on record_question for select to alongside_account
	using (area_id = (select my_area()) and asked_of_id = (select my_account()));
create policy where_i_lead on record_question for select to alongside_account
	using (area_id = (select area_i_lead()));
-- What a question says of an entry is what the entry says; the policies of the record let me find my own only.
create policy by_my_hand on record_question for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()) and exists (
		select from access_entry e where e.area_id = record_question.area_id and e.person_id = record_question.person_id
			and e.number = entry_number and e.by_id = asked_of_id and e.at = entry_at and e.act = entry_act and e.what = entry_what));
grant insert (area_id, id, person_id, entry_number, asked_of_id, entry_at, entry_act, entry_what, words) on record_question to alongside_account;

create policy mine on record_answer for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy to_me on record_answer for select to alongside_account
	using (area_id = (select my_area()) and asked_of_id = (select my_account()));
create policy where_i_lead on record_answer for select to alongside_account
	using (area_id = (select area_i_lead()));
create policy of_those_asked on record_answer for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account())
		and (asked_of_id = (select my_account()) or area_id = (select area_i_lead())));
grant insert (area_id, id, question_id, person_id, asked_of_id, author_id, words) on record_answer to alongside_account;
