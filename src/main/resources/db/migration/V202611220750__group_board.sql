-- The board of a group: what members ask, offer and tell each other. What is said about a post is a thread like any other.
create table board_post (
    id             bigint generated always as identity primary key,
    group_id       bigint      not null references city_group on delete cascade,
    slug           text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    kind           text        not null check (kind in ('ASK', 'OFFER', 'NEWS')),
    title          text        not null check (length(title) <= 120),
    body           text        not null check (length(body) <= 10000),
    author_id      bigint      not null references librarian,
    posted_at      timestamptz not null,
    edited_at      timestamptz,
    version        integer     not null default 0,
    active_at      timestamptz not null,
    pinned_at      timestamptz,
    closed_at      timestamptz,
    closed_by      bigint references librarian on delete set null,
    closed_because text        not null default '' check (length(closed_because) <= 500),
    hidden_at      timestamptz,
    hidden_by      bigint references librarian on delete set null,
    hidden_because text        not null default '' check (length(hidden_because) <= 500),
    taken_back_at  timestamptz,
    check (taken_back_at is not null or length(title) > 0 and length(body) > 0)
);
comment on column board_post.active_at is 'when it was posted or last answered: the order of the board; kept by trigger';
comment on column board_post.taken_back_at is 'when its author took it back: then its words are gone';
create index board_post_order on board_post (group_id, (pinned_at is not null) desc, active_at desc, id desc)
    where taken_back_at is null;
create index board_post_kinds on board_post (group_id, kind, (pinned_at is not null) desc, active_at desc, id desc)
    where taken_back_at is null;
create index board_post_author on board_post (author_id);
create index board_post_closed_by on board_post (closed_by) where closed_by is not null;
create index board_post_hidden_by on board_post (hidden_by) where hidden_by is not null;

create trigger announce_change after insert or update or delete or truncate on board_post
    for each statement execute function announce_change();

-- The thread's row is locked by the comment that makes it active, so that these come one after the other.
create function board_post_active() returns trigger language plpgsql as $$
begin
    update board_post set active_at = greatest(active_at, new.last_at) where id = split_part(new.subject, ':', 2)::bigint;
    return null;
end $$;
create trigger board_post_active after update of last_at on thread for each row
    when (new.subject like 'board:%' and new.last_at is distinct from old.last_at) execute function board_post_active();

-- Who posted it is asked what is asked there.
create function board_post_concerns() returns trigger language plpgsql as $$
begin
    insert into subscription (thread_id, librarian_id, host)
    select new.id, author_id, true from board_post where id = split_part(new.subject, ':', 2)::bigint;
    return null;
end $$;
create trigger board_post_concerns after insert on thread for each row
    when (new.subject like 'board:%') execute function board_post_concerns();
