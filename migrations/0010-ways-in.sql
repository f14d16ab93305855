-- Ways in that nobody can pass on or guess: passkeys.

-- What was asked of a browser and waits for its answer: works once, for five minutes. The key is a keyed hash over what was
-- asked, for what use, and the browser; so it belongs to no area and to nobody.
create table gate.challenge (
	key bytea primary key check (length(key) = 32),
	about text not null,
	ends_at timestamptz not null default now() + interval '5 minutes'
);
comment on table gate.challenge is 'owner: the service; purpose: that an answer works once, in the browser that was asked; retention: five minutes; disclosure: nobody';
grant select, insert, update, delete on gate.challenge to alongside_definer;

-- A passkey: the public half of a key whose other half never leaves its holder. The handle is 32 random bytes, the same for
-- all passkeys of one account; it tells nothing of whose they are.
create table passkey (
	area_id uuid not null,
	id uuid not null,
	account_id uuid not null,
	name text not null check (name <> ''),
	credential_id bytea not null check (length(credential_id) between 16 and 1023),
	public_key bytea not null,
	counter bigint not null,
	handle bytea not null check (length(handle) = 32),
	transports text not null,
	added_at timestamptz not null default now(),
	used_at timestamptz,
	primary key (area_id, id),
	unique (area_id, credential_id),
	foreign key (area_id, account_id) references account (area_id, id)
);
create index passkey_of_account on passkey (area_id, account_id);
create index passkey_by_credential on passkey (credential_id);
comment on table passkey is 'owner: the account holder; purpose: to come in by what they hold, with nothing to remember; retention: until they remove it; disclosure: the account holder';

alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed'));

grant select, insert, update on passkey to alongside_definer;
alter table passkey enable row level security;
alter table passkey force row level security;
create policy mine on passkey for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine_to_remove on passkey for delete to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant select (area_id, id, account_id, name, credential_id, handle, transports, added_at, used_at), delete on passkey to alongside_account;

create function system_new_challenge(wanted bytea, what text) returns void
	language sql volatile security definer set search_path = public, pg_temp as $$
	delete from gate.challenge c where c.ends_at < now();
	insert into gate.challenge (key, about) values (wanted, what);
$$;
-- Takes a challenge away and says what it was about. No row when there is none, or none that is still good.
create function system_use_challenge(wanted bytea) returns table (about text)
	language sql volatile security definer set search_path = public, pg_temp as $$
	with used as (delete from gate.challenge c where c.key = wanted returning c.about, c.ends_at)
	select u.about from used u where u.ends_at > now()
$$;

-- A passkey of an account that is open. The caller checks the signature.
create function system_passkey(credential bytea)
	returns table (area_id uuid, account_id uuid, public_key bytea, counter bigint, handle bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.area_id, k.account_id, k.public_key, k.counter, k.handle
		from passkey k join account a on a.area_id = k.area_id and a.id = k.account_id and a.closed_at is null
		where k.credential_id = credential
$$;
-- Notes that a passkey was used. No row when somebody else was quicker with the same count.
create function system_passkey_used(credential bytea, before bigint, after bigint) returns table (area_id uuid, account_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update passkey k set counter = after, used_at = now() where k.credential_id = credential and k.counter = before
		returning k.area_id, k.account_id
$$;
-- As system_step_up, where what was shown is stronger than what the session began with.
create function system_step_up_by(before bytea, after bytea, how text) returns table (area_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update session s set token_hash = after, stepped_up_at = now(), assurance = how where s.token_hash = before and s.ends_at > now()
		returning s.area_id
$$;

-- A new passkey of the acting account. False when there is one with this id anywhere: anybody can claim an id, so the first holds.
create function add_passkey(passkey_id uuid, passkey_name text, credential bytea, public_half bytea, start_count bigint,
	holder bytea, ways text) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform pg_advisory_xact_lock(4210);
	if exists (select from passkey k where k.credential_id = credential) then return false; end if;
	insert into passkey (area_id, id, account_id, name, credential_id, public_key, counter, handle, transports)
		values (my_area(), passkey_id, my_account(), passkey_name, credential, public_half, start_count, holder, ways);
	insert into sign_in_event (area_id, account_id, kind) values (my_area(), my_account(), 'passkey_added');
	return true;
end $$;

do $$
declare f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
		execute format('grant execute on function %s to %I', f,
			case when f::text like 'system\_%' then 'alongside_system' else 'alongside_account' end);
	end loop;
end $$;
