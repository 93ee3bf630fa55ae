create table account (
    id                 bigint generated always as identity primary key,
    handle             text        not null unique check (handle ~ '^[a-z0-9][a-z0-9-]{1,28}[a-z0-9]$'),
    email              text        not null check (length(email) between 3 and 254),
    email_confirmed_at timestamptz,
    password           text        not null,
    role               text        not null default 'LIBRARIAN'
        check (role in ('LIBRARIAN', 'MODERATOR', 'ADMINISTRATOR')),
    created_at         timestamptz not null,
    version            integer     not null default 0
);
-- Only a confirmed address belongs to somebody: whoever signs up with another's address learns and takes nothing.
create unique index account_confirmed_email on account (lower(email)) where email_confirmed_at is not null;
create index account_email on account (lower(email));

create table email_confirmation (
    token_hash bytea       primary key,
    account_id bigint      not null references account on delete cascade,
    email      text        not null,
    expires_at timestamptz not null
);
create index email_confirmation_account on email_confirmation (account_id);

-- Spring Session's tables, as spring-session-jdbc ships them for PostgreSQL.
create table spring_session (
    primary_id            char(36)     not null primary key,
    session_id            char(36)     not null,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval int          not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
