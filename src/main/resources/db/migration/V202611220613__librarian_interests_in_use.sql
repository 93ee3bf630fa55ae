create table interest (
    tag    text    primary key,
    people integer not null
);
comment on table interest is 'how many have an interest on their cards for everyone; a minute behind at most';
create index interest_prefix on interest ((tag collate "C"));

-- Who saves a card only adds rows here, so nobody waits for others who like the same; librarian.edit adds them up.
create table interest_change (
    id    bigint generated always as identity primary key,
    tag   text    not null,
    delta integer not null
);

create function count_interests() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into interest_change (tag, delta)
        select tag, count(*) from added, unnest(interests) as tag
        where is_for_everyone('INTERESTS', audience) group by tag;
    elsif tg_op = 'DELETE' then
        insert into interest_change (tag, delta)
        select tag, -count(*) from removed, unnest(interests) as tag
        where is_for_everyone('INTERESTS', audience) group by tag;
    else
        insert into interest_change (tag, delta)
        select tag, sum(delta) from (
            select tag, 1 as delta from added, unnest(interests) as tag where is_for_everyone('INTERESTS', audience)
            union all
            select tag, -1 from removed, unnest(interests) as tag where is_for_everyone('INTERESTS', audience)) as both_ways
        group by tag having sum(delta) <> 0;
    end if;
    return null;
end $$;
create trigger count_interests_added after insert on librarian
    referencing new table as added for each statement execute function count_interests();
create trigger count_interests_removed after delete on librarian
    referencing old table as removed for each statement execute function count_interests();
create trigger count_interests_changed after update on librarian
    referencing old table as removed new table as added for each statement execute function count_interests();

insert into interest (tag, people)
select tag, count(*) from librarian, unnest(interests) as tag where is_for_everyone('INTERESTS', audience) group by tag;
