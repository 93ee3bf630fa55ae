package org.shelfmates.venue;

/** A merge was taken back: {@code from} stands for itself again. Published like {@link VenueMerged}. */
public record VenueParted(long from, long into) {}
