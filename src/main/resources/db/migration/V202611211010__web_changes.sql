-- Every change of what a stranger's page may show announces itself, so that no instance serves a page kept from
-- before it (web.PublicPages). By trigger, so that no way of writing can forget it.
create function announce_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('changed', '');
    return null;
end $$;

do $$
declare
    shown text;
begin
    foreach shown in array array['place', 'account', 'librarian', 'city_group', 'membership', 'thread', 'comment',
        'tweetup', 'planner', 'rsvp']
    loop
        execute format('create trigger announce_change after insert or update or delete or truncate on %I
            for each statement execute function announce_change()', shown);
    end loop;
end $$;
