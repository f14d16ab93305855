-- Loading a demonstration: invented people only, and only into a database that holds no area yet.

grant insert on draft, scope, outcome, wording, agreement, difference, turn, contribution_request, contribution
	to alongside_definer;

-- Takes whole rows by table, and the looks and changes of the record in the order in which they happened.
create function system_load_demonstration(whole jsonb) returns void
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare each_table text; entry jsonb;
begin
	perform pg_advisory_xact_lock(4202);
	if exists (select from area) then
		raise exception 'this database already holds an area' using errcode = 'object_not_in_prerequisite_state';
	end if;
	if exists (select from jsonb_array_elements(whole -> 'area') a where not (a ->> 'is_demonstration')::boolean) then
		raise exception 'only a demonstration can be loaded' using errcode = 'check_violation';
	end if;
	foreach each_table in array array['area', 'account', 'standing', 'working_relationship', 'demonstration_account', 'draft', 'scope',
		'outcome', 'wording', 'agreement', 'difference', 'turn', 'contribution_request', 'contribution']
	loop
		execute format('insert into %1$I select * from jsonb_populate_recordset(null::%1$I, $1)', each_table)
			using coalesce(whole -> each_table, '[]'::jsonb);
	end loop;
	for entry in select e from jsonb_array_elements(whole -> 'access') with ordinality t(e, n) order by n loop
		perform append_access_entry((entry ->> 'area_id')::uuid, (entry ->> 'person_id')::uuid, (entry ->> 'by_id')::uuid,
			entry ->> 'act', entry ->> 'what', (entry ->> 'thing_id')::uuid, (entry ->> 'at')::timestamptz);
	end loop;
end $$;
alter function system_load_demonstration(jsonb) owner to alongside_definer;
grant execute on function system_load_demonstration(jsonb) to alongside_system;
