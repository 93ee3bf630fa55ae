package org.shelfmates.group.board;

/** A member wrote on the board of a group. Published in the transaction that posts it. */
public record BoardPosted(long postId) {}
