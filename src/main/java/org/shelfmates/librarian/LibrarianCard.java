package org.shelfmates.librarian;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.picture.Portrait;

/**
 * A librarian as a library card shows them.
 *
 * @param work what they do and where, may be empty
 * @param placePath the address of their place's page
 * @param kilometres from the place that was asked about, or null where none was
 * @param portrait a picture of them, or null where there is none for whoever looks
 * @param shared how many interests they share with whoever looks
 */
public record LibrarianCard(
        Person person,
        String work,
        List<Sector> sectors,
        List<String> interests,
        String placeName,
        String placePath,
        @Nullable Double kilometres,
        @Nullable Portrait portrait,
        int shared) {

    private static final int INTERESTS_SHOWN = 3;

    public List<String> firstInterests() {
        return interests.subList(0, Math.min(INTERESTS_SHOWN, interests.size()));
    }

    /** Whole kilometres, null when unknown; 0 for the same place. */
    public @Nullable Long roundKilometres() {
        return kilometres == null ? null : Math.round(kilometres);
    }
}
