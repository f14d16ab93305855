-- A photo and a voice note stand with a moment of a story. Who gets the moment gets them too, wherever it lies, and nobody else:
-- they have no scope of their own, so there is nothing to move when a part is opened or closed.

create policy with_a_moment_open_to_me on file for select to alongside_account
	using (area_id = (select my_area()) and kept_at is not null and about = 'moment'
		and about_id = any ((select story_moments_open_to_me())::uuid[]));
-- Nobody puts a file with a moment of somebody else's, or with words that the person has not yet said are theirs.
create policy with_my_own_moment on file as restrictive for insert to alongside_account
	with check (about <> 'moment' or (scope_id is null and exists (select from story_moment m
		where m.area_id = file.area_id and m.id = file.about_id and m.person_id = (select my_account())
			and (m.heard_by_id is null or m.confirmed_at is not null))));
comment on table file is 'owner: the person; purpose: a photo or a voice note of theirs, and their words beside it; retention: until they delete it or what it stands with, an hour where it has not wholly come; disclosure: the person, and those to whom the scope it stands in, or the moment of the story it stands with, is open; leaving: deleted';
