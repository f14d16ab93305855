-- My story: moments as somebody remembers them, what they are put together to, and what those say to whom it is opened.
--
-- It is its person's alone. What can be opened is a chapter or a thread, never the whole: a moment is there for somebody else
-- as long as it lies in one that is open to them.

alter table scope drop constraint scope_part_check;
alter table scope add constraint scope_part_check check (part in ('plan', 'story'));

-- What belongs to a whole story. The part itself is never opened: `only_parts_of_a_story` below.
create table story (
	area_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	born_year integer check (born_year between 1900 and 2100),
	-- What calms them, and whom they ring, for when something is hard.
	calms text check (calms <> ''),
	rings text check (rings <> ''),
	begun_at timestamptz not null default now(),
	primary key (area_id, person_id),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id)
);
comment on table story is 'owner: the person; purpose: what their whole story needs, their own list of what calms; retention: until they leave; disclosure: the person alone; leaving: deleted';

create table story_moment (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	title text check (title <> ''),
	words text check (words <> ''),
	-- When it was, as far as it was said and no further; null where nothing was said.
	time_kind text check (time_kind in ('day', 'month', 'year', 'age', 'before', 'after', 'not_sure', 'not_saying')),
	around boolean not null default false,
	year integer check (year between 1900 and 2199),
	month integer check (month between 1 and 12),
	day integer check (day between 1 and 31),
	age integer check (age between 0 and 120),
	beside_id uuid,
	place text check (place <> ''),
	mood text check (mood <> ''),
	says_of_me text check (says_of_me <> ''),
	hard boolean not null default false,
	-- It has not happened: they hope that it will.
	hoped boolean not null default false,
	-- Who wrote it down as they heard the person say it, and when the person said that the words are theirs.
	heard_by_id uuid,
	confirmed_at timestamptz,
	written_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, person_id),
	constraint something_is_told check (num_nonnulls(title, words) > 0),
	constraint time_as_it_was_said check (case time_kind
		when 'day' then num_nonnulls(year, month, day) = 3 and age is null
		when 'month' then num_nonnulls(year, month) = 2 and num_nonnulls(day, age) = 0
		when 'year' then year is not null and num_nonnulls(month, day, age) = 0
		when 'age' then age is not null and num_nonnulls(year, month, day) = 0
		else num_nonnulls(year, month, day, age) = 0 end),
	constraint beside_another check (beside_id is null or (coalesce(time_kind in ('before', 'after'), false) and beside_id <> id)),
	constraint only_what_was_heard check (confirmed_at is null or heard_by_id is not null),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, heard_by_id) references account (area_id, id),
	foreign key (area_id, beside_id, person_id) references story_moment (area_id, id, person_id) on delete set null (beside_id)
);
create index story_moment_of on story_moment (area_id, person_id, changed_at);
create index story_moment_beside on story_moment (area_id, beside_id) where beside_id is not null;
create index story_moment_heard on story_moment (area_id, heard_by_id) where heard_by_id is not null;
comment on table story_moment is 'owner: the person; purpose: a moment of their life or one that they hope for, in their words; retention: until they delete it; disclosure: the person alone, who wrote it down until it is confirmed, and those to whom a part that it lies in is open; leaving: deleted';

-- What moments are put together to: a chapter, a thread, a name that others gave, a name for the trouble, something that
-- matters, somebody they are becoming. Each answers questions of its own; none has to be answered.
create table story_piece (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	kind text not null check (kind in ('chapter', 'thread', 'name', 'trouble', 'value', 'becoming')),
	name text not null check (name <> ''),
	sort text check (sort in ('value', 'priority', 'hope', 'relationship')),
	says text check (says <> ''),
	who text check (who <> ''),
	did text check (did <> ''),
	instead text check (instead <> ''),
	promises text check (promises <> ''),
	weaker text check (weaker <> ''),
	cost text check (cost <> ''),
	made_at timestamptz not null default now(),
	changed_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, scope_id, person_id),
	constraint a_sort_of_what_matters check ((sort is not null) = (kind = 'value')),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id)
);
create index story_piece_of on story_piece (area_id, person_id, kind);
create index story_piece_in on story_piece (area_id, scope_id);
comment on table story_piece is 'owner: the person; purpose: what moments of theirs are put together to, and what they say of it; retention: until they delete it; disclosure: the person alone, and those to whom it is open; leaving: deleted';

create table story_placed (
	area_id uuid not null,
	piece_id uuid not null,
	moment_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	placed_at timestamptz not null default now(),
	primary key (area_id, piece_id, moment_id),
	foreign key (area_id, piece_id, scope_id, person_id) references story_piece (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, moment_id, person_id) references story_moment (area_id, id, person_id) on delete cascade
);
create index story_placed_of on story_placed (area_id, person_id);
create index story_placed_moment on story_placed (area_id, moment_id);
comment on table story_placed is 'owner: the person; purpose: which moment lies in which part of their story; retention: until they take it out; disclosure: as the part; leaving: deleted';

