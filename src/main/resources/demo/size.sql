-- A community of any size by a few statements, each one step of org.shelfmates.demo.BigCommunity.
-- A line "--- what it makes" begins a step, whose rows are counted in the log; "---" alone a step not worth telling.
--
-- Chance is a hash of the row's number and a salt, so that the same size gives the same community. Shares of a total
-- ("this place has 17 of the librarians") come from cumulative weights: what lies between the bounds of two neighbours,
-- scaled to the total and rounded down, so that they add up to it exactly and nothing has to be searched.

---
create or replace function pg_temp.chance(n bigint, salt bigint) returns double precision
    immutable parallel safe
    return (hashint8extended(n, salt) & 4503599627370495) / 4503599627370496.0::double precision

--- homes by population
create temporary table seed_librarian on commit drop as
with weighted as (
    select id, zone, country, population + 100::bigint as weight,
        (sum(population + 100::bigint) over (order by id))::bigint as upper,
        (sum(population + 100::bigint) over ())::bigint as total
    from place),
spread as (
    select id as place_id, zone, country, rank
    from weighted,
        generate_series((upper - weight) * :librarians / total, upper * :librarians / total - 1) as rank)
select nextval(pg_get_serial_sequence('account', 'id')) as id, row_number() over (order by mixed, rank) as n,
    rank, place_id, zone, country,
    :now::timestamptz - interval '220 days' - interval '600 days' * pg_temp.chance(rank, 1) as joined_at
from (select *, hashint8extended(rank, 2) as mixed from spread) as s

---
create unique index on seed_librarian (rank)

---
analyze seed_librarian

--- accounts that nobody can sign in to
insert into account (id, handle, email, email_confirmed_at, password, created_at)
overriding system value
select id, handle, handle || '@example.org', joined_at, :password, joined_at
from seed_librarian, lateral (select :prefix || '-' || lpad(n::text, 7, '0') as handle) as h
order by id

--- seen on the day of the seed, or their groups would be told at once that nobody runs them
insert into account_seen (account_id, seen_on)
select id, (:now::timestamptz)::date from seed_librarian

--- librarians
insert into librarian (id, name, place_id, work, about, sectors, interests, joined_at)
select id,
    (:firstNames)[1 + floor(pg_temp.chance(n, 10) * cardinality(:firstNames))::int] || ' '
        || (:lastNames)[1 + floor(pg_temp.chance(n, 11) * cardinality(:lastNames))::int],
    place_id,
    (:works)[1 + floor(pg_temp.chance(n, 12) * cardinality(:works))::int],
    case when pg_temp.chance(n, 13) < 0.4
        then (:abouts)[1 + floor(pg_temp.chance(n, 14) * cardinality(:abouts))::int] else '' end,
    string_to_array((:sectors)[1 + floor(pg_temp.chance(n, 15) * cardinality(:sectors))::int], ','),
    (:tags)[one\:one + floor(pg_temp.chance(n, 16) * 3)::int]
        || (:moreTags)[other\:other + floor(pg_temp.chance(n, 17) * 3)::int],
    joined_at
from seed_librarian, lateral (
    select 1 + floor(pg_temp.chance(n, 18) * cardinality(:tags))::int as one,
        1 + floor(pg_temp.chance(n, 19) * cardinality(:moreTags))::int as other) as t
order by id

--- places for groups
-- the most populous first, and again from the top when there are more groups than places
create temporary table seed_group on commit drop as
with ranked as (
    select id, name, country, row_number() over (order by population desc, id) - 1 as rank, count(*) over () as places
    from place)
select nextval(pg_get_serial_sequence('city_group', 'id')) as id, g, r.id as place_id, r.name, r.country,
    (g - 1) / r.places + 1 as nth,
    row_number() over (partition by r.country order by g) as nth_of_country,
    count(*) over (partition by r.country) as of_country
from ranked r, generate_series(r.rank + 1, :groups, r.places) as g

