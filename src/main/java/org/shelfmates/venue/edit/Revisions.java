package org.shelfmates.venue.edit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what revisions made of a venue, and what of it still is so. To be called inside a transaction that holds the venue's row. */
@Component
class Revisions {

    private static final Set<Fact> PRICE = EnumSet.of(Fact.COST, Fact.AMOUNT);
    private static final Set<Fact> MONEY = EnumSet.of(Fact.PLACE, Fact.COST, Fact.AMOUNT, Fact.DEPOSIT);

    private final JdbcClient jdbc;
    private final VenueRows rows;

    Revisions(JdbcClient jdbc, VenueRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A revision of a venue that may have been changed since.
     *
     * @param fields what it changed
     * @param before the venue's facts, all of them, when it was made
     * @param after the same as it left them
     * @param now the same as they are
     * @param currencies whether the venue had another currency at one of the three
     */
    record Revision(Kind kind, Set<Fact> fields, Facts before, Facts after, Facts now, boolean currencies) {

        /** With all that is one thing with a fact: a price is a model and an amount, and money is of its place's currency. */
        private Set<Fact> whole(Fact fact) {
            Set<Fact> whole = EnumSet.of(fact);
            if (PRICE.contains(fact)) {
                whole.addAll(PRICE);
            }
            if (currencies && MONEY.contains(fact)) {
                whole.addAll(MONEY);
            }
            return whole;
        }

        /** What it changed, with all that is one thing with it. */
        Set<Fact> whole() {
            Set<Fact> all = EnumSet.noneOf(Fact.class);
            fields.forEach(fact -> all.addAll(whole(fact)));
            return all;
        }

        /** Whether this and what is one thing with it are what the revision left. */
        boolean stands(Fact fact) {
            return whole(fact).stream().allMatch(same -> now.get(same).equals(after.get(same)));
        }

        /** The venue as it is, but these as they were before the revision. */
        Facts without(Set<Fact> some) {
            Map<Fact, String> was = new EnumMap<>(Fact.class);
            some.forEach(fact -> was.put(fact, before.get(fact)));
            return now.with(was);
        }
    }

    private record Row(Kind kind, List<Fact> fields, String[] before, String[] after) {

        Map<Fact, String> values(String[] values) {
            Map<Fact, String> all = new EnumMap<>(Fact.class);
            IntStream.range(0, values.length).forEach(i -> all.put(fields.get(i), values[i]));
            return all;
        }
    }

    /** @throws NotFoundException when the venue has no such revision */
    Revision read(Saved venue, long revision) {
        Row row = jdbc.sql("select kind, fields, before, after from venue_revision"
                        + " where id = :revision and venue_id = :venue")
                .param("revision", revision)
                .param("venue", venue.id())
                .query((found, n) -> new Row(
                        Kind.valueOf(found.getString("kind")),
                        Stream.of((String[]) found.getArray("fields").getArray())
                                .map(Fact::of)
                                .toList(),
                        (String[]) found.getArray("before").getArray(),
                        (String[]) found.getArray("after").getArray()))
                .optional()
                .orElseThrow(NotFoundException::new);
        Facts after = venue.facts().with(changedSince(venue.id(), revision)).with(row.values(row.after()));
        Facts before = after.with(row.values(row.before()));
        Set<Fact> fields = EnumSet.noneOf(Fact.class);
        fields.addAll(row.fields());
        return new Revision(
                row.kind(),
                fields,
                before,
                after,
                venue.facts(),
                currencies(Stream.of(before, after, venue.facts())) > 1);
    }

    /** What a revision left of the facts that later ones changed. */
    private Map<Fact, String> changedSince(long venue, long revision) {
        Map<Fact, String> left = new EnumMap<>(Fact.class);
        // the first revision of an old venue may have been written down after later ones
        jdbc.sql("select distinct on (c.field) c.field, c.before from venue_revision r,"
                        + " unnest(r.fields, r.before) as c (field, before)"
                        + " where r.venue_id = :venue and r.id > :revision and r.kind <> 'ADDED'"
                        + " order by c.field, r.id")
                .param("venue", venue)
                .param("revision", revision)
                .query(row -> {
                    left.put(Fact.of(row.getString("field")), row.getString("before"));
                });
        return left;
    }

    private long currencies(Stream<Facts> versions) {
        return versions.map(facts -> facts.get(Fact.PLACE))
                .filter(place -> !place.isEmpty())
                .distinct()
                .map(rows::currency)
                .distinct()
                .count();
    }
}
