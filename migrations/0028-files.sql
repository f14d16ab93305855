-- Photos and voice notes. Their bytes lie in pieces behind the same policies as words: in the same database, the same backup,
-- and gone with their owner.

create table file (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	-- It stands in a scope of its owner's. Without one nobody else ever gets it, whatever is opened.
	scope_id uuid,
	-- With what of theirs it stands: of which kind that is, and which one.
	about text not null check (about <> ''),
	about_id uuid,
	kind text not null check (kind in ('photo', 'voice')),
	type text not null check (type in ('image/jpeg', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/aac', 'audio/wav',
		'audio/3gpp', 'audio/amr')),
	words text check (words <> ''),
	-- The key of the form by which it came: a second press finds what the first one kept.
	once uuid not null,
	bytes integer check (bytes > 0),
	preview_bytes integer check (preview_bytes > 0),
	begun_at timestamptz not null default now(),
	-- Until all of it has come it is not there for anybody to read.
	kept_at timestamptz,
	primary key (area_id, id),
	constraint whole_once_kept check (kept_at is null or bytes is not null),
	constraint a_photo_has_a_preview check (kept_at is null or (kind = 'photo') = (preview_bytes is not null)),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, scope_id, account_id) references scope (area_id, id, person_id)
);
create index file_of on file (area_id, account_id, about);
create index file_about on file (area_id, about_id) where about_id is not null;
create index file_in_scope on file (area_id, scope_id) where scope_id is not null;
create unique index kept_once on file (area_id, account_id, once) where kept_at is not null;
comment on table file is 'owner: the person; purpose: a photo or a voice note of theirs, and their words beside it; retention: until they delete it, an hour where it has not wholly come; disclosure: the person, and those to whom the scope it stands in is open; leaving: deleted';

create table file_piece (
	area_id uuid not null,
	file_id uuid not null,
	size text not null check (size in ('whole', 'preview')),
	begins_at integer not null check (begins_at >= 0),
	bytes bytea not null check (length(bytes) > 0),
	primary key (area_id, file_id, size, begins_at),
	foreign key (area_id, file_id) references file (area_id, id) on delete cascade
);
-- Photos and sound are packed already.
alter table file_piece alter column bytes set storage external;
comment on table file_piece is 'owner: the person; purpose: the bytes of a photo or a voice note; retention: with the file; disclosure: as the file; leaving: deleted';

alter table file enable row level security;
alter table file force row level security;
alter table file_piece enable row level security;
alter table file_piece force row level security;

grant select, delete on file to alongside_account;
grant select on file_piece to alongside_account;
create policy mine on file for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy open_to_me on file for select to alongside_account
	using (kept_at is not null and scope_id = any ((select scopes_open_to_me())::uuid[]));
create policy mine_to_delete on file for delete to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant insert (area_id, id, account_id, scope_id, about, about_id, kind, type, once) on file to alongside_account;
create policy by_my_hand on file for insert to alongside_account
	with check (area_id = (select my_area()) and account_id = (select my_account()));
grant update (words, bytes, preview_bytes, kept_at) on file to alongside_account;
create policy my_own on file for update to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()) and kept_at is null)
	with check (account_id = (select my_account()) and kept_at = (select now()));

-- A piece is there for whoever gets the file. It is looked for by its file alone, so this is asked once for each piece that is sent.
create policy of_a_file_i_get on file_piece for select to alongside_account
	using (area_id = (select my_area())
		and exists (select from file f where f.area_id = file_piece.area_id and f.id = file_piece.file_id));
grant insert (area_id, file_id, size, begins_at, bytes) on file_piece to alongside_account;
create policy into_mine on file_piece for insert to alongside_account
	with check (area_id = (select my_area())
		and exists (select from file f where f.area_id = file_piece.area_id and f.id = file_piece.file_id
			and f.account_id = (select my_account()) and f.kept_at is null));

grant select, insert, delete on file, file_piece to alongside_definer;
grant update (scope_id) on file to alongside_definer;

-- What somebody opens or sets apart takes its files along: of one's own things, into a scope of one's own.
create function move_files(abouts uuid[], scope uuid) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	update file f set scope_id = scope where f.area_id = my_area() and f.account_id = my_account() and f.about_id = any (abouts)
$$;
alter function move_files(uuid[], uuid) owner to alongside_definer;
grant execute on function move_files(uuid[], uuid) to alongside_account;

-- Leaving takes every file of one's own, with its pieces. Nobody else's is about one.
create function erase_of_files(area uuid, gone uuid, called text, moment timestamptz) returns uuid[]
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from file f where f.area_id = area and f.account_id = gone;
	return '{}'::uuid[];
end $$;
alter function erase_of_files(uuid, uuid, text, timestamptz) owner to alongside_definer;

-- An upload that was cut leaves nothing: the program deletes what came, and this what it could not.
create or replace function system_forget() returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from file where kept_at is null and begun_at < now() - interval '1 hour';
	delete from draft where saved_at < now() - interval '30 days';
	delete from session where ends_at < now();
	delete from gate.tries where ends_at < now();
	delete from sign_in_event where at < now() - interval '1 year';
	delete from sign_in_card where made_at < now() - interval '1 year';
	update invitation set address = null where ends_at < now() and address is not null;
	-- While somebody is left in peace, their link stays: by it they can take that back.
	delete from invitation i where i.ends_at < now() - interval '1 year'
		and not exists (select from gate.left_in_peace l where l.key = i.address_key);
	delete from recovery where asked_at < now() - interval '90 days';
	delete from recovery_helper where ended_at < now() - interval '1 year';
$$;
