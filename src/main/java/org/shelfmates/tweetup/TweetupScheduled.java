package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;

/**
 * The date of a tweetup that had none is settled: what was a plan is an invitation.
 *
 * @param by the planner, null where it is not known
 */
public record TweetupScheduled(long tweetupId, @Nullable Long by) {}
