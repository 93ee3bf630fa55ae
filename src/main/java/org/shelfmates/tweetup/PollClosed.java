package org.shelfmates.tweetup;

import org.jspecify.annotations.Nullable;

/**
 * A poll takes no answers any more: a planner closed it, something was chosen, or its time is over. Told once of each.
 *
 * @param by the planner, null when its time is over or something was chosen
 */
public record PollClosed(
        long tweetupId, long pollId, @Nullable Long by) {}
