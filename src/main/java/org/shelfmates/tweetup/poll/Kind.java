package org.shelfmates.tweetup.poll;

import java.util.Locale;
import org.shelfmates.web.BadRequestException;

/** What a poll asks for. */
enum Kind {
    DATE,
    VENUE;

    /** As addresses and forms say it: {@code date}, {@code venue}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadRequestException when there is no such kind */
    static Kind of(String word) {
        return switch (word) {
            case "date" -> DATE;
            case "venue" -> VENUE;
            default -> throw new BadRequestException("no kind of poll");
        };
    }
}
