create table past_handle (
    id         bigint generated always as identity primary key,
    handle     text        not null,
    account_id bigint references account on delete set null,
    left_at    timestamptz not null
);
comment on table past_handle is 'handles that somebody had: their addresses lead on for ever, and nobody else gets them';
create index past_handle_handle on past_handle (handle);
create index past_handle_account on past_handle (account_id, left_at);

-- Afterwards: whoever takes a handle at the moment when it is left has waited for that by now, and sees it here.
create function keep_past_handles() returns trigger language plpgsql as $$
begin
    if exists (select from past_handle where handle = new.handle and account_id is distinct from new.id) then
        raise unique_violation using message = 'somebody else had this handle', constraint = 'past_handle';
    end if;
    return null;
end $$;
create trigger keep_past_handles after insert or update of handle on account
    for each row execute function keep_past_handles();
create trigger announce_change after insert or update or delete or truncate on past_handle
    for each statement execute function announce_change();
