package org.shelfmates.tweetup;

/** What somebody did as a guest belongs to their account from now on. In the transaction that hands it over. */
public record GuestClaimed(long guestId, long librarianId) {}
