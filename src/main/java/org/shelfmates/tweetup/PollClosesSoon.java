package org.shelfmates.tweetup;

/** A poll takes answers for about a day more. Told once of each, and not of one that was open for less than two days. */
public record PollClosesSoon(long tweetupId, long pollId) {}
