-- Who may join, a picture, and the addresses that a group had before.
alter table city_group
    add column admission  text   not null default 'OPEN' check (admission in ('OPEN', 'ASK', 'INVITATION')),
    add column question   text   not null default '' check (length(question) <= 200),
    add column picture_id bigint references picture on delete set null,
    add column alt        text   not null default '' check (length(alt) <= 300),
    add check (admission <> 'ASK' or question <> '');
comment on column city_group.question is 'what organisers want to know of who asks to join';
comment on column city_group.alt is 'what is on the picture, in words';
create index city_group_picture on city_group (picture_id) where picture_id is not null;

-- a picture that is shown no more is not to be had by its old address either
create function forget_group_picture() returns trigger language plpgsql as $$
begin
    if old.picture_id is not null and (tg_op = 'DELETE' or new.picture_id is distinct from old.picture_id) then
        delete from picture where id = old.picture_id;
    end if;
    return null;
end $$;
create trigger forget_picture after delete or update of picture_id on city_group
    for each row execute function forget_group_picture();

create table past_group_slug (
    slug     text        primary key,
    group_id bigint      references city_group on delete set null,
    left_at  timestamptz not null
);
comment on table past_group_slug is 'addresses lead on for ever, and no other group gets them';
create index past_group_slug_group on past_group_slug (group_id);

-- Afterwards: whoever takes a slug at the moment when it is left has waited for that by now, and sees it here.
create function keep_past_group_slugs() returns trigger language plpgsql as $$
begin
    if exists (select from past_group_slug where slug = new.slug and group_id is distinct from new.id) then
        raise unique_violation using message = 'another group had this address', constraint = 'past_group_slug';
    end if;
    return null;
end $$;
create trigger keep_past_slugs after insert or update of slug on city_group
    for each row execute function keep_past_group_slugs();
create trigger announce_change after insert or update or delete or truncate on past_group_slug
    for each statement execute function announce_change();
