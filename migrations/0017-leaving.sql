-- Leaving: what is somebody's goes at once, in one transaction; what others wrote stays theirs, without the name and words of
-- the one who left. Of the account stays a row without a name, so that chains and keys hold.

alter table account add left_at timestamptz;
alter table account drop constraint account_name_check;
alter table account add constraint only_who_has_left_is_nameless check ((name = '') = (left_at is not null));
alter table account add constraint who_has_left_is_closed check (left_at is null or closed_at is not null);
create index account_left on account (area_id) where left_at is not null;

-- A row that must stay for sense when the words in it have gone with their writer.
alter table wording add emptied_at timestamptz;
alter table turn add emptied_at timestamptz;
alter table contribution_request add emptied_at timestamptz;
alter table record_answer add emptied_at timestamptz;
alter table wording drop constraint wording_words_check;
alter table wording add constraint wording_words_check check ((words = '') = (emptied_at is not null));
alter table contribution_request drop constraint contribution_request_words_check;
alter table contribution_request add constraint contribution_request_words_check check ((words = '') = (emptied_at is not null));
alter table record_answer drop constraint record_answer_words_check;
alter table record_answer add constraint record_answer_words_check check ((words = '') = (emptied_at is not null));
alter table turn drop constraint turn_check;
alter table turn drop constraint turn_check1;
alter table turn add constraint set_aside_for_a_reason check (kind <> 'set_aside' or why <> '' or emptied_at is not null);
alter table turn add constraint something_in_the_way
	check (kind <> 'cannot_be_done_now' or (in_the_way <> '' and whose_job <> '') or emptied_at is not null);

-- Taking everything with one is told like what happens to how one comes in.
alter table sign_in_event drop constraint sign_in_event_kind_check;
alter table sign_in_event add constraint sign_in_event_kind_check check (kind in ('came_in', 'card_made', 'card_used',
	'secret_changed', 'signed_out_elsewhere', 'passkey_added', 'passkey_removed',
	'provider_connected', 'provider_disconnected', 'together_used', 'together_wrong',
	'codes_on', 'codes_off', 'helpers_named', 'helpers_ended', 'recovery_asked', 'recovery_waits', 'recovery_stopped', 'recovered',
	'strong_on', 'strong_off', 'everything_taken'));

-- Being told of by role ends for a reason too.
alter table shown_by_role add ended_reason text check (ended_reason <> '');
grant update (ended_reason) on shown_by_role to alongside_account;

grant select on outcome, wording, agreement, difference, turn, contribution, contribution_request to alongside_definer;
grant delete on standing, working_relationship, supporting, opening, scope, outcome, wording, agreement, difference, turn,
	contribution, contribution_request, passkey, record_question, record_answer, shown_by_role, demonstration_account to alongside_definer;
grant update on account, working_relationship, opening, wording, difference, turn, contribution, contribution_request,
	record_answer to alongside_definer;

