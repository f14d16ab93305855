-- What is open to me is looked up by scope alone. An id of a scope is one in all areas, scopes_open_to_me() names those of my
-- area only, and the area of a row is that of its scope, by its foreign key: to ask for the area again protected nothing, and
-- cost each statement one more look at who is acting. Queries go on naming their area, for the index.
do $$
declare each_table text;
begin
	foreach each_table in
		array array['scope', 'outcome', 'wording', 'agreement', 'difference', 'turn', 'contribution_request', 'contribution']
	loop
		execute format('alter policy open_to_me on %I using (%I = any ((select scopes_open_to_me())::uuid[]))',
			each_table, case each_table when 'scope' then 'id' else 'scope_id' end);
	end loop;
end $$;
