-- Hope, which is the person's alone, and how far each of the two hands says that an outcome has come.

-- Today, where days are counted (platform/days.ts).
create function today_here() returns date language sql stable parallel safe
	as $$ select (now() at time zone 'Europe/London')::date $$;
grant execute on function today_here() to alongside_account, alongside_definer;

-- Nothing of hope has a scope, so that nothing of it can be opened: its policies know one account.
create table hope_rating (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	rating integer not null check (rating between 0 and 10),
	words text check (words <> ''),
	rated_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index hope_rating_of on hope_rating (area_id, account_id, rated_at);
comment on table hope_rating is 'owner: the person; purpose: how their hope is, for them to look back on; retention: until they delete it; disclosure: the person alone; leaving: deleted';

-- What they said when they were last asked how their hope is. Who answered with a number has none of these to say.
create table hope_asking (
	area_id uuid not null,
	account_id uuid not null,
	word text not null check (word in ('not_now', 'never')),
	said_at timestamptz not null default now(),
	primary key (area_id, account_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
comment on table hope_asking is 'owner: the person; purpose: not to be asked how their hope is, for a week or at all; retention: until they say otherwise; disclosure: the person alone; leaving: deleted';

-- What can stand beside a hope is in one's own plan.
alter table outcome add unique (area_id, id, person_id);
alter table contribution add unique (area_id, id, outcome_id);

create table hope (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	words text not null check (words <> ''),
	-- What real thing stands beside it: an outcome, or what somebody brings to one; somebody here; somebody or an opportunity in
	-- words. None of them, where there is nothing real yet.
	outcome_id uuid,
	contribution_id uuid,
	known_id uuid,
	somebody text check (somebody <> ''),
	opportunity text check (opportunity <> ''),
	hoped_at timestamptz not null default now(),
	ended_at timestamptz,
	ending text check (ending in ('came_true', 'let_go')),
	primary key (area_id, id),
	constraint one_thing_beside_it check (num_nonnulls(outcome_id, known_id, somebody, opportunity) <= 1),
	constraint brought_to_an_outcome check (contribution_id is null or outcome_id is not null),
	constraint ended_in_a_way check ((ended_at is null) = (ending is null)),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, known_id) references account (area_id, id),
	foreign key (area_id, outcome_id, account_id) references outcome (area_id, id, person_id),
	-- What somebody brought can go with them: then the outcome stands beside it.
	foreign key (area_id, contribution_id, outcome_id) references contribution (area_id, id, outcome_id)
		on delete set null (contribution_id)
);
create index hope_of on hope (area_id, account_id, hoped_at);
create index hope_for_outcome on hope (area_id, outcome_id) where outcome_id is not null;
comment on table hope is 'owner: the person; purpose: what they hope for, and the real thing beside it; retention: until they delete it; disclosure: the person alone; leaving: deleted';

-- What 0, 5 and 10 would look like, in the words of one hand. New words never overwrite older ones: the latest of each hand stand.
create table progress_anchor (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	author_id uuid not null,
	at_0 text check (at_0 <> ''),
	at_5 text check (at_5 <> ''),
	at_10 text check (at_10 <> ''),
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	constraint some_words check (num_nonnulls(at_0, at_5, at_10) > 0),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index progress_anchor_of_outcome on progress_anchor (area_id, outcome_id, written_at);
comment on table progress_anchor is 'owner: its author; purpose: what a number for an outcome means, in words; retention: with the outcome; disclosure: the person and who works with them, nobody it is open to; leaving: deleted, the words of others in their plan kept without the name';

-- How far one hand says that an outcome has come, once a day. Without a number: they chose not to say one that day.
create table progress_rating (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	author_id uuid not null,
	rating integer check (rating between 0 and 10),
	words text check (words <> ''),
	rated_on date not null default today_here(),
	rated_at timestamptz not null default now(),
	taken_back_at timestamptz,
	primary key (area_id, id),
	constraint words_for_a_number check (rating is not null or (words is null and taken_back_at is null)),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create unique index one_number_a_day on progress_rating (area_id, outcome_id, author_id, rated_on)
	where rating is not null and taken_back_at is null;
create unique index said_none_once_a_day on progress_rating (area_id, outcome_id, author_id, rated_on) where rating is null;
create index progress_rating_of on progress_rating (area_id, author_id, rated_on);
comment on table progress_rating is 'owner: its author; purpose: how far an outcome has come, as each of the two hands sees it; retention: with the outcome; disclosure: the person and who works with them, on the day itself once they have said theirs or chosen not to; nobody it is open to; leaving: deleted, what others said with words in their plan kept without the name';

grant select, update, delete on hope_rating, hope_asking, hope, progress_anchor, progress_rating to alongside_definer;
grant insert on hope_rating, hope_asking, hope, progress_anchor, progress_rating to alongside_definer;

-- The outcomes of which I have said today how far they have come, or chosen not to say: only then are the others' numbers of
-- today there for me.
create function outcomes_i_spoke_of_today() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select r.outcome_id from progress_rating r
		where r.area_id = my_area() and r.author_id = my_account() and r.rated_on = today_here())
$$;
alter function outcomes_i_spoke_of_today() owner to alongside_definer;
grant execute on function outcomes_i_spoke_of_today() to alongside_account;

do $$
declare each_table text;
begin
	foreach each_table in array array['hope_rating', 'hope_asking', 'hope', 'progress_anchor', 'progress_rating'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
	end loop;
	foreach each_table in array array['hope_rating', 'hope_asking', 'hope'] loop
		execute format('create policy mine_alone on %I for select to alongside_account
			using (area_id = (select my_area()) and account_id = (select my_account()))', each_table);
		execute format('create policy mine_to_delete on %I for delete to alongside_account
			using (area_id = (select my_area()) and account_id = (select my_account()))', each_table);
		execute format('grant delete on %I to alongside_account', each_table);
	end loop;
end $$;

grant insert (area_id, id, account_id, rating, words) on hope_rating to alongside_account;
create policy by_my_hand on hope_rating for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()));
grant insert (area_id, account_id, word) on hope_asking to alongside_account;
create policy by_my_hand on hope_asking for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()));

-- Beside a hope stands only somebody whom I know.
grant insert (area_id, id, account_id, words, outcome_id, contribution_id, known_id, somebody, opportunity) on hope to alongside_account;
create policy by_my_hand on hope for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account())
		and coalesce(known_id = any ((select accounts_i_know())::uuid[]), true));