-- What leaving does to each table stands in its comment: `deleted`, `emptied`, or `kept` and until when.
do $$
declare each_table record;
begin
	for each_table in select * from (values
		('area', 'kept, it is the service''s'),
		('account', 'emptied; kept are an id and the day, for chains and keys'),
		('standing', 'deleted'),
		('working_relationship', 'deleted where it was the person''s; kept nameless where a practitioner left, three years after its end'),
		('session', 'deleted'),
		('demonstration_account', 'deleted'),
		('draft', 'deleted, others'' drafts about what was theirs too'),
		('access_head', 'kept, with the record'),
		('access_entry', 'kept, three years at least; ids only, their name is gone'),
		('scope', 'deleted; kept without words where something of others'' hangs on it'),
		('outcome', 'deleted; kept without words where something of others'' hangs on it'),
		('wording', 'deleted; in plans of others kept where the person said yes to the words, else emptied'),
		('agreement', 'deleted with what was theirs; kept nameless in plans of others'),
		('difference', 'deleted'),
		('turn', 'deleted; emptied in plans of others'),
		('contribution_request', 'deleted; emptied where somebody answered'),
		('contribution', 'deleted; kept nameless where the words are the one''s who asked'),
		('sign_in_card', 'deleted'),
		('secret', 'deleted'),
		('sign_in_event', 'deleted'),
		('passed_on_text', 'kept, it is the service''s; nameless'),
		('shown_by_role', 'deleted; kept what they set for others, three years after its end'),
		('record_question', 'deleted, with its answers'),
		('record_answer', 'deleted with a question of theirs; emptied where they answered somebody'),
		('supporting', 'deleted'),
		('opening', 'deleted; closed and kept nameless where it was others'' to them, three years after its end'),
		('contact', 'deleted'),
		('code', 'deleted'),
		('message', 'deleted'),
		('passkey', 'deleted'),
		('code_contact', 'deleted'),
		('recovery_helper', 'deleted'),
		('recovery', 'deleted; kept nameless where they helped somebody else, ninety days'),
		('identity_provider', 'kept, it is the service''s'),
		('identity', 'deleted'),
		('gate.tries', 'kept, a day; keyed hashes only'),
		('gate.challenge', 'kept, five minutes; keyed hashes only'),
		('gate.one_act', 'deleted'),
		('invitation', 'deleted; kept without words where somebody asked by it never to be written to; a supporter''s name goes from the one they came in by'),
		('invitation_check', 'deleted, with the invitation'),
		('gate.left_in_peace', 'kept, it is theirs whose address it is; a keyed hash only')
	) as said(name, leaving) loop
		execute format('comment on table %s is %L', each_table.name,
			obj_description(each_table.name::regclass, 'pg_class') || '; leaving: ' || replace(each_table.leaving, ';', ','));
	end loop;
end $$;

-- The same words without a name: in full however it is written, each part of it as it is written.
create function without_name(words text, name text) returns text language plpgsql immutable
	as $$
declare part text;
begin
	for part in
		select p from (select btrim(name) as p, 0 as nth
			union all select p, 1 from regexp_split_to_table(btrim(name), '\s+') p where length(p) > 1) parts
		where p <> '' order by nth, length(p) desc
	loop
		words := regexp_replace(words, '(?<![A-Za-z])' || regexp_replace(part, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![A-Za-z])',
			'…', case when part = btrim(name) then 'gi' else 'g' end);
	end loop;
	return words;
end $$;