---
analyze seed_group

--- groups
insert into city_group (id, slug, name, description, place_id, radius_km, created_at)
overriding system value
select id, :prefix || '-group-' || g,
    left(name, 60) || ' librarians' || case when nth > 1 then ' ' || nth else '' end, '',
    place_id, 10 + floor(pg_temp.chance(g, 20) * 60), :now::timestamptz - interval '830 days'
from seed_group order by id

--- memberships
insert into membership (group_id, librarian_id, joined_at)
select g.id, l.id, l.joined_at + interval '20 days' * pg_temp.chance(l.n, 21)
from seed_librarian l join seed_group g on g.place_id = l.place_id and g.nth = 1
where pg_temp.chance(l.n, 22) < 0.6
union
select g.id, l.id, l.joined_at + interval '20 days' * pg_temp.chance(l.n, 21)
from seed_librarian l
join (select distinct country, of_country from seed_group) as c using (country)
join seed_group g on g.country = l.country
    and g.nth_of_country = 1 + floor(pg_temp.chance(l.n, 23) * c.of_country)::int
where pg_temp.chance(l.n, 24) < 0.25

--- organisers
-- the first to join
update membership m set organiser = true
from (
    select distinct on (group_id) group_id, librarian_id
    from membership where group_id in (select id from seed_group)
    order by group_id, joined_at, librarian_id) as first
where m.group_id = first.group_id and m.librarian_id = first.librarian_id

--- groups counted
update city_group g set members = m.members
from (select group_id, count(*) as members from membership group by group_id) as m
where g.id = m.group_id and g.id in (select id from seed_group)

--- plans
-- each where its planner lives
create temporary table seed_tweetup on commit drop as
select nextval(pg_get_serial_sequence('tweetup', 'id')) as id, t, l.id as planner_id, l.rank, l.place_id, l.zone,
    p.name as place_name, g.id as group_id, state,
    case when state in ('SCHEDULED', 'CANCELLED') then starts_at end as starts_at,
    case when pg_temp.chance(t, 30) < 0.6 then 4 + floor(pg_temp.chance(t, 31) * 30)::int end as capacity,
    least(starts_at - interval '40 days', :now::timestamptz - interval '2 days') as created_at,
    (1 + 1000 * pg_temp.chance(t, 32) ^ 4)::bigint as liked
from generate_series(1, :tweetups) as t
join seed_librarian l on l.rank = floor(pg_temp.chance(t, 33) * :librarians)::bigint
join place p on p.id = l.place_id
left join seed_group g on g.place_id = l.place_id and g.nth = 1,
lateral (
    -- by the sun, not by the zone: not every PostgreSQL knows every name of a zone
    select (date_trunc('day', :now::timestamptz at time zone 'UTC')
            - interval '4 minutes' * round(p.longitude)
            + interval '1 day' * floor(pg_temp.chance(t, 34) * 240 - 180)
            + interval '18 hours' + interval '30 minutes' * floor(pg_temp.chance(t, 35) * 6))
            at time zone 'UTC' as starts_at,
        case when pg_temp.chance(t, 36) < 0.8 then 'SCHEDULED' when pg_temp.chance(t, 36) < 0.88 then 'IDEA'
            when pg_temp.chance(t, 36) < 0.94 then 'POLLING' else 'CANCELLED' end as state) as s

---
analyze seed_tweetup

--- tweetups
insert into tweetup
    (id, slug, title, plan, state, group_id, place_id, venue, starts_at, ends_at, zone, capacity, created_at)
overriding system value
select id, left(trim(both '-' from regexp_replace(lower(unaccent('unaccent', title)), '[^a-z0-9]+', '-', 'g')), 60), title,
    (:plans)[1 + floor(pg_temp.chance(t, 41) * cardinality(:plans))::int], state, group_id, place_id,
    (:venues)[1 + floor(pg_temp.chance(t, 42) * cardinality(:venues))::int], starts_at,
    starts_at + interval '2 hours', zone, capacity, created_at
