-- Working on together: work passes only with the person knowing, and a lead names who goes on where a practitioner cannot.

-- The person's word on who is named to take over. Where a lead named them, because who worked with the person is gone or away,
-- it says which lead; else who goes on named them.
alter table handover
	add column named_by_id uuid,
	add column answer text check (answer in ('fine', 'not_them')),
	add column answered_at timestamptz,
	add constraint answered_at_some_time check ((answer is null) = (answered_at is null)),
	add constraint not_named_by_themselves check (named_by_id <> person_id and named_by_id <> from_id and named_by_id <> to_id),
	add constraint handover_named_by foreign key (area_id, named_by_id) references account (area_id, id);
create index handover_named_by on handover (area_id, named_by_id);
comment on table handover is 'owner: the person; purpose: who takes the work over, and what the person says to it; retention: until the person leaves; disclosure: the person, who named them and who is named; leaving: deleted';

-- Whether something holds, or ended not longer than two weeks ago: so long does what somebody named outlive their own part.
create function was_lately(began timestamptz, ended timestamptz) returns boolean language sql stable parallel safe
	as $$ select began <= now() and (ended is null or ended > now() - interval '14 days') $$;

-- Whether who is named can still begin at all: it is the newest word on that work, not older than a month, the person has not said
-- no to them, now or ever before without a yes since, and who named them is not long gone, neither from the person nor from the
-- staff.
create function handover_holds(h handover) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select h.begun_at is null and h.answer is distinct from 'not_them' and h.said_at > now() - interval '30 days'
		and not exists (select from handover n where n.area_id = h.area_id and n.person_id = h.person_id and n.from_id = h.from_id
			and (n.said_at, n.id) > (h.said_at, h.id))
		and (h.answer is not null or not exists (select from handover n
			where n.area_id = h.area_id and n.person_id = h.person_id and n.to_id = h.to_id and n.answer = 'not_them'))
		and exists (select from standing g where g.area_id = h.area_id and g.account_id = coalesce(h.named_by_id, h.from_id)
			and g.kind = case when h.named_by_id is null then 'practitioner' else 'lead' end and was_lately(g.began_at, g.ended_at))
		and (h.named_by_id is not null or exists (select from working_relationship r where r.area_id = h.area_id
			and r.person_id = h.person_id and r.practitioner_id = h.from_id and was_lately(r.began_at, r.ended_at)))
$$;
-- From when they can begin: once the person says that it is fine, or when it has stood on the person's home for a week.
create function handover_begins_at(h handover) returns timestamptz language sql stable parallel safe
	as $$ select case when h.answer = 'fine' then h.answered_at else h.said_at + interval '7 days' end $$;

-- The person's own word on whom somebody named, until that one has begun.
grant update (answer, answered_at) on handover to alongside_account;
create policy by_my_word on handover for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and begun_at is null)
	with check (answer is not null and answered_at = (select now()));