-- Erases an account and all that is its holder's. Safe to run again, and at the time when it was first done: a copy of before
-- that was restored is brought to where it had been. False: there is none, or it has left already.
create function erase_account(area uuid, gone uuid, at timestamptz) returns boolean
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare was text; mine uuid[]; shared uuid[]; told uuid[]; also text; theirs uuid[]; one uuid; moment timestamptz := least(at, now());
begin
	-- Whatever they were doing elsewhere is over first, and nothing of it comes after (still_here).
	perform pg_advisory_xact_lock(hashtextextended(gone::text, 15));
	select a.name into was from account a where a.area_id = area and a.id = gone and a.left_at is null for update;
	if was is null then return false; end if;
	mine := array(select o.id from outcome o where o.area_id = area and o.person_id = gone);
	shared := array(
		select w.outcome_id from wording w where w.area_id = area and w.author_id = gone
		union select t.outcome_id from turn t where t.area_id = area and t.author_id = gone
		union select d.outcome_id from difference d where d.area_id = area and d.author_id = gone
		union select c.outcome_id from contribution c where c.area_id = area and c.brought_by_id = gone
		union select r.outcome_id from contribution_request r where r.area_id = area and gone in (r.asked_by_id, r.asked_of_id)
		union select o.id from outcome o where o.area_id = area and o.proposed_by_id = gone
		except select unnest(mine));
	told := array(
		select o.person_id from outcome o where o.area_id = area and o.id = any (shared)
		union select o.person_id from opening o where o.area_id = area and o.account_id = gone and opening_holds(o)
		union select s.person_id from supporting s where s.area_id = area and s.supporter_id = gone and is_now(s.began_at, s.ended_at));

	-- How they came in, where they were reached, what they had begun, what they were here.
	delete from gate.one_act o where o.area_id = area and (o.person_id = gone
		or o.session_id in (select s.id from session s where s.area_id = area and s.account_id = gone));
	delete from session s where s.area_id = area and s.account_id = gone;
	delete from secret s where s.area_id = area and s.account_id = gone;
	delete from passkey k where k.area_id = area and k.account_id = gone;
	delete from identity i where i.area_id = area and i.account_id = gone;
	delete from sign_in_card c where c.area_id = area and c.account_id = gone;
	delete from sign_in_event e where e.area_id = area and e.account_id = gone;
	delete from message m where m.area_id = area and m.account_id = gone;
	delete from code k where k.area_id = area and k.account_id = gone;
	delete from code_contact k where k.area_id = area and k.account_id = gone;
	delete from contact c where c.area_id = area and c.account_id = gone;
	delete from recovery r where r.area_id = area and r.account_id = gone;
	delete from recovery_helper h where h.area_id = area and gone in (h.account_id, h.helper_id);
	-- A draft of somebody else's about what was theirs begins with their words, and leads nowhere now.
	delete from draft d where d.area_id = area and (d.account_id = gone or d.about_id = gone or d.about_id = any (mine)
		or d.about_id in (select s.id from scope s where s.area_id = area and s.person_id = gone)
		or d.about_id in (select q.id from record_question q where q.area_id = area and q.person_id = gone)
		or d.about_id in (select r.id from contribution_request r where r.area_id = area and r.outcome_id = any (mine)));
	delete from demonstration_account d where d.area_id = area and d.account_id = gone;
	delete from standing g where g.area_id = area and g.account_id = gone;
	delete from shown_by_role s where s.area_id = area and s.account_id = gone;

	-- Whom they invited. Whoever asked by it never to be written to can take that back by their link alone, so it stays, empty.
	delete from message m using invitation i
		where m.area_id = area and i.area_id = area and i.id = m.invitation_id and i.person_id = gone;
	delete from invitation i where i.area_id = area and i.person_id = gone
		and not exists (select from gate.left_in_peace l where l.key = i.address_key);
	update invitation i set called = '…', tie = '…', signed = '…', address = null, ends_at = least(i.ends_at, greatest(moment, i.asked_at))
		where i.area_id = area and i.person_id = gone;
	delete from invitation_check c using invitation i
		where c.area_id = area and i.area_id = area and i.id = c.invitation_id and i.person_id = gone;

	-- What those whom they supported had called them, as long as it is their name.
	update invitation i set called = without_name(i.called, was), tie = without_name(i.tie, was)
		where i.area_id = area and i.accepted_at is not null and i.person_id in (
			select s.person_id from supporting s where s.area_id = area and s.supporter_id = gone);

	-- Ties and openings. Where a practitioner left, the tie stays without a name: what had ended with it must not begin again.
	delete from supporting s where s.area_id = area and gone in (s.person_id, s.supporter_id);
	delete from working_relationship r where r.area_id = area and r.person_id = gone;
	update working_relationship r set ended_at = greatest(moment, r.began_at)
		where r.area_id = area and r.practitioner_id = gone and not coalesce(r.ended_at <= moment, false);
	delete from opening o where o.area_id = area and o.person_id = gone;
	update opening o set closed_at = greatest(moment, o.opened_at) where o.area_id = area and o.account_id = gone and o.closed_at is null;

	-- What they asked about their record, and what they answered.
	delete from record_answer a where a.area_id = area and a.person_id = gone;
	delete from record_question q where q.area_id = area and q.person_id = gone;
	update record_answer a set words = '', emptied_at = moment where a.area_id = area and a.author_id = gone;

	-- What has come since says itself what leaving takes of it, and answers whose things have changed by that: a function each,
	-- erase_of_…(area, gone, their name, the moment).
	for also in select p.oid::regproc::text from pg_proc p
		where p.pronamespace = 'public'::regnamespace and p.proname like 'erase\_of\_%' order by p.proname
	loop
		execute format('select %s($1, $2, $3, $4)', also) into theirs using area, gone, was, moment;
		told := told || theirs;
	end loop;

	-- Their own plan. What was written down as somebody heard it from them is theirs. A promise that is a yes to their question has their words; one in other words has its giver's.
	delete from agreement g where g.area_id = area and g.outcome_id = any (mine);
	delete from contribution c where c.area_id = area and c.outcome_id = any (mine) and (c.brought_by_id = gone
		or exists (select from contribution_request r where r.area_id = area and r.id = c.request_id
			and r.asked_by_id = gone and r.answer = 'accepted'));
	delete from contribution_request r where r.area_id = area and r.outcome_id = any (mine)
		and r.asked_by_id = gone and r.answer_words is null;
	update contribution_request r set words = '', emptied_at = moment
		where r.area_id = area and r.outcome_id = any (mine) and r.asked_by_id = gone;
	update contribution_request r set answer = null, answer_words = null, answered_at = null
		where r.area_id = area and r.outcome_id = any (mine) and r.asked_of_id = gone;
	delete from wording w where w.area_id = area and w.outcome_id = any (mine) and gone in (w.author_id, w.heard_from_id);
	delete from difference d where d.area_id = area and d.outcome_id = any (mine) and gone in (d.author_id, d.heard_from_id);
	delete from turn t where t.area_id = area and t.outcome_id = any (mine) and t.author_id = gone;
	update wording w set words = without_name(w.words, was), words_hash = sha256(convert_to(without_name(w.words, was), 'UTF8'))
		where w.area_id = area and w.outcome_id = any (mine);
	update difference d set reason = without_name(d.reason, was) where d.area_id = area and d.outcome_id = any (mine);
	update turn t set why = without_name(t.why, was), in_the_way = without_name(t.in_the_way, was), whose_job = without_name(t.whose_job, was)
		where t.area_id = area and t.outcome_id = any (mine);
	update contribution c set words = without_name(c.words, was) where c.area_id = area and c.outcome_id = any (mine);
	update contribution_request r set words = without_name(r.words, was), answer_words = without_name(r.answer_words, was)
		where r.area_id = area and r.outcome_id = any (mine);

	-- Plans of others. What its person said yes to has become theirs too, and what was written down as heard from them is;
	-- other words of the one who left go.
	delete from difference d where d.area_id = area and d.author_id = gone and (d.heard_from_id is null or d.disowned_at is not null);
	update turn t set why = null, in_the_way = null, whose_job = null, emptied_at = moment
		where t.area_id = area and t.author_id = gone and coalesce(t.why, t.in_the_way, t.whose_job) is not null;
	delete from contribution c where c.area_id = area and c.brought_by_id = gone
		and not exists (select from contribution_request r where r.area_id = area and r.id = c.request_id and r.answer = 'accepted');
	update contribution c set taken_back_at = greatest(moment, c.offered_at)
		where c.area_id = area and c.brought_by_id = gone and c.done_at is null and c.taken_back_at is null;
	delete from contribution_request r where r.area_id = area and r.outcome_id = any (shared) and r.asked_by_id = gone and r.answer is null;
	update contribution_request r set words = '', emptied_at = moment
		where r.area_id = area and r.outcome_id = any (shared) and r.asked_by_id = gone;
	update contribution_request r set answer_words = null where r.area_id = area and r.outcome_id = any (shared) and r.asked_of_id = gone;
	delete from agreement g using wording w, outcome o
		where g.area_id = area and w.area_id = area and o.area_id = area and w.id = g.wording_id and o.id = w.outcome_id
			and w.author_id = gone and not is_theirs_too(w, o);
	-- Where there are other words, theirs go whole; else an empty row stays for what hangs on it.
	delete from wording w using outcome o
		where w.area_id = area and o.area_id = area and o.id = w.outcome_id and w.author_id = gone and not is_theirs_too(w, o)
			and exists (select from wording n where n.area_id = area and n.outcome_id = o.id and n.author_id <> gone);
	update wording w set words = '', words_hash = sha256(''), emptied_at = moment from outcome o
		where w.area_id = area and o.area_id = area and o.id = w.outcome_id and w.author_id = gone and not is_theirs_too(w, o);

	-- An outcome in which nobody else's hand is left goes whole.
	shared := array(
		select o.id from outcome o where o.area_id = area and (o.id = any (mine) or o.id = any (shared)) and not exists (
			select from wording w where w.area_id = area and w.outcome_id = o.id and w.author_id <> gone
			union all select from agreement g where g.area_id = area and g.outcome_id = o.id and g.account_id <> gone
			union all select from difference d where d.area_id = area and d.outcome_id = o.id and d.author_id <> gone
			union all select from turn t where t.area_id = area and t.outcome_id = o.id and t.author_id <> gone
			union all select from contribution c where c.area_id = area and c.outcome_id = o.id and c.brought_by_id <> gone
			union all select from contribution_request r where r.area_id = area and r.outcome_id = o.id
				and (r.asked_by_id <> gone or r.answer_words is not null)));
	delete from agreement g where g.area_id = area and g.outcome_id = any (shared);
	delete from contribution c where c.area_id = area and c.outcome_id = any (shared);
	delete from contribution_request r where r.area_id = area and r.outcome_id = any (shared);
	delete from turn t where t.area_id = area and t.outcome_id = any (shared);
	delete from wording w where w.area_id = area and w.outcome_id = any (shared);
	-- Where something of others' hangs on it still, the row stays, without words.
	foreach one in array shared loop
		begin
			delete from outcome o where o.area_id = area and o.id = one;
		exception when foreign_key_violation then null;
		end;
	end loop;
	for one in select s.id from scope s where s.area_id = area and s.person_id = gone order by s.within_id nulls last loop
		begin
			delete from scope s where s.area_id = area and s.id = one;
		exception when foreign_key_violation then null;
		end;
	end loop;

	-- Whoever's plan has changed by it, or who was supported, reads so in their record.
	perform append_access_entry(area, a.id, gone, 'changed', 'leaving', gone, clock_timestamp())
		from account a where a.area_id = area and a.id = any (told) and a.id <> gone and a.left_at is null order by a.id;
	update account a set name = '', created_at = moment, closed_at = moment, left_at = moment where a.area_id = area and a.id = gone;
	return true;
