create table notice_reader (
    librarian_id bigint primary key references librarian on delete cascade,
    language     text not null check (length(language) between 1 and 35)
);
comment on table notice_reader is 'the language that a librarian reads mails in';

create table notice_setting (
    librarian_id bigint references librarian on delete cascade,
    guest_id     bigint references guest on delete cascade,
    kind         text not null check (kind ~ '^[A-Z_]{1,40}$'),
    channel      text not null check (channel in ('AT_ONCE', 'DAILY', 'WEEKLY', 'SITE', 'OFF')),
    check (num_nonnulls(librarian_id, guest_id) = 1),
    unique (librarian_id, kind),
    unique (guest_id, kind)
);
comment on table notice_setting is 'how somebody is told of a kind of notice, where it is not as by default';

create table notice (
    id           bigint generated always as identity primary key,
    librarian_id bigint references librarian on delete cascade,
    guest_id     bigint references guest on delete cascade,
    kind         text        not null check (kind ~ '^[A-Z_]{1,40}$'),
    subject      text        not null check (subject ~ '^[a-z]+:[0-9]+$'),
    key          text        not null check (length(key) between 1 and 200),
    actor_id     bigint references librarian on delete set null,
    actor_name   text        not null,
    title        text        not null,
    path         text        not null check (path like '/%'),
    words        text        not null,
    created_at   timestamptz not null,
    read_at      timestamptz,
    mail         text        not null check (mail in ('NONE', 'DAILY', 'WEEKLY', 'DUE', 'SENT', 'DEAD')),
    mail_at      timestamptz,
    mail_tries   integer     not null default 0,
    mail_error   text        not null default '',
    sent_at      timestamptz,
    check (num_nonnulls(librarian_id, guest_id) = 1),
    check ((mail = 'DUE') = (mail_at is not null)),
    unique (librarian_id, key),
    unique (guest_id, key)
);
comment on column notice.key is 'what it tells of: nobody is told twice of one thing';
comment on column notice.words is 'what fills the placeholders after the actor and the title, as notice.Word keeps them';
comment on column notice.mail_at is 'when it is sent, or tried again; an instance that is sending puts it off first';
create index notice_listed on notice (librarian_id, id);
create index notice_unread on notice (librarian_id) where read_at is null;
create index notice_actor on notice (actor_id) where actor_id is not null;
create index notice_due on notice (mail_at, id) where mail = 'DUE';
create index notice_dead on notice (id) where mail = 'DEAD';
create index notice_digest on notice (mail, librarian_id) where mail in ('DAILY', 'WEEKLY');
