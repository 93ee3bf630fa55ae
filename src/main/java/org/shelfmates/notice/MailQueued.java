package org.shelfmates.notice;

/** A mail that is no notice is to be sent at once. */
public record MailQueued(String kind) {}
