package org.shelfmates.venue.appeal;

import org.jspecify.annotations.Nullable;

/**
 * Who runs an appeal took a suggestion. Published in the transaction that writes it down, so that the tweetup goes there
 * with it or not at all.
 *
 * @param by the librarian who took it
 * @param tweetupId that the appeal is for, null for one of a group
 * @param use what becomes of it there
 */
public record SuggestionTaken(
        long suggestionId, long by, @Nullable Long tweetupId, long venueId, Use use) {

    /** What becomes of a suggestion in the plan. */
    public enum Use {
        NOTHING,
        /** It is where the tweetup is. */
        VENUE,
        /** People are asked, in the poll that is open. */
        POLL;

        /** As forms send it: {@code venue}. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
