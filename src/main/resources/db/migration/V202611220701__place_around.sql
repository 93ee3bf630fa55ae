-- what lies around a place is read from the index alone, nearest first
create index place_around on place using gist (position) include (id);
drop index place_position;
