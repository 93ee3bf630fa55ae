package org.shelfmates.group;

/**
 * An organiser let somebody in who had asked to join.
 *
 * @param by the organiser
 */
public record JoinAccepted(long groupId, long librarianId, long by) {}
