package org.shelfmates.tweetup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cancelled tweetup takes place after all, at its date when that is ahead, else as an idea.
 *
 * @param by the planner, null where it is not known
 * @param at since when, null likewise
 */
public record TweetupReopened(
        long tweetupId, @Nullable Long by, @Nullable Instant at) {}
