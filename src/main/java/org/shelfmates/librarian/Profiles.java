package org.shelfmates.librarian;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.card.Audiences;
import org.shelfmates.librarian.card.Details;
import org.shelfmates.librarian.card.Link;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.librarian.card.Stage;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Profiles, as whoever reads them may see them. */
@Service
@Transactional(readOnly = true)
public class Profiles {

    private static final String COLUMNS = String.join(
            ", ",
            LibrarianCards.COLUMNS,
            "l.place_id, p.zone, l.joined_at",
            "exists (select from follow where follower_id = :viewer and followed_id = l.id) as followed",
            column(Part.ABOUT, "about", "''"),
            column(Part.PRONOUNS, "pronouns", "''"),
            column(Part.STAGE, "stage", "null"),
            column(Part.LANGUAGES, "languages", "'{}'"),
            column(Part.OFFERS, "offers", "'{}'"),
            column(Part.OFFERS, "looking_for", "''"),
            column(Part.LINKS, "links", "'{}'"),
            "case when l.id = :viewer then l.audience else '{}' end as audience",
            "l.id = :viewer and l.hidden as hidden");

    private final JdbcClient jdbc;
    private final Librarians librarians;
    private final Places places;

    Profiles(JdbcClient jdbc, Librarians librarians, Places places) {
        this.jdbc = jdbc;
        this.librarians = librarians;
        this.places = places;
    }

    private static String column(Part part, String name, String otherwise) {
        return part.ofColumn("l", name, otherwise) + " as " + name;
    }

    /** @param viewer whose interests are compared, who may follow them, and for whom each part is or is not; or null */
    public Optional<Profile> byHandle(String handle, @Nullable Long viewer) {
        return one("a.handle = :handle", viewer)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .query(Profiles::read)
                .optional();
    }

    /** One's own, whatever one's handle is by now. */
    public Profile own(long librarianId) {
        return one("l.id = :viewer", librarianId)
                .query(Profiles::read)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private JdbcClient.StatementSpec one(String which, @Nullable Long viewer) {
        return jdbc.sql(
                        "select %s from librarian l join account a on a.id = l.id join place p on p.id = l.place_id where %s and %s"
                                .formatted(COLUMNS, which, Sight.OF_VIEWER))
                .param("viewer", viewer, java.sql.Types.BIGINT);
    }

    private static Profile read(ResultSet row, int number) throws SQLException {
        String stage = row.getString("stage");
        return new Profile(
                LibrarianCards.read(row, false),
                row.getLong("place_id"),
                ZoneId.of(row.getString("zone")),
                row.getString("about"),
                row.getTimestamp("joined_at").toInstant(),
                row.getBoolean("followed"),
                new Details(
                        row.getString("pronouns"),
                        stage == null ? null : Stage.valueOf(stage),
                        list(row, "languages"),
                        list(row, "offers").stream().map(Offer::valueOf).toList(),
                        row.getString("looking_for"),
                        list(row, "links").stream().map(Link::of).toList(),
                        Audiences.of(list(row, "audience")),
                        row.getBoolean("hidden")));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        return List.of(LibrarianCards.strings(row.getArray(column)));
    }

    /** A librarian's own home place. */
    public Place home(long librarianId) {
        long placeId = librarians
                .findById(librarianId)
                .orElseThrow(NotFoundException::new)
                .placeId();
        return places.byId(placeId).orElseThrow(NotFoundException::new);
    }
}
