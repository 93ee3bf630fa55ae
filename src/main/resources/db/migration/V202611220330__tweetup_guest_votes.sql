create index poll_due on poll (closes_at) where closed_at is null;
comment on column poll.closes_at is 'takes no answers afterwards: the clock says so, closed_at follows within a minute';

create table ballot (
    id       bigint generated always as identity primary key,
    poll_id  bigint      not null references poll on delete cascade,
    guest_id bigint      not null references guest on delete cascade,
    name     text        not null check (length(name) between 1 and 80),
    options  bigint[]    not null,
    answers  text[]      not null check (answers <@ '{YES,IF_NEED_BE,NO}'),
    language text        not null,
    asked_at timestamptz not null,
    used_at  timestamptz,
    check (cardinality(options) between 1 and 20 and cardinality(options) = cardinality(answers))
);
comment on table ballot is 'what a guest answered to a poll, until the link in the mail says that it was really them';
create index ballot_poll on ballot (poll_id);
create index ballot_guest on ballot (guest_id);

create table ballot_link (
    token_hash bytea primary key,
    ballot_id  bigint references ballot on delete cascade,
    tweetup_id bigint references tweetup on delete cascade,
    guest_id   bigint references guest on delete cascade,
    expires_at timestamptz,
    check (ballot_id is not null and num_nonnulls(tweetup_id, guest_id) = 0
        or ballot_id is null and num_nonnulls(tweetup_id, guest_id) = 2)
);
comment on table ballot_link is 'links in mails to guests: to confirm a ballot, once and for 48 hours, or to manage all that a guest answers to the polls of a tweetup, ever after';
create index ballot_link_ballot on ballot_link (ballot_id);
create index ballot_link_tweetup on ballot_link (tweetup_id);
create index ballot_link_guest on ballot_link (guest_id);
