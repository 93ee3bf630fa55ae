create table occasion (
    id         bigint generated always as identity primary key,
    slug       text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name       text        not null check (length(name) between 1 and 120),
    first_day  date        not null,
    last_day   date        not null,
    place_id   bigint      not null references place,
    link       text        not null default '' check (length(link) <= 500 and (link = '' or link ~* '^https?://')),
    words      text        not null default '' check (length(words) <= 4000),
    made_by    bigint references librarian on delete set null,
    created_at timestamptz not null,
    version    integer     not null default 0,
    check (last_day >= first_day)
);
comment on table occasion is 'festivals and conferences that tweetups hang on';
comment on column occasion.made_by is 'who may edit it; nobody any more when they are gone';
create unique index occasion_once_a_year on occasion (place_id, lower(name), extract(year from first_day));
create index occasion_days on occasion (last_day, first_day);
create index occasion_maker on occasion (made_by);

create table presence (
    occasion_id  bigint      not null references occasion on delete cascade,
    librarian_id bigint      not null references librarian on delete cascade,
    since        timestamptz not null,
    primary key (occasion_id, librarian_id)
);
comment on table presence is 'who said that they will be at an occasion, with or without a tweetup';
create index presence_librarian on presence (librarian_id);

alter table tweetup
    add column occasion_id bigint references occasion on delete set null,
    add column free        boolean not null default false,
    add column step_free   boolean not null default false;
create index tweetup_occasion on tweetup (occasion_id, starts_at) where occasion_id is not null;
create index tweetup_planned on tweetup (id) where state in ('IDEA', 'POLLING');

create trigger announce_change after insert or update or delete or truncate on occasion
    for each statement execute function announce_change();
create trigger announce_change after insert or update or delete or truncate on presence
    for each statement execute function announce_change();
