create table tweetup (
    id         bigint generated always as identity primary key,
    slug       text        not null,
    title      text        not null check (length(title) between 1 and 120),
    plan       text        not null default '' check (length(plan) <= 10000),
    state      text        not null check (state in ('IDEA', 'POLLING', 'SCHEDULED', 'CANCELLED')),
    group_id   bigint references city_group,
    place_id   bigint      not null references place,
    venue      text        not null default '' check (length(venue) <= 300),
    starts_at  timestamptz,
    ends_at    timestamptz,
    zone       text        not null,
    capacity   integer check (capacity between 1 and 10000),
    created_at timestamptz not null,
    version    integer     not null default 0,
    check (state <> 'SCHEDULED' or (starts_at is not null and ends_at is not null)),
    check (ends_at > starts_at)
);
comment on column tweetup.state is 'a SCHEDULED tweetup whose end is past has HAPPENED: the clock says so, no column';
create index tweetup_coming on tweetup (starts_at, id) where state = 'SCHEDULED';
create index tweetup_place on tweetup (place_id, starts_at);
create index tweetup_group on tweetup (group_id, starts_at);

create table planner (
    tweetup_id   bigint not null references tweetup on delete cascade,
    librarian_id bigint not null references librarian on delete cascade,
    primary key (tweetup_id, librarian_id)
);
create index planner_librarian on planner (librarian_id);

create sequence rsvp_turn;
create table rsvp (
    id           bigint generated always as identity primary key,
    tweetup_id   bigint      not null references tweetup on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    answer       text        not null check (answer in ('GOING', 'MAYBE', 'NOT_GOING')),
    standing     text check (standing in ('CONFIRMED', 'WAITING')),
    turn         bigint      not null,
    note         text        not null default '' check (length(note) <= 200),
    answered_at  timestamptz not null,
    unique (tweetup_id, librarian_id),
    check ((answer = 'GOING') = (standing is not null))
);
comment on column rsvp.turn is 'the order in which people asked to come: the waiting list is promoted by it';
create index rsvp_standing on rsvp (tweetup_id, standing, turn);
create index rsvp_librarian on rsvp (librarian_id, tweetup_id);
