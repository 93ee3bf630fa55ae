package org.shelfmates.group.board;

/** Its author changed the words of a post. Published in the transaction that does. */
public record PostEdited(long postId) {}
