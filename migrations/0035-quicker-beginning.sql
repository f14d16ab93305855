-- What every act begins with, in less than half the time: it asks by index also where a table is small enough to be read
-- whole, plans once for each connection, and of one person asks for that one and not among all whom the practitioner works
-- with. Each id may stand in a list more than once, which nobody who reads the lists can tell.

create or replace function begin_act(about uuid) returns void language plpgsql volatile security definer
	set search_path = public, pg_temp set plan_cache_mode = force_generic_plan set random_page_cost = 1 as $$
declare
	area uuid := my_area(); me uuid := my_account();
	people uuid[] := '{}'; openers uuid[]; opened uuid[]; writing uuid[]; reading uuid[] := '{}'; known uuid[] := '{}';
begin
	if exists (select from standing g
			where g.area_id = area and g.account_id = me and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)) then
		if about is null then
			people := array(
				select r.person_id from working_relationship r
					where r.area_id = area and r.practitioner_id = me and is_now(r.began_at, r.ended_at)
			);
		else
			people := array(
				select r.person_id from working_relationship r
					where r.area_id = area and r.practitioner_id = me and is_now(r.began_at, r.ended_at) and r.person_id = about
			);
		end if;
	end if;
	perform set_config('app.people', people::text, true);
	if about is null or about = me then
		people := people || me;
		known := array(
			select s.supporter_id from supporting s where s.area_id = area and s.person_id = me
			union
			select o.account_id from opening o where o.area_id = area and o.person_id = me
		);
	end if;
	writing := array(
		select s.id from scope s
			where s.area_id = area and s.person_id = any (people) and (s.part = 'plan' or s.person_id = me)
	);
	select coalesce(array_agg(o.id), '{}'), coalesce(array_agg(distinct o.person_id), '{}') into opened, openers
		from opening o
		where o.area_id = area and o.account_id = me and o.closed_at is null
			and (about is null or o.person_id = about) and opening_holds(o);
	if opened <> '{}' then
		reading := array(
			select o.scope_id from opening o where o.area_id = area and o.id = any (opened)
			union
			select s.id from opening o join scope s on s.area_id = area and s.within_id = o.scope_id
				where o.area_id = area and o.id = any (opened)
		);
	end if;
	perform
		set_config('app.accounts', (me || people || openers || known
			|| array(
				select r.practitioner_id from working_relationship r where r.area_id = area and r.person_id = any (people)
			) || array(
				select s.person_id from supporting s
					where s.area_id = area and s.supporter_id = me and is_now(s.began_at, s.ended_at)
						and (about is null or s.person_id = about)
			))::text, true),
		set_config('app.writing', writing::text, true),
		set_config('app.scopes', (writing || reading)::text, true),
		set_config('app.openings', opened::text, true),
		set_config('app.openers', openers::text, true);
end $$;
