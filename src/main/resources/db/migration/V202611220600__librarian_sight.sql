alter table librarian add column hidden boolean not null default false;
comment on column librarian.hidden is 'from strangers, and so from search engines';

create table block (
    blocker_id bigint      not null references librarian on delete cascade,
    blocked_id bigint      not null references librarian on delete cascade,
    since      timestamptz not null,
    primary key (blocker_id, blocked_id),
    check (blocker_id <> blocked_id)
);
comment on table block is 'the blocked one sees and reaches nothing of the blocker''s, and is not told so';
create index block_blocked on block (blocked_id, blocker_id);
