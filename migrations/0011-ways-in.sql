-- Ways in that nobody has to remember: passkeys, and an organisation's own sign-in by OpenID Connect.

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

-- An area's own sign-in, set by whoever runs the server. The secret is sealed with the server's key.
create table identity_provider (
	area_id uuid not null references area (area_id),
	id uuid not null,
	name text not null check (name <> ''),
	issuer text not null check (issuer ~ '^https?://'),
	client_id text not null,
	secret bytea not null,
	set_at timestamptz not null default now(),
	primary key (area_id, id),
	unique (area_id)
);
comment on table identity_provider is 'owner: the service; purpose: staff come in through their organisation; retention: until it is removed; disclosure: its name is public, the rest nobody';

-- Whom a provider means by a subject: never told by an e-mail address, which can pass to somebody else.
create table identity (
	area_id uuid not null,
	account_id uuid not null,
	provider_id uuid not null,
	issuer text not null,
	subject text not null check (length(subject) between 1 and 255),
	connected_at timestamptz not null default now(),
	used_at timestamptz,
	-- How the provider said that it made sure of them, the last time.
	acr text,
	amr text,
	primary key (area_id, account_id),
	unique (area_id, issuer, subject),
	foreign key (area_id, account_id) references account (area_id, id),
	foreign key (area_id, provider_id) references identity_provider (area_id, id)
);
comment on table identity is 'owner: the account holder; purpose: to come in through their organisation; retention: until they end it; disclosure: the account holder';

alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed',
	'provider_connected', 'provider_disconnected'));

grant select, insert, update on passkey to alongside_definer;
grant select, insert, update, delete on identity_provider, identity to alongside_definer;
do $$
declare each_table text;
begin
	foreach each_table in array array['passkey', 'identity_provider', 'identity'] loop
		execute format('alter table %I enable row level security', each_table);
		execute format('alter table %I force row level security', each_table);
	end loop;
end $$;
create policy of_my_area on identity_provider for select to alongside_account
	using (area_id = (select my_area()) and (select my_account()) is not null);
create policy mine on identity for select to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
create policy mine_to_end on identity for delete to alongside_account
	using (area_id = (select my_area()) and account_id = (select my_account()));
grant select (area_id, id, name) on identity_provider to alongside_account;
grant select (area_id, account_id, provider_id, connected_at, used_at), delete on identity to alongside_account;
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

-- Sets an area's own sign-in. No row unless exactly one area has this name. With another issuer, nobody is connected any more.
create function system_set_provider(area_name text, provider uuid, provider_name text, provider_issuer text, client text, sealed bytea)
	returns table (area_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare found uuid;
begin
	if (select count(*) from area p where p.name = area_name) <> 1 then return; end if;
	select p.area_id into found from area p where p.name = area_name;
	delete from identity i where i.area_id = found and i.issuer <> provider_issuer;
	insert into identity_provider as k (area_id, id, name, issuer, client_id, secret)
		values (found, provider, provider_name, provider_issuer, client, sealed)
		on conflict on constraint identity_provider_area_id_key do update
			set name = provider_name, issuer = provider_issuer, client_id = client, secret = sealed, set_at = now();
	return query select found;
end $$;
-- No row when the area had none.
create function system_remove_provider(area_name text) returns table (area_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	delete from identity i using area p where p.name = area_name and i.area_id = p.area_id;
	return query delete from identity_provider k using area p where p.name = area_name and k.area_id = p.area_id returning k.area_id;
end $$;
create function system_providers() returns table (id uuid, name text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.id, k.name from identity_provider k order by k.name, k.id
$$;
create function system_provider(provider uuid) returns table (area_id uuid, id uuid, name text, issuer text, client_id text, secret bytea)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.area_id, k.id, k.name, k.issuer, k.client_id, k.secret from identity_provider k where k.id = provider
$$;
-- Whom a provider means, and that it was asked now. No row when it means nobody here, or somebody whose account is closed.
create function system_identity(provider uuid, wanted text, how text, by_what text) returns table (area_id uuid, account_id uuid)
	language sql volatile security definer set search_path = public, pg_temp as $$
	update identity i set used_at = now(), acr = how, amr = by_what
		from identity_provider k join account a on a.area_id = k.area_id and a.closed_at is null
		where k.id = provider and i.area_id = k.area_id and i.provider_id = k.id and i.issuer = k.issuer and i.subject = wanted
			and a.id = i.account_id
		returning i.area_id, i.account_id
$$;
-- Connects whoever holds this session to what a provider of their area has just said of them. No row when the provider means
-- somebody else by it already, or they are connected already.
create function system_connect_identity(token bytea, provider uuid, wanted text, how text, by_what text) returns table (account_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare holder session; asked identity_provider;
begin
	select s.* into holder from session s where s.token_hash = token and s.ends_at > now();
	select k.* into asked from identity_provider k where k.id = provider and k.area_id = holder.area_id;
	if holder.id is null or asked.id is null then return; end if;
	insert into identity (area_id, account_id, provider_id, issuer, subject, used_at, acr, amr)
		values (holder.area_id, holder.account_id, asked.id, asked.issuer, wanted, now(), how, by_what)
		on conflict do nothing;
	if not found then return; end if;
	insert into sign_in_event (area_id, account_id, kind) values (holder.area_id, holder.account_id, 'provider_connected');
	return query select holder.account_id;
end $$;

-- Whether staff of an area must come in with more than a secret. An invented area has none to lose.
alter table area add staff_need_strong boolean not null default true;
update area set staff_need_strong = false where is_demonstration;
create function system_staff_need_strong(area uuid) returns table (needed boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select p.staff_need_strong from area p where p.area_id = area
$$;
-- Whether a card that is still good is for staff, and whether their area wants more than a secret.
create function system_card_of_staff(code bytea) returns table (needed boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select p.staff_need_strong from sign_in_card c join area p on p.area_id = c.area_id
		where c.code_hash = code and c.used_at is null and c.ended_at is null and c.ends_at > now()
			and exists (select from standing g where g.area_id = c.area_id and g.account_id = c.account_id
				and g.kind in ('practitioner', 'lead') and is_now(g.began_at, g.ended_at))
$$;
-- As system_use_card, where nobody chooses a secret with it: for staff, who add a passkey or connect their organisation next.
create function system_use_card_alone(code bytea, session_id uuid, token bytea, device text, shared boolean)
	returns table (account_id uuid)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare card sign_in_card;
begin
	if not exists (select from system_card_of_staff(code)) then return; end if;
	update sign_in_card c set used_at = now()
		where c.code_hash = code and c.used_at is null and c.ended_at is null and c.ends_at > now()
			and exists (select from account a where a.area_id = c.area_id and a.id = c.account_id and a.closed_at is null)
		returning c.* into card;
	if card.id is null then return; end if;
	delete from session s where s.area_id = card.area_id and s.account_id = card.account_id;
	insert into sign_in_event (area_id, account_id, kind, device_label) values (card.area_id, card.account_id, 'card_used', device);
	perform system_start_session(card.area_id, card.account_id, session_id, token, 'card', device, shared);
	return query select card.account_id;
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
