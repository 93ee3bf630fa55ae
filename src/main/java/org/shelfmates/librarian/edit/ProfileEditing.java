package org.shelfmates.librarian.edit;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shelfmates.librarian.Interests;
import org.shelfmates.librarian.Sector;
import org.shelfmates.librarian.card.Audiences;
import org.shelfmates.librarian.card.Languages;
import org.shelfmates.librarian.card.Link;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.librarian.card.Stage;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a librarian describes themselves. */
@Service
class ProfileEditing {

    private final JdbcClient jdbc;
    private final Places places;
    private final Portraits portraits;

    ProfileEditing(JdbcClient jdbc, Places places, Portraits portraits) {
        this.jdbc = jdbc;
        this.places = places;
        this.portraits = portraits;
    }

    /** @param reader in whose words places and languages are named */
    @Transactional(readOnly = true)
    ProfileForm form(long librarianId, Locale reader) {
        return jdbc.sql("select * from librarian where id = ?")
                .param(librarianId)
                .query((row, n) -> form(row, reader))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private ProfileForm form(ResultSet row, Locale reader) throws SQLException {
        String stage = row.getString("stage");
        Place home = places.byId(row.getLong("place_id")).orElseThrow(NotFoundException::new);
        return new ProfileForm(
                row.getString("name"),
                row.getString("pronouns"),
                "",
                home.label(reader),
                row.getString("work"),
                list(row, "sectors").map(Sector::valueOf).toList(),
                stage == null ? null : Stage.valueOf(stage),
                String.join(", ", Languages.names(list(row, "languages").toList(), reader)),
                String.join(", ", list(row, "interests").toList()),
                row.getString("about"),
                list(row, "offers").map(Offer::valueOf).toList(),
                row.getString("looking_for"),
                LinksForm.of(list(row, "links").map(Link::of).toList()),
                list(row, "audience").toList(),
                row.getBoolean("hidden"),
                row.getInt("version"));
    }

    private static Stream<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Stream.of((String[]) array.getArray());
    }

    /**
     * Writes a form that was checked.
     *
     * @return false, with nothing written, when the profile has changed since the form was filled
     */
    @Transactional
    boolean describe(long librarianId, ProfileForm form, Place home, List<Link> links) {
        Portraits.Seen before = jdbc.sql("select audience, hidden from librarian where id = ? for update")
                .param(librarianId)
                .query((row, n) ->
                        new Portraits.Seen(Audiences.of(list(row, "audience").toList()), row.getBoolean("hidden")))
                .optional()
                .orElseThrow(NotFoundException::new);
        Audiences audiences = form.audience().isEmpty() ? before.audiences() : form.audiences();
        boolean written = jdbc.sql("""
                        update librarian
                        set name = :name, pronouns = :pronouns, place_id = :place, work = :work, sectors = :sectors,
                            stage = :stage, languages = :languages, interests = :interests, about = :about,
                            offers = :offers, looking_for = :lookingFor, links = :links,
                            audience = :audience, hidden = :hidden, version = version + 1
                        where id = :id and version = :version""")
                        .param("id", librarianId)
                        .param("version", form.version())
                        .param("name", form.name())
                        .param("pronouns", form.pronouns())
                        .param("place", home.id())
                        .param("work", form.work())
                        .param("sectors", names(form.sectors()))
                        .param(
                                "stage",
                                form.stage() == null ? null : form.stage().name())
                        .param(
                                "languages",
                                Languages.parse(form.languages()).codes().toArray(String[]::new))
                        .param("interests", Interests.parse(form.interests()).toArray(String[]::new))
                        .param("about", form.about())
                        .param("offers", names(form.offers()))
                        .param("lookingFor", form.lookingFor())
                        .param("links", links.stream().map(Link::kept).toArray(String[]::new))
                        .param("audience", audiences.words().toArray(String[]::new))
                        .param("hidden", form.hidden())
                        .update()
                == 1;
        if (written) {
            portraits.narrow(librarianId, before, new Portraits.Seen(audiences, form.hidden()));
        }
        return written;
    }

    private static String[] names(List<? extends Enum<?>> choices) {
        return choices.stream().map(Enum::name).toArray(String[]::new);
    }
}
