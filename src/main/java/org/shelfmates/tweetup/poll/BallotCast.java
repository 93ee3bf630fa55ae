package org.shelfmates.tweetup.poll;

/** A guest's answers to a poll count, and their private link can be mailed. */
public record BallotCast(long tweetupId, long guestId) {}
