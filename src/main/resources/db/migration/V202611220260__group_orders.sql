-- The orders of the lists of groups and of members, as their queries write them: without these each page sorts them all.
create index city_group_size on city_group ((-members), id);
create index membership_order on membership (group_id, (not organiser), joined_at, librarian_id);
drop index membership_joined;
