-- Steps under an outcome, and what those bring to whom something is open: by their own hand, as the two hands do.

-- A step is something that somebody will do. What is said of it later is a row with a who and a when (step_turn).
create table step (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	-- Who does it; and who wrote it down. Where these are two, it waits for the word of the one who would do it.
	whose_id uuid not null,
	written_by_id uuid not null,
	words text not null check ((words = '') = (emptied_at is not null)),
	-- By when, as it was said, and the day that this is, where it is one. No hurry, where nothing was said.
	said text check (said <> ''),
	day date check (day is null or said is not null),
	written_at timestamptz not null default now(),
	emptied_at timestamptz,
	primary key (area_id, id),
	unique (area_id, id, outcome_id, whose_id, written_by_id),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, whose_id) references account (area_id, id),
	foreign key (area_id, written_by_id) references account (area_id, id)
);
create index step_of_outcome on step (area_id, outcome_id);
create index step_of_account on step (area_id, whose_id);
comment on table step is 'owner: who does it and who wrote it; purpose: what somebody will do, and by when; retention: with the outcome; disclosure: as the outcome; leaving: deleted, emptied where somebody else said something of it, kept where they said yes to it';

-- What was said of a step: its own one's yes, yes in other words, or no; another day; that it is done or set aside; and that
-- whoever asked takes the question back. Nothing is changed afterwards.
create table step_turn (
	area_id uuid not null,
	id uuid not null,
	step_id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	whose_id uuid not null,
	written_by_id uuid not null,
	author_id uuid not null,
	kind text not null check (kind in ('accepted', 'differently', 'declined', 'taken_back', 'another_day', 'done', 'set_aside')),
	words text check (words <> ''),
	said text check (said <> ''),
	day date check (day is null or said is not null),
	made_at timestamptz not null default now(),
	emptied_at timestamptz,
	primary key (area_id, id),
	-- Only the one whose step it is speaks for it; only the one who asked takes the question back.
	constraint by_whose_it_is check (author_id = case kind when 'taken_back' then written_by_id else whose_id end),
	constraint only_who_was_asked_answers check (whose_id <> written_by_id or kind in ('another_day', 'done', 'set_aside')),
	constraint other_words check (kind <> 'differently' or words is not null or emptied_at is not null),
	constraint words_where_some_are_said check (words is null or kind in ('differently', 'declined', 'set_aside')),
	constraint a_day_where_one_is_said check (said is null or kind in ('accepted', 'differently', 'another_day')),
	foreign key (area_id, step_id, outcome_id, whose_id, written_by_id) references step (area_id, id, outcome_id, whose_id, written_by_id),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index step_turn_of_step on step_turn (area_id, step_id);
create unique index one_answer_to_a_step on step_turn (area_id, step_id) where kind in ('accepted', 'differently', 'declined', 'taken_back');
create unique index one_end_of_a_step on step_turn (area_id, step_id) where kind in ('done', 'set_aside');
comment on table step_turn is 'owner: its author; purpose: how a step stands, and which days were said before; retention: with the outcome; disclosure: as the outcome; leaving: deleted, emptied in plans of others';

-- Where I can bring something by my own hand: where I write, and what is open to me.
create function scopes_i_bring_in() returns uuid[] language sql stable parallel safe
	as $$ select scopes_open_to_me() $$;

-- Who can be asked in a scope that I write in: who works on it now, and those to whom it is open. To whom it is only open,
-- nobody's hands are told.
create or replace function hands_on(wanted uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if wanted <> all (scopes_i_write_in()) then return '{}'; end if;
	return array(
		select s.person_id from scope s where s.area_id = my_area() and s.id = wanted
		union
		select r.practitioner_id from scope s
			join working_relationship r on r.area_id = s.area_id and r.person_id = s.person_id and is_now(r.began_at, r.ended_at)
			where s.area_id = my_area() and s.id = wanted
		union
		select o.account_id from scope s
			join opening o on o.area_id = s.area_id and o.person_id = s.person_id and o.scope_id in (s.id, s.within_id)
			where s.area_id = my_area() and s.id = wanted and opening_holds(o)
	);
end $$;

-- Whoever else has a hand in a person's plan, for those who write in it: who brought something, was asked or does a step, and
-- those to whom something of it is open now, with what that is. Most plans have nobody else: that is found out first.
create function thirds_in(person uuid) returns table (id uuid, name text, open_in uuid[])
	language plpgsql stable security definer set search_path = public, pg_temp as $$
declare area uuid := my_area(); hands uuid[]; thirds uuid[];
begin
	if not exists (select from scope s where s.area_id = area and s.person_id = person and s.part = 'plan'
			and s.id = any (scopes_i_write_in())) then
		return;
	end if;
	-- Who works or worked with the person is known in their plan already; here they are for what is open to them.
	hands := array(select r.practitioner_id from working_relationship r where r.area_id = area and r.person_id = person) || person;
	thirds := array(
		select c.brought_by_id from outcome o join contribution c on c.area_id = o.area_id and c.outcome_id = o.id
			where o.area_id = area and o.person_id = person and c.brought_by_id <> all (hands)
		union all
		select r.asked_of_id from outcome o join contribution_request r on r.area_id = o.area_id and r.outcome_id = o.id
			where o.area_id = area and o.person_id = person and r.asked_of_id <> all (hands)
		union all
		select t.whose_id from outcome o join step t on t.area_id = o.area_id and t.outcome_id = o.id
			where o.area_id = area and o.person_id = person and t.whose_id <> all (hands)
		union all
		select o.account_id from opening o join scope s on s.area_id = o.area_id and s.id = o.scope_id and s.part = 'plan'
			where o.area_id = area and o.person_id = person and o.closed_at is null and opening_holds(o));
	if thirds = '{}' then return; end if;
	return query
		select a.id, a.name, array(
				select o.scope_id from opening o join scope s on s.area_id = o.area_id and s.id = o.scope_id and s.part = 'plan'
					where o.area_id = area and o.person_id = person and o.account_id = a.id and o.closed_at is null and opening_holds(o))
			from account a where a.area_id = area and a.id = any (thirds) and a.left_at is null order by a.name;
end $$;

-- What I wrote for somebody who opened something to me, and whether it is open still: my words and nothing of theirs. Of a yes
-- to what was asked the words are theirs.
create function what_i_brought() returns table (id uuid, kind text, words text, at timestamptz, is_open boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select w.id, w.kind, w.words, w.at, o.scope_id = any (scopes_open_to_me())
		from outcome o
			join account a on a.area_id = o.area_id and a.id = o.person_id and a.left_at is null and a.id <> my_account()
			cross join lateral (
				select c.id, 'contribution' as kind,
					case when r.answer = 'accepted' then null else c.words end as words, c.offered_at as at
					from contribution c left join contribution_request r on r.area_id = c.area_id and r.id = c.request_id
					where c.area_id = o.area_id and c.outcome_id = o.id and c.brought_by_id = my_account()
				union all
				select r.id, 'answer', r.answer_words, r.answered_at from contribution_request r
					where r.area_id = o.area_id and r.outcome_id = o.id and r.asked_of_id = my_account() and r.answer = 'declined'
				union all
				select s.id, 'step', s.words, s.written_at from step s
					where s.area_id = o.area_id and s.outcome_id = o.id and s.written_by_id = my_account() and s.emptied_at is null
				union all
				select t.id, 'step_' || t.kind, coalesce(t.words, t.said), t.made_at from step_turn t
					where t.area_id = o.area_id and t.outcome_id = o.id and t.author_id = my_account() and t.emptied_at is null
			) w
		where o.area_id = my_area() and exists (select from opening p where p.area_id = o.area_id and p.person_id = o.person_id and p.account_id = my_account())
		order by w.at desc
$$;

-- What I wrote of steps in plans of people who have left.
create function what_i_wrote_of_steps_with_those_who_left() returns table (person_id uuid, outcome_id uuid, kind text, words text, at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select o.person_id, o.id, w.kind, w.words, w.at
		from account a
			join outcome o on o.area_id = a.area_id and o.person_id = a.id
			cross join lateral (
				select 'step' as kind, s.words, s.written_at as at from step s
					where s.area_id = o.area_id and s.outcome_id = o.id and s.written_by_id = my_account() and s.emptied_at is null
				union all
				select 'step_turn', concat_ws(E'\n', t.words, t.said), t.made_at from step_turn t
					where t.area_id = o.area_id and t.outcome_id = o.id and t.author_id = my_account() and t.emptied_at is null
						and coalesce(t.words, t.said) is not null
			) w
		where a.area_id = my_area() and a.left_at is not null and a.id <> my_account()
		order by o.person_id, o.id, w.at
$$;

-- What leaving takes of steps. A step that somebody else said something of stays, empty; one to which they said yes stays whole,
-- for it is what they have promised.
create function erase_of_steps(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare mine uuid[]; told uuid[]; dead uuid[];
begin
	mine := array(select o.id from outcome o where o.area_id = area and o.person_id = gone);
	told := array(
		select o.person_id from step s join outcome o on o.area_id = s.area_id and o.id = s.outcome_id
			where s.area_id = area and gone in (s.whose_id, s.written_by_id) and o.person_id <> gone);
	delete from draft d where d.area_id = area and d.about_id in (
		select s.id from step s where s.area_id = area and s.outcome_id = any (mine));

	-- In their own plan all that they said goes, and what others wrote loses their name.
	delete from step_turn t where t.area_id = area and t.outcome_id = any (mine) and t.author_id = gone;
	-- What they had said yes to in plans of others ends with them; what they said of it goes.
	insert into step_turn (area_id, id, step_id, outcome_id, scope_id, whose_id, written_by_id, author_id, kind, made_at, emptied_at)
		select s.area_id, gen_random_uuid(), s.id, s.outcome_id, s.scope_id, s.whose_id, s.written_by_id, gone, 'set_aside', moment, moment
			from step s where s.area_id = area and s.whose_id = gone and s.written_by_id <> gone and s.outcome_id <> all (mine)
				and exists (select from step_turn t where t.area_id = area and t.step_id = s.id and t.kind in ('accepted', 'differently'))
				and not exists (select from step_turn t where t.area_id = area and t.step_id = s.id and t.kind in ('done', 'set_aside'));
	update step_turn t set words = null, said = null, day = null, emptied_at = moment
		where t.area_id = area and t.author_id = gone and coalesce(t.words, t.said) is not null;

	-- Steps of theirs, and what they asked of others.
	dead := array(
		select s.id from step s where s.area_id = area and s.written_by_id = gone and not exists (
			select from step_turn t where t.area_id = area and t.step_id = s.id and t.author_id <> gone));
	delete from step_turn t where t.area_id = area and t.step_id = any (dead);
	delete from step s where s.area_id = area and s.id = any (dead);
	update step s set words = '', said = null, day = null, emptied_at = moment
		where s.area_id = area and s.written_by_id = gone and (s.outcome_id = any (mine) or not exists (
			select from step_turn t where t.area_id = area and t.step_id = s.id and t.kind = 'accepted'));
	update step s set said = null, day = null where s.area_id = area and s.written_by_id = gone;
	update step s set words = without_name(s.words, called), said = without_name(s.said, called)
		where s.area_id = area and s.outcome_id = any (mine) and s.emptied_at is null;
	update step_turn t set words = without_name(t.words, called), said = without_name(t.said, called)
		where t.area_id = area and t.outcome_id = any (mine);
	return told;
end $$;

alter function thirds_in(uuid) owner to alongside_definer;
alter function what_i_brought() owner to alongside_definer;
alter function what_i_wrote_of_steps_with_those_who_left() owner to alongside_definer;
alter function erase_of_steps(uuid, uuid, text, timestamptz) owner to alongside_definer;
grant execute on function thirds_in(uuid), what_i_brought(), what_i_wrote_of_steps_with_those_who_left(),
	scopes_i_bring_in() to alongside_account;
grant select, insert, update, delete on step, step_turn to alongside_definer;

do $$
declare each_table text;
begin
	foreach each_table in array array['step', 'step_turn'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('create policy open_to_me on %I for select to alongside_account using (scope_id = any ((select scopes_open_to_me())::uuid[]))', each_table);
	end loop;
end $$;

grant insert (area_id, id, outcome_id, scope_id, whose_id, written_by_id, words, said, day) on step to alongside_account;
grant insert (area_id, id, step_id, outcome_id, scope_id, whose_id, written_by_id, author_id, kind, words, said, day) on step_turn to alongside_account;
-- One's own step stands at once; only the two hands write one for somebody else, who must say yes.
create policy by_my_hand on step for insert to alongside_account
	with check (area_id = (select my_area()) and written_by_id = (select my_account()) and scope_id = any ((select scopes_i_bring_in())::uuid[])
		and (whose_id = (select my_account()) or whose_id = any (hands_on(scope_id))));
create policy by_my_hand on step_turn for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_bring_in())::uuid[]));

-- To whom something is open brings, keeps, takes back and answers as the two hands do. They still ask nobody.
alter policy by_my_hand on contribution
	with check (area_id = (select my_area()) and brought_by_id = (select my_account()) and scope_id = any ((select scopes_i_bring_in())::uuid[]));
alter policy my_own on contribution
	using (area_id = (select my_area()) and brought_by_id = (select my_account()) and done_at is null and taken_back_at is null and scope_id = any ((select scopes_i_bring_in())::uuid[]));
alter policy asked_of_me on contribution_request
	using (area_id = (select my_area()) and asked_of_id = (select my_account()) and answered_at is null and taken_back_at is null and scope_id = any ((select scopes_i_bring_in())::uuid[]));

-- What somebody has promised and not yet done: what they bring, and the steps that are theirs, with the day that was said last.
-- Each reads of it what the policies of those tables show them.
create view open_promise with (security_invoker = true) as
	select c.area_id, c.id, 'contribution' as kind, c.outcome_id, c.scope_id, c.brought_by_id as by_id, c.words, c.by_day as day,
			null as said, c.offered_at as at
		from contribution c where c.done_at is null and c.taken_back_at is null
	union all
	select s.area_id, s.id, 'step', s.outcome_id, s.scope_id, s.whose_id, coalesce(said.other_words, s.words),
			case when said.another_day then said.day else s.day end, case when said.another_day then said.said else s.said end, s.written_at
		from step s cross join lateral (
			select bool_or(n.kind in ('accepted', 'differently')) as yes, bool_or(n.kind in ('done', 'set_aside')) as ended,
				max(n.words) filter (where n.kind = 'differently') as other_words,
				bool_or(n.kind in ('accepted', 'differently', 'another_day')) as another_day,
				(array_agg(n.day order by n.made_at desc) filter (where n.kind in ('accepted', 'differently', 'another_day')))[1] as day,
				(array_agg(n.said order by n.made_at desc) filter (where n.kind in ('accepted', 'differently', 'another_day')))[1] as said
				from step_turn n where n.area_id = s.area_id and n.step_id = s.id
		) said
		where (s.whose_id = s.written_by_id or said.yes) and said.ended is not true;
grant select on open_promise to alongside_account;
