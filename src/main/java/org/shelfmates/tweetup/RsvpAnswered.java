package org.shelfmates.tweetup;

/** A librarian is going who was not, or is not any more. Guests' are {@link GuestAnswered}. */
public record RsvpAnswered(long tweetupId, long rsvpId) {}
