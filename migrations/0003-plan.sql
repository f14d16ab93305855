-- Our plan: scopes, outcomes in words that both hands agree to, and what each party brings.
--
-- Nothing here is overwritten. Words, agreements, differences and turns are rows with a who and a when; what is taken back
-- gets the time it was taken back.

-- What can be opened: a part of what is a person's (the plan), later also a single thing within it.
create table scope (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	part text not null check (part in ('plan')),
	within_id uuid,
	primary key (area_id, id),
	unique (area_id, id, person_id),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, within_id) references scope (area_id, id)
);
create index scope_of_person on scope (area_id, person_id);
create unique index one_part_of_a_kind on scope (area_id, person_id, part) where within_id is null;
comment on table scope is 'owner: the person; purpose: what can be opened and closed; retention: until they leave; disclosure: those it is open to';

create table outcome (
	area_id uuid not null,
	id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	proposed_by_id uuid not null,
	proposed_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, scope_id),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id) on update cascade,
	foreign key (area_id, proposed_by_id) references account (area_id, id)
);
create index outcome_of_person on outcome (area_id, person_id, scope_id);
comment on table outcome is 'owner: the person; purpose: a change both work for; retention: as long as the person keeps the plan; disclosure: the person, their practitioner, those it is open to';

-- The words of an outcome, numbered: new words never overwrite older ones, and two editors cannot take the same number.
create table wording (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	number integer not null check (number between 1 and 10000),
	words text not null check (words <> ''),
	words_hash bytea not null,
	author_id uuid not null,
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, outcome_id, number),
	unique (area_id, id, outcome_id, words_hash),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
comment on table wording is 'owner: the person; purpose: the exact words proposed; retention: with the outcome; disclosure: as the outcome';

create function hash_the_words() returns trigger language plpgsql as $$
begin
	new.words_hash := sha256(convert_to(new.words, 'UTF8'));
	return new;
end $$;
create trigger hash_the_words before insert on wording for each row execute function hash_the_words();

-- One hand's agreement to exactly these words: bound to their hash, so that it can never come to stand under other words.
create table agreement (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	wording_id uuid not null,
	words_hash bytea not null,
	account_id uuid not null,
	agreed_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, wording_id, outcome_id, words_hash) references wording (area_id, id, outcome_id, words_hash),
	foreign key (area_id, account_id) references account (area_id, id)
);
create unique index one_standing_agreement_each on agreement (area_id, wording_id, account_id) where withdrawn_at is null;
create index agreement_of_outcome on agreement (area_id, outcome_id);
comment on table agreement is 'owner: who agreed; purpose: both hands under the same words; retention: with the outcome; disclosure: as the outcome';

