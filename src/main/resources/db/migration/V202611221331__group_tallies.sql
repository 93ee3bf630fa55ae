-- How many members of a group work in which sector and live where, by who sees them: its page reads these few rows instead of all
-- of its members. What keeps them comes with the next migration.
create table group_tally (
    group_id bigint  not null references city_group on delete cascade,
    audience text    not null,
    hidden   boolean not null,
    sector   text,
    place_id bigint  references place,
    people   integer not null,
    unique nulls not distinct (group_id, audience, hidden, sector, place_id),
    check (num_nonnulls(sector, place_id) = 1)
);
comment on column group_tally.audience is 'who sees that these people are members; of organisers everyone';
comment on column group_tally.hidden is 'whether strangers see nothing of these people';
create index group_tally_place on group_tally (place_id);

create type group_tally_change as (
    group_id bigint, audience text, hidden boolean, sectors text[], place_id bigint, change integer);

-- In one order, so that two who change the same rows wait for each other and do not lock each other out. A group that is being
-- deleted is counted no more.
create function tally_groups(changes group_tally_change[]) returns void language sql as $$
    insert into group_tally
    select c.group_id, c.audience, c.hidden, what.sector, what.place_id, sum(c.change)
    from unnest(changes) c join city_group g on g.id = c.group_id cross join lateral (
        select sector, null::bigint as place_id from unnest(c.sectors) sector union all select null, c.place_id) what
    group by 1, 2, 3, 4, 5 having sum(c.change) <> 0 order by 1, 2, 3, 4, 5
    on conflict (group_id, audience, hidden, sector, place_id) do update set people = group_tally.people + excluded.people
$$;
