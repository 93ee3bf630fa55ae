create table notice_link (
    token_hash bytea primary key,
    notice_id  bigint not null references notice on delete cascade
);
comment on table notice_link is 'links in mails by which their reader gets no more of their kind';
create index notice_link_notice on notice_link (notice_id);

create table release_link (
    token_hash bytea primary key,
    rsvp_id    bigint not null references rsvp on delete cascade
);
comment on table release_link is 'links in mails by which a place is given back';
create index release_link_rsvp on release_link (rsvp_id);

create table mail_refused (
    email      text primary key check (email = lower(email)),
    refused_at timestamptz not null,
    why        text        not null
);
comment on table mail_refused is 'addresses that a mail server refused for good: nothing more is sent there until an administrator tries again';
