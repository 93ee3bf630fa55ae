alter table tweetup add column hold_guests boolean not null default false;
comment on column tweetup.hold_guests is 'comments of guests wait for a planner';

create table guest_comment (
    id         bigint generated always as identity primary key,
    tweetup_id bigint      not null references tweetup on delete cascade,
    guest_id   bigint      not null references guest on delete cascade,
    parent_id  bigint references comment on delete set null,
    name       text        not null check (length(name) between 1 and 80),
    body       text        not null check (length(body) <= 10000),
    question   boolean     not null,
    language   text        not null,
    asked_at   timestamptz not null,
    used_at    timestamptz,
    done_at    timestamptz,
    check ((body = '') = (done_at is not null))
);
comment on table guest_comment is 'what guests wrote, until the link in the mail is used, and a planner agrees where the tweetup wants that';
comment on column guest_comment.done_at is 'published or refused; the words are not kept here any more';
create index guest_comment_tweetup on guest_comment (tweetup_id, id);
create index guest_comment_held on guest_comment (tweetup_id, id) where used_at is not null and done_at is null;
create index guest_comment_guest on guest_comment (guest_id);
create index guest_comment_parent on guest_comment (parent_id);

create table guest_comment_link (
    token_hash bytea primary key,
    comment_id bigint      not null references guest_comment on delete cascade,
    expires_at timestamptz not null
);
create index guest_comment_link_comment on guest_comment_link (comment_id);

create table guest_browser (
    token_hash bytea primary key,
    guest_id   bigint      not null references guest on delete cascade,
    expires_at timestamptz not null
);
comment on table guest_browser is 'browsers in which a guest has confirmed an address, and may comment without another mail';
create index guest_browser_guest on guest_browser (guest_id);
