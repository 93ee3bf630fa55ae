package org.shelfmates.group;

/** A librarian asks to join a group. */
public record JoinAsked(long groupId, long librarianId) {}
