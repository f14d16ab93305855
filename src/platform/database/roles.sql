-- The roles of one PostgreSQL server, made once by its administrator (embedded: at first start). Safe to run again.
--   alongside_owner    owns tables; migrations run as it; forced row-level security binds it too
--   alongside_definer  owns the security definer functions and nothing else; the only role that passes row-level security
--   alongside_system   what the server is between acts: may call the enumerated system functions, and read no table
--   alongside_account  what the server becomes for the length of one act of one account
--   alongside_backup   what a backup signs in as, once its administrator lets it: reads everything, writes nothing
do $$
declare wanted text;
begin
	foreach wanted in array array['alongside_owner', 'alongside_definer', 'alongside_system', 'alongside_account', 'alongside_backup'] loop
		if not exists (select from pg_roles where rolname = wanted) then
			execute format('create role %I nologin nosuperuser nobypassrls', wanted);
		end if;
	end loop;
end $$;
alter role alongside_definer bypassrls;
alter role alongside_backup bypassrls;
grant pg_read_all_data to alongside_backup;
grant alongside_definer to alongside_owner;
-- In each database that is to hold Alongside.
alter schema public owner to alongside_owner;
create schema if not exists gate authorization alongside_owner;
do $$ begin execute format('revoke temporary on database %I from public', current_database()); end $$;
-- The job queue has a schema of its own; only here may it be made, for the owner makes no schemas.
create schema if not exists jobs authorization alongside_owner;
