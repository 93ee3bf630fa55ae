package org.shelfmates.librarian;

/** Somebody blocked somebody whom they had not blocked before. */
public record LibrarianBlocked(long blockerId, long blockedId) {}
