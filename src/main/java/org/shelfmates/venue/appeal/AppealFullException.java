package org.shelfmates.venue.appeal;

/** An appeal has as many suggestions as it takes, until one is taken back. */
public class AppealFullException extends NotAsItWasException {}
