-- How two work together: what the order asks, apart from what is agreed; what each can expect of the other; how a meeting was;
-- what they write to each other; and how work passes from one practitioner to the next.

-- What an order asks of somebody, in plain words, numbered: new words never overwrite older ones, and the first words of a
-- condition are its id. It is nobody's agreement, so that it belongs to no outcome and to no scope.
create table order_wording (
	area_id uuid not null,
	id uuid not null,
	condition_id uuid not null,
	person_id uuid not null,
	number integer not null check (number between 1 and 10000),
	words text not null,
	from_day date,
	until_day date,
	author_id uuid not null check (author_id <> person_id),
	written_at timestamptz not null default now(),
	emptied_at timestamptz,
	primary key (area_id, id),
	unique (area_id, condition_id, number),
	unique (area_id, id, condition_id, person_id),
	constraint order_words_until_emptied check ((words = '') = (emptied_at is not null)),
	constraint begins_with_its_first_words check ((number = 1) = (condition_id = id)),
	constraint from_before_until check (from_day <= until_day),
	foreign key (area_id, condition_id) references order_wording (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, author_id) references account (area_id, id)
);
create index order_wording_of on order_wording (area_id, person_id, written_at);
comment on table order_wording is 'owner: the service; purpose: what the order asks, in plain words and apart from what is agreed; retention: until the person leaves; disclosure: the person and who works with them; leaving: deleted where it was the person''s, emptied where who wrote it left';

-- What the person says of it: that they do not understand it, or that it is not right.
create table order_remark (
	area_id uuid not null,
	id uuid not null,
	wording_id uuid not null,
	condition_id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('not_understood', 'not_right')),
	words text check (words <> ''),
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, person_id),
	constraint what_is_not_right check (kind <> 'not_right' or words is not null),
	foreign key (area_id, wording_id, condition_id, person_id) references order_wording (area_id, id, condition_id, person_id)
);
create index order_remark_of on order_remark (area_id, person_id, said_at);
create index order_remark_about on order_remark (area_id, wording_id);
comment on table order_remark is 'owner: the person; purpose: to say what is not clear or not right; retention: until the person leaves; disclosure: the person and who works with them; leaving: deleted';

create table order_answer (
	area_id uuid not null,
	id uuid not null,
	remark_id uuid not null,
	person_id uuid not null,
	author_id uuid not null check (author_id <> person_id),
	words text not null,
	answered_at timestamptz not null default now(),
	emptied_at timestamptz,
	primary key (area_id, id),
	constraint order_answer_until_emptied check ((words = '') = (emptied_at is not null)),
	foreign key (area_id, remark_id, person_id) references order_remark (area_id, id, person_id),
	foreign key (area_id, author_id) references account (area_id, id)
);
create index order_answer_to on order_answer (area_id, remark_id);
create index order_answer_of on order_answer (area_id, person_id);
comment on table order_answer is 'owner: its author; purpose: to answer what is not clear or not right; retention: until the person leaves; disclosure: the person and who works with them; leaving: deleted where it was the person''s, emptied where who answered left';

-- What two can expect of each other: of the person, or of who works with them. It stands where both have put their hand to the
-- same words.
create table expectation (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	with_id uuid not null check (with_id <> person_id),
	of_whom text not null check (of_whom in ('person', 'practitioner')),
	proposed_by_id uuid not null check (proposed_by_id in (person_id, with_id)),
	proposed_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, person_id, with_id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, with_id) references account (area_id, id)
);
create index expectation_of_person on expectation (area_id, person_id, proposed_at);
create index expectation_with on expectation (area_id, with_id);
comment on table expectation is 'owner: both; purpose: what each can expect of the other; retention: until either leaves; disclosure: the two; leaving: deleted';

