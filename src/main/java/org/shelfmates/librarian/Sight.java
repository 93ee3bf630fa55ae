package org.shelfmates.librarian;

/**
 * Who may be seen by whoever looks, as a condition for each query that lists or opens people: strangers see nobody who hides
 * from them, and nobody sees who has blocked them.
 */
public final class Sight {

    /** Of {@code librarian l}; {@code :viewer} is an id, or null for strangers. */
    public static final String OF_VIEWER = of("l");

    private Sight() {}

    /**
     * The same of another alias.
     *
     * @param librarian the alias of table {@code librarian}
     */
    public static String of(String librarian) {
        return """
                (cast(:viewer as bigint) is not null or not %1$s.hidden) and not exists (select from block
                    where blocker_id = %1$s.id and blocked_id = :viewer)""".formatted(librarian);
    }
}
