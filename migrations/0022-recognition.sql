-- Recognition: effort, change or belief put into words by name, once, for the other to keep. And who works to support
-- something, which the lead of an area is told only summed over five people or more.

create table recognition (
	area_id uuid not null,
	id uuid not null,
	-- Whose plan it stands with, and what of it is meant: one outcome, or nothing in particular.
	person_id uuid not null,
	scope_id uuid not null,
	outcome_id uuid,
	-- Who gives it, and who keeps it: the person, or somebody whom the person thanks.
	author_id uuid not null,
	given_to_id uuid not null check (given_to_id <> author_id),
	beginning text not null check (beginning in ('noticed', 'believe', 'thanks', 'own')),
	words text not null,
	given_at timestamptz not null default now(),
	taken_back_at timestamptz,
	-- Whether the person shows it beside the outcome, to all who see that.
	shown_beside boolean not null default false,
	emptied_at timestamptz,
	primary key (area_id, id),
	unique (area_id, id, scope_id, given_to_id, author_id),
	constraint to_the_person_or_from_them check ((given_to_id = person_id) <> (author_id = person_id)),
	constraint thanks_come_from_the_person check (beginning <> 'thanks' or author_id = person_id),
	constraint recognition_words_check check ((words = '') = (emptied_at is not null)),
	constraint beside_an_outcome check (not shown_beside or (outcome_id is not null and given_to_id = person_id)),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id),
	foreign key (area_id, given_to_id) references account (area_id, id)
);
create index recognition_to on recognition (area_id, given_to_id, given_at);
create index recognition_by on recognition (area_id, author_id, given_at);
create index recognition_of_plan on recognition (area_id, person_id, outcome_id);
comment on table recognition is 'owner: who keeps it; purpose: effort, change and belief in words, by name; retention: until either leaves; disclosure: the two, and where the person shows it those who see the outcome; leaving: deleted, kept for its author without the name where who kept it left, emptied where who kept it answered';

-- What whoever keeps it does with it: theirs alone, for whether and when somebody read is nobody else's to know.
create table recognition_kept (
	area_id uuid not null,
	recognition_id uuid not null,
	scope_id uuid not null,
	account_id uuid not null,
	author_id uuid not null,
	read_at timestamptz not null default now(),
	is_hidden boolean not null default false,
	primary key (area_id, recognition_id),
	foreign key (area_id, recognition_id, scope_id, account_id, author_id)
		references recognition (area_id, id, scope_id, given_to_id, author_id) on update cascade
);
create index recognition_kept_of on recognition_kept (area_id, account_id);
comment on table recognition_kept is 'owner: who keeps it; purpose: that it was read, and whether they want to see it; retention: with the recognition; disclosure: who keeps it alone; leaving: deleted';

-- The answer of whoever keeps it, to whoever gave it, as long as what it is about is open to them.
create table recognition_answer (
	area_id uuid not null,
	id uuid not null,
	recognition_id uuid not null,
	scope_id uuid not null,
	author_id uuid not null,
	to_id uuid not null,
	words text not null check (words <> ''),
	answered_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, recognition_id),
	foreign key (area_id, recognition_id, scope_id, author_id, to_id)
		references recognition (area_id, id, scope_id, given_to_id, author_id) on update cascade
);
create index recognition_answer_by on recognition_answer (area_id, author_id);
create index recognition_answer_to on recognition_answer (area_id, to_id);
comment on table recognition_answer is 'owner: its author; purpose: to answer kind words; retention: with the recognition; disclosure: its author, and who gave what it answers while that is open to them; leaving: deleted, kept without the name where who gave it left';

grant select, insert, update, delete on recognition, recognition_kept, recognition_answer to alongside_definer;

-- Whom I can thank: who works with me now, and who supports me now.
create function those_i_can_thank() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select r.practitioner_id from working_relationship r
			where r.area_id = my_area() and r.person_id = my_account() and is_now(r.began_at, r.ended_at)
		union
		select s.supporter_id from supporting s
			where s.area_id = my_area() and s.person_id = my_account() and is_now(s.began_at, s.ended_at))
$$;

