create table series (
    id         bigint generated always as identity primary key,
    rule       text        not null check (
        rule ~ '^FREQ=(WEEKLY;INTERVAL=[1-4];BYDAY=|MONTHLY;BYDAY=([1-4]|-1))(MO|TU|WE|TH|FR|SA|SU)$'),
    first_date date        not null,
    until      date        not null check (until >= first_date),
    start_time time        not null,
    lasts      integer     not null check (lasts between 1 and 1209600),
    zone       text        not null,
    created_by bigint references librarian on delete set null,
    created_at timestamptz not null,
    version    integer     not null default 0
);
comment on table series is 'tweetups that repeat; each date is a tweetup of its own';
comment on column series.rule is 'RRULE of RFC 5545, which counts from first_date';
comment on column series.lasts is 'seconds';
create index series_creator on series (created_by);
create trigger announce_change after insert or update or delete or truncate on series
    for each statement execute function announce_change();

-- deferrable: a whole series moves by a week, and each takes the date of the next
alter table tweetup
    add column series_id   bigint references series on delete set null,
    add column series_date date,
    add constraint tweetup_series_date unique (series_id, series_date) deferrable initially deferred,
    add constraint tweetup_dated_in_series check (series_id is null or series_date is not null);
comment on column tweetup.series_date is 'the day that the rule gives it, wherever it was moved since';
