package org.shelfmates.conversation;

/** A comment was deleted, with all that it said. Published in the transaction that deletes it. */
public record CommentDeleted(long commentId) {}
