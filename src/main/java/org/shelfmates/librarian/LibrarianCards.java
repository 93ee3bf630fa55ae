package org.shelfmates.librarian;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.shelfmates.place.Place;

/** Reads library cards: the columns that each query of cards selects, and how they are read. */
public final class LibrarianCards {

    /** From {@code librarian l}, {@code account a} and {@code place p}; {@code :viewer} is an id or null. */
    public static final String COLUMNS = """
            l.id as person_id, a.handle, l.name as person_name, l.work, l.sectors, l.interests,
            p.name as place_name, p.slug as place_slug, p.country,
            (select count(*) from unnest(l.interests) as tag
             where l.id <> :viewer and tag = any (select unnest(interests) from librarian where id = :viewer)) as shared""";

    private LibrarianCards() {}

    /** Reads {@link #COLUMNS} and, where the query has it, {@code kilometres}. */
    public static LibrarianCard read(ResultSet row, boolean distances) throws SQLException {
        return new LibrarianCard(
                Person.of(row),
                row.getString("work"),
                Stream.of(strings(row.getArray("sectors"))).map(Sector::valueOf).toList(),
                List.of(strings(row.getArray("interests"))),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                distances ? (Double) row.getDouble("kilometres") : null,
                row.getInt("shared"));
    }

    static String[] strings(Array array) throws SQLException {
        return (String[]) array.getArray();
    }
}
