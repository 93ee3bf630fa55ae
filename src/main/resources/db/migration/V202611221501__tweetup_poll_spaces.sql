-- Two spaces of the directory may have one name: an option that is one of them is there once by its id, words alone once as they are.
update poll_option o set venue_id = null
where venue_id is not null
    and exists (select from poll_option e where e.poll_id = o.poll_id and e.venue_id = o.venue_id and e.id < o.id);
create unique index poll_option_known on poll_option (poll_id, venue_id) where venue_id is not null;
drop index poll_option_venue;
create unique index poll_option_venue on poll_option (poll_id, lower(venue)) where venue_id is null;
