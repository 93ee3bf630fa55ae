package org.shelfmates.tweetup;

/** The date of a tweetup that had none is settled: what was a plan is an invitation. */
public record TweetupScheduled(long tweetupId) {}