end $$;

-- Whether words that somebody wrote in another's plan are that person's as well: written down as heard from them and not
-- disowned, or they have said yes to them, and stand by it.
create function is_theirs_too(w wording, o outcome) returns boolean language sql stable
	as $$ select w.heard_from_id is not null and w.disowned_at is null or exists (select from agreement g where g.area_id = w.area_id and g.wording_id = w.id
		and g.account_id = o.person_id and g.withdrawn_at is null) $$;

-- Leaving by one's own hand: from here on there is no way back. Staff do not leave before their work here has ended. Answers when.
create function leave_alongside() returns timestamptz
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	if i_am_here('practitioner') or i_am_here('lead') then
		raise exception 'their work here must end first' using errcode = 'insufficient_privilege';
	end if;
	-- Of two who press at once one leaves: each would wait for the other's act to be over.
	if not pg_try_advisory_xact_lock(hashtextextended(my_account()::text, 16)) or not erase_account(my_area(), my_account(), now()) then
		raise exception 'they have left' using errcode = 'AL401';
	end if;
	return now();
end $$;

-- An act of somebody who has left is no act of anybody's. Holds leaving back until this act is over.
create function still_here() returns void language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
	perform pg_advisory_xact_lock_shared(hashtextextended(my_account()::text, 15));
	if exists (select from account a where a.area_id = my_area() and a.id = my_account() and a.left_at is not null) then
		raise exception 'they have left' using errcode = 'AL401';
	end if;
