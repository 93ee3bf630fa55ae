package org.shelfmates.venue.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.venue.Cost;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes venues as facts, and writes down each change. To be called inside a transaction. */
@Component
class VenueRows {

    private static final int LONGEST_SLUG = 80;

    private static final String SET = Arrays.stream(Fact.values())
            .map(fact -> fact.column() + " = " + fact.sql())
            .collect(Collectors.joining(", ", "slug = :slug, currency = :currency, ", ""));

    private static final String INSERT = "insert into venue (slug, currency, "
            + Arrays.stream(Fact.values()).map(Fact::column).collect(Collectors.joining(", "))
            + ", added_by, added_at) values (:slug, :currency, "
            + Arrays.stream(Fact.values()).map(Fact::sql).collect(Collectors.joining(", "))
            + ", :by, :now) returning id";

    private final JdbcClient jdbc;
    private final Places places;
    private final Clock clock;

    VenueRows(JdbcClient jdbc, Places places, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.clock = clock;
    }

    /** What a revision is of. */
    enum Kind {
        /** The first one of every venue: the database writes it, whatever adds the venue. */
        ADDED,
        EDITED,
        UNDONE,
        MERGED,
        PARTED
    }

    /** @param mergedInto null for one that stands for itself */
    record Saved(
            long id, String slug, int version, @Nullable Long mergedInto, Facts facts) {

        String path() {
            return VenueCard.pathOf(id, slug);
        }

        /** @throws MovedException when it turned out to be another, see {@code /venues/{id}} */
        Saved standing() {
            if (mergedInto != null) {
                throw new MovedException("/venues/" + mergedInto);
            }
            return this;
        }
    }

    private static Saved saved(ResultSet row) throws SQLException {
        return new Saved(
                row.getLong("id"),
                row.getString("slug"),
                row.getInt("version"),
                (Long) row.getObject("merged_into"),
                Facts.read(row));
    }

    Saved read(long id) {
        return jdbc.sql("select * from venue where id = :id")
                .param("id", id)
                .query((row, n) -> saved(row))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** Holds the rows of venues: in the order of their ids, so that nobody waits in a circle. */
    Map<Long, Saved> lock(Collection<Long> ids) {
        Map<Long, Saved> locked = new LinkedHashMap<>();
        jdbc.sql("select * from venue where id in (:ids) order by id for update")
                .param("ids", ids)
                .query((row, n) -> saved(row))
                .list()
                .forEach(venue -> locked.put(venue.id(), venue));
        return locked;
    }

    /** @throws NotFoundException when there is none */
    Saved lock(long id) {
        return lock(List.of(id)).values().stream().findFirst().orElseThrow(NotFoundException::new);
    }

    /** @return its id */
    long insert(Facts facts, Place place, long librarian) {
        return bind(jdbc.sql(INSERT), facts, place)
                .param("by", librarian)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Writes another version, with a revision that says what is different; nothing where nothing is. */
    void change(Saved before, Facts after, Kind kind, long librarian) {
        List<Fact> changed = before.facts().differences(after);
        if (!changed.isEmpty()) {
            write(before, after);
            record(before.id(), kind, changed, before.facts(), after, librarian);
        }
    }

    /** Writes another version, of which the caller makes the revision. */
    void write(Saved before, Facts after) {
        Place place = places.byId(Long.parseLong(after.get(Fact.PLACE))).orElseThrow();
        bind(jdbc.sql("update venue set " + SET + ", version = version + 1 where id = :id"), after, place)
                .param("id", before.id())
                .update();
    }

    /** The currency that money is of at a place, by its id. */
    Currency currency(String place) {
        return Cost.currencyOf(places.byId(Long.parseLong(place)).orElseThrow().country());
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Facts facts, Place place) {
        Currency currency = Cost.currencyOf(place.country());
        String slug = Slug.ascii(facts.get(Fact.NAME), LONGEST_SLUG);
        statement.param("slug", slug.isEmpty() ? "venue" : slug).param("currency", currency.getCurrencyCode());
        for (Fact fact : Fact.values()) {
            statement.param(fact.field(), facts.parameter(fact, currency));
        }
        return statement;
    }

    /** @return the id of the revision */
    long record(long venue, Kind kind, List<Fact> changed, Facts before, Facts after, long librarian) {
        return jdbc.sql("insert into venue_revision (venue_id, kind, made_by, made_at, fields, before, after) values"
                        + " (:venue, :kind, :by, :now, :fields, :before, :after) returning id")
                .param("venue", venue)
                .param("kind", kind.name())
                .param("by", librarian)
                .param("now", Timestamp.from(clock.instant()))
                .param("fields", changed.stream().map(Fact::field).toArray(String[]::new))
                .param("before", changed.stream().map(before::get).toArray(String[]::new))
                .param("after", changed.stream().map(after::get).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The names of the places that facts name, by their ids. */
    Map<String, String> placeNames(Stream<String> ids) {
        Long[] numbers =
                ids.filter(id -> !id.isEmpty()).distinct().map(Long::valueOf).toArray(Long[]::new);
        Map<String, String> names = new LinkedHashMap<>();
        // also for none: a page sends as many statements whatever is on it
        jdbc.sql("select id, name from place where id = any(:ids)")
                .param("ids", numbers)
                .query(row -> {
                    names.put(row.getString("id"), row.getString("name"));
                });
        return names;
    }

    /** What two versions do not agree on, in words. */
    List<Difference> differences(Facts one, Facts other) {
        return Difference.between(one, other, placeNames(Stream.of(one.get(Fact.PLACE), other.get(Fact.PLACE))));
    }
}
