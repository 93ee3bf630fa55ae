package org.shelfmates.librarian.card;

/** The parts of a card that each have their {@link Audience}. Name, handle, place and sectors are always for everyone. */
public enum Part {
    WORK,
    ABOUT,
    PICTURE,
    INTERESTS,
    LINKS,
    /** What they offer, and what they are looking for. */
    OFFERS,
    LANGUAGES,
    STAGE,
    PRONOUNS;

    /**
     * The condition, for each query that reads the part, of its being shown to whoever looks.
     *
     * @param librarian the alias of table {@code librarian}; {@code :viewer} is an id, or null for strangers
     */
    public String seenOf(String librarian) {
        return """
                (%1$s.audience = '{}' or %1$s.id = :viewer or case
                    when '%2$s NOBODY' = any (%1$s.audience) then false
                    when '%2$s FOLLOWED' = any (%1$s.audience) then exists (
                        select from follow where follower_id = %1$s.id and followed_id = :viewer)
                    when '%2$s MEMBERS' = any (%1$s.audience) then cast(:viewer as bigint) is not null
                    else true end)""".formatted(librarian, name());
    }

    /** A column's value for who may see this part, and {@code otherwise} for the others. */
    public String ofColumn(String librarian, String column, String otherwise) {
        return "case when %s then %s.%s else %s end".formatted(seenOf(librarian), librarian, column, otherwise);
    }
}
