package org.shelfmates.tweetup;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A tweetup in a series and all after it are at another time.
 *
 * @param tweetupId the first of them
 * @param days by which they moved, by the calendar
 * @param start when they start now, by the clocks of the place, or null where that has not changed
 * @param lasts likewise
 */
public record LaterMoved(
        long tweetupId,
        long days,
        @Nullable LocalTime start,
        @Nullable Duration lasts) {}
