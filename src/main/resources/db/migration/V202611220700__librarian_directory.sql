-- Cells of the Earth: cubes of 50 to 1,000 km, each a number of its size and of its corner as earth_position counts. A circle is
-- within eight cells that are as wide as itself, so an index of lists finds who lives around it together with what else is asked.
create function earth_cell(size integer, x double precision, y double precision, z double precision) returns bigint
    immutable strict parallel safe
    return size * 1000000000::bigint
        + (floor(x / size) + 500)::bigint * 1000000 + (floor(y / size) + 500)::bigint * 1000 + (floor(z / size) + 500)::bigint;

create function earth_cells(at cube) returns bigint[]
    immutable strict parallel safe
    return array(
        select earth_cell(size, cube_ll_coord(at, 1), cube_ll_coord(at, 2), cube_ll_coord(at, 3))
        from unnest(array[50, 100, 200, 500, 1000]) as size);

-- for chords of up to 500 km
create function earth_cells_around(at cube, chord double precision) returns bigint[]
    immutable strict parallel safe
    return array(
        select distinct earth_cell(size, x, y, z)
        from (select min(size) as size from unnest(array[50, 100, 200, 500, 1000]) as size where size >= 2 * chord) s,
            unnest(array[cube_ll_coord(at, 1) - chord, cube_ll_coord(at, 1) + chord]) as x,
            unnest(array[cube_ll_coord(at, 2) - chord, cube_ll_coord(at, 2) + chord]) as y,
            unnest(array[cube_ll_coord(at, 3) - chord, cube_ll_coord(at, 3) + chord]) as z);

alter table librarian add column cells bigint[] not null default '{}';
comment on column librarian.cells is 'the cells of the Earth that the home place is in: earth_cells; kept by a trigger';

create function keep_librarian_cells() returns trigger language plpgsql as $$
begin
    new.cells := earth_cells((select position from place where id = new.place_id));
    return new;
end $$;

create trigger keep_cells before insert or update of place_id on librarian
    for each row execute function keep_librarian_cells();

drop index librarian_sectors;
drop index librarian_interests;
drop index librarian_offers;
drop index librarian_words;

-- nothing that the other triggers tell of changes
alter table librarian disable trigger user;
update librarian l set cells = earth_cells(p.position) from place p where p.id = l.place_id;
alter table librarian enable trigger user;

-- one index for all that is asked of people: what fits several conditions is found within it, and not by bitmaps of tens of
-- thousands each
create index librarian_directory on librarian using gin (sectors, interests, offers, words, cells);

-- who lives around a place is asked for sectors and interests without the rows themselves
create index librarian_around on librarian (place_id, id) include (sectors, interests, audience, hidden);
drop index librarian_place;
