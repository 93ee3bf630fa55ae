-- When somebody was last here, by the day. Not a column of account: that is a table which strangers see, and each change of it
-- drops the pages that are kept for them. Whoever has an account by now counts as here today.
create table account_seen (
    account_id bigint primary key references account on delete cascade,
    seen_on    date   not null
);
insert into account_seen select id, current_date from account;

create table takeover (
    id           bigint generated always as identity primary key,
    group_id     bigint      not null references city_group on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    ended_at     timestamptz,
    outcome      text        check (outcome in ('DONE', 'OBJECTED', 'WITHDRAWN', 'LEFT')),
    check ((ended_at is null) = (outcome is null))
);
comment on table takeover is 'a member wants to run a group that nobody runs, and does from due_at on unless an organiser objects';
create unique index takeover_open on takeover (group_id) where outcome is null;
create index takeover_group on takeover (group_id, id);
create index takeover_librarian on takeover (librarian_id);
create index takeover_due on takeover (due_at) where outcome is null;

alter table city_group add column unrun_told_at timestamptz;
comment on column city_group.unrun_told_at is 'when its members were told that nobody runs it; null while somebody does';
