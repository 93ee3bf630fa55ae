package org.shelfmates.tweetup;

/**
 * People who had been invited to a tweetup are asked to another time or venue.
 *
 * @param changeId of the table {@code change}, which has the old, the new and the reason
 */
public record TweetupChanged(long tweetupId, long changeId) {}
