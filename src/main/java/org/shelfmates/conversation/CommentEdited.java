package org.shelfmates.conversation;

/** A comment says something else than before. Published in the transaction that changes it. */
public record CommentEdited(long commentId) {}
