package org.shelfmates.account;

/** Somebody has an address that they have not confirmed yet, and waits for the mail that lets them. */
public record ConfirmationRequested(long accountId) {}
