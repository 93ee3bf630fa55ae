create table recap (
    tweetup_id bigint primary key references tweetup on delete cascade,
    body       text        not null check (length(body) <= 10000),
    written_by bigint references librarian on delete set null,
    written_at timestamptz not null,
    version    integer     not null
);
comment on table recap is 'what a planner wrote about a tweetup afterwards; empty when it was taken back';
create index recap_writer on recap (written_by);

create table tweetup_picture (
    picture_id bigint primary key references picture on delete cascade,
    tweetup_id bigint      not null references tweetup on delete cascade,
    added_by   bigint references librarian on delete set null,
    alt        text        not null check (length(alt) between 1 and 300),
    caption    text        not null default '' check (length(caption) <= 300),
    added_at   timestamptz not null,
    sha256     bytea       not null,
    unique (tweetup_id, sha256)
);
comment on column tweetup_picture.sha256 is 'of the picture: one that is sent twice is there once';
create index tweetup_picture_tweetup on tweetup_picture (tweetup_id, picture_id);
create index tweetup_picture_adder on tweetup_picture (added_by);

-- a picture that nothing shows any more is not to be had by its old address either
create function forget_picture() returns trigger language plpgsql as $$
begin
    delete from picture where id = old.picture_id;
    return null;
end $$;
create trigger forget_picture after delete on tweetup_picture for each row execute function forget_picture();

create trigger announce_change after insert or update or delete or truncate on recap
    for each statement execute function announce_change();
create trigger announce_change after insert or update or delete or truncate on tweetup_picture
    for each statement execute function announce_change();
