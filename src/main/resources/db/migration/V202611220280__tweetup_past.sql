-- What is over or cancelled, latest first: without it each page sorts them all.
create index tweetup_past on tweetup (starts_at desc, id desc)
    where state in ('SCHEDULED', 'CANCELLED') and starts_at is not null;
