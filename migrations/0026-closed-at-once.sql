-- Two presses at once: the later one closes what the other has opened meanwhile, and had itself begun a moment before. Nothing is
-- closed before it was opened: then it is closed at the moment in which it was.
alter policy by_me_closed on opening with check (closed_at = greatest((select now()), opened_at));
alter policy to_me_closed on opening with check (closed_at = greatest((select now()), opened_at));
