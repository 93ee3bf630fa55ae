-- When to look whether somebody runs a group: not before its organisers can have been away for so long. Not a column of city_group,
-- which strangers see: each change of that drops the pages that are kept for them.
create table group_watch (
    group_id bigint primary key references city_group on delete cascade,
    look_on  date not null
);
create index group_watch_due on group_watch (look_on, group_id);
create index membership_organisers on membership (group_id, librarian_id) where organiser;

-- who organises a group changes, or somebody joins one that was empty: look again
create function watch_group() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into group_watch as w values (new.group_id, '-infinity') on conflict (group_id) do update set look_on = '-infinity'
            where exists (select from city_group where id = w.group_id and members = 0);
    else
        update group_watch set look_on = '-infinity' where group_id = old.group_id;
    end if;
    return null;
end $$;
create trigger watch_members after insert on membership for each row execute function watch_group();
create trigger watch_organisers after update of organiser on membership for each row
    when (old.organiser <> new.organiser) execute function watch_group();
create trigger watch_leaving after delete on membership for each row
    when (old.organiser) execute function watch_group();

insert into group_watch select id, '-infinity' from city_group where members > 0;
