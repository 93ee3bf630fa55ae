alter table notice_link add column made_at timestamptz not null default now();
create index notice_link_old on notice_link (made_at);
alter table release_link add column made_at timestamptz not null default now();
create index release_link_old on release_link (made_at);
create index digest_link_old on digest_link (made_at);

create index notice_old on notice (created_at) where mail <> 'DUE';

create index guest_comment_unconfirmed on guest_comment (asked_at) where used_at is null;
