package org.shelfmates.librarian.wish;

import java.time.Instant;

/** What somebody wished has come true: there are three librarians near a place. Published when the wish ends. */
public record ThreeOfUs(long placeId, long librarianId, Instant wishedAt) {}
