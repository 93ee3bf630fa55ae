package org.shelfmates.group;

/** Who sees that somebody is a member of a group. That somebody organises one is seen by everybody. */
public enum Audience {
    EVERYONE,
    MEMBERS,
    ORGANISERS;

    /** Of {@code membership m}: whether {@code :viewer} (an id, or null) may see it. */
    public static final String SEEN = """
            (m.audience = 'EVERYONE' or m.organiser or m.librarian_id = :viewer or exists (
                select from membership own where own.group_id = m.group_id and own.librarian_id = :viewer
                    and (own.organiser or m.audience = 'MEMBERS')))""";
}
