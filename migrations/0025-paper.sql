-- Words that the person wrote on paper, and somebody typed in later: on which day they were written.
do $$
declare each_table text;
begin
	foreach each_table in array array['wording', 'difference'] loop
		execute format('alter table %I add paper_day date', each_table);
		execute format('alter table %I add constraint on_paper_by_another check (paper_day is null or heard_from_id is not null)', each_table);
		execute format('grant insert (paper_day) on %I to alongside_account', each_table);
	end loop;
end $$;
