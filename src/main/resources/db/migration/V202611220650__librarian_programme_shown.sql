-- members who may be seen are few of many: the directory and the suggestions read them alone
create index programme_member_shown on programme_member (programme_id, librarian_id) where shown;