drop function work_handed_to_me();
-- Whose work I am asked to take over, by whom, and from when I can begin.
create function work_handed_to_me() returns table (id uuid, person_id uuid, name text, from_name text, begins_at timestamptz, can_begin boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select h.id, h.person_id, p.name, f.name, handover_begins_at(h), handover_begins_at(h) <= now()
		from handover h
			join account p on p.area_id = h.area_id and p.id = h.person_id and p.left_at is null
			join account f on f.area_id = h.area_id and f.id = coalesce(h.named_by_id, h.from_id)
		where h.area_id = my_area() and h.to_id = my_account() and i_am_here('practitioner') and handover_holds(h)
			and not exists (select from working_relationship r where r.area_id = h.area_id and r.person_id = h.person_id
				and r.practitioner_id = my_account() and is_now(r.began_at, r.ended_at))
		order by h.said_at
$$;
-- Begins to work with somebody whose work was handed to me. The person: nobody, where it was not, or not yet.
create or replace function take_work_over(wanted uuid, relationship uuid) returns uuid
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare person uuid;
begin
	select w.person_id into person from work_handed_to_me() w where w.id = wanted and w.can_begin;
	if person is null then return null; end if;
	-- A no that the person says in the same moment is waited for, and counts; so does a second press.
	update handover h set begun_at = now()
		where h.area_id = my_area() and h.id = wanted and h.begun_at is null and h.answer is distinct from 'not_them';
	if not found then return null; end if;
	insert into working_relationship (area_id, id, person_id, practitioner_id) values (my_area(), relationship, person, my_account());
	perform append_access_entry(my_area(), person, my_account(), 'changed', 'person', person, clock_timestamp());
	-- From here on they know each other.
	perform begin_act(null);
	return person;
end $$;

-- Whom the handovers about a person name, and which lead named them, for the person and for who works with them.
create or replace function names_in_handovers(person uuid) returns table (account_id uuid, name text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select distinct a.id, a.name from handover h join account a on a.area_id = h.area_id and a.id in (h.to_id, h.from_id, h.named_by_id)
		where h.area_id = my_area() and h.person_id = names_in_handovers.person
			and array[names_in_handovers.person] <@ people_whose_relationships_i_know()
			and my_account() in (h.person_id, h.from_id, h.to_id)
$$;

-- That a practitioner is away until a day, so that somebody can go on with the people they work with. Never why.
create table practitioner_away (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	set_by_id uuid not null check (set_by_id <> account_id),
	until_day date not null,
	set_at timestamptz not null default now(),
	ended_at timestamptz check (ended_at >= set_at),
	primary key (area_id, id),
	constraint within_a_year check (until_day <= (set_at at time zone 'Europe/London')::date + 366),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, set_by_id) references account (area_id, id)
);
create index practitioner_away_of on practitioner_away (area_id, account_id);
create index practitioner_away_by on practitioner_away (area_id, set_by_id);
comment on table practitioner_away is 'owner: the service; purpose: somebody goes on with the people of who is away; retention: until who was away leaves; disclosure: leads of the area and who is away; leaving: deleted';
alter table practitioner_away enable row level security;
alter table practitioner_away force row level security;
grant select, insert (area_id, id, account_id, set_by_id, until_day), update (ended_at) on practitioner_away to alongside_account;
grant select, insert, update, delete on practitioner_away to alongside_definer;
create policy about_me on practitioner_away for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy where_i_lead on practitioner_away for select to alongside_account
	using (area_id = (select area_i_lead()));
create policy by_my_hand on practitioner_away for insert to alongside_account
	with check (area_id = (select area_i_lead()) and set_by_id = (select my_account()) and account_id = any ((select staff_i_lead())::uuid[]));
create policy ended_by_lead on practitioner_away for update to alongside_account
	using (area_id = (select area_i_lead()) and ended_at is null) with check (ended_at = (select now()));
create policy i_am_back on practitioner_away for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and ended_at is null) with check (ended_at = (select now()));

create function is_away(area uuid, account uuid) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from practitioner_away w where w.area_id = area and w.account_id = is_away.account
		and w.ended_at is null and w.until_day >= (now() at time zone 'Europe/London')::date)
$$;
-- Who works here as a practitioner now, and is not away.
create function can_go_on(area uuid, account uuid) returns boolean
	language sql stable security definer set search_path = public, pg_temp as $$
	select exists (select from standing g where g.area_id = area and g.account_id = can_go_on.account
		and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)) and not is_away(area, account)
$$;

