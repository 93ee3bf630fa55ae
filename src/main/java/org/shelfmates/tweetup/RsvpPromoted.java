package org.shelfmates.tweetup;

/** Somebody who waited has a place now. */
public record RsvpPromoted(long tweetupId, long rsvpId) {}
