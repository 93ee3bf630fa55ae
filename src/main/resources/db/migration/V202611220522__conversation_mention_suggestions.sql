-- for suggestions after "@ge": the order of bytes, in which all that begins alike stands together
create index account_handle_prefix on account (handle collate "C");
create index librarian_name_prefix on librarian ((lower(name) collate "C"));