-- A chapter as somebody told it once. A later telling never overwrites an earlier one.
create table story_telling (
	area_id uuid not null,
	id uuid not null,
	piece_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	words text not null check (words <> ''),
	told_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, piece_id, scope_id, person_id) references story_piece (area_id, id, scope_id, person_id)
		on update cascade on delete cascade
);
create index story_telling_of on story_telling (area_id, piece_id, told_at);
create index story_telling_person on story_telling (area_id, person_id);
comment on table story_telling is 'owner: the person; purpose: a chapter as they told it on a day; retention: until they delete it; disclosure: as the chapter; leaving: deleted';

-- Who is asked to say what stayed with them. They see it only while it is open to them.
create table story_witness (
	area_id uuid not null,
	piece_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	account_id uuid not null check (account_id <> person_id),
	asked_at timestamptz not null default now(),
	primary key (area_id, piece_id, account_id),
	foreign key (area_id, piece_id, scope_id, person_id) references story_piece (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, account_id) references account (area_id, id)
);
create index story_witness_who on story_witness (area_id, account_id);
comment on table story_witness is 'owner: the person; purpose: whom they asked to answer what is open to them; retention: until they ask no more; disclosure: both; leaving: deleted';

-- What somebody else puts beside a part of the story, signed: words of who works with the person, or a witness's answers.
create table story_beside (
	area_id uuid not null,
	id uuid not null,
	piece_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	author_id uuid not null check (author_id <> person_id),
	words text check (words <> ''),
	heard text check (heard <> ''),
	touched text check (touched <> ''),
	reminds text check (reminds <> ''),
	will text check (will <> ''),
	written_at timestamptz not null default now(),
	-- What the person does with it: keeps it, hides it, answers.
	kept boolean not null default false,
	hidden boolean not null default false,
	reply text check (reply <> ''),
	primary key (area_id, id),
	constraint words_or_answers check ((words is null) = (num_nonnulls(heard, touched, reminds, will) > 0)),
	constraint kept_or_hidden check (not (kept and hidden)),
	foreign key (area_id, piece_id, scope_id, person_id) references story_piece (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index story_beside_of on story_beside (area_id, piece_id, written_at);
create index story_beside_person on story_beside (area_id, person_id);
create index story_beside_by on story_beside (area_id, author_id);
comment on table story_beside is 'owner: the person, to whom it was given; purpose: what others put beside their story; retention: with the part of the story; disclosure: the person and its author, who signs it, while the part is open to them; leaving: deleted';

-- Begins the story of the acting account, once. Answers the scope of it.
create function begin_story(wanted uuid) returns uuid language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare there uuid;
begin
	perform require_standing('person');
	perform pg_advisory_xact_lock(hashtextextended('story of ' || my_account(), 0));
	select s.scope_id into there from story s where s.area_id = my_area() and s.person_id = my_account();
	if there is not null then return there; end if;
	insert into scope (area_id, id, person_id, part) values (my_area(), wanted, my_account(), 'story');
	insert into story (area_id, person_id, scope_id) values (my_area(), my_account(), wanted);
	return wanted;
end $$;

-- The moments of others that lie in a part which is open to me. Nobody's unconfirmed words are among them.
create function story_moments_open_to_me() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select p.moment_id from story_placed p
		join story_moment m on m.area_id = p.area_id and m.id = p.moment_id and (m.heard_by_id is null or m.confirmed_at is not null)
		where p.area_id = my_area() and p.person_id = any (people_who_opened_to_me()) and p.scope_id = any (scopes_open_to_me()))
$$;

-- The parts of others' stories about which I am asked what stayed with me.
create function stories_i_witness() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select w.piece_id from story_witness w
		where w.area_id = my_area() and w.account_id = my_account() and w.scope_id = any (scopes_open_to_me()))
$$;

-- The words that somebody wrote down for my story are mine. False when I have said so, or threw them away.
create function own_story_words(wanted uuid, session uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_my_own(session);
	update story_moment m set confirmed_at = now(), changed_at = now() where m.area_id = my_area() and m.id = wanted
		and m.person_id = my_account() and m.heard_by_id is not null and m.confirmed_at is null;
	return found;
end $$;

-- A whole story: its part has no other within it, and cannot be opened.
create function whole_stories_of_mine() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select s.scope_id from story s where s.area_id = my_area() and s.person_id = my_account())
$$;

alter function begin_story(uuid) owner to alongside_definer;
alter function story_moments_open_to_me() owner to alongside_definer;
alter function stories_i_witness() owner to alongside_definer;
alter function own_story_words(uuid, uuid) owner to alongside_definer;
alter function whole_stories_of_mine() owner to alongside_definer;
grant execute on function begin_story(uuid), story_moments_open_to_me(), stories_i_witness(), own_story_words(uuid, uuid),
	whole_stories_of_mine() to alongside_account;
grant execute on function scopes_open_to_me(), people_who_opened_to_me(), require_my_own(uuid) to alongside_definer;

