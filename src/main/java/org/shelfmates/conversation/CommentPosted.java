package org.shelfmates.conversation;

/** Everybody can read a comment from now on. Published in the transaction that posts it. */
public record CommentPosted(long commentId) {}
