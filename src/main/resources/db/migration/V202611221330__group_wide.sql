-- Groups that reach far are found wherever their circle reaches, however many are nearer: by the cube around the circle.
create index city_group_wide on city_group using gist (position, cube_enlarge(position, chord_of(radius_km), 3))
    where radius_km > 50;
