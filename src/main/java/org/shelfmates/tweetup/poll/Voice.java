package org.shelfmates.tweetup.poll;

import java.util.Locale;
import org.shelfmates.web.BadRequestException;

/** What somebody says to an option. */
enum Voice {
    YES,
    IF_NEED_BE,
    NO;

    /** As forms send it: {@code yes}, {@code if-need-be}, {@code no}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws BadRequestException for anything else: forms offer these three */
    static Voice of(String word) {
        for (Voice voice : values()) {
            if (voice.word().equals(word)) {
                return voice;
            }
        }
        throw new BadRequestException("no answer to an option");
    }
}
