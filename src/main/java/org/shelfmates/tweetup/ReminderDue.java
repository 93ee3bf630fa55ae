package org.shelfmates.tweetup;

/**
 * It is time to remind who comes to a tweetup.
 *
 * @param hours before its start, 48 or 3
 */
public record ReminderDue(long tweetupId, int hours) {}
