package org.shelfmates.librarian;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is found in the directory, by sector, interest and place: all of it by one statement. */
@Service
class Facets {

    private final JdbcClient jdbc;

    Facets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String what, String word, int n, String slug, String country, double latitude, double longitude) {}

    /** @param people how many of them have it */
    public record Facet(String word, int people) {}

    /**
     * @param people how many fit
     * @param more whether only some of all people were looked at, the nearest or the newest, so that all figures are at least
     * @param sectors the most frequent first; so are the others
     * @param interests the ten most frequent
     * @param places the sixty where most live
     */
    public record Counts(
            int people, boolean more, List<Facet> sectors, List<Facet> interests, List<Directory.Inhabited> places) {

        /** So many people are looked at, at most. */
        public static final int LOOKED_AT = DirectorySql.LOOKED_AT;

        static final Counts NONE = new Counts(0, false, List.of(), List.of(), List.of());

        /** How many fit at least, where so many are on a page. */
        public int atLeast(int shown) {
            return Math.max(people, shown);
        }
    }

    /** @param few as {@link Directory#few} says */
    @Transactional(readOnly = true)
    Counts of(DirectoryFilter filter, Long @Nullable [] few, @Nullable Long viewer) {
        List<Row> rows = DirectorySql.bind(jdbc.sql(DirectorySql.facets(filter, few != null)), filter, viewer)
                .param("few", few)
                .query(Row.class)
                .list();
        return new Counts(
                Math.min(with("ALL", rows).mapToInt(Row::n).sum(), DirectorySql.LOOKED_AT),
                few == null && with("LOOKED", rows).mapToInt(Row::n).sum() > DirectorySql.LOOKED_AT,
                with("SECTOR", rows).map(row -> new Facet(row.word(), row.n())).toList(),
                with("INTEREST", rows)
                        .map(row -> new Facet(row.word(), row.n()))
                        .toList(),
                with("PLACE", rows)
                        .map(row -> new Directory.Inhabited(
                                row.word(),
                                Place.pathOf(row.country(), row.slug()),
                                new Coordinates(row.latitude(), row.longitude()),
                                row.n()))
                        .toList());
    }

    private static Stream<Row> with(String what, List<Row> rows) {
        return rows.stream().filter(row -> row.what().equals(what));
    }
}
