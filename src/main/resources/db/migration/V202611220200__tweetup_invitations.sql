alter table tweetup
    add column hashtag           text    not null default '' check (length(hashtag) <= 60),
    add column cost              text    not null default '' check (length(cost) <= 300),
    add column access            text    not null default '' check (length(access) <= 500),
    add column last_connection   text    not null default '' check (length(last_connection) <= 300),
    add column bring             text    not null default '' check (length(bring) <= 300),
    add column sign              text    not null default '' check (length(sign) <= 300),
    add column greeter_id        bigint references librarian on delete set null,
    add column companions_max    integer not null default 0 check (companions_max between 0 and 20),
    add column answers_close_at  timestamptz,
    add column agreement         boolean not null default false,
    add column cancelled_at      timestamptz,
    add column cancelled_because text    not null default '' check (length(cancelled_because) <= 500);
comment on column tweetup.sign is 'what the others are recognised by: the red book on the table';
comment on column tweetup.agreement is 'a date and venue are announced when a second planner agrees';

create table planner_invitation (
    tweetup_id   bigint      not null references tweetup on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    invited_by   bigint      not null references librarian on delete cascade,
    invited_at   timestamptz not null,
    primary key (tweetup_id, librarian_id)
);
create index planner_invitation_librarian on planner_invitation (librarian_id);
create index planner_invitation_by on planner_invitation (invited_by);

create table decision (
    id           bigint generated always as identity primary key,
    tweetup_id   bigint      not null references tweetup on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    words        text        not null check (length(words) between 1 and 500),
    decided_at   timestamptz not null
);
create index decision_tweetup on decision (tweetup_id, id);
create index decision_librarian on decision (librarian_id);

create table part (
    id         bigint generated always as identity primary key,
    tweetup_id bigint  not null references tweetup on delete cascade,
    position   integer not null,
    name       text    not null check (length(name) between 1 and 80),
    capacity   integer check (capacity between 1 and 10000),
    unique (tweetup_id, position)
);
comment on table part is 'parts of a tweetup that one can come to alone: the visit, the meal; most tweetups have none';
