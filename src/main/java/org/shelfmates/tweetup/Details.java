package org.shelfmates.tweetup;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What an invitation tells beside its plan, each in a line of words and empty where there is nothing to tell.
 *
 * @param hashtag without its {@code #}
 * @param access steps, noise, seats, loops
 * @param lastConnection the last train or bus home
 * @param bring what to bring
 * @param sign what the others are recognised by
 * @param greeterId the librarian who greets newcomers, or null
 */
@Embeddable
public record Details(
        String hashtag,
        String cost,
        String access,
        String lastConnection,
        String bring,
        String sign,
        @Nullable Long greeterId) {

    static final Details NONE = new Details("", "", "", "", "", "", null);

    /** The same for a venue of which this is known. */
    public Details at(String cost, String access) {
        return new Details(hashtag, cost, access, lastConnection, bring, sign, greeterId);
    }
}