create table expectation_wording (
	area_id uuid not null,
	id uuid not null,
	expectation_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	number integer not null check (number between 1 and 10000),
	words text not null check (words <> ''),
	words_hash bytea not null,
	author_id uuid not null check (author_id in (person_id, with_id)),
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, expectation_id, number),
	unique (area_id, id, expectation_id, person_id, with_id, words_hash),
	foreign key (area_id, expectation_id, person_id, with_id) references expectation (area_id, id, person_id, with_id)
);
create index expectation_wording_of on expectation_wording (area_id, person_id);
comment on table expectation_wording is 'owner: both; purpose: the exact words proposed; retention: until either leaves; disclosure: the two; leaving: deleted';
create trigger hash_the_words before insert on expectation_wording for each row execute function hash_the_words();

-- One hand under exactly these words, until it is taken back.
create table expectation_agreement (
	area_id uuid not null,
	id uuid not null,
	expectation_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	wording_id uuid not null,
	words_hash bytea not null,
	account_id uuid not null check (account_id in (person_id, with_id)),
	agreed_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, wording_id, expectation_id, person_id, with_id, words_hash)
		references expectation_wording (area_id, id, expectation_id, person_id, with_id, words_hash)
);
create unique index one_standing_hand_each on expectation_agreement (area_id, wording_id, account_id) where withdrawn_at is null;
create index expectation_agreement_of on expectation_agreement (area_id, person_id);
comment on table expectation_agreement is 'owner: who agreed; purpose: both hands under the same words; retention: until either leaves; disclosure: the two; leaving: deleted';

-- When a practitioner reads what is written to them, and how else to reach them: in their words, the newest counts.
create table practitioner_hours (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	reads text not null check (reads <> ''),
	reached text check (reached <> ''),
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index practitioner_hours_of on practitioner_hours (area_id, account_id, said_at);
comment on table practitioner_hours is 'owner: the practitioner; purpose: when they read and how to reach them; retention: until they leave; disclosure: those they work with, and who they know through them; leaving: deleted';

-- How a meeting was, as one of the two says it: five statements on five steps, any of which can be left; or not this time.
create table check_in (
	area_id uuid not null,
	id uuid not null,
	time_id uuid not null,
	appointment_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	account_id uuid not null check (account_id in (person_id, with_id)),
	listened integer check (listened between 1 and 5),
	fair integer check (fair between 1 and 5),
	say_no integer check (say_no between 1 and 5),
	what_next integer check (what_next between 1 and 5),
	worth_it integer check (worth_it between 1 and 5),
	change text check (change <> ''),
	not_this_time boolean not null default false,
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, time_id, account_id),
	constraint something_or_not_this_time
		check (not_this_time = (num_nonnulls(listened, fair, say_no, what_next, worth_it) = 0 and change is null)),
	foreign key (area_id, time_id, appointment_id, person_id, with_id)
		references appointment_time (area_id, id, appointment_id, person_id, with_id) on delete cascade
);
create index check_in_of_person on check_in (area_id, person_id, said_at);
create index check_in_by on check_in (area_id, account_id);
comment on table check_in is 'owner: its author; purpose: how a meeting was, for the two to talk about; retention: with the appointment; disclosure: its author, and the other of the two once they have said theirs or chosen not to, leads by counts of five people or more; leaving: deleted';

-- What two write to each other: a person, and somebody who works with them or has something of theirs open.
create table conversation_message (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	with_id uuid not null check (with_id <> person_id),
	author_id uuid not null check (author_id in (person_id, with_id)),
	-- Nothing, where it was taken back.
	words text check (words <> ''),
	sent_at timestamptz not null default now(),
	taken_back_at timestamptz,
	primary key (area_id, id),
	constraint words_until_taken_back check ((words is null) = (taken_back_at is not null)),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, with_id) references account (area_id, id)
);
create index conversation_of_person on conversation_message (area_id, person_id, with_id, sent_at);
create index conversation_with on conversation_message (area_id, with_id, sent_at);
comment on table conversation_message is 'owner: who sent it; purpose: to write to each other; retention: until either leaves; disclosure: the two; leaving: deleted, kept without the name where somebody else wrote it';

