package org.shelfmates.tweetup;

/**
 * An option of a poll has become the tweetup's date or venue.
 *
 * @param planner who settled it: of two who had to agree, the second
 */
public record PollDecided(long tweetupId, long optionId, long planner) {}
