package org.shelfmates.tweetup.talk;

/** What a guest said waits for a planner from now on. Published in the transaction that confirms it. */
public record GuestCommentHeld(long guestCommentId) {}