from seed_tweetup, lateral (
    select replace((:titles)[1 + floor(pg_temp.chance(t, 40) * cardinality(:titles))::int], '{place}',
        left(place_name, 60)) as title) as named
order by id

--- planners
insert into planner (tweetup_id, librarian_id)
select id, planner_id from seed_tweetup
union
select t.id, l.id from seed_tweetup t join seed_librarian l on l.rank = (t.rank + 1) % :librarians
where pg_temp.chance(t.t, 43) < 0.3

--- answers
-- from neighbours of the planner
insert into rsvp (tweetup_id, librarian_id, answer, standing, turn, note, answered_at)
with weighted as (
    select *, (sum(liked) over (order by t))::bigint as upper, (sum(liked) over ())::bigint as total
    from seed_tweetup where starts_at is not null),
shared as (
    select *, (upper - liked) * :rsvps / total as lower,
        upper * :rsvps / total - (upper - liked) * :rsvps / total as asked
    from weighted),
answered as (
    select s.id, l.id as librarian_id, lower + nth as turn, capacity,
        case when pg_temp.chance(lower + nth, 50) < 0.75 then 'GOING'
            when pg_temp.chance(lower + nth, 50) < 0.9 then 'MAYBE' else 'NOT_GOING' end as answer,
        created_at + (least(starts_at, :now::timestamptz) - created_at) * nth / (asked + 1) as answered_at
    from shared s cross join lateral generate_series(1, least(asked, :librarians)) as nth
    join seed_librarian l on l.rank = (s.rank + nth - 1) % :librarians),
ordered as (
    select *, row_number() over (partition by id, answer order by turn) as place from answered)
select id, librarian_id, answer,
    case when answer <> 'GOING' then null
        when capacity is null or place <= capacity then 'CONFIRMED' else 'WAITING' end,
    case when answer = 'GOING' then :firstTurn + turn else 0 end, '', answered_at
from ordered

--- talks
create temporary table seed_thread on commit drop as
with weighted as (
    select *, (sum(liked) over (order by t))::bigint as upper, (sum(liked) over ())::bigint as total
    from seed_tweetup)
select nextval(pg_get_serial_sequence('thread', 'id')) as id, w.id as tweetup_id, w.rank, created_at,
    :firstComment + (upper - liked) * :comments / total as first_id,
    upper * :comments / total - (upper - liked) * :comments / total as comments
from weighted w where upper * :comments / total > (upper - liked) * :comments / total

---
analyze seed_thread

--- threads
insert into thread (id, subject)
overriding system value
select id, 'tweetup:' || tweetup_id from seed_thread order by id

--- comments
-- every eighth begins a talk of its own, and the seven after it answer each other
insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
select first_id + nth, t.id, path[cardinality(path) - 1], path, l.id,
    (:bodies)[1 + floor(pg_temp.chance(first_id + nth, 60) * cardinality(:bodies))::int],
    created_at + (:now::timestamptz - created_at) * (nth + 1) / (comments + 1)
from seed_thread t cross join lateral generate_series(0, comments - 1) as nth
cross join lateral (select first_id + nth - nth % 8 as top, nth % 8 as r) as talk
cross join lateral (
    select array_remove(array[
        top,
        case when r & 4 <> 0 then top + 4 end,
        case when r & 2 <> 0 then top + (r & 6) end,
        case when r & 1 <> 0 then top + r end], null) as path) as p
join seed_librarian l
    on l.rank = (t.rank + floor(pg_temp.chance(first_id + nth, 61) * 40)::bigint) % :librarians
order by first_id + nth

--- venues
-- where people live, with prices as of the country's currency in round figures; of a fifth the cost is not known
insert into venue (slug, name, kind, place_id, address, stop, cost, amount, deposit, currency, capacity, circulate, noise,
    step_free, toilets, hearing_loop, child_friendly, wifi, power, added_by, added_at, confirmed_by, confirmed_at)
