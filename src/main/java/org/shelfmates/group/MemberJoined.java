package org.shelfmates.group;

/** A librarian belongs to a group who did not before. */
public record MemberJoined(long groupId, long librarianId) {}
