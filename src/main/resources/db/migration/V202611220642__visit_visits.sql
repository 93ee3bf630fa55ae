create table visit (
    id           bigint generated always as identity primary key,
    librarian_id bigint      not null references librarian on delete cascade,
    place_id     bigint      not null references place,
    first_day    date        not null,
    last_day     date        not null,
    words        text        not null default '' check (length(words) <= 300),
    created_at   timestamptz not null,
    version      integer     not null default 0,
    constraint visit_days check (last_day between first_day and first_day + 59),
    -- nobody is at two places at once, whatever two windows send at this moment
    constraint visit_elsewhere exclude using gist (
        int8range(librarian_id, librarian_id, '[]') with &&, daterange(first_day, last_day, '[]') with &&)
);
comment on table visit is 'stays away from home; the days are those of the place';
create index visit_librarian on visit (librarian_id, last_day);
create index visit_place on visit (place_id, last_day);
create trigger announce_change after insert or update or delete or truncate on visit
    for each statement execute function announce_change();
