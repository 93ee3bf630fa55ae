package org.shelfmates.librarian;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.DirectoryFilter.Sort;
import org.shelfmates.place.Coordinates;
import org.shelfmates.place.Place;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds librarians. */
@Service
@Transactional(readOnly = true)
public class Directory {

    /** How many columns a list by distance, and one by newest, is sorted by. */
    private static final int BY_DISTANCE = 3;

    private static final int BY_NEWEST = 1;

    private static final int BY_RELEVANCE = 2;

    private final JdbcClient jdbc;

    Directory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param next the key of the page after this one, or null at the end */
    public record Found(
            List<LibrarianCard> librarians, @Nullable PageKey next) {}

    /**
     * The librarians that a filter lets through, in its order.
     *
     * @param key where the page begins, or null for the first
     * @param viewer whose interests are compared, or null
     * @param size how many to a page
     */
    public Found find(DirectoryFilter filter, @Nullable String key, @Nullable Long viewer, int size) {
        return find(filter, few(filter, viewer), key, viewer, size);
    }

    /** @param few as {@link #few} says of it */
    Found find(DirectoryFilter filter, Long @Nullable [] few, @Nullable String key, @Nullable Long viewer, int size) {
        PageKey from = switch (filter.order()) {
            case DISTANCE -> PageKey.parse(key, BY_DISTANCE);
            case RELEVANCE -> PageKey.parse(key, BY_RELEVANCE);
            case NEWEST -> PageKey.parse(key, BY_NEWEST);
        };
        List<Row> rows = DirectorySql.bind(jdbc.sql(DirectorySql.list(filter, few != null)), filter, viewer)
                .param("few", few)
                .param("chord", from == null || filter.order() != Sort.DISTANCE ? -1.0 : from.decimal(0))
                .param("fromPlace", from == null || filter.order() != Sort.DISTANCE ? 0 : from.number(1))
                .param("score", from == null || filter.order() != Sort.RELEVANCE ? Double.MAX_VALUE : from.decimal(0))
                .param("fromId", last(filter.order(), from))
                .param("limit", size + 1)
                .query((row, n) -> row(row, filter))
                .list();
        boolean more = rows.size() > size;
        List<Row> shown = more ? rows.subList(0, size) : rows;
        return new Found(
                shown.stream().map(Row::card).toList(),
                more ? shown.get(shown.size() - 1).key() : null);
    }

    private static long last(Sort order, @Nullable PageKey key) {
        if (key == null) {
            return order == Sort.DISTANCE ? 0 : Long.MAX_VALUE;
        }
        return key.number(key.parts().size() - 1);
    }

    /** The ids of all who fit, where what is asked of the people themselves lets so few through that it is best to begin with them. */
    Long @Nullable [] few(DirectoryFilter filter, @Nullable Long viewer) {
        if (!filter.narrows()) {
            return null;
        }
        return DirectorySql.bind(jdbc.sql(DirectorySql.probe(filter)), filter, viewer)
                .query((row, n) -> row.getBoolean("many") || row.getInt("fit") > DirectorySql.FEW
                        ? Optional.<Long[]>empty()
                        : Optional.of((Long[]) row.getArray("ids").getArray()))
                .single()
                .orElse(null);
    }

    private record Row(LibrarianCard card, PageKey key) {}

    private static Row row(ResultSet row, DirectoryFilter filter) throws SQLException {
        long id = row.getLong("person_id");
        return new Row(
                LibrarianCards.read(row, filter.place() != null),
                switch (filter.order()) {
                    case DISTANCE -> PageKey.of(row.getDouble("chord"), row.getLong("place_id"), id);
                    case RELEVANCE -> PageKey.of(row.getDouble("score"), id);
                    case NEWEST -> PageKey.of(id);
                });
    }

    /**
     * Where people live around a place.
     *
     * @param librarians how many live there whom the viewer may see
     */
    public record Inhabited(String name, String path, Coordinates at, int librarians) {}

    /** The places within {@code kilometres} of a place where librarians live, the place itself too. */
    public List<Inhabited> inhabitedNear(Place place, double kilometres, @Nullable Long viewer) {
        return jdbc.sql("""
                        select p.name, p.slug, p.country, p.latitude, p.longitude, count(*) as librarians
                        from place p join librarian l on l.place_id = p.id and %s
                        where p.position <@ cube_enlarge(earth_position(:latitude, :longitude), chord_of(:within), 3)
                            and p.position <-> earth_position(:latitude, :longitude) <= chord_of(:within)
                        group by p.id order by librarians desc, p.id""".formatted(Sight.OF_VIEWER))
                .param("viewer", viewer, Types.BIGINT)
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .param("within", kilometres)
                .query((row, n) -> new Inhabited(
                        row.getString("name"),
                        Place.pathOf(row.getString("country"), row.getString("slug")),
                        new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")),
                        row.getInt("librarians")))
                .list();
    }

    /** The librarian who lives nearest to a place, however far. */
    public Optional<LibrarianCard> nearest(Place place, @Nullable Long viewer) {
        return jdbc.sql("""
                        select %1$s, kilometres_of(p.chord) as kilometres
                        from (select *, position <-> earth_position(:latitude, :longitude) as chord from place
                              where exists (select from librarian l where l.place_id = place.id and %2$s)
                              order by position <-> earth_position(:latitude, :longitude) limit 1) p
                        join lateral (select * from librarian l where l.place_id = p.id and %2$s order by id limit 1) l on true
                        join account a on a.id = l.id""".formatted(LibrarianCards.COLUMNS, Sight.OF_VIEWER))
                .param("viewer", viewer, Types.BIGINT)
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .query((row, n) -> LibrarianCards.read(row, true))
                .optional();
    }
}
