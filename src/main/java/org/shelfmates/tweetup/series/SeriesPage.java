package org.shelfmates.tweetup.series;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What a series' page tells of the series itself. It goes by its last date that is not cancelled: that is the one that it
 * would go on like.
 *
 * @param rule in the words of RFC 5545
 * @param first from which the rule counts
 * @param until the last day that may be one of its dates
 * @param like the tweetup that it goes by
 * @param mine whether the viewer plans that one
 * @param left how many open dates after the one that was asked about are not planned by the viewer
 */
record SeriesPage(
        long id,
        String slug,
        String title,
        String rule,
        LocalDate first,
        LocalDate until,
        LocalTime start,
        Duration lasts,
        ZoneId zone,
        String placeName,
        String placePath,
        @Nullable String groupName,
        @Nullable String groupSlug,
        long like,
        LocalDate likeDate,
        boolean mine,
        int left,
        int version) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** The address of its page. */
    public String path() {
        return "/series/" + id + "/" + slug;
    }

    /** {@code 18:00}, by the clocks of the place. */
    public String startTime() {
        return TIME.format(start);
    }

    /** {@code 20:00} likewise. */
    public String endTime() {
        return TIME.format(start.plus(lasts));
    }

    Occurrence on(LocalDate date) {
        return Occurrence.of(date, start, lasts, zone);
    }
}
