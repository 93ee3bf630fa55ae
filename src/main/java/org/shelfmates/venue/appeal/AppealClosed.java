package org.shelfmates.venue.appeal;

/** An appeal takes no suggestions any more; whether who helped is thanked, it says itself. */
public record AppealClosed(long appealId, long by) {}
