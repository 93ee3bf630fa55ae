create table programme (
    id           bigint generated always as identity primary key,
    slug         text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and slug <> 'new'),
    name         text        not null check (length(name) between 1 and 120),
    description  text        not null default '' check (length(description) <= 10000),
    organiser_id bigint references librarian on delete set null,
    created_at   timestamptz not null,
    version      integer     not null default 0
);
comment on table programme is 'cohorts such as cpd23';
comment on column programme.organiser_id is 'who may edit it; nobody any more when they are gone';
create unique index programme_name on programme (lower(name));
create index programme_organiser on programme (organiser_id);

create table thing (
    id           bigint generated always as identity primary key,
    programme_id bigint  not null references programme on delete cascade,
    position     integer not null check (position between 1 and 100),
    title        text    not null check (length(title) between 1 and 200),
    link         text    not null default '' check (length(link) <= 500 and (link = '' or link ~* '^https?://')),
    unique (programme_id, position)
);
comment on table thing is 'the tasks of a programme';

create table programme_member (
    programme_id bigint      not null references programme on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    shown        boolean     not null default false,
    joined_at    timestamptz not null,
    primary key (programme_id, librarian_id)
);
comment on column programme_member.shown is 'whether other members may know that they are one';
create index programme_member_librarian on programme_member (librarian_id, programme_id);

create table thing_done (
    thing_id     bigint      not null references thing on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    done_at      timestamptz not null,
    primary key (thing_id, librarian_id)
);
comment on table thing_done is 'what members ticked off: for their own eyes';
create index thing_done_librarian on thing_done (librarian_id);

do $$
declare
    seen text;
begin
    foreach seen in array array['programme', 'thing', 'programme_member']
    loop
        execute format('create trigger announce_change after insert or update or delete or truncate on %I
            for each statement execute function announce_change()', seen);
    end loop;
end $$;
