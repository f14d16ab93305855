-- Appointments: a time and a place that two have agreed on, each by their own hand; who comes along; that they did not meet.
--
-- Nothing is overwritten. A time stands when the last word of each of the two is that it suits, and who suggested it has
-- said so by that. When it suits somebody no more, nobody is asked why.

create table appointment (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	with_id uuid not null check (with_id <> person_id),
	asked_by_id uuid not null check (asked_by_id in (person_id, with_id)),
	place text not null,
	what_for text not null,
	asked_at timestamptz not null default now(),
	emptied_at timestamptz,
	primary key (area_id, id),
	unique (area_id, id, person_id, with_id),
	constraint words_until_emptied check ((place = '' and what_for = '') = (emptied_at is not null)),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, with_id) references account (area_id, id)
);
create index appointment_of_person on appointment (area_id, person_id, asked_at);
create index appointment_with on appointment (area_id, with_id);
comment on table appointment is 'owner: the person; purpose: where two meet, and what for; retention: until the person leaves; disclosure: both hands, and who comes along; leaving: deleted where it was the person''s, emptied where who wrote it left';

create table appointment_time (
	area_id uuid not null,
	id uuid not null,
	appointment_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	starts_at timestamptz not null,
	suggested_by_id uuid not null check (suggested_by_id in (person_id, with_id)),
	suggested_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, appointment_id, person_id, with_id),
	foreign key (area_id, appointment_id, person_id, with_id) references appointment (area_id, id, person_id, with_id)
);
create index appointment_time_of_person on appointment_time (area_id, person_id, starts_at);
create index appointment_time_with on appointment_time (area_id, with_id, starts_at);
create index appointment_time_of on appointment_time (area_id, appointment_id);
comment on table appointment_time is 'owner: the person; purpose: times to choose from; retention: with the appointment; disclosure: as the appointment; leaving: deleted with the appointment';

-- Whether a time suits, by the one who says so. The last word of each counts.
create table appointment_word (
	area_id uuid not null,
	id uuid not null,
	time_id uuid not null,
	appointment_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	author_id uuid not null check (author_id in (person_id, with_id)),
	suits boolean not null,
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, time_id, appointment_id, person_id, with_id)
		references appointment_time (area_id, id, appointment_id, person_id, with_id)
);
create index appointment_word_of_time on appointment_word (area_id, time_id, author_id, said_at);
create index appointment_word_of_person on appointment_word (area_id, person_id);
comment on table appointment_word is 'owner: who says it; purpose: both hands under the same time; retention: with the appointment; disclosure: both hands, never whose word it was that a time does not suit; leaving: deleted with the appointment';

