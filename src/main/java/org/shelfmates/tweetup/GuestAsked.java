package org.shelfmates.tweetup;

/** A guest has answered, and has still to say by the link in a mail that it was them. */
public record GuestAsked(long wishId) {}
