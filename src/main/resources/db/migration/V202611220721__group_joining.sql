-- Who sees that somebody is a member; who runs the group is seen by everybody.
alter table membership add column audience text not null default 'EVERYONE'
    check (audience in ('EVERYONE', 'MEMBERS', 'ORGANISERS'));
create index membership_newest on membership (group_id, joined_at desc, librarian_id desc);

create table join_request (
    group_id     bigint      not null references city_group on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    answer       text        not null check (length(answer) between 1 and 1000),
    asked_at     timestamptz not null,
    declined_at  timestamptz,
    primary key (group_id, librarian_id)
);
comment on column join_request.declined_at is 'who asked is not told, and may ask again 90 days later';
create index join_request_librarian on join_request (librarian_id);
create index join_request_open on join_request (group_id, asked_at, librarian_id) where declined_at is null;

create table group_invitation (
    group_id     bigint      not null references city_group on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    invited_by   bigint      references librarian on delete set null,
    invited_at   timestamptz not null,
    primary key (group_id, librarian_id)
);
create index group_invitation_librarian on group_invitation (librarian_id);
create index group_invitation_by on group_invitation (invited_by);

create table group_link (
    id         bigint generated always as identity primary key,
    group_id   bigint      not null references city_group on delete cascade,
    token_hash bytea       not null unique,
    made_by    bigint      references librarian on delete set null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);
comment on table group_link is 'invites whoever has it; one that is taken back is deleted';
create index group_link_group on group_link (group_id, id);
create index group_link_by on group_link (made_by);

create table removed_member (
    group_id     bigint      not null references city_group on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    removed_by   bigint      references librarian on delete set null,
    removed_at   timestamptz not null,
    primary key (group_id, librarian_id)
);
comment on table removed_member is 'who joins again only when an organiser asks them in';
create index removed_member_librarian on removed_member (librarian_id);
create index removed_member_by on removed_member (removed_by);
