-- Who runs an appeal removes what nobody should read there. withdrawn_at alone says that its author took it back.
alter table appeal_suggestion add column removed boolean not null default false;
alter table appeal_suggestion add constraint appeal_suggestion_removed check (not removed or withdrawn_at is not null);
comment on column appeal_suggestion.removed is 'by who runs the appeal (marked_by), since withdrawn_at';
