package org.shelfmates.tweetup;

/** People are asked when or where a tweetup should be. */
public record PollOpened(long tweetupId, long pollId) {}
