package org.shelfmates.tweetup;

/**
 * A planner has asked a librarian to plan a tweetup with them.
 *
 * @param by who asked
 */
public record PlannerInvited(long tweetupId, long librarianId, long by) {}
