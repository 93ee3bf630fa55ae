package org.shelfmates.tweetup.planning;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.TweetupChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what was of a tweetup that people had been invited to and that is at another time or venue now, and has them told. */
@Component
public class Moves {

    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Moves(MessageSource messages, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.messages = messages;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In the transaction that has moved it.
     *
     * @param tweetup as it is now, with a date
     * @param old when it was
     * @param reason for everybody who answered, up to 500 characters; where it is empty, that there is another space
     */
    public void tell(Tweetup tweetup, long planner, Tweetup.Slot old, String oldVenue, String reason) {
        Instant now = clock.instant();
        Tweetup.Slot slot = Objects.requireNonNull(tweetup.slot());
        if (!tweetup.takesAnswers(now)) {
            tweetup.closeAnswersAt(null); // who is asked again must be able to answer
        }
        long change = jdbc.sql("""
                        insert into change (tweetup_id, librarian_id, changed_at, old_start, old_end, old_venue,
                            new_start, new_end, new_venue, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        tweetup.id(),
                        planner,
                        Timestamp.from(now),
                        Timestamp.from(old.start()),
                        Timestamp.from(old.end()),
                        oldVenue,
                        Timestamp.from(slot.start()),
                        Timestamp.from(slot.end()),
                        tweetup.venue(),
                        reason.isEmpty()
                                ? messages.getMessage("change.found", null, LocaleContextHolder.getLocale())
                                : reason)
                .query(Long.class)
                .single();
        events.publishEvent(new TweetupChanged(tweetup.id(), change));
    }
}
