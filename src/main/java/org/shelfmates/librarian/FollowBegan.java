package org.shelfmates.librarian;

/** Somebody follows somebody whom they did not follow before. */
public record FollowBegan(long followerId, long followedId) {}
