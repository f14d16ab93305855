-- The record of access: who looked at or changed what is somebody's, hash-chained for each person, written in the same
-- transaction as the look or the change. Nobody may change or delete a row; if it cannot be written, the act fails.

create table access_head (
	area_id uuid not null,
	person_id uuid not null,
	number bigint not null default 0,
	hash bytea not null default '\x'::bytea,
	primary key (area_id, person_id),
	foreign key (area_id, person_id) references account (area_id, id)
);
comment on table access_head is 'owner: the person; purpose: the end of their chain; retention: with the record; disclosure: the person';

create table access_entry (
	area_id uuid not null,
	person_id uuid not null,
	number bigint not null,
	at timestamptz not null,
	by_id uuid not null,
	act text not null check (act in ('looked', 'changed')),
	what text not null check (what ~ '^[a-z_]{1,60}$'),
	thing_id uuid not null,
	hash bytea not null check (length(hash) = 32),
	primary key (area_id, person_id, number),
	foreign key (area_id, person_id) references account (area_id, id),
	foreign key (area_id, by_id) references account (area_id, id)
);
comment on table access_entry is 'owner: the person; purpose: to see who looked at or changed what is theirs; retention: three years at least; disclosure: the person';

grant select, insert, update on access_head to alongside_definer;
grant select, insert on access_entry to alongside_definer;

-- The hash of an entry covers the hash before it and every column, so that neither a changed nor a missing row goes unseen.
create function access_hash(before bytea, entry access_entry) returns bytea language sql immutable
	as $$ select sha256(before || convert_to(concat_ws(E'\n', entry.area_id, entry.person_id, entry.number,
		extract(epoch from entry.at), entry.by_id, entry.act, entry.what, entry.thing_id), 'UTF8')) $$;

create function append_access_entry(area uuid, person uuid, by_account uuid, act text, what text, thing uuid, at timestamptz)
	returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare head access_head; entry access_entry;
begin
	insert into access_head (area_id, person_id) values (area, person) on conflict do nothing;
	select * into head from access_head h where h.area_id = area and h.person_id = person for update;
	entry := row(area, person, head.number + 1, at, by_account, act, what, thing, null);
	entry.hash := access_hash(head.hash, entry);
	insert into access_entry select entry.*;
	update access_head h set number = entry.number, hash = entry.hash where h.area_id = area and h.person_id = person;
end $$;

-- Records that the acting account looked at, or changed, a thing of each of these people. Heads are locked in id order.
create function record_access(people uuid[], act text, what text, thing uuid)
	returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare person uuid;
begin
	-- Nobody writes into the record of someone whose things they could not have seen.
	if not people <@ (people_i_work_with() || my_account()) then
		raise exception 'this is not yours to record' using errcode = 'insufficient_privilege';
	end if;
	for person in select distinct p from unnest(people) p order by p loop
		perform append_access_entry(my_area(), person, my_account(), act, what, thing, clock_timestamp());
	end loop;
end $$;

alter function access_hash(bytea, access_entry) owner to alongside_definer;
alter function append_access_entry(uuid, uuid, uuid, text, text, uuid, timestamptz) owner to alongside_definer;
alter function record_access(uuid[], text, text, uuid) owner to alongside_definer;
grant execute on function record_access(uuid[], text, text, uuid) to alongside_account;
grant execute on function access_hash(bytea, access_entry) to alongside_account;

alter table access_head enable row level security;
alter table access_head force row level security;
alter table access_entry enable row level security;
alter table access_entry force row level security;
create policy mine on access_head for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
create policy mine on access_entry for select to alongside_account
	using (area_id = (select my_area()) and person_id = (select my_account()));
grant select on access_head, access_entry to alongside_account;
