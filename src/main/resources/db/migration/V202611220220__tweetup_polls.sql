alter table decision
    add column kind       text not null default 'WORDS' check (kind in ('WORDS', 'DATE', 'VENUE', 'AGAIN')),
    add column settled_at timestamptz;
comment on column decision.kind is 'WORDS are as somebody wrote them; the others are said in the reader''s language, words and settled_at fill them';

create table poll (
    id         bigint generated always as identity primary key,
    tweetup_id bigint      not null references tweetup on delete cascade,
    kind       text        not null check (kind in ('DATE', 'VENUE')),
    opened_at  timestamptz not null,
    closes_at  timestamptz,
    closed_at  timestamptz
);
comment on column poll.closes_at is 'takes no answers afterwards: the clock says so, closed_at may be empty';
create unique index poll_open on poll (tweetup_id, kind) where closed_at is null;
create index poll_tweetup on poll (tweetup_id, id);

create table poll_option (
    id        bigint generated always as identity primary key,
    poll_id   bigint  not null references poll on delete cascade,
    starts_at timestamptz,
    ends_at   timestamptz check (ends_at > starts_at),
    venue     text check (length(venue) between 1 and 300),
    venue_id  bigint,
    cost      text    not null default '' check (length(cost) <= 300),
    capacity  integer check (capacity between 1 and 10000),
    access    text    not null default '' check (length(access) <= 500),
    chosen    boolean not null default false,
    check (num_nonnulls(starts_at, ends_at) in (0, 2) and num_nonnulls(starts_at, venue) = 1),
    unique (poll_id, starts_at, ends_at)
);
comment on column poll_option.venue_id is 'for the directory of venues, which comes later';
create unique index poll_option_venue on poll_option (poll_id, lower(venue));

create table vote (
    id           bigint generated always as identity primary key,
    option_id    bigint      not null references poll_option on delete cascade,
    librarian_id bigint references librarian on delete cascade,
    guest_id     bigint references guest on delete cascade,
    answer       text        not null check (answer in ('YES', 'IF_NEED_BE', 'NO')),
    voted_at     timestamptz not null,
    check (num_nonnulls(librarian_id, guest_id) = 1),
    unique (option_id, librarian_id),
    unique (option_id, guest_id)
);
create index vote_librarian on vote (librarian_id);
create index vote_guest on vote (guest_id) where guest_id is not null;

create table proposal (
    id          bigint generated always as identity primary key,
    tweetup_id  bigint      not null references tweetup on delete cascade,
    kind        text        not null check (kind in ('DATE', 'VENUE')),
    proposed_by bigint      not null references librarian on delete cascade,
    option_id   bigint references poll_option on delete cascade,
    starts_at   timestamptz,
    ends_at     timestamptz check (ends_at > starts_at),
    venue       text        not null check (length(venue) <= 300),
    proposed_at timestamptz not null,
    unique (tweetup_id, kind),
    check ((kind = 'DATE') = (starts_at is not null and ends_at is not null))
);
comment on table proposal is 'a date or venue that waits for a second planner''s agreement';
create index proposal_by on proposal (proposed_by);
create index proposal_option on proposal (option_id);

do $$
declare
    shown text;
begin
    foreach shown in array array['decision', 'poll', 'poll_option', 'vote']
    loop
        execute format('create trigger announce_change after insert or update or delete or truncate on %I
            for each statement execute function announce_change()', shown);
    end loop;
end $$;
