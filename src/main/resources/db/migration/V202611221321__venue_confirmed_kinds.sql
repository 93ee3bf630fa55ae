-- of a kind that is rare, those anywhere that were confirmed last
create index venue_confirmed_kind on venue (kind, (coalesce(confirmed_at, timestamptz '1970-01-01 00:00Z')), id) where merged_into is null;
