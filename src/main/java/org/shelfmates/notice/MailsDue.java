package org.shelfmates.notice;

/** Notices were written whose mails are to be sent at once. */
public record MailsDue(Kind kind) {}
