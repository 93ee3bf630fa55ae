package org.shelfmates.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.place.Place;

/**
 * A visit as lists and its page show it.
 *
 * @param from the name of the visitor's home place
 * @param lastDay the same as {@code firstDay} when it lasts a day
 * @param words plain text, may be empty
 * @param kilometres from the place that was asked about, or null where none was
 * @param over whether its last day is over where it takes place
 */
public record VisitCard(
        long id,
        Person person,
        String from,
        long placeId,
        String placeName,
        String placePath,
        LocalDate firstDay,
        LocalDate lastDay,
        String words,
        @Nullable Double kilometres,
        boolean over) {

    /** From {@code visit v}, {@code place p}, {@code librarian l}, {@code account a} and the home {@code place h}. */
    static final String COLUMNS = """
            v.id, l.id as person_id, a.handle, l.name as person_name, h.name as home_name, p.id as place_id,
            p.name as place_name, p.slug as place_slug, p.country, v.first_day, v.last_day, v.words,
            v.last_day < (:now::timestamptz at time zone p.zone)::date as over""";

    static final String PEOPLE = """
             join librarian l on l.id = v.librarian_id join account a on a.id = l.id join place h on h.id = l.place_id
            """;

    /** Still ahead or on; the first condition lets indexes be used: no zone is further than a day from another. */
    static final String TO_COME = """
             v.last_day >= (:now::timestamptz at time zone 'UTC')::date - 1
            and v.last_day >= (:now::timestamptz at time zone p.zone)::date""";

    static VisitCard read(ResultSet row, boolean distances) throws SQLException {
        return new VisitCard(
                row.getLong("id"),
                Person.of(row),
                row.getString("home_name"),
                row.getLong("place_id"),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("words"),
                distances ? (Double) row.getDouble("kilometres") : null,
                row.getBoolean("over"));
    }

    static String pathOf(long id) {
        return "/visits/" + id;
    }

    /** The address of its page. */
    public String path() {
        return pathOf(id);
    }

    public boolean oneDay() {
        return firstDay.equals(lastDay);
    }

    /** Whether it is the visit of whoever looks. */
    public boolean isBy(long librarian) {
        return person.id() == librarian;
    }

    /** Whole kilometres, null when unknown; 0 for the same place. */
    public @Nullable Long roundKilometres() {
        return kilometres == null ? null : Math.round(kilometres);
    }
}
