package org.shelfmates.tweetup;

/** A tweetup was cancelled; why stands with the tweetup. */
public record TweetupCancelled(long tweetupId) {}
