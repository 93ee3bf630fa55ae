create table notice_reply (
    token_hash bytea primary key,
    notice_id  bigint not null references notice on delete cascade
);
comment on table notice_reply is 'addresses at which mails can be answered, and to which they bounce';
create index notice_reply_notice on notice_reply (notice_id);

create table inbound_mail (
    key      bytea primary key,
    taken_at timestamptz not null,
    refused  bytea
);
comment on table inbound_mail is 'mails that were taken from the mailbox: none is taken twice';
comment on column inbound_mail.key is 'the hash of whatever identifies it';
comment on column inbound_mail.refused is 'the hash of the address that was told that it was not taken, or null';
create index inbound_mail_taken on inbound_mail (taken_at);
create index inbound_mail_refused on inbound_mail (refused, taken_at) where refused is not null;
