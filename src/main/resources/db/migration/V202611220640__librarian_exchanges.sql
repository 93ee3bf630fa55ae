create table exchange (
    id        bigint generated always as identity primary key,
    one_id    bigint      not null references librarian on delete cascade,
    other_id  bigint      not null references librarian on delete cascade,
    opened_at timestamptz not null,
    unique (one_id, other_id),
    check (one_id < other_id)
);
comment on table exchange is 'private conversations of two; what is said stands in thread exchange:<id>';
create index exchange_other on exchange (other_id);
