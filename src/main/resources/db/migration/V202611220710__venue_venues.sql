-- What a space costs is an amount in the smallest unit of its currency (pence), by the model: for each person where something is to
-- be bought, in all where there is a minimum spend, for each hour where it is hired. What is not known is null, never false or free.
create table venue (
    id              bigint generated always as identity primary key,
    slug            text        not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name            text        not null check (length(name) between 1 and 120),
    kind            text        not null check (kind in ('LIBRARY_ROOM', 'CAFE', 'PUB', 'RESTAURANT', 'MUSEUM', 'COMMUNITY_ROOM',
                                                         'UNIVERSITY', 'PARK', 'ONLINE', 'OTHER')),
    place_id        bigint      not null references place,
    address         text        not null default '' check (length(address) <= 300),
    directions      text        not null default '' check (length(directions) <= 500),
    stop            text        not null default '' check (length(stop) <= 200),
    last_connection text        not null default '' check (length(last_connection) <= 200),
    cost            text        not null default 'UNKNOWN'
                    check (cost in ('UNKNOWN', 'FREE', 'BUY_SOMETHING', 'MINIMUM_SPEND', 'HIRE_PER_HOUR')),
    amount          integer     check (amount between 1 and 10000000),
    deposit         integer     check (deposit between 1 and 10000000),
    currency        text        not null check (currency ~ '^[A-Z]{3}$'),
    capacity        integer     check (capacity between 1 and 100000),
    circulate       boolean,
    noise           text        check (noise in ('QUIET', 'CHATTER', 'LOUD')),
    step_free       boolean,
    toilets         boolean,
    hearing_loop    boolean,
    child_friendly  boolean,
    wifi            boolean,
    power           boolean,
    hours           text        not null default '' check (length(hours) <= 300),
    booking         text        not null default '' check (length(booking) <= 500),
    website         text        not null default '' check (length(website) <= 300 and (website = '' or website ~ '^https?://[^\s]+$')),
    host_id         bigint      references librarian on delete set null,
    added_by        bigint      references librarian on delete set null,
    added_at        timestamptz not null,
    confirmed_by    bigint      references librarian on delete set null,
    confirmed_at    timestamptz,
    merged_into     bigint      references venue,
    version         integer     not null default 0,
    check (merged_into <> id),
    check (cost in ('BUY_SOMETHING', 'MINIMUM_SPEND', 'HIRE_PER_HOUR') or amount is null)
);
comment on column venue.host_id is 'who agreed to be asked for a room of their own library';
comment on column venue.merged_into is 'the venue that this one turned out to be: its address leads there, and it is in no list';
create index venue_place on venue (place_id) where merged_into is null;
create index venue_host on venue (host_id) where host_id is not null;
create index venue_added_by on venue (added_by);
create index venue_confirmed_by on venue (confirmed_by);
create index venue_merged_into on venue (merged_into) where merged_into is not null;
create index venue_name on venue using gin (lower(name) gin_trgm_ops);

create trigger announce_change after insert or update or delete or truncate on venue
    for each statement execute function announce_change();

-- the directory's venue that a tweetup is at, beside the words of tweetup.venue
alter table tweetup add column venue_id bigint references venue on delete set null;
create index tweetup_venue_id on tweetup (venue_id) where venue_id is not null;