-- "I see this differently", until its author withdraws it.
create table difference (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	author_id uuid not null,
	reason text not null check (reason <> ''),
	written_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	primary key (area_id, id),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index difference_of_outcome on difference (area_id, outcome_id);
comment on table difference is 'owner: its author; purpose: two voices may differ and both stay visible; retention: with the outcome; disclosure: as the outcome';

-- What happened to an outcome, by whose word: under way, reached, set aside, cannot be done now, taken up again.
create table turn (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	kind text not null check (kind in ('under_way', 'reached', 'set_aside', 'cannot_be_done_now', 'taken_up_again')),
	why text,
	in_the_way text,
	whose_job text,
	author_id uuid not null,
	made_at timestamptz not null default now(),
	primary key (area_id, id),
	check (kind <> 'set_aside' or why <> ''),
	check (kind <> 'cannot_be_done_now' or (in_the_way <> '' and whose_job <> '')),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index turn_of_outcome on turn (area_id, outcome_id);
comment on table turn is 'owner: its author; purpose: how the outcome stands; retention: with the outcome; disclosure: as the outcome';

-- Asking someone to bring something: only they can answer.
create table contribution_request (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	asked_by_id uuid not null,
	asked_of_id uuid not null check (asked_of_id <> asked_by_id),
	kind text not null check (kind in ('time', 'skill', 'introduction', 'money', 'room', 'going_along', 'something_else')),
	words text not null check (words <> ''),
	asked_at timestamptz not null default now(),
	answer text check (answer in ('accepted', 'differently', 'declined')),
	answer_words text,
	answered_at timestamptz,
	taken_back_at timestamptz,
	primary key (area_id, id),
	unique (area_id, id, outcome_id, asked_of_id),
	check ((answer is null) = (answered_at is null)),
	check (answer is not null or answer_words is null),
	check (answered_at is null or taken_back_at is null),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, asked_by_id) references account (area_id, id),
	foreign key (area_id, asked_of_id) references account (area_id, id)
);
create index contribution_request_of_outcome on contribution_request (area_id, outcome_id);
create index contribution_request_waiting on contribution_request (area_id, asked_of_id) where answered_at is null and taken_back_at is null;
comment on table contribution_request is 'owner: who asks and who is asked; purpose: to ask without promising for another; retention: with the outcome; disclosure: as the outcome';

-- What one party brings, promised by that party only. A request that was accepted leads to the one it asked for.
create table contribution (
	area_id uuid not null,
	id uuid not null,
	outcome_id uuid not null,
	scope_id uuid not null,
	brought_by_id uuid not null,
	kind text not null check (kind in ('time', 'skill', 'introduction', 'money', 'room', 'going_along', 'something_else')),
	words text not null check (words <> ''),
	by_day date,
	request_id uuid,
	offered_at timestamptz not null default now(),
	done_at timestamptz,
	taken_back_at timestamptz,
	primary key (area_id, id),
	unique (area_id, request_id),
	check (done_at is null or taken_back_at is null),
	foreign key (area_id, outcome_id, scope_id) references outcome (area_id, id, scope_id) on update cascade,
	foreign key (area_id, brought_by_id) references account (area_id, id),
	foreign key (area_id, request_id, outcome_id, brought_by_id)
		references contribution_request (area_id, id, outcome_id, asked_of_id)
);
create index contribution_of_outcome on contribution (area_id, outcome_id);
create index contribution_promised on contribution (area_id, brought_by_id) where done_at is null and taken_back_at is null;
comment on table contribution is 'owner: who brings it; purpose: every party brings something; retention: with the outcome; disclosure: as the outcome';

grant select on scope to alongside_definer;

-- Every scope that the acting account may see now: its own, and the plans of the people it works with now.
create function scopes_open_to_me() returns uuid[] language sql stable parallel safe
	as $$ select seen_in_act('scopes') $$;

-- Every scope that the acting account may write in: so far the same two hands.
create function scopes_i_write_in() returns uuid[] language sql stable parallel safe
	as $$ select scopes_open_to_me() $$;

-- An act begins with working out whom its account knows and what is open to it: the whole of who may see what. An act about
-- one person sees nothing of any other. Called anew within an act only by what changes who may see what.
create function begin_act(about uuid) returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare area uuid := my_area(); me uuid := my_account(); people uuid[] := '{}';
begin
	if exists (select from standing g
			where g.area_id = area and g.account_id = me and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)) then
		people := array(
			select r.person_id from working_relationship r
				where r.area_id = area and r.practitioner_id = me and is_now(r.began_at, r.ended_at)
					and (about is null or r.person_id = about)
		);
	end if;
	perform set_config('app.people', people::text, true);
	if about is null or about = me then people := people || me; end if;
	perform
		set_config('app.accounts', array(
			select me
			union
			select unnest(people)
			union
			select r.practitioner_id
				from unnest(people) person join working_relationship r on r.area_id = area and r.person_id = person
		)::text, true),
		set_config('app.scopes', array(
			select s.id from unnest(people) person
				join scope s on s.area_id = area and s.person_id = person and (s.part = 'plan' or person = me)
		)::text, true);
