create table city_group (
    id          bigint generated always as identity primary key,
    slug        text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name        text        not null check (length(name) between 1 and 80),
    description text        not null default '' check (length(description) <= 4000),
    place_id    bigint      not null references place,
    radius_km   integer     not null check (radius_km between 1 and 500),
    members     integer     not null default 0 check (members >= 0),
    created_at  timestamptz not null,
    version     integer     not null default 0
);
comment on column city_group.members is 'how many memberships there are; kept by group.Memberships under the row''s lock';
create index city_group_place on city_group (place_id);

create table membership (
    group_id     bigint      not null references city_group on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    organiser    boolean     not null default false,
    joined_at    timestamptz not null,
    primary key (group_id, librarian_id)
);
create index membership_librarian on membership (librarian_id);
create index membership_joined on membership (group_id, organiser desc, joined_at, librarian_id);
