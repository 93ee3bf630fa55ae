package org.shelfmates.librarian.introduction;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.LibrarianCard;
import org.shelfmates.librarian.Person;

/**
 * An introduction as one of those sees it whom it concerns.
 *
 * @param state what there is to do or to know
 * @param card of whom one is introduced to; of the first of the two for a third person
 * @param second the other of the two for a third person, else null
 * @param asker who asks; for one's own it is oneself
 * @param words why
 * @param zone of the viewer
 * @param conversation its address once both agreed, else null
 */
public record IntroductionView(
        long id,
        State state,
        LibrarianCard card,
        @Nullable Person second,
        Person asker,
        String words,
        Instant askedAt,
        ZoneId zone,
        @Nullable String conversation) {

    /** In the order of the page. */
    public enum State {
        /** It waits for one's own answer. */
        OPEN,
        /** One said yes, and does not learn what the other says unless it is yes. */
        SAID_YES,
        /** One asked for it. */
        ASKED,
        AGREED
    }

    /** Whether it is a third person who introduces. */
    public boolean byThird() {
        return asker.id() != card.person().id();
    }
}