select 'venue-' || v, (array['The Margin', 'Quarto', 'The Reading Lamp', 'Index Room', 'The Long Table', 'Folio', 'Bindery',
        'The Quiet Corner', 'Ledger House', 'The Inkwell', 'Commons', 'The Overdue'])[1 + (v % 12)::int] || ' ' || v,
    (array['LIBRARY_ROOM', 'CAFE', 'PUB', 'RESTAURANT', 'MUSEUM', 'COMMUNITY_ROOM', 'UNIVERSITY', 'PARK', 'OTHER'])
        [1 + floor(pg_temp.chance(v, 71) * 9)::int],
    l.place_id, v % 200 || ' Example Road', case when pg_temp.chance(v, 72) < 0.5 then 'Example Road' else '' end, c.cost,
    case c.cost when 'BUY_SOMETHING' then 50 * (4 + floor(pg_temp.chance(v, 73) * 12)::int)
        when 'MINIMUM_SPEND' then 1000 * (3 + floor(pg_temp.chance(v, 73) * 20)::int)
        when 'HIRE_PER_HOUR' then 100 * (5 + floor(pg_temp.chance(v, 73) * 60)::int) end,
    case when c.cost = 'HIRE_PER_HOUR' and pg_temp.chance(v, 74) < 0.3 then 5000 end,
    coalesce((select k.currency from (values ('GB', 'GBP'), ('US', 'USD'), ('AU', 'AUD'), ('CA', 'CAD'), ('IN', 'INR'),
        ('JP', 'JPY'), ('CN', 'CNY'), ('BR', 'BRL'), ('NZ', 'NZD')) as k (country, currency) where k.country = l.country), 'EUR'),
    case when pg_temp.chance(v, 75) < 0.85 then (4 + 120 * pg_temp.chance(v, 76) ^ 2)::int end,
    case when pg_temp.chance(v, 77) < 0.7 then pg_temp.chance(v, 78) < 0.6 end,
    (array['QUIET', 'CHATTER', 'LOUD', null])[1 + floor(pg_temp.chance(v, 79) * 4)::int],
    case when pg_temp.chance(v, 80) < 0.7 then pg_temp.chance(v, 81) < 0.65 end,
    case when pg_temp.chance(v, 82) < 0.7 then pg_temp.chance(v, 83) < 0.9 end,
    case when pg_temp.chance(v, 84) < 0.4 then pg_temp.chance(v, 85) < 0.3 end,
    case when pg_temp.chance(v, 86) < 0.5 then pg_temp.chance(v, 87) < 0.7 end,
    case when pg_temp.chance(v, 88) < 0.7 then pg_temp.chance(v, 89) < 0.8 end,
    case when pg_temp.chance(v, 90) < 0.6 then pg_temp.chance(v, 91) < 0.6 end,
    l.id, greatest(l.joined_at, :now::timestamptz - interval '600 days' * pg_temp.chance(v, 92)),
    case when confirmed then l.id end,
    case when confirmed then :now::timestamptz - interval '200 days' * pg_temp.chance(v, 93) end
from generate_series(1, :venueCount) as v
join seed_librarian l on l.rank = floor(pg_temp.chance(v, 70) * :librarians)::bigint,
lateral (select case when pg_temp.chance(v, 94) < 0.3 then 'FREE' when pg_temp.chance(v, 94) < 0.55 then 'BUY_SOMETHING'
        when pg_temp.chance(v, 94) < 0.65 then 'MINIMUM_SPEND' when pg_temp.chance(v, 94) < 0.8 then 'HIRE_PER_HOUR'
        else 'UNKNOWN' end as cost, pg_temp.chance(v, 95) < 0.6 as confirmed) as c

---
drop table seed_librarian, seed_group, seed_tweetup, seed_thread
