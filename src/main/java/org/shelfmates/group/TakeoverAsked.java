package org.shelfmates.group;

/** A member asks to take over a group that nobody runs. */
public record TakeoverAsked(long takeoverId) {}
