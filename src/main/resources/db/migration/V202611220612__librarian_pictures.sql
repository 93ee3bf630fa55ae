alter table librarian add column picture_id bigint references picture on delete set null;
create index librarian_picture on librarian (picture_id) where picture_id is not null;

-- a picture that a card shows no more is not to be had by its old address either
create function forget_librarian_picture() returns trigger language plpgsql as $$
begin
    if old.picture_id is not null and (tg_op = 'DELETE' or new.picture_id is distinct from old.picture_id) then
        delete from picture where id = old.picture_id;
    end if;
    return null;
end $$;
create trigger forget_picture after delete or update of picture_id on librarian
    for each row execute function forget_librarian_picture();