-- Where a person wishes to read nothing new from somebody: as long as the row is there.
create table conversation_closed (
	area_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	closed_at timestamptz not null default now(),
	primary key (area_id, person_id, with_id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, with_id) references account (area_id, id)
);
comment on table conversation_closed is 'owner: the person; purpose: nothing new from somebody; retention: until the person takes it back; disclosure: the person, the other reads that nothing new can be written; leaving: deleted';

-- What a practitioner who goes on writes for whoever comes next, numbered. It counts for nobody before the person says so.
create table handover_note (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	author_id uuid not null check (author_id <> person_id),
	number integer not null check (number between 1 and 10000),
	words text not null check (words <> ''),
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, person_id, author_id, number),
	unique (area_id, id, person_id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, author_id) references account (area_id, id)
);
create index handover_note_by on handover_note (area_id, author_id);
comment on table handover_note is 'owner: the person; purpose: what the next practitioner is told; retention: until the person leaves; disclosure: the person and its author, the next practitioner once the person has accepted it; leaving: deleted';

-- What the person says of a note, the newest word counts: read, put right in their words, accepted, or set aside.
create table handover_word (
	area_id uuid not null,
	id uuid not null,
	note_id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('read', 'corrected', 'accepted', 'set_aside')),
	words text check (words <> ''),
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	constraint words_where_it_is_put_right check ((kind = 'corrected') = (words is not null)),
	foreign key (area_id, note_id, person_id) references handover_note (area_id, id, person_id)
);
create index handover_word_of on handover_word (area_id, person_id);
create index handover_word_about on handover_word (area_id, note_id, said_at);
comment on table handover_word is 'owner: the person; purpose: nothing is handed over before they say so; retention: until the person leaves; disclosure: the person and who wrote the note, the next practitioner once the person has accepted it; leaving: deleted';

-- Who takes the work over, named by who goes on; they begin by their own hand.
create table handover (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	from_id uuid not null,
	to_id uuid not null check (to_id not in (person_id, from_id)),
	said_at timestamptz not null default now(),
	begun_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, from_id) references account (area_id, id),
	foreign key (area_id, to_id) references account (area_id, id)
);
create index handover_of on handover (area_id, person_id, said_at);
create index handover_to on handover (area_id, to_id);
create index handover_from on handover (area_id, from_id);
comment on table handover is 'owner: the person; purpose: who takes the work over; retention: until the person leaves; disclosure: the person, who named them and who is named; leaving: deleted';

-- What the person says of each thing that was open to the one before: open to the one who comes, or not.
create table opening_passed (
	area_id uuid not null,
	opening_id uuid not null,
	to_id uuid not null,
	person_id uuid not null,
	passes boolean not null,
	said_at timestamptz not null default now(),
	primary key (area_id, opening_id, to_id),
	foreign key (area_id, opening_id) references opening (area_id, id) on delete cascade,
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, to_id) references account (area_id, id)
);
create index opening_passed_of on opening_passed (area_id, person_id);
create index opening_passed_to on opening_passed (area_id, to_id);
comment on table opening_passed is 'owner: the person; purpose: nothing that was open passes without their word; retention: with the opening; disclosure: the person alone; leaving: deleted';

do $$
declare each_table text;
begin
	foreach each_table in array array['order_wording', 'order_remark', 'order_answer', 'expectation', 'expectation_wording',
		'expectation_agreement', 'practitioner_hours', 'check_in', 'conversation_message', 'conversation_closed', 'handover_note',
		'handover_word', 'handover', 'opening_passed']
	loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('grant select, insert, update, delete on %I to alongside_definer', each_table);
	end loop;
	foreach each_table in array array['order_wording', 'order_remark', 'order_answer'] loop
		execute format('create policy of_those_who_work on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = any ((select people_whose_relationships_i_know())::uuid[]))', each_table);
	end loop;
	foreach each_table in array array['expectation', 'expectation_wording', 'expectation_agreement', 'conversation_message',
		'conversation_closed', 'handover_note', 'handover_word', 'handover', 'opening_passed']
	loop
		execute format('create policy of_me on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
	end loop;
	foreach each_table in array array['expectation', 'expectation_wording', 'expectation_agreement'] loop
		execute format('create policy with_me on %I for select to alongside_account
			using (area_id = (select my_area()) and with_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]))', each_table);
	end loop;
