-- Populated places and their names. The rows come with the next migration (place.V202611210901__place_gazetteer_rows).

create extension if not exists cube;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- Where a place is: a point on a sphere of the earth's mean radius, in kilometres from its centre. A cube so that
-- GiST answers "within" and "nearest" from an index; its distance operator <-> gives the straight line (the chord).
create function earth_position(latitude double precision, longitude double precision) returns cube
    immutable strict parallel safe
    return cube(array[
        6371.0088 * cos(radians(latitude)) * cos(radians(longitude)),
        6371.0088 * cos(radians(latitude)) * sin(radians(longitude)),
        6371.0088 * sin(radians(latitude))]);

-- The chord that belongs to a great-circle distance, both in kilometres, and back.
create function chord_of(kilometres double precision) returns double precision
    immutable strict parallel safe
    return 2 * 6371.0088 * sin(least(kilometres, 20015) / (2 * 6371.0088));

create function kilometres_of(chord double precision) returns double precision
    immutable strict parallel safe
    return 2 * 6371.0088 * asin(least(1, chord / (2 * 6371.0088)));

create table place (
    id         bigint primary key,
    name       text             not null check (name <> ''),
    slug       text             not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    country    text             not null check (country ~ '^[A-Z]{2}$'),
    area       text             not null,
    district   text             not null,
    latitude   double precision not null check (latitude between -90 and 90),
    longitude  double precision not null check (longitude between -180 and 180),
    population integer          not null check (population >= 0),
    zone       text             not null,
    position   cube             not null
);
comment on column place.id is 'GeoNames id';
comment on column place.area is 'first-level area such as Wales, may be empty';
comment on column place.district is 'second-level area such as Gwynedd, may be empty';

create table place_name (
    place_id   bigint  not null,
    key        text    not null,
    main       boolean not null,
    population integer not null
);
comment on column place_name.key is 'place.SearchKey of one of its names; main tells its own name from the others';
