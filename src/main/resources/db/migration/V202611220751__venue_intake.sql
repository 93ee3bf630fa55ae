-- Where a venue came from that was brought in from a list: the list's own name for it finds it again.
create table venue_source (
    source   text        not null check (length(source) between 1 and 80),
    ref      text        not null check (length(ref) between 1 and 120),
    venue_id bigint      not null references venue on delete cascade,
    said     text        not null,
    taken_at timestamptz not null,
    primary key (source, ref)
);
comment on column venue_source.said is 'a hash of the line: what a list goes on saying does not undo what people corrected';
create index venue_source_venue on venue_source (venue_id);

-- A list between its check and its import: what is imported is what was checked.
create table venue_list (
    sha256      text        primary key,
    source      text        not null check (length(source) between 1 and 80),
    content     bytea       not null,
    uploaded_by bigint references librarian on delete set null,
    uploaded_at timestamptz not null
);
create index venue_list_uploaded_by on venue_list (uploaded_by);
create index venue_list_uploaded_at on venue_list (uploaded_at);
