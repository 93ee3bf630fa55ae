package org.shelfmates.conversation;

import java.util.Locale;
import java.util.stream.Stream;
import org.shelfmates.web.BadRequestException;

/** What can be said to a comment by one press. */
public enum Reaction {
    THANKS,
    ME_TOO,
    CAN_HELP;

    /** As forms send it: {@code thanks}, {@code me-too}, {@code can-help}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws BadRequestException for a word that no form of ours sends */
    public static Reaction of(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("reaction"));
    }
}
