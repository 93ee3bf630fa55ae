-- What was changed of a venue, field by field: before[i] became after[i] of fields[i], each as the form has it. A merge is a revision of the
-- venue that was kept; what it moved stands beside, so that it can be taken back.
create table venue_revision (
    id       bigint generated always as identity primary key,
    venue_id bigint      not null references venue,
    kind     text        not null check (kind in ('ADDED', 'EDITED', 'UNDONE', 'MERGED', 'PARTED')),
    made_by  bigint      references librarian on delete set null,
    made_at  timestamptz not null,
    fields   text[]      not null default '{}',
    before   text[]      not null default '{}',
    after    text[]      not null default '{}',
    check (cardinality(fields) = cardinality(before) and cardinality(fields) = cardinality(after))
);
create index venue_revision_venue on venue_revision (venue_id, id);
create index venue_revision_maker on venue_revision (made_by);

create table venue_merge (
    revision_id bigint primary key references venue_revision,
    merged_id   bigint      not null references venue,
    kept_id     bigint      not null references venue,
    tweetups    bigint[]    not null,
    earlier     bigint[]    not null,
    merged_at   timestamptz not null,
    parted_at   timestamptz
);
comment on column venue_merge.tweetups is 'the tweetups that were moved to the venue that was kept';
comment on column venue_merge.earlier is 'the venues that had been merged into the one that went';
create index venue_merge_merged on venue_merge (merged_id);
create index venue_merge_kept on venue_merge (kept_id);

create trigger announce_change after insert or update or delete or truncate on venue_revision
    for each statement execute function announce_change();
create trigger announce_change after insert or update or delete or truncate on venue_merge
    for each statement execute function announce_change();
