package org.shelfmates.conversation.ledger;

import java.util.Arrays;
import java.util.Locale;
import org.shelfmates.web.BadRequestException;

/** The parts of a ledger. */
public enum Tab {
    /** With comments of others that the reader has not looked at; without what is muted. */
    UNREAD,
    /** Somebody said something to the reader, who has not written since. */
    WAITING,
    /** With a question of the reader's that has no answer yet. */
    QUESTIONS,
    ALL;

    /** As addresses say it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws BadRequestException for a made-up word */
    static Tab of(String word) {
        return Arrays.stream(values())
                .filter(tab -> tab.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("no such part of the ledger"));
    }
}
