alter table poll add column closing_told_at timestamptz;
comment on column poll.closing_told_at is 'when people were told that it closes soon';
-- of those that close within a day now nobody is told late, because a new version begins
update poll set closing_told_at = now() where closed_at is null and closes_at <= now() + interval '1 day';
