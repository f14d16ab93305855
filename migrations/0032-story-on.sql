-- A photo and a voice note stand with a moment of a story. Who gets the moment gets them too, wherever it lies, and nobody else:
-- they have no scope of their own, so there is nothing to move when a part is opened or closed.

create policy with_a_moment_open_to_me on file for select to alongside_account
	using (area_id = (select my_area()) and kept_at is not null and about = 'moment'
		and about_id = any ((select story_moments_open_to_me())::uuid[]));
-- Nobody puts a file with a moment of somebody else's, or with words that the person has not yet said are theirs.
create policy with_my_own_moment on file as restrictive for insert to alongside_account
	with check (about <> 'moment' or (scope_id is null and exists (select from story_moment m
		where m.area_id = file.area_id and m.id = file.about_id and m.person_id = (select my_account())
			and (m.heard_by_id is null or m.confirmed_at is not null))));
comment on table file is 'owner: the person; purpose: a photo or a voice note of theirs, and their words beside it; retention: until they delete it or what it stands with, an hour where it has not wholly come; disclosure: the person, and those to whom the scope it stands in, or the moment of the story it stands with, is open; leaving: deleted';

-- Words that somebody wrote down from a sheet say from which day it is; and words can be confirmed on the scribe's device, by what
-- only the person knows or holds.
alter table story_moment
	add paper_day date,
	add confirmed_with_id uuid,
	add constraint only_what_was_heard_is_from_paper check (paper_day is null or heard_by_id is not null),
	add constraint confirmed_with_somebody check (confirmed_with_id is null or confirmed_at is not null),
	add foreign key (area_id, confirmed_with_id) references account (area_id, id);
grant insert (paper_day) on story_moment to alongside_account;

-- The person says on my device that the words which I wrote down are theirs. False when they have said so, or threw them away.
create function own_story_words_together(session uuid, wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told story_moment;
begin
	select m.* into told from story_moment m where m.area_id = my_area() and m.id = wanted and m.heard_by_id = my_account()
		and m.confirmed_at is null;
	if told.id is null then return false; end if;
	perform use_one_act(session, told.person_id, 'own', wanted, sha256(convert_to(told.words, 'UTF8')));
	update story_moment m set confirmed_at = now(), confirmed_with_id = my_account(), changed_at = now()
		where m.area_id = my_area() and m.id = wanted;
	perform append_access_entry(my_area(), told.person_id, my_account(), 'changed', 'story_together', wanted, clock_timestamp());
	return true;
end $$;
alter function own_story_words_together(uuid, uuid) owner to alongside_definer;
grant execute on function own_story_words_together(uuid, uuid) to alongside_account;

-- Somebody who is in a moment, and to whom it is open, asks to be taken out of it. The person decides, and says which.
create table story_taking_out (
	area_id uuid not null,
	id uuid not null,
	piece_id uuid not null,
	moment_id uuid not null,
	person_id uuid not null,
	scope_id uuid not null,
	account_id uuid not null check (account_id <> person_id),
	asked_at timestamptz not null default now(),
	answer text check (answer in ('changed', 'stays')),
	answered_at timestamptz,
	primary key (area_id, id),
	unique (area_id, piece_id, moment_id, account_id),
	constraint answered_on_a_day check ((answer is null) = (answered_at is null)),
	foreign key (area_id, piece_id, scope_id, person_id) references story_piece (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, moment_id, person_id) references story_moment (area_id, id, person_id) on delete cascade,
	foreign key (area_id, account_id) references account (area_id, id)
);
create index story_taking_out_of on story_taking_out (area_id, person_id);
create index story_taking_out_moment on story_taking_out (area_id, moment_id);
create index story_taking_out_by on story_taking_out (area_id, account_id);
comment on table story_taking_out is 'owner: who asks; purpose: to be taken out of a moment that is open to them, and what became of it; retention: with the moment or the part; disclosure: both, who asks while the part is open to them; leaving: deleted';

alter table story_taking_out enable row level security;
alter table story_taking_out force row level security;
grant select on story_taking_out to alongside_account;
grant select, insert, update, delete on story_taking_out to alongside_definer;
create policy mine on story_taking_out for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy asked_by_me on story_taking_out for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[]));
grant insert (area_id, id, piece_id, moment_id, person_id, scope_id, account_id) on story_taking_out to alongside_account;
create policy by_my_hand on story_taking_out for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_open_to_me())::uuid[])
		and moment_id = any ((select story_moments_open_to_me())::uuid[]));
grant update (answer, answered_at) on story_taking_out to alongside_account;
create policy to_answer on story_taking_out for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()) and answered_at = (select now()));

create function erase_of_story_taking_out(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare told uuid[];
begin
	told := array(select distinct t.person_id from story_taking_out t where t.area_id = area and t.account_id = gone);
	delete from story_taking_out t where t.area_id = area and gone in (t.account_id, t.person_id);
	return told;
end $$;
alter function erase_of_story_taking_out(uuid, uuid, text, timestamptz) owner to alongside_definer;

-- A hope can be tied to one of one's own opportunities, not only to words for one.
alter table opportunity add unique (area_id, id, person_id);
alter table hope add could_id uuid;
alter table hope drop constraint one_thing_beside_it;
alter table hope add constraint one_thing_beside_it check (num_nonnulls(outcome_id, known_id, somebody, opportunity, could_id) <= 1);
alter table hope add foreign key (area_id, could_id, account_id) references opportunity (area_id, id, person_id) on delete set null (could_id);
create index hope_could on hope (area_id, could_id) where could_id is not null;
grant insert (could_id), update (could_id) on hope to alongside_account;

-- Which of what matters to somebody an opportunity serves. What matters is in nobody's sight, so neither is this, whatever is opened.
alter table story_piece add unique (area_id, id, person_id);
create table opportunity_serves (
	area_id uuid not null,
	opportunity_id uuid not null,
	piece_id uuid not null,
	person_id uuid not null,
	chosen_at timestamptz not null default now(),
	primary key (area_id, opportunity_id, piece_id),
	foreign key (area_id, opportunity_id, person_id) references opportunity (area_id, id, person_id) on delete cascade,
	foreign key (area_id, piece_id, person_id) references story_piece (area_id, id, person_id) on delete cascade
);
create index opportunity_serves_of on opportunity_serves (area_id, person_id);
create index opportunity_serves_piece on opportunity_serves (area_id, piece_id);
comment on table opportunity_serves is 'owner: the person; purpose: which of what matters to them an opportunity serves; retention: with either of the two; disclosure: the person alone; leaving: deleted';
alter table opportunity_serves enable row level security;
alter table opportunity_serves force row level security;
grant select, insert, update, delete on opportunity_serves to alongside_definer;
grant select, delete on opportunity_serves to alongside_account;
grant insert (area_id, opportunity_id, piece_id, person_id) on opportunity_serves to alongside_account;
create policy mine on opportunity_serves for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy mine_to_delete on opportunity_serves for delete to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy by_my_hand on opportunity_serves for insert to alongside_account
	with check (area_id = (select my_area()) and person_id = (select my_account()));
