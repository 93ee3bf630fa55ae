package org.shelfmates.tweetup.poll;

/**
 * A guest had said yes, or if need be, to what has become the date, and can say now that they come.
 *
 * @param optionId that was chosen
 */
public record GuestCanCome(long tweetupId, long guestId, long optionId) {}
