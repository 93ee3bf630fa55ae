package org.shelfmates.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;

/**
 * A city group as lists show it.
 *
 * @param radiusKm how far around its place it reaches, in kilometres
 * @param kilometres from the place that was asked about, or null where none was
 */
public record GroupCard(
        long id,
        String slug,
        String name,
        String placeName,
        String placePath,
        int radiusKm,
        int members,
        Admission admission,
        @Nullable Double kilometres) {

    /** From {@code city_group g} and {@code place p}. */
    static final String COLUMNS =
            "g.id, g.slug, g.name, g.radius_km, g.members, g.admission, p.name as place_name, p.slug as place_slug, p.country";

    public static GroupCard read(ResultSet row, boolean distances) throws SQLException {
        return new GroupCard(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getInt("radius_km"),
                row.getInt("members"),
                Admission.valueOf(row.getString("admission")),
                distances ? (Double) row.getDouble("kilometres") : null);
    }

    /** The address of its page. */
    public String path() {
        return "/groups/" + slug;
    }

    /** Whether the place that was asked about lies within its radius, or {@code within} kilometres of it. */
    boolean reaches(double within) {
        return kilometres != null && kilometres <= Math.max(within, radiusKm);
    }

    public @Nullable Long roundKilometres() {
        return kilometres == null ? null : Math.round(kilometres);
    }
}
