package org.shelfmates.tweetup;

/** A guest's answer stands, and their private link can be mailed. */
public record GuestAnswered(long rsvpId) {}
