package org.shelfmates.tweetup;

/** A poll takes no answers any more: a planner closed it, something was chosen, or its time is over. Told once of each. */
public record PollClosed(long tweetupId, long pollId) {}
