package org.shelfmates.venue.appeal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.venue.Quote;
import org.shelfmates.venue.VenueCard;

/**
 * A suggestion that stands.
 *
 * @param quote what it costs this party, null where nobody knows how many they are
 * @param person who made it, or null
 * @param guest the name of a guest who made it, or empty; with neither, who it was is not to be seen
 * @param markedBy who marked it, or null
 * @param mine whether the viewer made it
 */
public record Suggestion(
        long id,
        VenueCard venue,
        @Nullable Quote quote,
        String note,
        @Nullable Person person,
        String guest,
        Instant at,
        State state,
        String reason,
        @Nullable Person markedBy,
        boolean mine) {

    /** What became of a suggestion. */
    public enum State {
        OPEN,
        TRIED,
        TAKEN,
        NO;

        /** As forms send it: {@code taken}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean taken() {
        return state == State.TAKEN;
    }
}