end $$;

-- What the order asks: written by who works with the person, remarked on by the person, answered by who works with them.
grant insert (area_id, id, condition_id, person_id, number, words, from_day, until_day, author_id) on order_wording to alongside_account;
grant insert (area_id, id, wording_id, condition_id, person_id, kind, words) on order_remark to alongside_account;
grant insert (area_id, id, remark_id, person_id, author_id, words) on order_answer to alongside_account;
create policy by_my_hand on order_wording for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));
create policy by_my_hand on order_remark for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
create policy by_my_hand on order_answer for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));

-- What can be expected: between two who work together now, each by their own hand.
grant insert (area_id, id, person_id, with_id, of_whom, proposed_by_id) on expectation to alongside_account;
grant insert (area_id, id, expectation_id, person_id, with_id, number, words, author_id) on expectation_wording to alongside_account;
grant insert (area_id, id, expectation_id, person_id, with_id, wording_id, words_hash, account_id) on expectation_agreement to alongside_account;
create policy by_my_hand on expectation for insert to alongside_account
	with check (area_id = (select my_area()) and proposed_by_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]) and with_id = any ((select those_i_meet())::uuid[]));
create policy by_my_hand on expectation_wording for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]) and with_id = any ((select those_i_meet())::uuid[]));
create policy by_my_hand on expectation_agreement for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]) and with_id = any ((select those_i_meet())::uuid[]));
grant update (withdrawn_at) on expectation_agreement to alongside_account;
create policy my_own on expectation_agreement for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and withdrawn_at is null
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]))
	with check (withdrawn_at = (select now()));

-- Hours are a practitioner's own words, for whoever knows them.
create policy of_those_i_know on practitioner_hours for select to alongside_account
	using (area_id = (select my_area()) and account_id = any ((select accounts_i_know())::uuid[]));
grant insert (area_id, id, account_id, reads, reached) on practitioner_hours to alongside_account;
create function i_am_a_practitioner() returns boolean language sql stable as $$ select i_am_here('practitioner') $$;
create policy by_my_hand on practitioner_hours for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()) and (select i_am_a_practitioner()));

-- The meetings of mine that were: a time stood, it is over, and nobody says that we did not meet.
create function meetings_of_mine_that_were() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select t.id from appointment_time t
			where t.area_id = my_area() and my_account() in (t.person_id, t.with_id) and t.starts_at <= now()
				and t.person_id = any (people_whose_relationships_i_know()) and time_stands(t)
				and not exists (select from appointment_not_met n where n.area_id = t.area_id and n.time_id = t.id))
$$;

-- The meetings of which I have said how they were, or chosen not to: only then is the other's word there for me.
create function meetings_i_spoke_of() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select c.time_id from check_in c where c.area_id = my_area() and c.account_id = my_account()
		and c.person_id = any (people_whose_relationships_i_know()))
$$;
create policy mine on check_in for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]));
create policy laid_open on check_in for select to alongside_account
	using (area_id = (select my_area()) and time_id = any ((select meetings_i_spoke_of())::uuid[]));
grant insert (area_id, id, time_id, appointment_id, person_id, with_id, account_id, listened, fair, say_no, what_next, worth_it,
	change, not_this_time) on check_in to alongside_account;
create policy by_my_hand on check_in for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account())
		and time_id = any ((select meetings_of_mine_that_were())::uuid[]));