do $$
declare each_table text;
begin
	foreach each_table in array
		array['story', 'story_moment', 'story_piece', 'story_placed', 'story_telling', 'story_witness', 'story_beside']
	loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('grant select, insert, update, delete on %I to alongside_definer', each_table);
		execute format('create policy mine on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
	end loop;
	foreach each_table in array array['story_piece', 'story_placed', 'story_telling'] loop
		execute format('create policy open_to_me on %I for select to alongside_account
			using (scope_id = any ((select scopes_open_to_me())::uuid[]))', each_table);
		execute format('create policy by_my_hand on %I for insert to alongside_account
			with check (area_id = (select my_area()) and person_id = (select my_account())
				and scope_id = any ((select scopes_i_write_in())::uuid[]))', each_table);
	end loop;
	foreach each_table in array array['story_moment', 'story_piece', 'story_placed', 'story_telling', 'story_witness'] loop
		execute format('create policy mine_to_delete on %I for delete to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
		execute format('grant delete on %I to alongside_account', each_table);
	end loop;
end $$;

grant update (born_year, calms, rings) on story to alongside_account;
create policy my_own on story for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()));

create policy open_to_me on story_moment for select to alongside_account
	using (area_id = (select my_area()) and id = any ((select story_moments_open_to_me())::uuid[]));
create policy as_i_heard on story_moment for select to alongside_account
	using (area_id = (select my_area()) and heard_by_id = (select my_account()) and confirmed_at is null
		and person_id = any ((select people_i_work_with())::uuid[]));
grant insert (area_id, id, person_id, title, words, hoped, heard_by_id) on story_moment to alongside_account;
create policy by_my_hand on story_moment for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()) and heard_by_id is null);
create policy as_heard on story_moment for insert to alongside_account
	with check (area_id = (select my_area()) and heard_by_id = (select my_account())
		and person_id = any ((select people_i_work_with())::uuid[]));
grant update (title, words, time_kind, around, year, month, day, age, beside_id, place, mood, says_of_me, hard, changed_at)
	on story_moment to alongside_account;
-- Words that somebody wrote down are changed only when they are the person's own.
create policy my_own on story_moment for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and (heard_by_id is null or confirmed_at is not null))
	with check (person_id = (select my_account()) and changed_at = (select now()));

grant insert (area_id, id, person_id, scope_id, kind, name, sort) on story_piece to alongside_account;
grant update (scope_id, name, sort, says, who, did, instead, promises, weaker, cost, changed_at) on story_piece to alongside_account;
create policy my_own on story_piece for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and changed_at = (select now()));

grant insert (area_id, piece_id, moment_id, person_id, scope_id) on story_placed to alongside_account;
grant insert (area_id, id, piece_id, person_id, scope_id, words) on story_telling to alongside_account;

grant insert (area_id, piece_id, person_id, scope_id, account_id) on story_witness to alongside_account;
create policy by_my_hand on story_witness for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account())
		and scope_id = any ((select scopes_i_write_in())::uuid[]) and account_id = any ((select who_i_can_open_to())::uuid[]));
create policy asked_of_me on story_witness for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[]));

create policy by_me on story_beside for select to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[]));
grant insert (area_id, id, piece_id, person_id, scope_id, author_id, words, heard, touched, reminds, will) on story_beside to alongside_account;
create policy signed on story_beside for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[])
		and ((words is not null and person_id = any ((select people_i_work_with())::uuid[]))
			or (words is null and piece_id = any ((select stories_i_witness())::uuid[]))));
grant update (kept, hidden, reply) on story_beside to alongside_account;
create policy given_to_me on story_beside for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()));

-- A story is opened part by part, never whole.
create policy only_parts_of_a_story on opening as restrictive for insert to alongside_account
	with check (scope_id <> all ((select whole_stories_of_mine())::uuid[]));

-- Leaving takes one's whole story, with what others put beside it, and what one put beside the stories of others.
create function erase_of_story(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	told := array(select distinct b.person_id from story_beside b where b.area_id = area and b.author_id = gone);
	delete from draft d where d.area_id = area and (
		d.about_id in (select p.id from story_piece p where p.area_id = area and p.person_id = gone)
		or d.about_id in (select m.id from story_moment m where m.area_id = area and m.person_id = gone));
	delete from story_beside b where b.area_id = area and gone in (b.author_id, b.person_id);
	delete from story_witness w where w.area_id = area and gone in (w.account_id, w.person_id);
	delete from story_telling t where t.area_id = area and t.person_id = gone;
	delete from story_placed p where p.area_id = area and p.person_id = gone;
	delete from story_piece p where p.area_id = area and p.person_id = gone;
	delete from story_moment m where m.area_id = area and m.person_id = gone;
	delete from story s where s.area_id = area and s.person_id = gone;
	return told;
end $$;
alter function erase_of_story(uuid, uuid, text, timestamptz) owner to alongside_definer;
