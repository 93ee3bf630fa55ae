create table guest (
    id           bigint generated always as identity primary key,
    name         text        not null check (length(name) between 1 and 80),
    email        text check (length(email) <= 254),
    confirmed_at timestamptz,
    created_at   timestamptz not null
);
comment on table guest is 'people known by a name and a confirmed address; those without an address were added by a planner';
create unique index guest_email on guest (lower(email));

alter table rsvp
    alter column librarian_id drop not null,
    add column guest_id    bigint references guest on delete cascade,
    add column companions  integer not null default 0 check (companions between 0 and 20),
    add column visible_to  text    not null default 'EVERYONE' check (visible_to in ('EVERYONE', 'MEMBERS', 'PLANNERS')),
    add column share_email boolean not null default false,
    add column held_until  timestamptz,
    add column attended    boolean,
    add constraint rsvp_one_person check (num_nonnulls(librarian_id, guest_id) = 1),
    add constraint rsvp_guest unique (tweetup_id, guest_id);
comment on column rsvp.held_until is 'a guest has not confirmed the address yet; the place or turn is theirs until then';
comment on column rsvp.visible_to is 'who sees the name in the list of who comes';
create index rsvp_held on rsvp (held_until) where held_until is not null;
create index rsvp_guest_id on rsvp (guest_id) where guest_id is not null;

create table rsvp_part (
    rsvp_id bigint not null references rsvp on delete cascade,
    part_id bigint not null references part on delete cascade,
    primary key (rsvp_id, part_id)
);
create index rsvp_part_part on rsvp_part (part_id);

create table guest_wish (
    id          bigint generated always as identity primary key,
    tweetup_id  bigint      not null references tweetup on delete cascade,
    guest_id    bigint      not null references guest on delete cascade,
    name        text        not null check (length(name) between 1 and 80),
    answer      text        not null check (answer in ('GOING', 'MAYBE', 'NOT_GOING')),
    companions  integer     not null check (companions between 0 and 20),
    parts       bigint[]    not null,
    note        text        not null check (length(note) <= 200),
    visible_to  text        not null check (visible_to in ('EVERYONE', 'MEMBERS', 'PLANNERS')),
    share_email boolean     not null,
    language    text        not null,
    asked_at    timestamptz not null,
    used_at     timestamptz
);
comment on table guest_wish is 'what a guest answered, until the link in the mail says that it was really them';
create index guest_wish_tweetup on guest_wish (tweetup_id);
create index guest_wish_guest on guest_wish (guest_id);

create table guest_link (
    token_hash bytea primary key,
    wish_id    bigint references guest_wish on delete cascade,
    rsvp_id    bigint references rsvp on delete cascade,
    expires_at timestamptz,
    check (num_nonnulls(wish_id, rsvp_id) = 1)
);
comment on table guest_link is 'links in mails to guests: to confirm a wish, once and for 48 hours, or to manage an answer, ever after';
create index guest_link_wish on guest_link (wish_id);
create index guest_link_rsvp on guest_link (rsvp_id);
