create table follow (
    follower_id bigint      not null references librarian on delete cascade,
    followed_id bigint      not null references librarian on delete cascade,
    since       timestamptz not null,
    primary key (follower_id, followed_id),
    check (follower_id <> followed_id)
);
create index follow_followed on follow (followed_id, follower_id);
