-- A new card turns codes off, as coming back with two people does: whoever lost their phone is given a card, and whoever found
-- the phone must not come in with a code that goes to it. Otherwise as before.
create or replace function system_use_card(code bytea, names text[], secret_hash text, session_id uuid, token bytea, device text, shared boolean)
	returns table (sign_in_name text)
	language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare card sign_in_card; given text;
begin
	update sign_in_card c set used_at = now()
		where c.code_hash = code and c.used_at is null and c.ended_at is null and c.ends_at > now()
			and exists (select from account a where a.area_id = c.area_id and a.id = c.account_id and a.closed_at is null)
		returning c.* into card;
	if card.id is null then return; end if;
	select n into given from unnest(names) with ordinality w(n, place)
		where not exists (select from secret s where s.sign_in_name = n) order by place limit 1;
	insert into secret as s (area_id, account_id, sign_in_name, hash) values (card.area_id, card.account_id, given, secret_hash)
		on conflict (area_id, account_id) do update set hash = secret_hash, set_at = now()
		returning s.sign_in_name into given;
	delete from session s where s.area_id = card.area_id and s.account_id = card.account_id;
	delete from code_contact k where k.area_id = card.area_id and k.account_id = card.account_id;
	if found then insert into sign_in_event (area_id, account_id, kind) values (card.area_id, card.account_id, 'codes_off'); end if;
	insert into sign_in_event (area_id, account_id, kind, device_label) values (card.area_id, card.account_id, 'card_used', device);
	perform system_start_session(card.area_id, card.account_id, session_id, token, 'card', device, shared);
	return query select given;
end $$;
