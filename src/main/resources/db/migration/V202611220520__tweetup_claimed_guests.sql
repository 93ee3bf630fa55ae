alter table guest add column claimed_by bigint references librarian on delete set null;
comment on column guest.claimed_by is 'the account that took over what this guest did, and gets what else is confirmed by this address';
create index guest_claimed_by on guest (claimed_by) where claimed_by is not null;
