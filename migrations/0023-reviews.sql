-- Reviews: prepared by both apart, held together. How the plan read on a day needs no copy: its rows say who and when, and are
-- never overwritten.

create table review (
	area_id uuid not null,
	id uuid not null,
	scope_id uuid not null,
	person_id uuid not null,
	-- The day on which both mean to hold it, if one was said.
	for_day date,
	begun_by_id uuid not null,
	begun_at timestamptz not null default now(),
	held_at timestamptz check (held_at >= begun_at),
	held_by_id uuid,
	set_aside_at timestamptz check (set_aside_at >= begun_at),
	primary key (area_id, id),
	unique (area_id, id, scope_id),
	check ((held_at is null) = (held_by_id is null)),
	check (held_at is null or set_aside_at is null),
	foreign key (area_id, scope_id, person_id) references scope (area_id, id, person_id) on update cascade,
	foreign key (area_id, begun_by_id) references account (area_id, id),
	foreign key (area_id, held_by_id) references account (area_id, id)
);
create unique index one_review_at_a_time on review (area_id, scope_id) where held_at is null and set_aside_at is null;
create index review_of_scope on review (area_id, scope_id, begun_at);
comment on table review is 'owner: both; purpose: to look back together; retention: as long as the person keeps the plan; disclosure: the person and their practitioner; leaving: deleted, kept where somebody else prepared for it';

-- What one hand wrote to prepare: its own alone until both are ready.
create table review_preparation (
	area_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	scope_id uuid not null,
	account_id uuid not null,
	good text check (good <> ''),
	hard text check (hard <> ''),
	other text check (other <> ''),
	written_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id, review_id, account_id),
	check (coalesce(good, hard, other) is not null),
	foreign key (area_id, review_id, scope_id) references review (area_id, id, scope_id) on update cascade,
	foreign key (area_id, account_id) references account (area_id, id)
);
comment on table review_preparation is 'owner: its author; purpose: what each thinks before they look back together; retention: as long as the person keeps the plan; disclosure: its author, and when both are ready the person and their practitioner; leaving: deleted, kept without the name where somebody else wrote it';

grant select, insert, update, delete on review, review_preparation to alongside_definer;

-- The reviews on which both may read what the other wrote: both are ready. That it was held, either can say alone, so it lays
-- nothing open.
create function reviews_laid_open() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(
		select r.id from review r where r.area_id = my_area() and r.scope_id = any (scopes_i_write_in())
			and (select count(*) from review_preparation p where p.area_id = r.area_id and p.review_id = r.id) > 1)
$$;

-- The reviews that both can still prepare for.
create function reviews_to_come() returns uuid[] language sql stable security definer set search_path = public, pg_temp as $$
	select array(select r.id from review r where r.area_id = my_area() and r.scope_id = any (scopes_i_write_in())
		and r.held_at is null and r.set_aside_at is null)
$$;

-- Who is ready for a review: that they are, never what they wrote.
create function ready_for(wanted uuid) returns table (account_id uuid) language sql stable security definer set search_path = public, pg_temp as $$
	select p.account_id from review_preparation p where p.area_id = my_area() and p.review_id = wanted
		and p.scope_id = any (scopes_i_write_in()) order by p.written_at
$$;

-- What I wrote to prepare with people who have left: mine, for me alone.
create function what_i_prepared_with_those_who_left() returns table (person_id uuid, kind text, words text, at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select r.person_id, 'review', concat_ws(E'\n', p.good, p.hard, p.other), p.written_at
		from review_preparation p join review r on r.area_id = p.area_id and r.id = p.review_id
			join account a on a.area_id = r.area_id and a.id = r.person_id and a.left_at is not null
		where p.area_id = my_area() and p.account_id = my_account() order by p.written_at
$$;

create function erase_of_reviews(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare theirs uuid[];
begin
	theirs := array(select distinct r.person_id from review_preparation p join review r on r.area_id = area and r.id = p.review_id
		where p.area_id = area and p.account_id = gone and r.person_id <> gone);
	delete from review_preparation p where p.area_id = area and p.account_id = gone;
	update review_preparation p set good = without_name(p.good, called), hard = without_name(p.hard, called), other = without_name(p.other, called)
		from review r where r.area_id = area and r.id = p.review_id and p.area_id = area and r.person_id = gone;
	delete from review r where r.area_id = area and r.person_id = gone
		and not exists (select from review_preparation p where p.area_id = area and p.review_id = r.id);
	return theirs;
end $$;

alter function reviews_laid_open() owner to alongside_definer;
alter function reviews_to_come() owner to alongside_definer;
alter function ready_for(uuid) owner to alongside_definer;
alter function what_i_prepared_with_those_who_left() owner to alongside_definer;
alter function erase_of_reviews(uuid, uuid, text, timestamptz) owner to alongside_definer;
grant execute on function reviews_laid_open(), reviews_to_come(), ready_for(uuid), what_i_prepared_with_those_who_left() to alongside_account;

do $$
declare each_table text;
begin
	foreach each_table in array array['review', 'review_preparation'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
		execute format('grant select on %I to alongside_account', each_table);
	end loop;
end $$;

-- For the two hands alone: what is open to others to read is the plan, not how both look back on it.
create policy of_my_hand on review for select to alongside_account
	using (scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy mine on review_preparation for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
create policy laid_open on review_preparation for select to alongside_account
	using (review_id = any ((select reviews_laid_open())::uuid[]));

grant insert (area_id, id, scope_id, person_id, for_day, begun_by_id) on review to alongside_account;
create policy by_my_hand on review for insert to alongside_account
	with check (area_id = (select my_area()) and begun_by_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[]));
grant insert (area_id, id, review_id, scope_id, account_id, good, hard, other) on review_preparation to alongside_account;
create policy by_my_hand on review_preparation for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and review_id = any ((select reviews_to_come())::uuid[]));

-- Either says that it was held, or that it will not be, once; one's own preparation can be changed until then.
grant update (held_at, held_by_id, set_aside_at) on review to alongside_account;
create policy of_my_hand_now on review for update to alongside_account
	using (held_at is null and set_aside_at is null and scope_id = any ((select scopes_i_write_in())::uuid[]))
	with check (coalesce(held_at, set_aside_at) = (select now()) and coalesce(held_by_id, (select my_account())) = (select my_account()));
grant update (good, hard, other, written_at) on review_preparation to alongside_account;
create policy my_own on review_preparation for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and scope_id = any ((select scopes_i_write_in())::uuid[])
		and review_id = any ((select reviews_to_come())::uuid[]))
	with check (written_at = (select now()));
