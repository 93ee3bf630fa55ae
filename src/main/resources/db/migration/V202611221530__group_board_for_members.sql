-- What was written while a group was not open to everybody stays among its members, however open it becomes: a post, and with it
-- all that is said about it, from the first word that members alone could read. By triggers, so that no way of writing forgets it.
alter table board_post add column for_members boolean not null default false;
comment on column board_post.for_members is 'whether something of it was written for members alone; kept by triggers';
update board_post b set for_members = true from city_group g where g.id = b.group_id and g.admission <> 'OPEN';

create function board_post_for_members() returns trigger language plpgsql as $$
begin
    new.for_members := new.for_members or (select admission <> 'OPEN' from city_group where id = new.group_id);
    return new;
end $$;
create trigger board_post_for_members before insert or update of title, body, active_at on board_post
    for each row execute function board_post_for_members();

-- whatever is said about a post makes it active (board_post_active); what is said anew does not
create function board_answer_for_members() returns trigger language plpgsql as $$
begin
    update board_post b set for_members = true
    from thread t, city_group g
    where t.id = new.thread_id and t.subject like 'board:%' and b.id = split_part(t.subject, ':', 2)::bigint
        and g.id = b.group_id and g.admission <> 'OPEN' and not b.for_members;
    return null;
end $$;
create trigger board_answer_for_members after update of body on comment for each row
    when (new.body <> '' and new.body <> old.body) execute function board_answer_for_members();