-- Who comes along: in the words of the one who says so, and where they have an account, by their own yes.
create table appointment_company (
	area_id uuid not null,
	id uuid not null,
	appointment_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	asked_by_id uuid not null check (asked_by_id in (person_id, with_id)),
	account_id uuid check (account_id not in (person_id, with_id)),
	words text not null check (words <> ''),
	asked_at timestamptz not null default now(),
	answer text check (answer in ('yes', 'no')),
	answered_at timestamptz,
	ended_at timestamptz,
	primary key (area_id, id),
	constraint answered_by_somebody check ((answer is null) = (answered_at is null) and (answer is null or account_id is not null)),
	foreign key (area_id, appointment_id, person_id, with_id) references appointment (area_id, id, person_id, with_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index appointment_company_of on appointment_company (area_id, appointment_id);
create index appointment_company_of_person on appointment_company (area_id, person_id);
create index appointment_company_by on appointment_company (area_id, account_id) where account_id is not null;
create unique index one_asked_once on appointment_company (area_id, appointment_id, account_id) where ended_at is null;
comment on table appointment_company is 'owner: the person; purpose: nobody has to go alone; retention: with the appointment; disclosure: both hands, and who is asked to come along; leaving: deleted with the appointment, kept nameless where who was to come along left';

-- That they did not meet, by whoever says so; and why, only where they want to say.
create table appointment_not_met (
	area_id uuid not null,
	id uuid not null,
	time_id uuid not null,
	appointment_id uuid not null,
	person_id uuid not null,
	with_id uuid not null,
	author_id uuid not null check (author_id in (person_id, with_id)),
	why text check (why in ('bus', 'child_ill', 'not_able', 'service_could_not', 'own_words', 'rather_not')),
	words text,
	said_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, time_id, author_id),
	constraint own_words_are_words check ((words is not null) = (why is not null and why = 'own_words')),
	-- Why the person did not come is the person's to say.
	constraint ones_own_reason check (author_id = person_id or why is null or why in ('service_could_not', 'rather_not')),
	foreign key (area_id, time_id, appointment_id, person_id, with_id)
		references appointment_time (area_id, id, appointment_id, person_id, with_id)
);
create index appointment_not_met_of_person on appointment_not_met (area_id, person_id);
comment on table appointment_not_met is 'owner: its author; purpose: to tell without blame that they did not meet; retention: with the appointment; disclosure: both hands; leaving: deleted';

-- When a person wishes to be reminded. No row: not at all.
create table appointment_reminder (
	area_id uuid not null,
	account_id uuid not null,
	wanted text not null check (wanted in ('none', 'day_before', 'two_hours')),
	chosen_at timestamptz not null default now(),
	primary key (area_id, account_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
comment on table appointment_reminder is 'owner: the person; purpose: whether and when they are reminded; retention: until they leave; disclosure: the person alone; leaving: deleted';

grant select, insert, update, delete on appointment, appointment_time, appointment_word, appointment_company, appointment_not_met,
	appointment_reminder to alongside_definer;

do $$
declare each_table text;
begin
	foreach each_table in array array['appointment', 'appointment_time', 'appointment_word', 'appointment_company',
		'appointment_not_met', 'appointment_reminder']
	loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		if each_table <> 'appointment_reminder' then
			execute format('create policy of_those_who_meet on %I for select to alongside_account
				using (area_id = (select my_area()) and person_id = any ((select people_whose_relationships_i_know())::uuid[]))', each_table);
		end if;
	end loop;
end $$;

-- Whom I can meet: as a person whoever works with me now, as a practitioner myself, with those I work with.
create function those_i_meet() returns uuid[] language sql stable
	as $$ select array(select r.practitioner_id from working_relationship r
		where r.area_id = my_area() and my_account() in (r.person_id, r.practitioner_id) and is_now(r.began_at, r.ended_at)) $$;

grant insert (area_id, id, person_id, with_id, asked_by_id, place, what_for) on appointment to alongside_account;
grant insert (area_id, id, appointment_id, person_id, with_id, starts_at, suggested_by_id) on appointment_time to alongside_account;
grant insert (area_id, id, time_id, appointment_id, person_id, with_id, author_id, suits) on appointment_word to alongside_account;
grant insert (area_id, id, appointment_id, person_id, with_id, asked_by_id, account_id, words) on appointment_company to alongside_account;
grant insert (area_id, id, time_id, appointment_id, person_id, with_id, author_id, why, words) on appointment_not_met to alongside_account;
create policy by_my_hand on appointment for insert to alongside_account
	with check (area_id = (select my_area()) and asked_by_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]) and with_id = any ((select those_i_meet())::uuid[]));
create policy by_my_hand on appointment_time for insert to alongside_account
	with check (area_id = (select my_area()) and suggested_by_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]));
create policy by_my_hand on appointment_word for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]));
-- Only the person asks somebody who has an account, and only whom they know.
create policy by_my_hand on appointment_company for insert to alongside_account
	with check (area_id = (select my_area()) and asked_by_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[])
		and (account_id is null or (person_id = (select my_account()) and account_id = any ((select who_i_can_open_to())::uuid[]))));
create policy by_my_hand on appointment_not_met for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account())
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]));
grant update (ended_at) on appointment_company to alongside_account;
create policy asked_by_me on appointment_company for update to alongside_account
	using (area_id = (select my_area()) and asked_by_id = (select my_account()) and ended_at is null
		and person_id = any ((select people_whose_relationships_i_know())::uuid[]))
	with check (ended_at = (select now()));

create policy mine on appointment_reminder to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()))
	with check (area_id = (select my_area()) and account_id = (select my_account()) and chosen_at = (select now()));
grant insert (area_id, account_id, wanted), update (wanted, chosen_at) on appointment_reminder to alongside_account;

