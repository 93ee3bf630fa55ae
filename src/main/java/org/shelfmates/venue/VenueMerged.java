package org.shelfmates.venue;

/**
 * A venue turned out to be another. Published in the transaction in which its tweetups move, for whatever else names venues: a
 * listener inside the transaction ({@code @EventListener}) moves it, or it goes on naming this one and asks {@link Venues} for the
 * one that it turned out to be.
 */
public record VenueMerged(long from, long into) {}
