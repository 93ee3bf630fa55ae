package org.shelfmates.tweetup.poll;

/** A guest has answered a poll, and has still to say by the link in a mail that it was them. */
public record BallotAsked(long ballotId) {}
