package org.shelfmates.tweetup.occasion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.shelfmates.place.Place;

/**
 * An occasion as lists show it.
 *
 * @param lastDay the same as {@code firstDay} when it lasts a day
 * @param present how many said that they will be there
 * @param past whether its last day is over where it takes place
 */
record OccasionCard(
        long id,
        String slug,
        String name,
        LocalDate firstDay,
        LocalDate lastDay,
        String placeName,
        String placePath,
        int present,
        boolean past) {

    /** From {@link #FROM}; {@code :now} is the moment. */
    static final String COLUMNS = """
            o.id, o.slug, o.name, o.first_day, o.last_day, p.name as place_name, p.slug as place_slug, p.country,
            (select count(*) from presence where occasion_id = o.id) as present,
            o.last_day < (:now::timestamptz at time zone p.zone)::date as past""";

    static final String FROM = " from occasion o join place p on p.id = o.place_id ";

    static OccasionCard read(ResultSet row) throws SQLException {
        return new OccasionCard(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getInt("present"),
                row.getBoolean("past"));
    }

    static String pathOf(String slug) {
        return "/occasions/" + slug;
    }

    /** The address of its page. */
    public String path() {
        return pathOf(slug);
    }

    public boolean oneDay() {
        return firstDay.equals(lastDay);
    }
}
