package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The series that a tweetup belongs to, as its page names it.
 *
 * @param rule in the words of RFC 5545
 * @param path of the series' page
 * @param before the one before it that takes place, or took place, or null
 * @param after likewise the one after it
 */
record InSeries(
        String rule,
        String path,
        @Nullable Neighbour before,
        @Nullable Neighbour after) {

    record Neighbour(String path, Instant start) {}

    /** From {@link #JOIN}. */
    static final String COLUMNS = """
            , series.id as series, series.rule, series_last.slug as series_slug, series_before.id as before_id,
            series_before.slug as before_slug, series_before.starts_at as before_start,
            series_after.id as after_id, series_after.slug as after_slug, series_after.starts_at as after_start
            """;

    static final String JOIN = """
            left join series on series.id = t.series_id
            left join lateral (select slug from tweetup where series_id = t.series_id
                order by state = 'CANCELLED', series_date desc limit 1) series_last on true
            left join lateral (select id, slug, starts_at from tweetup
                where series_id = t.series_id and series_date < t.series_date and state = 'SCHEDULED'
                order by series_date desc limit 1) series_before on true
            left join lateral (select id, slug, starts_at from tweetup
                where series_id = t.series_id and series_date > t.series_date and state = 'SCHEDULED'
                order by series_date limit 1) series_after on true
            """;

    static @Nullable InSeries read(ResultSet row) throws SQLException {
        String rule = row.getString("rule");
        return rule == null
                ? null
                : new InSeries(
                        rule,
                        "/series/" + row.getLong("series") + "/" + row.getString("series_slug"),
                        neighbour(row, "before"),
                        neighbour(row, "after"));
    }

    private static @Nullable Neighbour neighbour(ResultSet row, String which) throws SQLException {
        Timestamp start = row.getTimestamp(which + "_start");
        return start == null
                ? null
                : new Neighbour(
                        "/tweetups/" + row.getLong(which + "_id") + "/" + row.getString(which + "_slug"),
                        start.toInstant());
    }
}
