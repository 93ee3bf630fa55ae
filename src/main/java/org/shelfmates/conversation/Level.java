package org.shelfmates.conversation;

import java.util.stream.Stream;
import org.shelfmates.web.BadRequestException;

/** How much of a thread somebody who has it in the ledger wants to be told. */
public enum Level {
    /** Every comment. */
    FOLLOW,
    /** What is said to them: answers and mentions; the rest waits in the ledger. What everybody begins with. */
    REPLIES,
    /** Nothing, whatever happens, until they say otherwise. */
    MUTED;

    /** @throws BadRequestException for a word that no form of ours sends */
    public static Level of(String word) {
        return Stream.of(values())
                .filter(level -> level.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("no such level"));
    }
}
