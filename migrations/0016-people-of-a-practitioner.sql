-- The people whom a practitioner works with, by an index that holds all three of what the query and the policy ask for: the
-- policy alone had led to every relationship of each of these people.
create index working_relationship_of_two on working_relationship (area_id, practitioner_id, person_id);
drop index working_relationship_of_practitioner;