-- The giver takes it back, unread. Null: there is nothing of theirs here; false: it has been read, and stays.
create function take_back_recognition(wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare given recognition;
begin
	-- Whoever reads it at this moment is waited for: a row that says it was read locks this one.
	select * into given from recognition r
		where r.area_id = my_area() and r.id = wanted and r.author_id = my_account() and r.emptied_at is null for update;
	if given.id is null then return null; end if;
	if given.taken_back_at is not null then return true; end if;
	if exists (select from recognition_kept k where k.area_id = given.area_id and k.recognition_id = wanted) then return false; end if;
	update recognition r set taken_back_at = now() where r.area_id = given.area_id and r.id = wanted;
	perform append_access_entry(given.area_id, given.person_id, my_account(), 'changed', 'recognition',
		coalesce(given.outcome_id, given.scope_id), clock_timestamp());
	return true;
end $$;

-- What is theirs goes. What others wrote to them stays with those others, without their name; an answer that somebody gave
-- them stays with the one who gave it, and so the row that it answers, without words.
create function erase_of_recognition(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	told := array(select r.given_to_id from recognition r where r.area_id = area and r.author_id = gone
		union select a.to_id from recognition_answer a where a.area_id = area and a.author_id = gone);
	delete from draft d using recognition r
		where d.area_id = area and r.area_id = area and d.about_id = r.id and gone in (r.author_id, r.given_to_id);
	delete from recognition_answer a where a.area_id = area and a.author_id = gone;
	delete from recognition_kept k where k.area_id = area and k.account_id = gone;
	delete from recognition_kept k using recognition r where k.area_id = area and r.area_id = area and r.id = k.recognition_id
		and r.author_id = gone and not exists (select from recognition_answer a where a.area_id = area and a.recognition_id = r.id);
	delete from recognition r where r.area_id = area and r.author_id = gone
		and not exists (select from recognition_answer a where a.area_id = area and a.recognition_id = r.id);
	update recognition r set words = '', emptied_at = moment, shown_beside = false where r.area_id = area and r.author_id = gone;
	update recognition_answer a set words = without_name(a.words, called) where a.area_id = area and a.to_id = gone;
	update recognition r set words = without_name(r.words, called), shown_beside = false
		where r.area_id = area and r.given_to_id = gone and r.emptied_at is null;
	return told;
end $$;

-- Counts of people that tell of nobody: none under five, and none that could be worked out from the others, for what is left
-- out is at least two groups and five people. The rest to the nearest five, so that one person more or less is not seen.
create function only_safe_counts(counts integer[]) returns integer[] language plpgsql immutable as $$
declare shown boolean[] := array(select c >= 5 from unnest(counts) with ordinality each_one(c, n) order by n); hidden integer; many integer;
begin
	loop
		select count(*), coalesce(sum(counts[n]), 0) into hidden, many from generate_subscripts(counts, 1) n where not shown[n];
		exit when hidden = 0 or hidden = cardinality(counts) or (hidden > 1 and many >= 5);
		shown[(select n from generate_subscripts(counts, 1) n where shown[n] order by counts[n], n limit 1)] := false;
	end loop;
	return array(select case when shown[n] then (round(counts[n] / 5.0) * 5)::integer end from generate_subscripts(counts, 1) n order by n);
end $$;

-- In how many plans of the area the service, both, or the person does most of the planning and of what is brought, by the rules
-- of src/individual/plan/balance/balance.ts. For the lead; whoever has left is not counted, and of nobody is told.
create function balance_of_my_area() returns table (axis text, place text, people integer)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not i_am_here('lead') then return; end if;
	return query
		with act (person, axis, who) as (
			select o.person_id, 'planning', case when w.heard_from_id is null then w.author_id else w.heard_from_id end
				from outcome o join wording w on w.area_id = o.area_id and w.outcome_id = o.id
				where o.area_id = my_area() and (w.heard_from_id is null or w.confirmed_at is not null)
			union all
			select o.person_id, 'planning', g.account_id
				from outcome o join agreement g on g.area_id = o.area_id and g.outcome_id = o.id where o.area_id = my_area()
			union all
			select o.person_id, 'planning', t.author_id
				from outcome o join turn t on t.area_id = o.area_id and t.outcome_id = o.id where o.area_id = my_area()
			union all
			-- What counts as delivering: what is offered, what is done of it, and steps that are done.
			select o.person_id, 'delivering', t.author_id
				from outcome o join step_turn t on t.area_id = o.area_id and t.outcome_id = o.id and t.kind = 'done' where o.area_id = my_area()
			union all
			select o.person_id, 'delivering', c.brought_by_id
				from outcome o join contribution c on c.area_id = o.area_id and c.outcome_id = o.id
					cross join lateral (select 1 union all select 1 where c.done_at is not null) offered_and_done
				where o.area_id = my_area() and c.taken_back_at is null
		), sided as (
			select a.person, a.axis, count(*) as all_of_it, count(*) filter (where not exists (
					select from working_relationship r
						where r.area_id = my_area() and r.person_id = a.person and r.practitioner_id = a.who)) as own
				from act a join account p on p.area_id = my_area() and p.id = a.person and p.left_at is null
				group by a.person, a.axis having count(*) >= 5
		), counted as (
			select each_axis, array(
				select (select count(*)::integer from sided s where s.axis = each_axis and each_place = case
						when s.own * 5 >= s.all_of_it * 4 then 'person' when s.own * 5 <= s.all_of_it then 'service' else 'together' end)
					from unnest(array['service', 'together', 'person']) with ordinality places(each_place, n) order by n) as counts
				from unnest(array['planning', 'delivering']) each_axis
		)
		select c.each_axis, told.each_place, told.safe
			from counted c cross join lateral unnest(array['service', 'together', 'person'], only_safe_counts(c.counts)) told(each_place, safe)
			where told.safe is not null;
end $$;

alter function balance_of_my_area() owner to alongside_definer;
grant execute on function balance_of_my_area() to alongside_account;
grant execute on function only_safe_counts(integer[]) to alongside_definer;

alter function those_i_can_thank() owner to alongside_definer;
alter function take_back_recognition(uuid) owner to alongside_definer;
alter function erase_of_recognition(uuid, uuid, text, timestamptz) owner to alongside_definer;
grant execute on function those_i_can_thank(), take_back_recognition(uuid) to alongside_account;

do $$
declare each_table text;
begin
	foreach each_table in array array['recognition', 'recognition_kept', 'recognition_answer'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
	end loop;
end $$;

create policy by_me on recognition for select to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()));
create policy to_me on recognition for select to alongside_account
	using (area_id = (select my_area()) and given_to_id = (select my_account()) and taken_back_at is null);
create policy shown_beside on recognition for select to alongside_account
	using (shown_beside and taken_back_at is null and scope_id = any ((select scopes_open_to_me())::uuid[]));

-- Whoever sees what it is about can put it into words to the person; the person thanks those who stand by them now.
grant insert (area_id, id, person_id, scope_id, outcome_id, author_id, given_to_id, beginning, words) on recognition to alongside_account;
create policy by_my_hand on recognition for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[])
		and (given_to_id = person_id or given_to_id = any ((select those_i_can_thank())::uuid[])));

-- Only the person shows it beside the outcome, and only what was given to them.
grant update (shown_beside) on recognition to alongside_account;
create policy to_me_shown on recognition for update to alongside_account
	using (area_id = (select my_area()) and given_to_id = (select my_account()) and taken_back_at is null)
	with check (given_to_id = (select my_account()));

create policy mine on recognition_kept for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant insert (area_id, recognition_id, scope_id, account_id, author_id) on recognition_kept to alongside_account;
create policy by_my_hand on recognition_kept for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()));
grant update (is_hidden) on recognition_kept to alongside_account;
create policy mine_hidden on recognition_kept for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()))
	with check (account_id = (select my_account()));

create policy by_me on recognition_answer for select to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()));
create policy to_me on recognition_answer for select to alongside_account
	using (area_id = (select my_area()) and to_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[]));
grant insert (area_id, id, recognition_id, scope_id, author_id, to_id, words) on recognition_answer to alongside_account;
create policy by_my_hand on recognition_answer for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()));
