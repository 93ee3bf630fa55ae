-- an option of a venue poll, and what is proposed, may be a venue of the directory, beside its words
alter table poll_option add foreign key (venue_id) references venue on delete set null;
comment on column poll_option.venue_id is 'of the directory, null for words alone';
create index poll_option_venue_id on poll_option (venue_id) where venue_id is not null;
alter table proposal add column venue_id bigint references venue on delete set null;
create index proposal_venue_id on proposal (venue_id) where venue_id is not null;
