-- What is coming, soonest first: with the end in the index, what has begun and is over is passed over without reading it.
create index tweetup_ahead on tweetup (starts_at, id, ends_at) where state = 'SCHEDULED';
drop index tweetup_coming;
