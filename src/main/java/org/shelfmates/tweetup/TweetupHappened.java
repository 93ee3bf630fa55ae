package org.shelfmates.tweetup;

/** A tweetup is over. */
public record TweetupHappened(long tweetupId) {}
