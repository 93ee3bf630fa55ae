package org.shelfmates.group;

/** The last organiser of a group cannot go while there are members to hand it over to. */
public class NoOrganiserLeftException extends RuntimeException {

    private final String slug;

    NoOrganiserLeftException(String slug) {
        super(slug, null, false, false);
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
