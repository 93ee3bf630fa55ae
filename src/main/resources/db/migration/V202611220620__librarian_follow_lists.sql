-- Who may read whom somebody follows, and who follows them.
alter table librarian add column follow_lists text not null default 'EVERYONE'
    check (follow_lists in ('EVERYONE', 'MEMBERS', 'NOBODY'));

-- The two lists, newest first.
create index follow_following_newest on follow (follower_id, since desc, followed_id desc);
create index follow_followers_newest on follow (followed_id, since desc, follower_id desc);

create trigger announce_change after insert or update or delete or truncate on follow
    for each statement execute function announce_change();
