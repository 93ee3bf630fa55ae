package org.shelfmates.tweetup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which tweetups a list shows; all of it stands in the list's address.
 *
 * @param near only those within {@code within} kilometres of it, or null for all
 * @param from only those that begin on this day of their own zone or later, or null; plans have no day yet, so days do
 *     not count for them
 * @param until likewise that begin on this day or before
 * @param needsAnswers only those that come with less than a third of their places taken, or are being polled
 */
public record TweetupFilter(
        TweetupCards.Show show,
        @Nullable Place near,
        int within,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean free,
        boolean stepFree,
        boolean needsAnswers) {

    public static final int WITHIN = 50;

    /** The last condition lets the index begin where what is coming does: no tweetup is longer ({@link LocalTimes}). */
    static final String COMING =
            "t.state = 'SCHEDULED' and t.ends_at > :now and t.starts_at > :now::timestamptz - interval '14 days'";

    private static final String PLANNED = "t.state in ('IDEA', 'POLLING')";
    /** One range of one index, whichever of both it is: {@code tweetup_past}. */
    private static final String PAST = "t.state in ('SCHEDULED', 'CANCELLED') and t.starts_at is not null"
            + " and (t.state = 'CANCELLED' or t.starts_at < :now and t.ends_at <= :now)";

    private static final String NEAR = """
             and t.place_id in (
                select id from place
                where position <@ cube_enlarge(earth_position(:latitude, :longitude), chord_of(:within), 3)
                    and position <-> earth_position(:latitude, :longitude) <= chord_of(:within))""";

    // the second half of each is rougher, and can be answered from the index
    private static final String FROM =
            " and (t.starts_at at time zone t.zone)::date >= :from and t.starts_at > :from::date - interval '2 days'";
    private static final String UNTIL =
            " and (t.starts_at at time zone t.zone)::date <= :until and t.starts_at < :until::date + interval '3 days'";

    private static final String FEW_COME =
            " and c.confirmed * 3 < t.capacity and (t.answers_close_at is null or t.answers_close_at > :now)";

    public static TweetupFilter only(TweetupCards.Show show, @Nullable Place near, int within) {
        return new TweetupFilter(show, near, within, null, null, false, false, false);
    }

    public boolean planned() {
        return show == TweetupCards.Show.PLANNED;
    }

    /** Whether it leaves out some of its side for what they are, and not only for where. */
    public boolean narrow() {
        return from != null || until != null || free || stepFree || needsAnswers;
    }

    /** For {@link TweetupCard#FROM}; {@code :now} is the moment. */
    String conditions() {
        String side = switch (show) {
            case COMING -> COMING + (needsAnswers ? FEW_COME : "");
            case PLANNED -> needsAnswers ? PLANNED + " and t.state = 'POLLING'" : PLANNED;
            case PAST -> PAST;
        };
        return side
                + nearby()
                + (from == null || planned() ? "" : FROM)
                + (until == null || planned() ? "" : UNTIL)
                + (free ? " and t.free" : "")
                + (stepFree ? " and t.step_free" : "");
    }

    /** Of {@link #conditions}, that on the place. */
    public String nearby() {
        return near == null ? "" : ' ' + NEAR;
    }

    public StatementSpec bind(StatementSpec statement) {
        statement.param("within", within).param("from", from).param("until", until);
        return near == null
                ? statement
                : statement.param("latitude", near.latitude()).param("longitude", near.longitude());
    }

    /** The same on another side of the list. */
    public TweetupFilter on(TweetupCards.Show other) {
        return new TweetupFilter(other, near, within, from, until, free, stepFree, needsAnswers);
    }

    /** @param after the key of the next page, or null for the first */
    public String address(@Nullable Object after) {
        var address = UriComponentsBuilder.fromPath("/tweetups").queryParam("show", show.word());
        if (near != null) {
            address.queryParam("place", near.id()).queryParam("within", within);
        }
        if (from != null) {
            address.queryParam("from", from);
        }
        if (until != null) {
            address.queryParam("until", until);
        }
        if (free) {
            address.queryParam("free", true);
        }
        if (stepFree) {
            address.queryParam("step-free", true);
        }
        if (needsAnswers) {
            address.queryParam("needs-answers", true);
        }
        return (after == null ? address : address.queryParam("after", after)).toUriString();
    }
}
