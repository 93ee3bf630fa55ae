create table introduction (
    id           bigint generated always as identity primary key,
    one_id       bigint      not null references librarian on delete cascade,
    other_id     bigint      not null references librarian on delete cascade,
    asked_by     bigint      not null references librarian on delete cascade,
    words        text        not null check (length(words) between 1 and 300),
    live         boolean     not null,
    asked_at     timestamptz not null,
    one_answer   text check (one_answer in ('YES', 'NOT_NOW')),
    other_answer text check (other_answer in ('YES', 'NOT_NOW')),
    declined_at  timestamptz,
    agreed_at    timestamptz,
    closed       boolean     not null default false,
    check (one_id < other_id),
    check (agreed_at is null or one_answer = 'YES' and other_answer = 'YES' and closed),
    check ((declined_at is not null) = ('NOT_NOW' in (coalesce(one_answer, ''), coalesce(other_answer, ''))))
);
comment on table introduction is 'two librarians whom one of them, or a third, wants to be introduced; one_id is the smaller';
comment on column introduction.live is 'false: nobody is told of it but who asked, because the two were asked already, or must not be';
comment on column introduction.closed is 'agreed to, or too old to be answered';
-- of two who introduce the same pair at once, one reaches them
create unique index introduction_open on introduction (one_id, other_id) where live and not closed;
-- and nobody asks twice
create unique index introduction_asked on introduction (asked_by, one_id, other_id) where not closed;
create index introduction_pair on introduction (one_id, other_id, declined_at);
create index introduction_other on introduction (other_id);
create index introduction_asker on introduction (asked_by, asked_at);