-- How meetings were in the area, for its lead: of each statement, how many people said each step when they last said one. Whoever
-- has left is not counted, and of nobody is told.
create function check_ins_of_my_area() returns table (statement text, step integer, people integer)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not i_am_here('lead') then return; end if;
	return query
		with said as (
			select distinct on (c.person_id, s.statement) c.person_id, s.statement, s.step
				from check_in c
					join account a on a.area_id = c.area_id and a.id = c.person_id and a.left_at is null
					cross join lateral (values ('listened', c.listened), ('fair', c.fair), ('say_no', c.say_no),
						('what_next', c.what_next), ('worth_it', c.worth_it)) s(statement, step)
				where c.area_id = my_area() and c.account_id = c.person_id and s.step is not null
				order by c.person_id, s.statement, c.said_at desc
		), counted as (
			select each_one as statement, array(
				select (select count(*)::integer from said s where s.statement = each_one and s.step = n)
					from generate_series(1, 5) n order by n) as counts
				from unnest(array['listened', 'fair', 'say_no', 'what_next', 'worth_it']) each_one
		)
		select c.statement, told.n::integer, told.safe
			from counted c cross join lateral unnest(only_safe_counts(c.counts)) with ordinality told(safe, n)
			where told.safe is not null;
end $$;

-- To whom I can write now. As a person: who works with me, and those to whom something of mine is open.
create function those_who_hear_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select known.id from (
			select r.practitioner_id as id from working_relationship r
				where r.area_id = my_area() and r.person_id = my_account() and is_now(r.began_at, r.ended_at)
			union
			select o.account_id from opening o where o.area_id = my_area() and o.person_id = my_account() and opening_holds(o)
		) known join account a on a.area_id = my_area() and a.id = known.id and a.left_at is null
		where not exists (select from conversation_closed c
			where c.area_id = my_area() and c.person_id = my_account() and c.with_id = known.id))
$$;
-- As who works with them, or has something of theirs open: the people who have not closed it.
create function people_who_hear_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select p from unnest(people_i_work_with() || people_who_opened_to_me()) p
			where not exists (select from conversation_closed c
				where c.area_id = my_area() and c.person_id = p and c.with_id = my_account()))
$$;
create function people_i_write_with() returns uuid[] language sql stable parallel safe
	as $$ select people_i_work_with() || people_who_opened_to_me() $$;
create policy with_me on conversation_message for select to alongside_account
	using (area_id = (select my_area()) and with_id = (select my_account()) and person_id = any ((select people_i_write_with())::uuid[]));
create policy with_me on conversation_closed for select to alongside_account
	using (area_id = (select my_area()) and with_id = (select my_account()) and person_id = any ((select people_i_write_with())::uuid[]));
grant insert (area_id, id, person_id, with_id, author_id, words) on conversation_message to alongside_account;
create policy by_me_as_the_person on conversation_message for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and person_id = (select my_account())
		and with_id = any ((select those_who_hear_me())::uuid[]));
create policy by_me_with_them on conversation_message for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and with_id = (select my_account())
		and person_id = any ((select people_who_hear_me())::uuid[]));

-- What is sent is never changed. Within a day its sender takes it back: then its words are gone.
grant update (words, taken_back_at) on conversation_message to alongside_account;
create policy my_own on conversation_message for update to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and taken_back_at is null
		and sent_at + interval '1 day' > (select now()))
	with check (words is null and taken_back_at = (select now()));
grant insert (area_id, person_id, with_id), delete on conversation_closed to alongside_account;
create policy by_my_hand on conversation_closed for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
create policy mine_to_open on conversation_closed for delete to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));

-- What I wrote to people who have left: mine, for me alone.
create function what_i_sent_to_those_who_left() returns table (words text, at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select m.words, m.sent_at from conversation_message m
			join account a on a.area_id = m.area_id and a.id = m.person_id and a.left_at is not null
		where m.area_id = my_area() and m.author_id = my_account() and m.taken_back_at is null order by m.sent_at
$$;

-- The notes that are for me because the person has accepted them, and works with me now.
create function handover_notes_for_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select n.id from handover_note n
			where n.area_id = my_area() and n.person_id = any (people_i_work_with())
				and 'accepted' = (select w.kind from handover_word w
					where w.area_id = n.area_id and w.note_id = n.id order by w.said_at desc, w.id desc limit 1))
