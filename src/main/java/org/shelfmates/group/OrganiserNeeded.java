package org.shelfmates.group;

/** Nobody runs a group any more: it has no organiser, or none who was here for half a year. */
public record OrganiserNeeded(long groupId) {}
