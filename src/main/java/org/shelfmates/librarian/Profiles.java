package org.shelfmates.librarian;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Profiles: read by anybody, described by their librarian. */
@Service
@Transactional(readOnly = true)
public class Profiles {

    private final JdbcClient jdbc;
    private final Librarians librarians;
    private final Places places;

    Profiles(JdbcClient jdbc, Librarians librarians, Places places) {
        this.jdbc = jdbc;
        this.librarians = librarians;
        this.places = places;
    }

    /** @param viewer whose interests are compared, and who may follow them, or null */
    public Optional<Profile> byHandle(String handle, @Nullable Long viewer) {
        return jdbc.sql("""
                        select %s, l.place_id, p.zone, l.about, l.joined_at,
                            exists (select from follow where follower_id = :viewer and followed_id = l.id) as followed
                        from librarian l join account a on a.id = l.id join place p on p.id = l.place_id
                        where a.handle = :handle and %s""".formatted(LibrarianCards.COLUMNS, Sight.OF_VIEWER))
                .param("viewer", viewer, java.sql.Types.BIGINT)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Profile(
                        LibrarianCards.read(row, false),
                        row.getLong("place_id"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("about"),
                        row.getTimestamp("joined_at").toInstant(),
                        row.getBoolean("followed")))
                .optional();
    }

    /** A librarian's own home place. */
    public Place home(long librarianId) {
        long placeId = librarians
                .findById(librarianId)
                .orElseThrow(NotFoundException::new)
                .placeId();
        return places.byId(placeId).orElseThrow(NotFoundException::new);
    }

    ProfileForm toEdit(long librarianId) {
        Librarian librarian = librarians.findById(librarianId).orElseThrow(NotFoundException::new);
        String place = home(librarianId).label(LocaleContextHolder.getLocale());
        return new ProfileForm(
                librarian.name(),
                "",
                place,
                librarian.work(),
                librarian.sectors(),
                String.join(", ", librarian.interests()),
                librarian.about(),
                librarian.version());
    }

    /** @return false, with nothing written, when the profile has changed since the form was filled */
    @Transactional
    boolean describe(long librarianId, ProfileForm form, Place home) {
        Librarian librarian = librarians.findLockedById(librarianId).orElseThrow(NotFoundException::new);
        if (librarian.version() != form.version()) {
            return false;
        }
        List<String> interests = Interests.parse(form.interests());
        librarian.describe(form.name(), home.id(), form.work(), form.about(), form.sectors(), interests);
        return true;
    }
}
