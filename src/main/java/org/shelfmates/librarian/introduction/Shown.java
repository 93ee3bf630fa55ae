package org.shelfmates.librarian.introduction;

/** Who sees what of introductions, in SQL. */
public final class Shown {

    /** Of {@code introduction i}: that nobody of those it concerns has blocked another. */
    static final String PEACEFUL = """
            not exists (select from block where blocker_id in (i.one_id, i.other_id, i.asked_by)
                and blocked_id in (i.one_id, i.other_id, i.asked_by))""";

    /** How many wait for an answer of {@code :viewer}; {@code :open} is the moment after which they were asked. */
    public static final String WAITING = """
            (select count(*) from introduction i where :viewer in (i.one_id, i.other_id) and i.live and not i.closed
                and i.asked_at > :open
                and case when :viewer = i.one_id then i.one_answer else i.other_answer end is null and %s)""".formatted(PEACEFUL);

    private Shown() {}
}
