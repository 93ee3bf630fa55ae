package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;

/**
 * A tweetup was cancelled; why stands with the tweetup.
 *
 * @param by the planner, null where it is not known
 */
public record TweetupCancelled(long tweetupId, @Nullable Long by) {}
