package org.shelfmates.librarian;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.picture.Portrait;
import org.shelfmates.place.Place;

/** Reads library cards: the columns that each query of cards selects, and how they are read. */
public final class LibrarianCards {

    /** Of {@code librarian l}: {@code shared}, how many interests, as {@code :viewer} may see them, are the viewer's as well. */
    public static final String SHARED = """
            (select count(*) from unnest(l.interests) as tag
             where l.id <> :viewer and tag = any (select unnest(interests) from librarian where id = :viewer)
                and %s) as shared""".formatted(Part.INTERESTS.seenOf("l"));

    /**
     * From {@code librarian l}, {@code account a} and {@code place p}; each part only for a {@code :viewer}, an id or null,
     * who may see it.
     */
    public static final String COLUMNS = """
            l.id as person_id, a.handle, l.name as person_name, %s, l.sectors, %s as interests,
            p.name as place_name, p.slug as place_slug, p.country,
            case when l.picture_id is not null and %s then (select token from picture where id = l.picture_id) end as portrait,
            %s""".formatted(
                    Sight.WORK, Part.INTERESTS.ofColumn("l", "interests", "'{}'"), Part.PICTURE.seenOf("l"), SHARED);

    private LibrarianCards() {}

    /** Reads {@link #COLUMNS} and, where the query has it, {@code kilometres}. */
    public static LibrarianCard read(ResultSet row, boolean distances) throws SQLException {
        String portrait = row.getString("portrait");
        return new LibrarianCard(
                Person.of(row),
                row.getString("work"),
                Stream.of(strings(row.getArray("sectors"))).map(Sector::valueOf).toList(),
                List.of(strings(row.getArray("interests"))),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                distances ? (Double) row.getDouble("kilometres") : null,
                portrait == null ? null : new Portrait(portrait),
                row.getInt("shared"));
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
