package org.shelfmates.tweetup;

/** An option of a poll has become the tweetup's date or venue. */
public record PollDecided(long tweetupId, long optionId) {}