grant update (outcome_id, contribution_id, known_id, somebody, opportunity, ended_at, ending) on hope to alongside_account;
create policy my_own on hope for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and ended_at is null)
	with check (account_id = (select my_account()) and coalesce(ended_at, (select now())) = (select now())
		and coalesce(known_id = any ((select accounts_i_know())::uuid[]), true));

-- Numbers and what they mean are for the two hands: to whom an outcome is only open, there are none.
create policy of_the_two_hands on progress_anchor for select to alongside_account
	using (area_id = (select my_area()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy mine on progress_rating for select to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy of_days_before on progress_rating for select to alongside_account
	using (area_id = (select my_area()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and rating is not null and taken_back_at is null and rated_on < (select today_here()));
create policy of_today on progress_rating for select to alongside_account
	using (area_id = (select my_area()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and rating is not null and taken_back_at is null and outcome_id = any ((select outcomes_i_spoke_of_today())::uuid[]));

grant insert (area_id, id, outcome_id, scope_id, author_id, at_0, at_5, at_10) on progress_anchor to alongside_account;
create policy by_my_hand on progress_anchor for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
grant insert (area_id, id, outcome_id, scope_id, author_id, rating, words) on progress_rating to alongside_account;
create policy by_my_hand on progress_rating for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
grant update (taken_back_at) on progress_rating to alongside_account;
create policy my_own on progress_rating for update to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and rating is not null and taken_back_at is null
		and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (taken_back_at = (select now()));

-- Leaving takes all of one's hope, and oneself from beside the hopes of others.
create function erase_of_hope(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	delete from hope h where h.area_id = area and h.account_id = gone;
	delete from hope_rating r where r.area_id = area and r.account_id = gone;
	delete from hope_asking a where a.area_id = area and a.account_id = gone;
	told := array(select distinct h.account_id from hope h where h.area_id = area and h.known_id = gone);
	update hope h set known_id = null where h.area_id = area and h.known_id = gone;
	return told;
end $$;

-- It takes one's numbers and words for them, everywhere. Of what others said in one's own plan the words stay, without the name.
create function erase_of_progress(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	told := array(select distinct o.person_id from outcome o where o.area_id = area and (
		exists (select from progress_anchor p where p.area_id = area and p.outcome_id = o.id and p.author_id = gone)
		or exists (select from progress_rating p where p.area_id = area and p.outcome_id = o.id and p.author_id = gone)));
	delete from progress_anchor p where p.area_id = area and p.author_id = gone;
	delete from progress_rating p where p.area_id = area and p.author_id = gone;
	delete from progress_rating p using outcome o
		where p.area_id = area and o.area_id = area and o.id = p.outcome_id and o.person_id = gone and p.words is null;
	update progress_rating p set words = without_name(p.words, called) from outcome o
		where p.area_id = area and o.area_id = area and o.id = p.outcome_id and o.person_id = gone;
	update progress_anchor p set at_0 = without_name(p.at_0, called), at_5 = without_name(p.at_5, called),
			at_10 = without_name(p.at_10, called) from outcome o
		where p.area_id = area and o.area_id = area and o.id = p.outcome_id and o.person_id = gone;
	return told;
end $$;
alter function erase_of_hope(uuid, uuid, text, timestamptz) owner to alongside_definer;
alter function erase_of_progress(uuid, uuid, text, timestamptz) owner to alongside_definer;
