package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;

/**
 * A tweetup as a catalogue card shows it.
 *
 * @param zone where it takes place
 * @param venue in words, may be empty
 * @param capacity how many may come, null for any number
 * @param free whether it costs nothing
 * @param stepFree whether it can be reached without a step
 * @param repeats whether it is one of a series
 * @param kilometres from the place that was asked about, or null where none was
 */
public record TweetupCard(
        long id,
        String slug,
        String title,
        State state,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        ZoneId zone,
        String venue,
        String placeName,
        String placePath,
        @Nullable String groupName,
        @Nullable String groupSlug,
        @Nullable Integer capacity,
        int confirmed,
        int waiting,
        boolean free,
        boolean stepFree,
        boolean repeats,
        @Nullable Double kilometres) {

    /** From {@link #FROM}. */
    static final String COLUMNS = """
            t.id, t.slug, t.title, t.state, t.starts_at, t.ends_at, t.zone, t.venue, t.capacity, t.free, t.step_free,
            t.series_id is not null as repeats,
            p.name as place_name, p.slug as place_slug, p.country, g.name as group_name, g.slug as group_slug,
            c.confirmed, c.waiting""";

    static final String FROM = """
             from tweetup t join place p on p.id = t.place_id left join city_group g on g.id = t.group_id
            cross join lateral (
                select coalesce(sum(1 + companions) filter (where standing = 'CONFIRMED'), 0) as confirmed,
                    coalesce(sum(1 + companions) filter (where standing = 'WAITING'), 0) as waiting,
                    count(*) filter (where answer = 'MAYBE') as maybe
                from rsvp where tweetup_id = t.id) c
            """;

    static TweetupCard read(ResultSet row, Instant now, boolean distances) throws SQLException {
        Instant endsAt = instant(row.getTimestamp("ends_at"));
        return new TweetupCard(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                State.at(State.valueOf(row.getString("state")), endsAt, now),
                instant(row.getTimestamp("starts_at")),
                endsAt,
                ZoneId.of(row.getString("zone")),
                row.getString("venue"),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getString("group_name"),
                row.getString("group_slug"),
                (Integer) row.getObject("capacity"),
                row.getInt("confirmed"),
                row.getInt("waiting"),
                row.getBoolean("free"),
                row.getBoolean("step_free"),
                row.getBoolean("repeats"),
                distances ? (Double) row.getDouble("kilometres") : null);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** The address of its page. */
    public String path() {
        return "/tweetups/" + id + "/" + slug;
    }

    /** Whether it is over, or will not be. */
    public boolean past() {
        return state == State.HAPPENED || state == State.CANCELLED;
    }

    /** Whether its stamp is its date: the other states are stamped with their name. */
    public boolean dated() {
        return state == State.SCHEDULED;
    }

    /** The style of its stamp. */
    public String stamp() {
        return "stamp--" + state.name().toLowerCase(Locale.ROOT);
    }

    /** How many may still come, null for any number. */
    public @Nullable Integer placesLeft() {
        return capacity == null ? null : Math.max(0, capacity - confirmed);
    }

    public @Nullable Long roundKilometres() {
        return kilometres == null ? null : Math.round(kilometres);
    }
}
