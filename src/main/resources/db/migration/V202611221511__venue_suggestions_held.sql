-- What a guest never confirmed is forgotten, looked for every few seconds.
create index appeal_suggestion_held on appeal_suggestion (suggested_at) where stands_at is null;
