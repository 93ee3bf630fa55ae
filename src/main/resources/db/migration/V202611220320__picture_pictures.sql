create table picture (
    id           bigint generated always as identity primary key,
    token        text        not null unique check (length(token) >= 22),
    width        integer     not null check (width between 1 and 1600),
    height       integer     not null check (height between 1 and 1600),
    small_width  integer     not null check (small_width between 1 and 480),
    small_height integer     not null check (small_height between 1 and 480),
    large        bytea       not null,
    small        bytea       not null,
    stored_at    timestamptz not null
);
comment on table picture is 'pictures as drawn anew from what was uploaded, as JPEG; who shows one refers to it';
comment on column picture.token is 'the part of the address that nobody can guess';
-- a JPEG does not get smaller, and trying costs time
alter table picture alter column large set storage external, alter column small set storage external;
create trigger announce_change after insert or update or delete or truncate on picture
    for each statement execute function announce_change();
