-- A tweetup's conversation is in the ledgers of its planners and of who comes or may come, from when there is one. By
-- trigger, so that no way of planning or answering can forget it. A guest counts when the address is confirmed.
create function planner_concerned() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        update subscription s set host = false from thread t
        where t.subject = 'tweetup:' || old.tweetup_id and s.thread_id = t.id and s.librarian_id = old.librarian_id;
    else
        perform subscribe('tweetup:' || new.tweetup_id, new.librarian_id, null);
        update subscription s set host = true from thread t
        where t.subject = 'tweetup:' || new.tweetup_id and s.thread_id = t.id and s.librarian_id = new.librarian_id;
    end if;
    return null;
end $$;
create trigger planner_concerned after insert or delete on planner for each row execute function planner_concerned();

create function rsvp_concerned() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.guest_id is not null and new.librarian_id is not null then -- claimed: as it was read
        update subscription s set librarian_id = new.librarian_id, guest_id = null from thread t
        where t.subject = 'tweetup:' || new.tweetup_id and s.thread_id = t.id and s.guest_id = old.guest_id
            and not exists (
                select from subscription o where o.thread_id = t.id and o.librarian_id = new.librarian_id);
    end if;
    perform subscribe('tweetup:' || new.tweetup_id, new.librarian_id, new.guest_id);
    return null;
end $$;
create trigger rsvp_concerned after insert on rsvp for each row
    when (new.answer <> 'NOT_GOING' and new.held_until is null) execute function rsvp_concerned();
create trigger rsvp_concerned_later after update on rsvp for each row
    when (new.answer <> 'NOT_GOING' and new.held_until is null and (old.answer, old.held_until, old.librarian_id, old.guest_id)
        is distinct from (new.answer, new.held_until, new.librarian_id, new.guest_id)) execute function rsvp_concerned();

-- It waits for who is answering or changing the planners at this moment, and they for it, as all of them lock the tweetup.
create function thread_concerns() returns trigger language plpgsql as $$
declare
    of_tweetup constant bigint := split_part(new.subject, ':', 2);
begin
    perform from tweetup where id = of_tweetup for share;
    insert into subscription (thread_id, librarian_id, guest_id, host)
    select new.id, librarian_id, null, true from planner where tweetup_id = of_tweetup
    union all
    select new.id, r.librarian_id, r.guest_id, false from rsvp r
    where r.tweetup_id = of_tweetup and r.answer <> 'NOT_GOING' and r.held_until is null
        and not exists (select from planner p where p.tweetup_id = of_tweetup and p.librarian_id = r.librarian_id);
    return null;
end $$;
create trigger thread_concerns after insert on thread for each row
    when (new.subject like 'tweetup:%') execute function thread_concerns();

-- thousands at once, and each of them once: for the threads that there are
insert into subscription (thread_id, librarian_id, guest_id, looked)
select t.id, c.librarian_id, c.guest_id, int4multirange(int4range(1, t.last_position + 1))
from thread t join (
    select tweetup_id, librarian_id, null::bigint as guest_id from planner
    union
    select tweetup_id, librarian_id, guest_id from rsvp where answer <> 'NOT_GOING' and held_until is null) c
    on t.subject = 'tweetup:' || c.tweetup_id
on conflict do nothing;
update subscription s set host = true
from planner p join thread t on t.subject = 'tweetup:' || p.tweetup_id
where s.thread_id = t.id and s.librarian_id = p.librarian_id;
