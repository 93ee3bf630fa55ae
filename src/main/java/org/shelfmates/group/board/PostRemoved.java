package org.shelfmates.group.board;

/** A post was hidden by an organiser, or taken back by its author. Published in the transaction that does. */
public record PostRemoved(long postId) {}
