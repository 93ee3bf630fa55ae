-- Kept by triggers, so that no way of joining, leaving or moving house can forget it. Whose profile is changed at this moment is
-- waited for, and waits: each of the two sees what the other did.
create function tally_memberships() returns trigger language plpgsql as $$
declare
    gone membership[] := '{}';
    come membership[] := '{}';
begin
    if tg_op <> 'INSERT' then gone := array(select row(m.*)::membership from before m); end if;
    if tg_op <> 'DELETE' then come := array(select row(m.*)::membership from after m); end if;
    perform from librarian where id in (select librarian_id from unnest(gone || come)) order by id for share;
    perform tally_groups(array(
        select row(m.group_id, case when m.organiser then 'EVERYONE' else m.audience end, l.hidden, l.sectors, l.place_id,
            m.change)::group_tally_change
        from (select *, -1 as change from unnest(gone) union all select *, 1 from unnest(come)) m
            join librarian l on l.id = m.librarian_id));
    return null;
end $$;
create trigger tally_insert after insert on membership referencing new table as after
    for each statement execute function tally_memberships();
create trigger tally_update after update on membership referencing old table as before new table as after
    for each statement execute function tally_memberships();
create trigger tally_delete after delete on membership referencing old table as before
    for each statement execute function tally_memberships();

create function tally_librarian() returns trigger language plpgsql as $$
begin
    perform tally_groups(array(
        select row(m.group_id, case when m.organiser then 'EVERYONE' else m.audience end, x.*)::group_tally_change
        from membership m cross join (values (old.hidden, old.sectors, old.place_id, -1),
            (new.hidden, new.sectors, new.place_id, 1)) x
        where m.librarian_id = new.id));
    return null;
end $$;
create trigger tally_groups after update of hidden, sectors, place_id on librarian for each row
    when ((old.hidden, old.sectors, old.place_id) is distinct from (new.hidden, new.sectors, new.place_id))
    execute function tally_librarian();

-- while it can still be told what is to be counted no more
create function leave_groups() returns trigger language plpgsql as $$
begin
    with gone as (delete from membership where librarian_id = old.id returning group_id)
    update city_group set members = members - 1 where id in (select group_id from gone);
    return old;
end $$;
create trigger leave_groups before delete on librarian for each row execute function leave_groups();

insert into group_tally
select m.group_id, case when m.organiser then 'EVERYONE' else m.audience end, l.hidden, what.sector, what.place_id, count(*)
from membership m join librarian l on l.id = m.librarian_id cross join lateral (
    select sector, null::bigint as place_id from unnest(l.sectors) sector union all select null, l.place_id) what
group by 1, 2, 3, 4, 5;