$$;
-- The notes that I wrote, as long as I work with the person.
create function handover_notes_by_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select n.id from handover_note n
		where n.area_id = my_area() and n.author_id = my_account() and n.person_id = any (people_i_work_with()))
$$;
create policy by_me on handover_note for select to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));
create policy accepted on handover_note for select to alongside_account
	using (area_id = (select my_area()) and id = any ((select handover_notes_for_me())::uuid[]));
create policy of_my_notes on handover_word for select to alongside_account
	using (area_id = (select my_area()) and note_id = any ((select handover_notes_by_me())::uuid[]));
create policy accepted on handover_word for select to alongside_account
	using (area_id = (select my_area()) and note_id = any ((select handover_notes_for_me())::uuid[]));
grant insert (area_id, id, person_id, author_id, number, words) on handover_note to alongside_account;
create policy by_my_hand on handover_note for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));
grant insert (area_id, id, note_id, person_id, kind, words) on handover_word to alongside_account;
create policy by_my_hand on handover_word for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));

-- The practitioners here who could take work of mine over.
create function colleagues_of_mine() returns table (account_id uuid, name text)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not i_am_here('practitioner') then return; end if;
	return query
		select distinct a.id, a.name from standing g join account a on a.area_id = g.area_id and a.id = g.account_id
			where g.area_id = my_area() and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)
				and a.closed_at is null and a.id <> my_account() order by a.id;
end $$;
create function who_could_take_over() returns uuid[] language sql stable
	as $$ select array(select account_id from colleagues_of_mine()) $$;
create policy by_me on handover for select to alongside_account
	using (area_id = (select my_area()) and from_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));
create policy to_me on handover for select to alongside_account
	using (area_id = (select my_area()) and to_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[]));
grant insert (area_id, id, person_id, from_id, to_id) on handover to alongside_account;
create policy by_my_hand on handover for insert to alongside_account
	with check (area_id = (select my_area()) and from_id = (select my_account()) and person_id = any ((select people_i_work_with())::uuid[])
		and to_id = any ((select who_could_take_over())::uuid[]));