end $$;

-- Erases whoever stands in this list and is here again, or still. Answers how many.
create function system_erase(entries jsonb) returns table (erased integer)
	language sql volatile security definer set search_path = public, pg_temp as $$
	select count(*)::integer
		from jsonb_to_recordset(entries) e(area uuid, account uuid, at timestamptz)
		where exists (select from account a where a.area_id = e.area and a.id = e.account and a.left_at is null)
			and erase_account(e.area, e.account, e.at)
$$;

-- Everyone who has left a real area.
create function system_those_who_left() returns table (area_id uuid, account_id uuid, left_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select a.area_id, a.id, a.left_at from account a join area p on p.area_id = a.area_id and not p.is_demonstration
		where a.left_at is not null order by a.left_at, a.id
$$;

-- What I wrote in plans of people who have left: mine, for me alone.
create function what_i_wrote_with_those_who_left() returns table (person_id uuid, outcome_id uuid, kind text, words text, at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as $$
	select o.person_id, o.id, w.kind, w.words, w.at
		from account a
			join outcome o on o.area_id = a.area_id and o.person_id = a.id
			cross join lateral (
				select 'words' as kind, n.words, n.written_at as at from wording n
					where n.area_id = o.area_id and n.outcome_id = o.id and n.author_id = my_account() and n.emptied_at is null
				union all
				select 'difference', d.reason, d.written_at from difference d
					where d.area_id = o.area_id and d.outcome_id = o.id and d.author_id = my_account()
				union all
				select 'turn', concat_ws(E'\n', t.why, t.in_the_way, t.whose_job), t.made_at from turn t
					where t.area_id = o.area_id and t.outcome_id = o.id and t.author_id = my_account() and t.emptied_at is null
						and coalesce(t.why, t.in_the_way, t.whose_job) is not null
				union all
				select 'contribution', c.words, c.offered_at from contribution c
					where c.area_id = o.area_id and c.outcome_id = o.id and c.brought_by_id = my_account()
				union all
				select 'request', r.words, r.asked_at from contribution_request r
					where r.area_id = o.area_id and r.outcome_id = o.id and r.asked_by_id = my_account() and r.emptied_at is null
				union all
				select 'answer', r.answer_words, r.answered_at from contribution_request r
					where r.area_id = o.area_id and r.outcome_id = o.id and r.asked_of_id = my_account() and r.answer_words is not null
			) w
		where a.area_id = my_area() and a.left_at is not null and a.id <> my_account()
		order by o.person_id, o.id, w.at
$$;

-- Whoever has left is told of as that.
create or replace function told_of(person uuid, accounts uuid[]) returns table (account_id uuid, name text, kind text)
	language sql stable security definer set search_path = public, pg_temp as $$
	select a.id,
		case when not exists (select from shown_by_role s
			where s.area_id = a.area_id and s.account_id = a.id and is_now(s.set_at, s.ended_at)) then nullif(a.name, '') end,
		coalesce(
			case when a.left_at is not null then 'left' end,
			(select case when bool_or(is_now(r.began_at, r.ended_at)) then 'my_practitioner' else 'my_former_practitioner' end
				from working_relationship r
				where r.area_id = a.area_id and r.person_id = person and r.practitioner_id = a.id having count(*) > 0),
			(select g.kind from standing g where g.area_id = a.area_id and g.account_id = a.id
				order by array_position(array['lead', 'practitioner', 'partner', 'supporter', 'person'], g.kind) limit 1),
			'someone')
	from account a where a.area_id = my_area() and a.id = any (accounts)
$$;

-- Whoever has left is round nobody: there is no name to keep from a reader.
create or replace function people_round(person uuid) returns table (account_id uuid, name text, has_worked boolean, works boolean)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
	if not array[person] <@ (people_who_opened_to_me() || my_account()) then return; end if;
	return query
		select a.id, a.name, bool_or(known.has_worked), bool_or(known.works) from (
			select r.practitioner_id as id, true as has_worked, is_now(r.began_at, r.ended_at) as works
				from working_relationship r where r.area_id = my_area() and r.person_id = person
			union all
			select s.supporter_id, false, false from supporting s where s.area_id = my_area() and s.person_id = person
			union all
			select o.account_id, false, false from opening o where o.area_id = my_area() and o.person_id = person
		) known join account a on a.area_id = my_area() and a.id = known.id and a.left_at is null
		group by a.id, a.name order by a.id;
end $$;

do $$
declare f regprocedure;
begin
	for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
		and pg_get_userbyid(p.proowner) <> 'alongside_definer'
	loop
		execute format('alter function %s owner to alongside_definer', f);
		if f::text not like 'erase\_%' then
			execute format('grant execute on function %s to %I', f,
				case when f::text like 'system\_%' then 'alongside_system' else 'alongside_account' end);
		end if;
	end loop;
end $$;
grant execute on function is_theirs_too(wording, outcome), without_name(text, text), i_am_here(text) to alongside_definer;
