package org.shelfmates.tweetup.planning;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the log of a tweetup's decisions is told by the steps that planners take: inside their transactions. */
@Component
public class DecisionLine {

    private static final int LONGEST = 500;

    private final Decisions decisions;
    private final MessageSource messages;

    DecisionLine(Decisions decisions, MessageSource messages) {
        this.decisions = decisions;
        this.messages = messages;
    }

    /** @param message in the planner's language; what it has no room for is left out */
    public void write(long tweetupId, long planner, String message, Object... arguments) {
        decisions.record(
                tweetupId, planner, cut(messages.getMessage(message, arguments, LocaleContextHolder.getLocale())));
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
