package org.shelfmates.tweetup;

/** A poll takes no answers any more, because a planner closed it or something was chosen; not told of one whose time passed. */
public record PollClosed(long tweetupId, long pollId) {}
