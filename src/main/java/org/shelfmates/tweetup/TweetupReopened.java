package org.shelfmates.tweetup;

/** A cancelled tweetup takes place after all, at its date when that is ahead, else as an idea. */
public record TweetupReopened(long tweetupId) {}
