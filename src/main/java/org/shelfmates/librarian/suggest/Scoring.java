package org.shelfmates.librarian.suggest;

/**
 * How much somebody is worth meeting, in one place:
 *
 * <pre>
 * score = 3 × interests in common, of which 4 count
 *       + 4 × people whom you follow and who follow them, of which 5 count
 *       + 6 × 20 / (20 + kilometres between your home places)
 *       + 4, when both let themselves be seen in the same programme
 *       + 2, when both name sectors and none in common
 * </pre>
 *
 * Nearness is 6 in the same town, 3 at 20 km, 1 at 100 km: one interest weighs as much as living 20 km nearer, and a
 * programme as somebody whom you both know; a second programme in common adds nothing. Equal scores
 * go to who joined last. Who follows them is looked up among {@value #CIRCLE} of those whom you followed last, and of each
 * the {@value #FOLLOWED_EACH} whom they followed last ({@link Candidates}).
 */
final class Scoring {

    static final int INTEREST = 3;
    static final int INTERESTS_COUNTED = 4;
    static final int KNOWN = 4;
    static final int KNOWN_COUNTED = 5;
    static final double NEARNESS = 6;
    static final double HALF_AT_KILOMETRES = 20;
    static final int PROGRAMME = 4;
    static final int OTHER_SECTOR = 2;

    static final int CIRCLE = 100;
    static final int FOLLOWED_EACH = 50;

    /** Of the columns {@code shared}, {@code known}, {@code kilometres}, {@code programme} (its name, or null) and {@code other_sector}. */
    static final String SQL = "(" + INTEREST + " * least(shared, " + INTERESTS_COUNTED + ") + " + KNOWN
            + " * least(known, " + KNOWN_COUNTED + ") + " + NEARNESS + " * " + HALF_AT_KILOMETRES + " / ("
            + HALF_AT_KILOMETRES + " + kilometres) + case when programme is not null then " + PROGRAMME
            + " else 0 end + case when other_sector then " + OTHER_SECTOR
            + " else 0 end)::double precision";

    private Scoring() {}
}
