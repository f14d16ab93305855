-- Sitting together: a yes that a person gives on a practitioner's device, by what only they know or hold; and words that a
-- practitioner wrote down as they heard them. Each says so until the person has said the same in a sign-in of their own.

-- A yes given together says on whose device, and since when the person has also said so alone.
alter table agreement
	add together_with_id uuid check (together_with_id <> account_id),
	add said_alone_at timestamptz,
	add constraint alone_after_together check (said_alone_at is null or together_with_id is not null),
	add foreign key (area_id, together_with_id) references account (area_id, id);

-- Words as their author heard them from the person whose plan it is, who alone says whether they are theirs.
do $$
declare each_table text;
begin
	foreach each_table in array array['wording', 'difference'] loop
		execute format('alter table %I
			add heard_from_id uuid check (heard_from_id <> author_id),
			add confirmed_at timestamptz,
			add confirmed_with_id uuid,
			add disowned_at timestamptz,
			add constraint only_what_was_heard check (heard_from_id is not null or (confirmed_at is null and disowned_at is null)),
			add constraint theirs_or_not check (confirmed_at is null or disowned_at is null),
			add constraint confirmed_with_somebody check (confirmed_with_id is null or confirmed_at is not null),
			add foreign key (area_id, scope_id, heard_from_id) references scope (area_id, id, person_id),
			add foreign key (area_id, confirmed_with_id) references account (area_id, id)', each_table);
		execute format('grant insert (heard_from_id) on %I to alongside_account', each_table);
		execute format('grant select, update on %I to alongside_definer', each_table);
	end loop;
end $$;
grant select, update on agreement to alongside_definer;
grant select on outcome to alongside_definer;

-- Once the person has said that a view is theirs, it is theirs to take back, and no longer the scribe's.
drop policy my_own on difference;
create policy my_own on difference for update to alongside_account
	using (area_id = (select my_area()) and withdrawn_at is null and scope_id = any ((select scopes_i_write_in())::uuid[])
		and case when confirmed_at is null then author_id else heard_from_id end = (select my_account()))
	with check (withdrawn_at = (select now()));

-- Each try of what is somebody's on another's device is told to them.
alter table sign_in_event add by_id uuid, add foreign key (area_id, by_id) references account (area_id, id);
alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed',
	'provider_connected', 'provider_disconnected', 'together_used', 'together_wrong'));

-- That a person has just shown, in somebody else's session, that it is them: for one act, on one thing, in exactly these words.
-- It is used up by that act, and good for a minute.
create table gate.one_act (
	area_id uuid not null,
	session_id uuid not null,
	person_id uuid not null,
	act text not null check (act in ('agree', 'own')),
	thing_id uuid not null,
	words_hash bytea not null check (length(words_hash) = 32),
	ends_at timestamptz not null default now() + interval '1 minute',
	primary key (area_id, session_id, person_id, act, thing_id)
);
comment on table gate.one_act is 'owner: the person; purpose: a yes of theirs on another''s device is theirs; retention: a minute, or until the next; disclosure: nobody';
grant select, insert, update, delete on gate.one_act to alongside_definer;

-- The session with this token, where its holder is a practitioner who works with this person now. Only for the functions below.
create function session_beside(token bytea, person uuid) returns session language sql stable
	as $$ select s from session s
		where s.token_hash = token and s.ends_at > now() and s.seen_at + make_interval(mins => s.idle_for_minutes) > now()
			and exists (select from working_relationship r where r.area_id = s.area_id and r.practitioner_id = s.account_id
				and r.person_id = person and is_now(r.began_at, r.ended_at))
			and exists (select from standing g where g.area_id = s.area_id and g.account_id = s.account_id
				and g.kind = 'practitioner' and is_now(g.began_at, g.ended_at)) $$;