-- Whether a time is agreed: the last word of each of the two is that it suits, and they work together on that day.
create function time_stands(t appointment_time) returns boolean language sql stable as $$
	select exists (select from working_relationship r
			where r.area_id = t.area_id and r.person_id = t.person_id and r.practitioner_id = t.with_id
				and r.began_at <= t.starts_at and (r.ended_at is null or r.ended_at > t.starts_at))
		and (select bool_and(coalesce((select w.suits from appointment_word w
				where w.area_id = t.area_id and w.time_id = t.id and w.author_id = hand order by w.said_at desc, w.id desc limit 1),
				hand = t.suggested_by_id))
			from unnest(array[t.person_id, t.with_id]) hand)
$$;

-- Those I am asked to come along with, and when, where and what for: that alone, until it is over, or I have said no, or the
-- tie through which the person knows me has ended since.
create function where_i_come_along()
	returns table (id uuid, appointment_id uuid, person_id uuid, name text, answer text, starts_at timestamptz, place text, what_for text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select c.id, c.appointment_id, c.person_id, a.name, c.answer, agreed.starts_at, p.place, p.what_for
		from appointment_company c
			join appointment p on p.area_id = c.area_id and p.id = c.appointment_id
			join account a on a.area_id = c.area_id and a.id = c.person_id and a.left_at is null
			left join lateral (select t.starts_at from appointment_time t
				where t.area_id = c.area_id and t.appointment_id = c.appointment_id and time_stands(t)
				order by t.starts_at desc limit 1) agreed on true
		where c.area_id = my_area() and c.account_id = my_account() and c.ended_at is null and c.answer is distinct from 'no'
			and exists (select from appointment_time t where t.area_id = c.area_id and t.appointment_id = c.appointment_id
				and t.starts_at > now() - interval '1 day')
			and (agreed.starts_at is null or agreed.starts_at > now() - interval '1 day')
			and not exists (select from supporting s where s.area_id = c.area_id and s.person_id = c.person_id
				and s.supporter_id = c.account_id and s.ended_at between c.asked_at and now())
			and not exists (select from standing g where g.area_id = c.area_id and g.account_id = c.account_id
				and g.kind = 'partner' and g.ended_at between c.asked_at and now())
		order by agreed.starts_at nulls last, c.id
$$;

-- Says, by my own hand, whether I come along. False when nobody asks me, or not any more.
create function say_whether_i_come(wanted uuid, my_answer text) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare asked record;
begin
	select w.person_id, w.appointment_id into asked from where_i_come_along() w where w.id = wanted;
	if asked.person_id is null then return false; end if;
	update appointment_company c set answer = my_answer, answered_at = now()
		where c.area_id = my_area() and c.id = wanted and c.answer is distinct from my_answer;
	if found then
		perform append_access_entry(my_area(), asked.person_id, my_account(), 'changed', 'coming_along', asked.appointment_id, clock_timestamp());
	end if;
	return true;
end $$;

-- Writes into the person's record that I looked at where I am asked to come along.
create function record_look_along(wanted uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform append_access_entry(my_area(), w.person_id, my_account(), 'looked', 'appointment', w.appointment_id, clock_timestamp())
		from where_i_come_along() w where w.id = wanted;
	if not found then raise exception 'this is not yours to record' using errcode = 'insufficient_privilege'; end if;
end $$;

-- A reminder is a message of its own kind.
alter table message drop constraint message_kind_check;
alter table message add constraint message_kind_check check (kind in ('code', 'something-new', 'contact-changed', 'invitation',
	'sign-in-changing', 'sign-in-changed', 'reminder'));
select jobs.create_queue('reminder', '{"policy": "standard", "retryLimit": 8, "retryDelay": 8, "retryBackoff": true,
	"retryDelayMax": 600, "expireInSeconds": 90, "retentionSeconds": 86400, "deleteAfterSeconds": 3600}');

-- Puts one thing to be done into a queue, not before a moment, in the transaction of its cause. By what it takes, it can hold ids only.
create function enqueue_for(wanted text, area uuid, thing uuid, moment timestamptz) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	insert into jobs.job (name, data, start_after, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
			deletion_seconds, keep_until, policy)
		select q.name, jsonb_build_object('area', area, 'thing', thing), moment, q.retry_limit, q.retry_delay, q.retry_backoff,
				q.retry_delay_max, q.expire_seconds, q.deletion_seconds, moment + make_interval(secs => q.retention_seconds), q.policy
			from jobs.queue q where q.name = wanted;
	if not found then raise exception 'there is no queue %', wanted using errcode = 'undefined_object'; end if;
end $$;

-- When somebody who chose this is to be reminded of what starts then: the same hour of the day before, as clocks here show it.
create function reminder_due(starts timestamptz, chosen text) returns timestamptz language sql stable
	as $$ select case chosen
		when 'day_before' then ((starts at time zone 'Europe/London') - interval '1 day') at time zone 'Europe/London'
		when 'two_hours' then starts - interval '2 hours' end $$;

-- Sees to it that a person is reminded as they chose: of one time that stands, or of all. What is moved afterwards, or chosen
-- otherwise, is found out when it is due.
create function remind_of(person uuid, only_time uuid) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if not array[person] <@ people_whose_relationships_i_know() then return; end if;
	perform enqueue_for('reminder', t.area_id, t.id, reminder_due(t.starts_at, r.wanted))
		from appointment_reminder r join appointment_time t on t.area_id = r.area_id and t.person_id = r.account_id
		where r.area_id = my_area() and r.account_id = person and t.starts_at > now() and (only_time is null or t.id = only_time)
			and time_stands(t) and reminder_due(t.starts_at, r.wanted) > now();
end $$;

-- Reminds a person of this time, if it stands, they still wish it now and have chosen where; once for all that is near it.
create function system_remind(area uuid, wanted uuid, message uuid) returns table (reminded boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare safe contact;
begin
	select c.* into safe
		from appointment_time t
			join appointment_reminder r on r.area_id = t.area_id and r.account_id = t.person_id
			join contact c on c.area_id = t.area_id and c.account_id = t.person_id and c.chosen_at is not null
		where t.area_id = area and t.id = system_remind.wanted and t.starts_at > now() and time_stands(t)
			and now() >= reminder_due(t.starts_at, r.wanted) and now() < reminder_due(t.starts_at, r.wanted) + interval '12 hours';
	if safe.id is null or exists (select from message m where m.area_id = area and m.account_id = safe.account_id
			and m.kind = 'reminder' and m.failed_at is null and m.asked_at > now() - interval '1 hour') then
		return query select false;
	else
		perform put_message(message, safe, 'reminder', null);
		return query select true;
	end if;
end $$;

-- What leaving takes of appointments. A person's own go whole. Where somebody else left, that they met stays, without the
-- words of the one who left; who was to come along stays without a name.
create function erase_of_appointments(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	delete from appointment_reminder r where r.area_id = area and r.account_id = gone;
	delete from appointment_not_met n where n.area_id = area and gone in (n.person_id, n.author_id);
	delete from appointment_company c where c.area_id = area and c.person_id = gone;
	delete from appointment_word w where w.area_id = area and w.person_id = gone;
	delete from appointment_time t where t.area_id = area and t.person_id = gone;
	delete from draft d where d.area_id = area and d.about_id in (
		select p.id from appointment p where p.area_id = area and p.person_id = gone);
	delete from appointment p where p.area_id = area and p.person_id = gone;
	told := array(
		select p.person_id from appointment p where p.area_id = area and p.with_id = gone
		union select c.person_id from appointment_company c where c.area_id = area and gone in (c.asked_by_id, c.account_id));
	update appointment p set place = '', what_for = '', emptied_at = moment
		where p.area_id = area and p.asked_by_id = gone and p.emptied_at is null;
	delete from appointment_company c where c.area_id = area and c.asked_by_id = gone;
	update appointment_company c set account_id = null, answer = null, answered_at = null, ended_at = coalesce(c.ended_at, moment),
			words = without_name(c.words, called)
		where c.area_id = area and c.account_id = gone;
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
grant execute on function those_i_meet(), time_stands(appointment_time), where_i_come_along(), say_whether_i_come(uuid, text),
	record_look_along(uuid), remind_of(uuid, uuid) to alongside_account;
grant execute on function time_stands(appointment_time), reminder_due(timestamptz, text), people_whose_relationships_i_know()
	to alongside_definer;
grant execute on function system_remind(uuid, uuid, uuid) to alongside_system;
