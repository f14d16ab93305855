-- The record of access in fewer statements: almost every page writes it.

-- The time in it is written as text, so it was never immutable; as what it is, it becomes part of the statement that asks for it.
alter function access_hash(bytea, access_entry) stable;

-- Only for the functions that have made sure who may be recorded: it has their rights, and nobody else may call it.
create or replace function append_access_entry(area uuid, person uuid, by_account uuid, act text, what text, thing uuid, at timestamptz)
	returns void language plpgsql volatile as $$
begin
	with head as (
		update access_head h
			set number = h.number + 1,
				hash = access_hash(h.hash, row(area, person, h.number + 1, at, by_account, act, what, thing, null)::access_entry)
			where h.area_id = area and h.person_id = person
			returning h.number, h.hash
	)
	insert into access_entry select area, person, head.number, at, by_account, act, what, thing, head.hash from head;
	if found then return; end if;
	insert into access_head (area_id, person_id) values (area, person) on conflict do nothing;
	perform append_access_entry(area, person, by_account, act, what, thing, at);
end $$;

create or replace function record_access(people uuid[], act text, what text, thing uuid)
	returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	-- Nobody writes into the record of someone whose things they could not have seen.
	if not people <@ (people_i_work_with() || my_account()) then
		raise exception 'this is not yours to record' using errcode = 'insufficient_privilege';
	end if;
	perform append_access_entry(my_area(), person, my_account(), act, what, thing, clock_timestamp())
		from (select distinct person from unnest(people) person order by person) each_one;
end $$;
