package org.shelfmates.tweetup;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the log of a tweetup's decisions is told by the steps that planners take: inside their transactions. */
@Component
class DecisionLine {

    private static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Clock clock;

    DecisionLine(JdbcClient jdbc, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param message in the planner's language; what it has no room for is left out */
    void write(long tweetupId, long planner, String message, Object... arguments) {
        String words = messages.getMessage(message, arguments, LocaleContextHolder.getLocale());
        jdbc.sql("insert into decision (tweetup_id, librarian_id, words, decided_at) values (?, ?, ?, ?)")
                .params(tweetupId, planner, cut(words), Timestamp.from(clock.instant()))
                .update();
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
