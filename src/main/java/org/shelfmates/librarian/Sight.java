package org.shelfmates.librarian;

import org.shelfmates.librarian.card.Part;

/**
 * Who may be seen by whoever looks, as a condition for each query that lists or opens people: strangers see nobody who hides
 * from them, and nobody sees who has blocked them.
 */
public final class Sight {

    /** Of {@code librarian l}; {@code :viewer} is an id, or null for strangers. */
    public static final String OF_VIEWER = of("l");

    /** What {@code librarian l} does and where, as {@code :viewer} may see it; otherwise empty. */
    public static final String WORK = Part.WORK.ofColumn("l", "work", "''") + " as work";

    private Sight() {}

    /**
     * Who has not blocked {@code :viewer}, also those who hide from strangers: for what they do in public, such as planning.
     *
     * @param librarian the alias of table {@code librarian}
     */
    public static String unblocked(String librarian) {
        return unblockedId(librarian + ".id");
    }

    /** @param id an expression that is a librarian's id, or null */
    public static String unblockedId(String id) {
        return "not exists (select from block where blocker_id = %s and blocked_id = :viewer)".formatted(id);
    }

    /**
     * The same of another alias.
     *
     * @param librarian the alias of table {@code librarian}
     */
    public static String of(String librarian) {
        return """
                (cast(:viewer as bigint) is not null or not %s.hidden) and\s""".formatted(librarian) + unblocked(librarian);
    }
}
