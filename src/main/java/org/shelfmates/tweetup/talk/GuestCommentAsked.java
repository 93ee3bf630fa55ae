package org.shelfmates.tweetup.talk;

/** A guest has written a comment, and has still to say by the link in a mail that it was them. */
public record GuestCommentAsked(long guestCommentId) {}