-- Whom the handovers about a person name, for the person and for who works with them.
create function names_in_handovers(person uuid) returns table (account_id uuid, name text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select distinct a.id, a.name from handover h join account a on a.area_id = h.area_id and a.id = h.to_id
		where h.area_id = my_area() and h.person_id = names_in_handovers.person
			and array[names_in_handovers.person] <@ people_whose_relationships_i_know()
			and my_account() in (h.person_id, h.from_id, h.to_id)
$$;

-- Whose work I am asked to take over: who it is and who asks, until I begin, for ninety days. The newest word of who goes on counts.
create function work_handed_to_me() returns table (id uuid, person_id uuid, name text, from_name text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select h.id, h.person_id, p.name, f.name
		from handover h
			join account p on p.area_id = h.area_id and p.id = h.person_id and p.left_at is null
			join account f on f.area_id = h.area_id and f.id = h.from_id
		where h.area_id = my_area() and h.to_id = my_account() and h.begun_at is null and i_am_here('practitioner')
			and h.said_at > now() - interval '90 days'
			and not exists (select from handover n where n.area_id = h.area_id and n.person_id = h.person_id
				and n.from_id = h.from_id and (n.said_at, n.id) > (h.said_at, h.id))
			and not exists (select from working_relationship r where r.area_id = h.area_id and r.person_id = h.person_id
				and r.practitioner_id = my_account() and is_now(r.began_at, r.ended_at))
		order by h.said_at
$$;
-- Begins to work with somebody whose work was handed to me. The person: nobody, where it was not.
create function take_work_over(wanted uuid, relationship uuid) returns uuid
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare person uuid;
begin
	select w.person_id into person from work_handed_to_me() w where w.id = wanted;
	if person is null then return null; end if;
	insert into working_relationship (area_id, id, person_id, practitioner_id) values (my_area(), relationship, person, my_account());
	update handover h set begun_at = now() where h.area_id = my_area() and h.id = wanted;
	perform append_access_entry(my_area(), person, my_account(), 'changed', 'person', person, clock_timestamp());
	-- From here on they know each other.
	perform begin_act(null);
	return person;
end $$;

grant insert (area_id, opening_id, to_id, person_id, passes), update (passes, said_at) on opening_passed to alongside_account;
create policy by_my_hand on opening_passed for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
create policy my_own on opening_passed for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (said_at = (select now()));

-- What leaving takes of all this. A person's own goes whole; where a practitioner left, what they wrote in a person's goes, and
-- an order's words leave an empty row that remarks hang on.
create function erase_of_working_together(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	told := array(
		select o.person_id from order_wording o where o.area_id = area and o.author_id = gone
		union select a.person_id from order_answer a where a.area_id = area and a.author_id = gone
		union select e.person_id from expectation e where e.area_id = area and e.with_id = gone
		union select c.person_id from check_in c where c.area_id = area and c.account_id = gone
		union select m.person_id from conversation_message m where m.area_id = area and m.author_id = gone
		union select n.person_id from handover_note n where n.area_id = area and n.author_id = gone
		union select h.person_id from handover h where h.area_id = area and gone in (h.from_id, h.to_id));
	delete from draft d where d.area_id = area and d.about_id in (
		select o.condition_id from order_wording o where o.area_id = area and o.person_id = gone
		union select r.id from order_remark r where r.area_id = area and r.person_id = gone
		union select e.id from expectation e where e.area_id = area and gone in (e.person_id, e.with_id)
		union select c.time_id from check_in c where c.area_id = area and c.person_id = gone
		union select n.id from handover_note n where n.area_id = area and gone in (n.person_id, n.author_id));

	delete from order_answer a where a.area_id = area and a.person_id = gone;
	delete from order_remark r where r.area_id = area and r.person_id = gone;
	delete from order_wording o where o.area_id = area and o.person_id = gone;
	update order_wording o set words = '', emptied_at = moment where o.area_id = area and o.author_id = gone;
	update order_answer a set words = '', emptied_at = moment where a.area_id = area and a.author_id = gone;

	delete from expectation_agreement a where a.area_id = area and gone in (a.person_id, a.with_id);
	delete from expectation_wording w where w.area_id = area and gone in (w.person_id, w.with_id);
	delete from expectation e where e.area_id = area and gone in (e.person_id, e.with_id);
	delete from practitioner_hours p where p.area_id = area and p.account_id = gone;
	delete from check_in c where c.area_id = area and gone in (c.person_id, c.account_id);

	delete from conversation_message m where m.area_id = area and m.author_id = gone;
	update conversation_message m set words = without_name(m.words, called) where m.area_id = area and gone in (m.person_id, m.with_id)
		and m.taken_back_at is null;
	delete from conversation_closed c where c.area_id = area and gone in (c.person_id, c.with_id);

	delete from handover_word w using handover_note n
		where w.area_id = area and n.area_id = area and n.id = w.note_id and gone in (n.person_id, n.author_id);
	delete from handover_note n where n.area_id = area and gone in (n.person_id, n.author_id);
	delete from handover h where h.area_id = area and gone in (h.person_id, h.from_id, h.to_id);
	delete from opening_passed p where p.area_id = area and gone in (p.person_id, p.to_id);
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
grant execute on function i_am_a_practitioner(), meetings_of_mine_that_were(), meetings_i_spoke_of(), check_ins_of_my_area(),
	those_who_hear_me(), people_who_hear_me(), people_i_write_with(), what_i_sent_to_those_who_left(), handover_notes_for_me(),
	handover_notes_by_me(), colleagues_of_mine(), who_could_take_over(), names_in_handovers(uuid), work_handed_to_me(), take_work_over(uuid, uuid) to alongside_account;
