-- Where a group is, beside the group: the nearest of them are then read from an index of groups, not looked for among all
-- places. The trigger keeps it, so that a version that does not know the column writes it as well.
alter table city_group add column position cube;
update city_group g set position = p.position from place p where p.id = g.place_id;
alter table city_group alter column position set not null;

create function city_group_position() returns trigger language plpgsql as $$
begin
    new.position := (select position from place where id = new.place_id);
    return new;
end
$$;
create trigger city_group_position before insert or update of place_id on city_group
    for each row execute function city_group_position();

create index city_group_near on city_group using gist (position);