-- What a person could show beside the holder of this session: the hash of their secret, and their passkeys.
create function system_secret_beside(token bytea, person uuid) returns table (hash text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select c.hash from session_beside(token, person) s join secret c on c.area_id = s.area_id and c.account_id = person
$$;
create function system_passkeys_beside(token bytea, person uuid) returns table (credential_id bytea, transports text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select k.credential_id, k.transports from session_beside(token, person) s
		join passkey k on k.area_id = s.area_id and k.account_id = person order by k.added_at
$$;

-- Writes down, for the person, that what is theirs was tried beside this session; what fitted makes the proof of one act.
create function system_tried_beside(token bytea, person uuid, fits boolean, what text, thing uuid, of_words bytea)
	returns table (proved boolean)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare here session := session_beside(token, person);
begin
	if here.id is null then return; end if;
	insert into sign_in_event (area_id, account_id, kind, by_id)
		values (here.area_id, person, case when fits then 'together_used' else 'together_wrong' end, here.account_id);
	delete from gate.one_act o where o.ends_at < now();
	if fits then
		insert into gate.one_act as o (area_id, session_id, person_id, act, thing_id, words_hash)
			values (here.area_id, here.id, person, what, thing, of_words)
			on conflict (area_id, session_id, person_id, act, thing_id) do update set words_hash = of_words, ends_at = excluded.ends_at;
	end if;
	return query select fits;
end $$;

-- Uses up the proof that this person has just made in a session of mine. Only for the functions below.
create function use_one_act(session uuid, person uuid, what text, thing uuid, of_words bytea) returns void
	language plpgsql volatile as $$
begin
	delete from gate.one_act o using session s
		where o.area_id = my_area() and o.session_id = session and o.person_id = person and o.act = what and o.thing_id = thing
			and o.words_hash = of_words and o.ends_at > now()
			and s.area_id = o.area_id and s.id = o.session_id and s.account_id = my_account();
	if not found or person <> all (people_i_work_with()) then
		raise exception 'only they can say this' using errcode = 'insufficient_privilege';
	end if;
end $$;

-- The person's yes to these words, given on my device. False when other words stand now: nothing is written.
create function agree_together(agreement_id uuid, session uuid, wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare words wording; person uuid;
begin
	select w.* into words from wording w where w.area_id = my_area() and w.id = wanted and w.scope_id = any (scopes_i_write_in());
	select o.person_id into person from outcome o where o.area_id = my_area() and o.id = words.outcome_id;
	if words.disowned_at is not null or exists (select from wording w where w.area_id = my_area() and w.outcome_id = words.outcome_id
			and w.number > words.number and w.disowned_at is null) then
		return false;
	end if;
	perform use_one_act(session, person, 'agree', wanted, words.words_hash);
	-- Who says yes to exactly these words says also that they are theirs.
	update wording w set confirmed_at = now(), confirmed_with_id = my_account()
		where w.area_id = my_area() and w.id = wanted and w.heard_from_id = person and w.confirmed_at is null;
	insert into agreement (area_id, id, outcome_id, scope_id, wording_id, words_hash, account_id, together_with_id)
		values (my_area(), agreement_id, words.outcome_id, words.scope_id, wanted, words.words_hash, person, my_account())
		on conflict do nothing;
	if found then
		perform append_access_entry(my_area(), person, my_account(), 'changed', 'together', words.outcome_id, clock_timestamp());
	end if;
	return true;
end $$;

-- The person says on my device that a view which I wrote down is theirs. False when that was said before, or taken back.
create function own_together(session uuid, wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare view difference;
begin
	select d.* into view from difference d where d.area_id = my_area() and d.id = wanted and d.scope_id = any (scopes_i_write_in());
	if view.confirmed_at is not null or view.disowned_at is not null or view.withdrawn_at is not null then return false; end if;
	perform use_one_act(session, view.heard_from_id, 'own', wanted, sha256(convert_to(view.reason, 'UTF8')));
	update difference d set confirmed_at = now(), confirmed_with_id = my_account() where d.area_id = my_area() and d.id = wanted;
	perform append_access_entry(my_area(), view.heard_from_id, my_account(), 'changed', 'together', view.outcome_id, clock_timestamp());
	return true;
end $$;

-- Whether I came into this session by myself: not together with somebody, and not with a card, which somebody gave me.
create function require_my_own(wanted uuid) returns void language plpgsql stable as $$
begin
	if not exists (select from session s where s.area_id = my_area() and s.account_id = my_account() and s.id = wanted
			and s.assurance not in ('together', 'card') and s.ends_at > now()) then
		raise exception 'this is to be said alone' using errcode = 'insufficient_privilege';
	end if;
end $$;

-- I still agree to what I agreed to together. False when I took it back, or said so before.
create function say_alone(wanted uuid, session uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_my_own(session);
	update agreement a set said_alone_at = now() where a.area_id = my_area() and a.id = wanted and a.account_id = my_account()
		and a.together_with_id is not null and a.withdrawn_at is null and a.said_alone_at is null;
	return found;
end $$;

-- The words that somebody wrote down are mine. False when I have said whether they are.
create function own_words(wanted uuid, session uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform require_my_own(session);
	update wording w set confirmed_at = now() where w.area_id = my_area() and w.id = wanted and w.heard_from_id = my_account()
		and w.confirmed_at is null and w.disowned_at is null;
	if found then return true; end if;
	update difference d set confirmed_at = now() where d.area_id = my_area() and d.id = wanted and d.heard_from_id = my_account()
		and d.confirmed_at is null and d.disowned_at is null and d.withdrawn_at is null;
	return found;
end $$;
-- They are not mine.
create function disown_words(wanted uuid) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	update wording w set disowned_at = now() where w.area_id = my_area() and w.id = wanted and w.heard_from_id = my_account()
		and w.confirmed_at is null and w.disowned_at is null;
	if found then return true; end if;
	update difference d set disowned_at = now() where d.area_id = my_area() and d.id = wanted and d.heard_from_id = my_account()
		and d.confirmed_at is null and d.disowned_at is null and d.withdrawn_at is null;
	return found;
end $$;

do $$
declare each_function text;
begin
	foreach each_function in array array['session_beside(bytea, uuid)', 'use_one_act(uuid, uuid, text, uuid, bytea)', 'require_my_own(uuid)',
		'system_secret_beside(bytea, uuid)', 'system_passkeys_beside(bytea, uuid)',
		'system_tried_beside(bytea, uuid, boolean, text, uuid, bytea)', 'agree_together(uuid, uuid, uuid)', 'own_together(uuid, uuid)',
		'say_alone(uuid, uuid)', 'own_words(uuid, uuid)', 'disown_words(uuid)']
	loop
		execute format('alter function %s owner to alongside_definer', each_function);
	end loop;
end $$;
grant execute on function system_secret_beside(bytea, uuid), system_passkeys_beside(bytea, uuid),
	system_tried_beside(bytea, uuid, boolean, text, uuid, bytea) to alongside_system;
grant execute on function agree_together(uuid, uuid, uuid), own_together(uuid, uuid), say_alone(uuid, uuid), own_words(uuid, uuid),
	disown_words(uuid) to alongside_account;
