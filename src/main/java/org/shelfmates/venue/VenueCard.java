package org.shelfmates.venue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;

/**
 * A venue as lists, polls and invitations show it. What is null or empty is unknown.
 *
 * @param address in a line, may be empty
 * @param directions how to find it
 * @param stop the nearest stop
 * @param lastConnection when the last one home leaves
 * @param capacity how many fit in
 * @param confirmedAt when somebody last said that all of it is right
 * @param kilometres from the place that was asked about, or null where none was
 */
public record VenueCard(
        long id,
        String slug,
        String name,
        VenueKind kind,
        long placeId,
        String placeName,
        String placePath,
        String address,
        String directions,
        String stop,
        String lastConnection,
        Cost cost,
        @Nullable Integer capacity,
        @Nullable Boolean stepFree,
        @Nullable Boolean toilets,
        @Nullable Boolean hearingLoop,
        String website,
        @Nullable Instant confirmedAt,
        @Nullable Double kilometres) {

    /** From {@code venue v} and its {@code place p}. Lists leave out those {@code where v.merged_into is not null}. */
    public static final String COLUMNS = """
            v.id, v.slug, v.name, v.kind, p.id as place_id, p.name as place_name, p.slug as place_slug, p.country, v.address,
            v.directions, v.stop, v.last_connection, v.cost, v.amount, v.deposit, v.currency, v.capacity, v.step_free, v.toilets,
            v.hearing_loop, v.website, v.confirmed_at""";

    public static VenueCard read(ResultSet row) throws SQLException {
        return read(row, false);
    }

    /** @param distances whether there is a column {@code kilometres} */
    public static VenueCard read(ResultSet row, boolean distances) throws SQLException {
        Timestamp confirmed = row.getTimestamp("confirmed_at");
        return new VenueCard(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("name"),
                VenueKind.valueOf(row.getString("kind")),
                row.getLong("place_id"),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getString("address"),
                row.getString("directions"),
                row.getString("stop"),
                row.getString("last_connection"),
                Cost.read(row),
                (Integer) row.getObject("capacity"),
                (Boolean) row.getObject("step_free"),
                (Boolean) row.getObject("toilets"),
                (Boolean) row.getObject("hearing_loop"),
                row.getString("website"),
                confirmed == null ? null : confirmed.toInstant(),
                distances ? (Double) row.getDouble("kilometres") : null);
    }

    /** The address of a venue's page. */
    public static String pathOf(long id, String slug) {
        return "/venues/" + id + "/" + slug;
    }

    /** The address of its page. */
    public String path() {
        return pathOf(id, slug);
    }

    public boolean online() {
        return kind.online();
    }

    /** Whole kilometres, null when unknown; 0 for the same place. */
    public @Nullable Long roundKilometres() {
        return kilometres == null ? null : Math.round(kilometres);
    }
}
