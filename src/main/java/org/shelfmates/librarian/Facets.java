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
     * @param people how many were counted; no more than {@value DirectorySql#COUNTED} and one are
     * @param sectors the most frequent first; so are the others
     * @param interests the ten most frequent
     * @param places the sixty where most live
     */
    public record Counts(int people, List<Facet> sectors, List<Facet> interests, List<Directory.Inhabited> places) {

        static final Counts NONE = new Counts(0, List.of(), List.of(), List.of());

        /** Whether there are more than were counted, so that all figures are at least. */
        public boolean more() {
            return people > DirectorySql.COUNTED;
        }

        public int counted() {
            return Math.min(people, DirectorySql.COUNTED);
        }
    }

    /** @param few as {@link Directory#few} says */
    @Transactional(readOnly = true)
    Counts of(DirectoryFilter filter, boolean few, @Nullable Long viewer) {
        List<Row> rows = DirectorySql.bind(jdbc.sql(DirectorySql.facets(filter, few)), filter, viewer)
                .query(Row.class)
                .list();
        return new Counts(
                with("ALL", rows).mapToInt(Row::n).sum(),
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
