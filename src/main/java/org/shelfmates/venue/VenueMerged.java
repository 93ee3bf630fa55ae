package org.shelfmates.venue;

/**
 * A venue turned out to be another. Published in the transaction in which its tweetups move, for whatever else names venues: a
 * listener inside the transaction ({@code @EventListener}) moves it.
 */
public record VenueMerged(long from, long into) {}
