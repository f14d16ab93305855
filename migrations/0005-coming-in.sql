-- Coming in: cards, secrets, passkeys, codes, and what the demonstration is loaded with.

-- Loads whatever tables it is given, in their order, so that a new table needs no new loader. Only into a database that
-- holds no area yet, and only a demonstration.
drop function system_load_demonstration(jsonb);
create function system_load_demonstration(whole json) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare part record; entry jsonb;
begin
	perform pg_advisory_xact_lock(4202);
	if exists (select from area) then
		raise exception 'this database already holds an area' using errcode = 'object_not_in_prerequisite_state';
	end if;
	if exists (select from json_array_elements(whole -> 'area') a where not (a ->> 'is_demonstration')::boolean) then
		raise exception 'only a demonstration can be loaded' using errcode = 'check_violation';
	end if;
	for part in select key, value from json_each(whole) where key <> 'access' loop
		execute format('insert into %1$I select * from json_populate_recordset(null::%1$I, $1)', part.key) using part.value;
	end loop;
	for entry in select e from jsonb_array_elements((whole -> 'access')::jsonb) with ordinality t(e, n) order by n loop
		perform append_access_entry((entry ->> 'area_id')::uuid, (entry ->> 'person_id')::uuid, (entry ->> 'by_id')::uuid,
			entry ->> 'act', entry ->> 'what', (entry ->> 'thing_id')::uuid, (entry ->> 'at')::timestamptz);
	end loop;
end $$;
alter function system_load_demonstration(json) owner to alongside_definer;
grant execute on function system_load_demonstration(json) to alongside_system;
