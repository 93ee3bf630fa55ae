create table suggestion_dismissal (
    librarian_id bigint      not null references librarian on delete cascade,
    dismissed_id bigint      not null references librarian on delete cascade,
    since        timestamptz not null,
    primary key (librarian_id, dismissed_id),
    check (librarian_id <> dismissed_id)
);
comment on table suggestion_dismissal is 'whom somebody does not want to be suggested any more';
create index suggestion_dismissal_dismissed on suggestion_dismissal (dismissed_id);

create table someone_new (
    librarian_id bigint  not null references librarian on delete cascade,
    week         date    not null check (extract(isodow from week) = 1),
    other_id     bigint  not null references librarian on delete cascade,
    put_off      boolean not null default false,
    primary key (librarian_id, week),
    check (librarian_id <> other_id)
);
comment on table someone_new is 'the one person outside their circle whom a librarian is shown in a week';
comment on column someone_new.week is 'its Monday, in the zone of the librarian''s place';
comment on column someone_new.put_off is 'not now, they said: nobody else is shown that week';
create index someone_new_other on someone_new (other_id);

-- Whom somebody followed last: suggestions look at no more of them than they need. The lists of follows make the same index.
