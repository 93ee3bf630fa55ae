alter table comment
    drop constraint comment_body_check,
    alter column author_id drop not null,
    add column guest_id   bigint references guest,
    add column question   boolean not null default false,
    add column answer_id  bigint references comment,
    add column version    integer not null default 1,
    add column edited_at  timestamptz,
    add column deleted_at timestamptz,
    add column deleted_by text check (deleted_by in ('AUTHOR', 'PLANNER')),
    add column gone       boolean not null default false,
    add constraint comment_one_writer check (num_nonnulls(author_id, guest_id) = 1),
    add constraint comment_deleted check (num_nonnulls(deleted_at, deleted_by) in (0, 2) and (deleted_at is not null or not gone)),
    add constraint comment_body check (case when deleted_at is null then length(body) between 1 and 10000 else body = '' end);
comment on column comment.answer_id is 'the reply that answers this question';
comment on column comment.gone is 'deleted and not even a gap in the thread, because nothing hangs on it';
create index comment_guest on comment (guest_id) where guest_id is not null;
create index comment_answer on comment (answer_id) where answer_id is not null;
create index comment_newest on comment (thread_id, (path[1]) desc, path);
create index comment_open on comment (thread_id, (path[1])) where question and answer_id is null and deleted_at is null;

create table comment_version (
    comment_id bigint      not null references comment on delete cascade,
    version    integer     not null,
    body       text        not null,
    written_at timestamptz not null,
    primary key (comment_id, version)
);
comment on table comment_version is 'what comments said before they were edited; nothing is kept of those that are deleted';

create table mention (
    comment_id   bigint not null references comment on delete cascade,
    librarian_id bigint not null references librarian on delete cascade,
    primary key (comment_id, librarian_id)
);
comment on table mention is 'whom a comment names by @handle';
create index mention_librarian on mention (librarian_id);

create table reaction (
    comment_id   bigint      not null references comment on delete cascade,
    kind         text        not null check (kind in ('THANKS', 'ME_TOO', 'CAN_HELP')),
    librarian_id bigint      not null references librarian on delete cascade,
    reacted_at   timestamptz not null,
    primary key (comment_id, kind, librarian_id)
);
create index reaction_librarian on reaction (librarian_id);

do $$
declare
    shown text;
begin
    foreach shown in array array['comment_version', 'mention', 'reaction']
    loop
        execute format('create trigger announce_change after insert or update or delete or truncate on %I
            for each statement execute function announce_change()', shown);
    end loop;
end $$;
