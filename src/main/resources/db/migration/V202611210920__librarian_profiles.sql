-- What words are searched by: any language, no accents.
create text search configuration words (copy = simple);
alter text search configuration words alter mapping for asciiword, word, hword, hword_part, hword_asciipart, asciihword
    with unaccent, simple;

create function librarian_words(name text, work text, about text, interests text[]) returns tsvector
    immutable parallel safe
    return setweight(to_tsvector('words', name), 'A')
        || setweight(to_tsvector('words', array_to_string(interests, ' ')), 'B')
        || to_tsvector('words', work || ' ' || about);

create table librarian (
    id        bigint primary key references account on delete cascade,
    name      text        not null check (length(name) between 1 and 80),
    place_id  bigint      not null references place,
    work      text        not null default '' check (length(work) <= 160),
    about     text        not null default '' check (length(about) <= 4000),
    sectors   text[]      not null default '{}' check (sectors <@ array['PUBLIC', 'ACADEMIC', 'SCHOOL', 'HEALTH', 'LAW',
        'GOVERNMENT', 'CORPORATE', 'NATIONAL', 'ARCHIVE', 'MUSEUM', 'INDEPENDENT', 'STUDENT', 'OTHER']),
    interests text[]      not null default '{}' check (cardinality(interests) <= 12),
    joined_at timestamptz not null,
    version   integer     not null default 0,
    words     tsvector    not null generated always as (librarian_words(name, work, about, interests)) stored
);
create index librarian_place on librarian (place_id, id);
create index librarian_words on librarian using gin (words);
create index librarian_interests on librarian using gin (interests);
