-- Comments of a thread are numbered in the order of their commits, so that "up to here" is one number. The number is given
-- by a trigger, so that no way of writing can forget it, the version before included; the thread's row stays locked from
-- then on until the commit.
alter table thread
    add column last_position integer not null default 0,
    add column last_at       timestamptz;
alter table comment add column position integer;
comment on column comment.position is '1, 2, 3 … within its thread, in the order of commits; given when it is inserted';

with numbered as (
    select id, thread_id, created_at, row_number() over (partition by thread_id order by created_at, id) as position
    from comment
), told as (
    update comment c set position = n.position from numbered n where n.id = c.id
)
update thread t set last_position = all_of.comments, last_at = all_of.last_at
from (select thread_id, count(*) as comments, max(created_at) as last_at from numbered group by thread_id) all_of
where all_of.thread_id = t.id;

create function give_position() returns trigger language plpgsql as $$
begin
    update thread
    set last_position = last_position + 1, last_at = greatest(last_at, new.created_at)
    where id = new.thread_id
    returning last_position into new.position;
    return new;
end $$;
create trigger give_position before insert on comment for each row execute function give_position();

alter table comment
    alter column position set not null,
    add constraint comment_position unique (thread_id, position);
