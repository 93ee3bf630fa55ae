package org.shelfmates.venue.appeal;

import org.jspecify.annotations.Nullable;

/**
 * What somebody suggests: a venue of the directory, or one that is new to it.
 *
 * @param venueId null for a new one, which is {@code fresh} then
 */
public record Draft(@Nullable Long venueId, @Nullable NewVenue fresh, String note) {}
