create table digest (
    librarian_id  bigint      not null references librarian on delete cascade,
    channel       text        not null check (channel in ('DAILY', 'WEEKLY')),
    told_until    timestamptz not null,
    claimed_until timestamptz,
    primary key (librarian_id, channel)
);
comment on table digest is 'how far each librarian has been told in the mails of the day and of the week';
comment on column digest.told_until is 'the 8:00 of their place whose mail was the last, or when they were first seen';
comment on column digest.claimed_until is 'an instance is about to send the next; when it dies another may from then on';

create table digest_link (
    token_hash   bytea primary key,
    librarian_id bigint      not null references librarian on delete cascade,
    channel      text        not null check (channel in ('DAILY', 'WEEKLY')),
    made_at      timestamptz not null
);
comment on table digest_link is 'links in digests by which their reader gets no more of them';
create index digest_link_librarian on digest_link (librarian_id);
