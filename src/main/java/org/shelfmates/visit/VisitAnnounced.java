package org.shelfmates.visit;

/** Somebody says that they come to a place. Published in the transaction in which they first say so. */
public record VisitAnnounced(long visitId) {}
