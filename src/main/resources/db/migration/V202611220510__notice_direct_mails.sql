create table direct_mail (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind ~ '^[a-z-]{1,40}$'),
    about      text        not null check (about ~ '^[0-9]+( [0-9]+)*$'),
    language   text        not null check (length(language) between 1 and 35),
    email      text        not null default '',
    created_at timestamptz not null,
    mail       text        not null check (mail in ('NONE', 'DUE', 'SENT', 'DEAD')),
    mail_at    timestamptz,
    mail_tries integer     not null default 0,
    mail_error text        not null default '',
    sent_at    timestamptz,
    check ((mail = 'DUE') = (mail_at is not null))
);
comment on table direct_mail is 'mails that answer what somebody did, such as a link that confirms: which one, never what it says';
comment on column direct_mail.about is 'the ids that its writer finds again what it says by';
comment on column direct_mail.email is 'where it went last; empty before';
create unique index direct_mail_once on direct_mail (kind, about) where mail = 'DUE';
create index direct_mail_due on direct_mail (mail_at, id) where mail = 'DUE';
create index direct_mail_dead on direct_mail (created_at, id) where mail = 'DEAD';
create index direct_mail_old on direct_mail (created_at) where mail <> 'DUE';

create index notice_given_up on notice (created_at, id) where mail = 'DEAD';
