create table change (
    id           bigint generated always as identity primary key,
    tweetup_id   bigint      not null references tweetup on delete cascade,
    librarian_id bigint references librarian on delete set null,
    changed_at   timestamptz not null,
    old_start    timestamptz not null,
    old_end      timestamptz not null,
    old_venue    text        not null check (length(old_venue) <= 300),
    new_start    timestamptz not null,
    new_end      timestamptz not null,
    new_venue    text        not null check (length(new_venue) <= 300),
    reason       text        not null check (length(reason) between 1 and 500)
);
comment on table change is 'other times and venues of tweetups that people had been invited to already';
create index change_tweetup on change (tweetup_id, id);
create index change_librarian on change (librarian_id) where librarian_id is not null;
create trigger announce_change after insert or update or delete or truncate on change
    for each statement execute function announce_change();

alter table rsvp add column reconfirmed_at timestamptz;
comment on column rsvp.reconfirmed_at is
    'when they last sent an answer, be it the same: of changes after that they are asked whether they still come';
