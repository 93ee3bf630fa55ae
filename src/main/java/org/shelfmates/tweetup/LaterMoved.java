package org.shelfmates.tweetup;

import java.time.Duration;
import java.time.LocalTime;

/**
 * A tweetup in a series and all after it are at another time.
 *
 * @param tweetupId the first of them
 * @param days by which they moved, by the calendar
 * @param start when they start now, by the clocks of the place
 */
public record LaterMoved(long tweetupId, long days, LocalTime start, Duration lasts) {}
