-- Whether a merge gave the venue that was kept who is asked for it: taking it back takes only that. Of earlier ones nobody knows; they
-- did as a rule.
alter table venue_merge add column host_given boolean not null default true;
comment on column venue_merge.host_given is 'whether who is asked for the one that went came along';