-- For a lead: with whom nobody works who is here, because who did has gone or is away. Where the work of somebody who has gone was
-- over by their own word, and they named nobody, it is not told. Of the person: the name and since when; nothing that is theirs.
create function work_to_place() returns table (tie_id uuid, practitioner_id uuid, name text, began_at timestamptz, next_name text,
		answer text, begins_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select r.id, r.practitioner_id, p.name, r.began_at, n.name, n.answer, n.begins_at
		from working_relationship r
			join account p on p.area_id = r.area_id and p.id = r.person_id and p.left_at is null
			left join lateral (
				select a.name, h.answer, handover_begins_at(h) as begins_at
					from handover h join account a on a.area_id = h.area_id and a.id = h.to_id
					where h.area_id = r.area_id and h.person_id = r.person_id and h.from_id = r.practitioner_id and h.begun_at is null
						and (handover_holds(h) or h.answer = 'not_them')
					order by h.said_at desc, h.id desc limit 1
			) n on true
		where r.area_id = my_area() and i_lead() and my_account() not in (r.person_id, r.practitioner_id)
			and (is_now(r.began_at, r.ended_at)
				or (r.ended_at > now() - interval '90 days' and r.ended_at <= now()
					and not exists (select from standing g where g.area_id = r.area_id and g.account_id = r.practitioner_id
						and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at))
					and (exists (select from end_of_work e where e.area_id = r.area_id and e.person_id = r.person_id
							and e.practitioner_id = r.practitioner_id and e.said_by_id <> e.practitioner_id)
						or exists (select from handover h where h.area_id = r.area_id and h.person_id = r.person_id
							and h.from_id = r.practitioner_id))))
			and not exists (select from working_relationship o where o.area_id = r.area_id and o.person_id = r.person_id
				and is_now(o.began_at, o.ended_at) and can_go_on(o.area_id, o.practitioner_id))
$$;

-- Reminds somebody, where they chose, that there is something new; called by functions that know whom they may tell.
create function remind_of_something_new(account uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare safe contact;
begin
	select c.* into safe from contact c
		where c.area_id = my_area() and c.account_id = remind_of_something_new.account and c.chosen_at is not null;
	if safe.id is null or exists (select from message m where m.area_id = my_area() and m.account_id = remind_of_something_new.account
			and m.kind = 'something-new' and m.failed_at is null and (m.address is not null or m.sent_at > now() - interval '12 hours')) then
		return false;
	end if;
	perform put_message(message, safe, 'something-new', null);
	return true;
end $$;
create or replace function tell_something_new(account uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	return (account = my_account() or account = any (accounts_i_know())) and remind_of_something_new(account, message);
end $$;

-- For a lead: names who goes on. Never themselves, and nobody who is away. The person reads it, and their word counts as always.
-- False: there is nothing to place, or not with that one.
create function place_work(wanted uuid, tie uuid, next uuid, message uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare placed working_relationship;
begin
	select r.* into placed from working_relationship r
		where r.area_id = my_area() and r.id = (select w.tie_id from work_to_place() w where w.tie_id = tie);
	if placed.id is null or next in (placed.person_id, placed.practitioner_id, my_account()) or not can_go_on(my_area(), next) then
		return false;
	end if;
	insert into handover (area_id, id, person_id, from_id, to_id, named_by_id)
		values (my_area(), wanted, placed.person_id, placed.practitioner_id, next, my_account()) on conflict do nothing;
	if not found then return true; end if;
	perform append_access_entry(my_area(), placed.person_id, my_account(), 'changed', 'handover', placed.person_id, clock_timestamp());
	perform remind_of_something_new(placed.person_id, message);
	return true;
end $$;

-- A time of saying where they are is the person's to delete, at once, with all that was said in it.
comment on table sitting is 'owner: the person; purpose: to say where they are now, and to look back on it; retention: until they delete it, or leave; disclosure: the person, and once they show it who works with them; leaving: deleted, kept without who left where they had begun it with somebody';
grant delete on sitting to alongside_account;
create policy mine_to_delete on sitting for delete to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));

-- What leaving takes: that somebody was away.
create function erase_of_working_on(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from practitioner_away w where w.area_id = area and w.account_id = gone;
	return '{}';
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
grant execute on function was_lately(timestamptz, timestamptz) to alongside_definer;
grant execute on function handover_begins_at(handover) to alongside_account, alongside_definer;
grant execute on function handover_holds(handover), work_handed_to_me(), work_to_place(), place_work(uuid, uuid, uuid, uuid) to alongside_account;
