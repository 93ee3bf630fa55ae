package org.shelfmates.venue.appeal;

/** Somebody asks everybody for a space. */
public record AppealOpened(long appealId) {}
