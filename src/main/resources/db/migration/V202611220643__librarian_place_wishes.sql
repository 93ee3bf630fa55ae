create table place_wish (
    place_id     bigint      not null references place,
    librarian_id bigint      not null references librarian on delete cascade,
    wished_at    timestamptz not null,
    checked_at   timestamptz not null,
    primary key (place_id, librarian_id)
);
comment on table place_wish is 'who wants to be told when there are three librarians near a place; ends when they are';
comment on column place_wish.checked_at is 'when it was last looked whether there are: those that were looked at longest ago come first';
create index place_wish_librarian on place_wish (librarian_id);
create index place_wish_checked on place_wish (checked_at);
