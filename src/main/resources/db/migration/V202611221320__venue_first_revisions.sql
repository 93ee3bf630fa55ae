-- Every venue has a first revision, whatever adds it: the form, an appeal's answer, a list, the demo. Facts are as venue.edit.Fact has them:
-- strings, empty for what nobody knows, money with as many digits as its currency has.
create function venue_fields() returns text[] language sql immutable as $$
    select array['name', 'kind', 'place', 'address', 'directions', 'stop', 'lastConnection', 'cost', 'amount', 'deposit', 'capacity',
        'stepFree', 'toilets', 'hearingLoop', 'childFriendly', 'circulate', 'noise', 'wifi', 'power', 'hours', 'booking', 'website']
$$;

create function venue_money(smallest integer, currency text) returns text language sql immutable as $$
    select case when currency in ('BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF',
            'XOF', 'XPF') then smallest::text
        when currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then round(smallest / 1000.0, 3)::text
        else round(smallest / 100.0, 2)::text end
$$;

create function venue_flag(known boolean) returns text language sql immutable as $$
    select case known when true then 'yes' when false then 'no' end
$$;

create function venue_facts(v venue) returns text[] language sql stable as $$
    select array[v.name, v.kind, v.place_id::text, v.address, v.directions, v.stop, v.last_connection, nullif(v.cost, 'UNKNOWN'),
        venue_money(v.amount, v.currency), venue_money(v.deposit, v.currency), v.capacity::text, venue_flag(v.step_free),
        venue_flag(v.toilets), venue_flag(v.hearing_loop), venue_flag(v.child_friendly), venue_flag(v.circulate), v.noise,
        venue_flag(v.wifi), venue_flag(v.power), v.hours, v.booking, v.website]
$$;

create function record_first_revision() returns trigger language plpgsql as $$
begin
    insert into venue_revision (venue_id, kind, made_by, made_at, fields, before, after)
    select v.id, 'ADDED', v.added_by, v.added_at, f.fields, array_fill(''::text, array[cardinality(f.fields)]), f.after
    from added join venue v on v.id = added.id cross join lateral (
        select array_agg(field order by nth) as fields, array_agg(fact order by nth) as after
        from unnest(venue_fields(), venue_facts(v)) with ordinality as u (field, fact, nth) where fact <> '') f
    order by v.id;
    return null;
end $$;
create trigger first_revision after insert on venue referencing new table as added
    for each statement execute function record_first_revision();

-- those that were added without: as they are, or were before they were changed for the first time
insert into venue_revision (venue_id, kind, made_by, made_at, fields, before, after)
select v.id, 'ADDED', v.added_by, v.added_at, f.fields, array_fill(''::text, array[cardinality(f.fields)]), f.after
from venue v cross join lateral (
    select array_agg(u.field order by u.nth) as fields, array_agg(coalesce(c.before, u.fact) order by u.nth) as after
    from unnest(venue_fields(), venue_facts(v)) with ordinality as u (field, fact, nth)
    left join (
        select distinct on (changed.field) changed.field, changed.before
        from venue_revision r, unnest(r.fields, r.before) as changed (field, before)
        where r.venue_id = v.id order by changed.field, r.id) c on c.field = u.field
    where coalesce(c.before, u.fact) <> '') f
where not exists (select from venue_revision r where r.venue_id = v.id and r.kind = 'ADDED')
order by v.id;