end $$;

-- Who works on a scope that I may see, now: only they can be asked to bring something.
create function hands_on(wanted uuid) returns uuid[] language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if wanted <> all (scopes_open_to_me()) then return '{}'; end if;
	return array(
		select s.person_id from scope s where s.area_id = my_area() and s.id = wanted
		union
		select r.practitioner_id from scope s
			join working_relationship r on r.area_id = s.area_id and r.person_id = s.person_id and is_now(r.began_at, r.ended_at)
			where s.area_id = my_area() and s.id = wanted
	);
end $$;

alter function begin_act(uuid) owner to alongside_definer;
alter function hands_on(uuid) owner to alongside_definer;
grant execute on function scopes_open_to_me() to alongside_account, alongside_definer;
grant execute on function begin_act(uuid), scopes_i_write_in(), hands_on(uuid) to alongside_account;

do $$
declare each_table text;
begin
	for each_table in
		select unnest(array['scope', 'outcome', 'wording', 'agreement', 'difference', 'turn', 'contribution_request', 'contribution'])
	loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format(
			'create policy open_to_me on %I for select to alongside_account using (area_id = (select my_area()) and %I = any ((select scopes_open_to_me())::uuid[]))',
			each_table, case each_table when 'scope' then 'id' else 'scope_id' end);
	end loop;
end $$;

-- Times come from the database: no column that says when can be written by the one who inserts.
grant insert (area_id, id, scope_id, person_id, proposed_by_id) on outcome to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, number, words, author_id) on wording to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id) on agreement to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, author_id, reason) on difference to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, kind, why, in_the_way, whose_job, author_id) on turn to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, asked_by_id, asked_of_id, kind, words) on contribution_request to alongside_account;
grant insert (area_id, id, outcome_id, scope_id, brought_by_id, kind, words, by_day, request_id) on contribution to alongside_account;
create policy by_my_hand on outcome for insert to alongside_account
	with check (area_id = (select my_area()) and proposed_by_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy by_my_hand on wording for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy by_my_hand on agreement for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy by_my_hand on difference for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy by_my_hand on turn for insert to alongside_account
	with check (area_id = (select my_area()) and author_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy by_my_hand on contribution_request for insert to alongside_account
	with check (area_id = (select my_area()) and asked_by_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and asked_of_id = any (hands_on(scope_id)));
create policy by_my_hand on contribution for insert to alongside_account
	with check (area_id = (select my_area()) and brought_by_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));

-- Taking back, answering and marking done: one's own row only, once, only the columns named here, at the database's time.
grant update (withdrawn_at) on agreement, difference to alongside_account;
grant update (answer, answer_words, answered_at, taken_back_at) on contribution_request to alongside_account;
grant update (done_at, taken_back_at) on contribution to alongside_account;
create policy my_own on agreement for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and withdrawn_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (withdrawn_at = (select now()));
create policy my_own on difference for update to alongside_account
	using (area_id = (select my_area()) and author_id = (select my_account()) and withdrawn_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (withdrawn_at = (select now()));
create policy my_own on contribution for update to alongside_account
	using (area_id = (select my_area()) and brought_by_id = (select my_account()) and done_at is null and taken_back_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (coalesce(done_at, (select now())) = (select now()) and coalesce(taken_back_at, (select now())) = (select now()));
-- Only the one asked can answer; only the one who asked can take the question back.
create policy asked_of_me on contribution_request for update to alongside_account
	using (area_id = (select my_area()) and asked_of_id = (select my_account()) and answered_at is null and taken_back_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (asked_of_id = (select my_account()) and taken_back_at is null and answered_at = (select now()));
create policy asked_by_me on contribution_request for update to alongside_account
	using (area_id = (select my_area()) and asked_by_id = (select my_account()) and answered_at is null and taken_back_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (asked_by_id = (select my_account()) and answered_at is null and taken_back_at = (select now()));
