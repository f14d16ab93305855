-- Opportunities: a real opening, what it would mean, what it needs first and what it opens; how they hang together; what became
-- of each. The person's alone, and theirs to open one by one.

create table opportunity (
	area_id uuid not null,
	id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	kind text not null check (kind in ('job', 'home', 'relationship', 'parenthood', 'faith', 'learning', 'helping', 'other')),
	words text not null check (words <> ''),
	-- What it would mean to me, whom it touches, which of my values it serves, what it needs first, what it opens.
	meaning text check (meaning <> ''),
	touches text check (touches <> ''),
	serves text check (serves <> ''),
	needs text check (needs <> ''),
	opens text check (opens <> ''),
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, id, scope_id, person_id),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id) on update cascade
);
create index opportunity_of_person on opportunity (area_id, person_id, written_at);
comment on table opportunity is 'owner: the person; purpose: a real opening, and what it would mean to them; retention: until they delete it; disclosure: the person, those it is open to; leaving: deleted';

-- How two of them hang together. Whoever has one of them open reads it only where the other is open to them too.
create table opportunity_link (
	area_id uuid not null,
	id uuid not null,
	person_id uuid not null,
	from_id uuid not null,
	from_scope_id uuid not null,
	kind text not null check (kind in ('needs', 'opens', 'against')),
	to_id uuid not null check (to_id <> from_id),
	to_scope_id uuid not null,
	made_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, from_id, to_id, kind),
	foreign key (area_id, from_id, from_scope_id, person_id) references opportunity (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, to_id, to_scope_id, person_id) references opportunity (area_id, id, scope_id, person_id)
		on update cascade on delete cascade
);
create index opportunity_link_of_person on opportunity_link (area_id, person_id);
create index opportunity_link_to on opportunity_link (area_id, to_id);
comment on table opportunity_link is 'owner: the person; purpose: what needs, opens or pulls against what; retention: with either of the two; disclosure: the person, those to whom both are open; leaving: deleted';

-- What became of it: said by a hand on a day, never overwritten.
create table opportunity_turn (
	area_id uuid not null,
	id uuid not null,
	opportunity_id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	author_id uuid not null,
	kind text not null check (kind in ('came_about', 'closed', 'let_go', 'open_again')),
	words text check (words <> ''),
	made_at timestamptz not null default now(),
	primary key (area_id, id),
	foreign key (area_id, opportunity_id, scope_id, person_id) references opportunity (area_id, id, scope_id, person_id)
		on update cascade on delete cascade,
	foreign key (area_id, author_id) references account (area_id, id)
);
create index opportunity_turn_of on opportunity_turn (area_id, opportunity_id, made_at);
create index opportunity_turn_by on opportunity_turn (area_id, author_id);
create index opportunity_turn_of_person on opportunity_turn (area_id, person_id);
comment on table opportunity_turn is 'owner: the person; purpose: what became of it; retention: with the opportunity; disclosure: as the opportunity; leaving: deleted';

grant select, insert, update, delete on opportunity, opportunity_link, opportunity_turn to alongside_definer;

-- The scope of my opportunities, made under this id where there is none yet.
create function scope_of_my_opportunities(fresh uuid) returns uuid
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare whole uuid;
begin
	if not exists (select from scope s where s.area_id = my_area() and s.person_id = my_account() and s.part = 'plan') then return null; end if;
	perform pg_advisory_xact_lock(hashtextextended('opportunities of ' || my_account()::text, 0));
	select s.id into whole from scope s
		where s.area_id = my_area() and s.person_id = my_account() and s.part = 'opportunities' and s.within_id is null;
	if whole is null then
		whole := fresh;
		insert into scope (area_id, id, person_id, part) values (my_area(), whole, my_account(), 'opportunities');
	end if;
	return whole;
end $$;

create function erase_of_opportunities(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from opportunity o where o.area_id = area and o.person_id = gone;
	return '{}';
end $$;

do $$
declare each_table text; f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
	end loop;
	foreach each_table in array array['opportunity', 'opportunity_link', 'opportunity_turn'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
		execute format('create policy mine on %I for select to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
		execute format('create policy by_my_hand on %I for insert to alongside_account
			with check (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
	end loop;
	foreach each_table in array array['opportunity', 'opportunity_link'] loop
		execute format('grant delete on %I to alongside_account', each_table);
		execute format('create policy mine_to_delete on %I for delete to alongside_account
			using (area_id = (select my_area()) and person_id = (select my_account()))', each_table);
	end loop;
	foreach each_table in array array['opportunity', 'opportunity_turn'] loop
		execute format('create policy open_to_me on %I for select to alongside_account
			using (scope_id = any ((select scopes_open_to_me())::uuid[]))', each_table);
	end loop;
end $$;
create policy open_to_me on opportunity_link for select to alongside_account
	using (from_scope_id = any ((select scopes_open_to_me())::uuid[]) and to_scope_id = any ((select scopes_open_to_me())::uuid[]));
create policy in_my_own_name on opportunity_turn as restrictive for insert to alongside_account
	with check (author_id = (select my_account()));
create policy my_own on opportunity for update to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()))
	with check (person_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));

grant insert (area_id, id, scope_id, person_id, kind, words, meaning, touches, serves, needs, opens),
	update (kind, words, meaning, touches, serves, needs, opens, scope_id) on opportunity to alongside_account;
grant insert (area_id, id, person_id, from_id, from_scope_id, kind, to_id, to_scope_id) on opportunity_link to alongside_account;
grant insert (area_id, id, opportunity_id, scope_id, person_id, author_id, kind, words) on opportunity_turn to alongside_account;
grant execute on function scope_of_my_opportunities(uuid) to alongside_account;
