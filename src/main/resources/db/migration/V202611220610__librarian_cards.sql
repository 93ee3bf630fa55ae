alter table librarian
    add column pronouns text not null default '' check (length(pronouns) <= 40),
    add column stage text check (stage in ('STUDENT', 'NEW', 'ESTABLISHED', 'LEADING', 'BETWEEN', 'RETURNING', 'RETIRED')),
    add column languages text[] not null default '{}'
        check (cardinality(languages) <= 12 and array_to_string(languages, ',') ~ '^([a-z]{2}(,|$))*$'),
    add column offers text[] not null default '{}'
        check (offers <@ array['SPACE', 'HOSTING', 'LIFT', 'TALK', 'MENTORING']),
    add column looking_for text not null default '' check (length(looking_for) <= 300),
    add column links text[] not null default '{}' check (cardinality(links) <= 8
        and array_to_string(links, e'\n') ~ '^((BLOG|MASTODON|BLUESKY|LINKEDIN|ORCID|OTHER) https?://[^\s]+(\n|$))*$'),
    add column audience text[] not null default '{}' check (array_to_string(audience, ',') ~
        '^((WORK|ABOUT|PICTURE|INTERESTS|LINKS|OFFERS|LANGUAGES|STAGE|PRONOUNS) (MEMBERS|FOLLOWED|NOBODY)(,|$))*$');
comment on column librarian.languages is 'ISO 639-1';
comment on column librarian.links is 'each its kind and its address';
comment on column librarian.audience is 'each part of the card that is not for everyone, and for whom it is';
create index librarian_offers on librarian using gin (offers);

create function is_for_everyone(part text, audience text[]) returns boolean
    immutable parallel safe
    return not audience && array[part || ' MEMBERS', part || ' FOLLOWED', part || ' NOBODY'];

-- what is not for everyone cannot be found by its words, by nobody
alter table librarian alter column words set expression as (librarian_words(
    name,
    case when is_for_everyone('WORK', audience) then work else '' end,
    case when is_for_everyone('ABOUT', audience) then about else '' end,
    case when is_for_everyone('INTERESTS', audience) then interests else '{}' end));
