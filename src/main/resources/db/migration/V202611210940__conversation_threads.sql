create table thread (
    id      bigint generated always as identity primary key,
    subject text not null unique check (subject ~ '^[a-z]+:[0-9]+$')
);
comment on column thread.subject is 'what is talked about, such as tweetup:42';

create sequence comment_seq;
create table comment (
    id         bigint primary key,
    thread_id  bigint      not null references thread on delete cascade,
    parent_id  bigint references comment,
    path       bigint[]    not null,
    author_id  bigint      not null references librarian,
    body       text        not null check (length(body) between 1 and 10000),
    created_at timestamptz not null,
    unique (thread_id, path)
);
comment on column comment.path is 'the ids from the thread''s top to this comment: sorting by it gives reading order';
create index comment_author on comment (author_id);
create index comment_parent on comment (parent_id);
