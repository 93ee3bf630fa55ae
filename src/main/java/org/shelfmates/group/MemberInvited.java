package org.shelfmates.group;

/**
 * An organiser asked somebody into a group.
 *
 * @param by the organiser
 */
public record MemberInvited(long groupId, long librarianId, long by) {}
