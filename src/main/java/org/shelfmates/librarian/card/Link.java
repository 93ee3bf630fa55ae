package org.shelfmates.librarian.card;

/**
 * Where else somebody is to be found.
 *
 * @param address begins with {@code https://} or {@code http://}
 */
public record Link(Kind kind, String address) {

    /** What a link leads to. */
    public enum Kind {
        BLOG,
        MASTODON,
        BLUESKY,
        LINKEDIN,
        ORCID,
        OTHER
    }

    /** As the column {@code links} holds it: the kind, a space, the address. */
    public static Link of(String kept) {
        int space = kept.indexOf(' ');
        return new Link(Kind.valueOf(kept.substring(0, space)), kept.substring(space + 1));
    }

    public String kept() {
        return kind + " " + address;
    }

    /** As people would say it: {@code @user@host}, the number of an ORCID, an address without what all have. */
    public String label() {
        String rest = address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        return switch (kind) {
            case MASTODON -> rest.replaceFirst("^([^/]+)/(@.+)$", "$2@$1");
            case BLUESKY -> rest.replaceFirst("^bsky\\.app/profile/", "@");
            case ORCID -> rest.replaceFirst("^orcid\\.org/", "");
            case LINKEDIN -> rest.replaceFirst("^([^/]+\\.)?linkedin\\.com/", "");
            case BLOG, OTHER -> rest;
        };
    }
}
