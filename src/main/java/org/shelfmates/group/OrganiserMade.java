package org.shelfmates.group;

/**
 * A member organises a group from now on.
 *
 * @param by the organiser who made them one; who takes over a group that nobody runs did it themselves
 */
public record OrganiserMade(long groupId, long librarianId, long by) {}
