-- "We need a free room for 12 near the centre": of a group or of a plan, for everybody to answer.
create table appeal (
    id             bigint generated always as identity primary key,
    words          text        not null check (length(words) between 1 and 300),
    details        text        not null check (length(details) <= 2000),
    place_id       bigint      not null references place,
    people         integer     check (people between 1 and 10000),
    budget         text        not null check (length(budget) <= 200),
    free_only      boolean     not null,
    step_free      boolean     not null,
    timing         text        not null check (length(timing) <= 200),
    group_id       bigint      references city_group on delete cascade,
    tweetup_id     bigint      references tweetup on delete cascade,
    opened_by      bigint      references librarian on delete set null,
    opened_at      timestamptz not null,
    closed_at      timestamptz,
    closed_because text        not null default '' check (length(closed_because) <= 500),
    thanked        boolean     not null default false,
    check (num_nonnulls(group_id, tweetup_id) = 1),
    check (closed_at is not null or (not thanked and closed_because = ''))
);
comment on column appeal.thanked is 'it closed because a suggestion was taken, and who helped is thanked';
create index appeal_open on appeal (place_id, opened_at) where closed_at is null;
create index appeal_place on appeal (place_id);
create index appeal_group on appeal (group_id, opened_at) where group_id is not null;
create index appeal_tweetup on appeal (tweetup_id, opened_at) where tweetup_id is not null;
create index appeal_opened_by on appeal (opened_by);

-- A guest's is held until the link in the mail is used: a venue that is new to the directory is kept in words until then.
create table appeal_suggestion (
    id           bigint generated always as identity primary key,
    appeal_id    bigint      not null references appeal on delete cascade,
    venue_id     bigint      references venue,
    new_venue    jsonb,
    note         text        not null check (length(note) <= 500),
    librarian_id bigint      references librarian on delete set null,
    guest_id     bigint      references guest on delete set null,
    guest_name   text        not null default '' check (length(guest_name) <= 80),
    language     text        not null default '',
    suggested_at timestamptz not null,
    stands_at    timestamptz,
    withdrawn_at timestamptz,
    state        text        not null default 'OPEN' check (state in ('OPEN', 'TRIED', 'TAKEN', 'NO')),
    marked_by    bigint      references librarian on delete set null,
    marked_at    timestamptz,
    reason       text        not null default '' check (length(reason) <= 300),
    check (num_nonnulls(librarian_id, guest_id) <= 1),
    check ((venue_id is null) = (new_venue is not null)),
    check (stands_at is null or venue_id is not null)
);
comment on column appeal_suggestion.new_venue is 'what a guest told of a venue that is not in the directory, until the link is used';
create unique index appeal_suggestion_once on appeal_suggestion (appeal_id, venue_id) where stands_at is not null and withdrawn_at is null;
create index appeal_suggestion_appeal on appeal_suggestion (appeal_id, id);
create index appeal_suggestion_venue on appeal_suggestion (venue_id);
create index appeal_suggestion_librarian on appeal_suggestion (librarian_id);
create index appeal_suggestion_guest on appeal_suggestion (guest_id);
create index appeal_suggestion_marked_by on appeal_suggestion (marked_by);

create table appeal_link (
    token_hash    bytea primary key,
    suggestion_id bigint      not null references appeal_suggestion on delete cascade,
    expires_at    timestamptz not null
);
create index appeal_link_suggestion on appeal_link (suggestion_id);

create trigger announce_change after insert or update or delete or truncate on appeal
    for each statement execute function announce_change();
create trigger announce_change after insert or update or delete or truncate on appeal_suggestion
    for each statement execute function announce_change();

-- its conversation is in the ledgers of who runs it, and of who opened it, from when there is one
create function appeal_thread_concerns() returns trigger language plpgsql as $$
begin
    insert into subscription (thread_id, librarian_id, host)
    select new.id, runs.librarian_id, true
    from appeal a cross join lateral (
        select a.opened_by as librarian_id where a.opened_by is not null
        union
        select librarian_id from planner where tweetup_id = a.tweetup_id
        union
        select librarian_id from membership where group_id = a.group_id and organiser) runs
    where a.id = split_part(new.subject, ':', 2)::bigint
    on conflict do nothing;
    return null;
end $$;
create trigger appeal_thread_concerns after insert on thread for each row
    when (new.subject like 'appeal:%') execute function appeal_thread_concerns();
