alter table tweetup add column dated_at timestamptz;
comment on column tweetup.dated_at is 'when the present date was set; null where it was when the tweetup was made';

create table tweetup_told (
    tweetup_id bigint      not null references tweetup on delete cascade,
    what       text        not null check (what in ('48_HOURS', '3_HOURS', 'HAPPENED')),
    starts_at  timestamptz not null,
    primary key (tweetup_id, what, starts_at)
);
comment on table tweetup_told is 'what has been told at its time, once; another date is told anew';
create index tweetup_ending on tweetup (ends_at) where state = 'SCHEDULED';

-- db-scheduler's one table: what runs next, and which instance runs it
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
