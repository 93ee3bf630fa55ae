package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;

/**
 * People are asked when or where a tweetup should be.
 *
 * @param by the planner, null where it is not known
 */
public record PollOpened(
        long tweetupId, long pollId, @Nullable Long by) {}
