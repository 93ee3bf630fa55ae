package org.shelfmates.librarian.suggest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.LibrarianCard;
import org.shelfmates.librarian.Sector;

/**
 * Somebody worth meeting, and why.
 *
 * @param known how many people follow them whom the viewer follows
 * @param programme the name of one in which both let themselves be seen, or null
 * @param otherSector the first of their sectors, when the viewer works in none of them; else null
 * @param score as {@link Scoring} says
 */
public record Suggestion(
        LibrarianCard card,
        int known,
        @Nullable String programme,
        @Nullable Sector otherSector,
        double score) {

    private static final int REASONS = 3;

    /** Words for a reason: {@code suggest.<what>} with the number and the name, or the sector's name. */
    public record Reason(
            String what,
            long number,
            @Nullable String name,
            @Nullable Sector sector) {

        public String message() {
            return "suggest." + what;
        }
    }

    /** At most three, the weightiest first. */
    public List<Reason> reasons() {
        List<Reason> reasons = new ArrayList<>();
        if (card.shared() > 0) {
            reasons.add(new Reason("shared", card.shared(), null, null));
        }
        if (known > 0) {
            reasons.add(new Reason("known", known, null, null));
        }
        Long kilometres = card.roundKilometres();
        boolean near = kilometres != null && kilometres <= Candidates.WITHIN;
        if (programme != null) {
            reasons.add(new Reason(near ? "programme.near" : "programme", near ? kilometres : 0, programme, null));
        } else if (near) {
            reasons.add(new Reason("near", kilometres, null, null));
        }
        if (otherSector != null) {
            reasons.add(new Reason("sector", 0, null, otherSector));
        }
        return reasons.subList(0, Math.min(REASONS, reasons.size()));
    }
}
