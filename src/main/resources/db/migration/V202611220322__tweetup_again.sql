alter table rsvp add column again boolean;
comment on column rsvp.again is 'whether they would meet here again, asked of who came; null where they have not said';
