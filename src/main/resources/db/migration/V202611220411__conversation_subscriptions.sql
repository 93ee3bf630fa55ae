create table subscription (
    id           bigint generated always as identity primary key,
    thread_id    bigint         not null references thread on delete cascade,
    librarian_id bigint references librarian on delete cascade,
    guest_id     bigint references guest on delete cascade,
    level        text           not null default 'REPLIES' check (level in ('FOLLOW', 'REPLIES', 'MUTED')),
    host         boolean        not null default false,
    looked       int4multirange not null default '{}',
    seen         integer        not null generated always as (
        coalesce(lower(int4multirange(int4range(1, upper(looked))) - looked), upper(looked), 1) - 1) stored,
    wrote        integer        not null default 0,
    asked        integer        not null default 0,
    check (num_nonnulls(librarian_id, guest_id) = 1),
    unique (librarian_id, thread_id) include (id, level, seen, asked, wrote),
    unique (guest_id, thread_id)
);
create index subscription_thread on subscription (thread_id);
comment on table subscription is 'who has a thread in the ledger, what of it they have read, and what they want to be told';
comment on column subscription.host is 'plans what is talked about, and so is asked what is asked there';
comment on column subscription.looked is 'the positions of the comments that were on a page before them';
comment on column subscription.seen is 'up to this position without a gap';
comment on column subscription.wrote is 'the position of their last comment';
comment on column subscription.asked is 'the position of the last comment that was to them';

create function subscribe(of_subject text, librarian bigint, guest bigint) returns void language sql as $$
    insert into subscription (thread_id, librarian_id, guest_id, looked)
    select id, librarian, guest, int4multirange(int4range(1, last_position + 1)) from thread where subject = of_subject
    on conflict do nothing
$$;
comment on function subscribe is 'Lets a thread begin in somebody''s ledger with nothing unread; where they have it already nothing changes.';

-- Who wrote before there was a ledger has read what there is.
insert into subscription (thread_id, librarian_id, looked, wrote)
select thread_id, author_id, int4multirange(int4range(1, last_position + 1)), wrote
from (select thread_id, author_id, max(position) as wrote from comment
    where author_id is not null group by thread_id, author_id) writer
join thread on thread.id = thread_id;
