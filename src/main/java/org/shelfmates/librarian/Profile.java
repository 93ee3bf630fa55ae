package org.shelfmates.librarian;

import java.time.Instant;
import java.time.ZoneId;
import org.shelfmates.librarian.card.Details;

/**
 * What a profile's page tells.
 *
 * @param placeId the id of the home place
 * @param zone of the home place
 * @param about Markdown, empty for who may not see it
 * @param followed whether the viewer follows them
 */
public record Profile(
        LibrarianCard card,
        long placeId,
        ZoneId zone,
        String about,
        Instant joinedAt,
        boolean followed,
        Details details) {}
