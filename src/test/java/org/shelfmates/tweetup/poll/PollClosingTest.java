package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.PollClosed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A poll ends once, at its time or by a planner, and is told of once. */
@ShelfmatesTest
@RecordApplicationEvents
class PollClosingTest {

    private static final Duration AFTER = Duration.ofHours(3);

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    PollClosing closing;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private final Instant closes = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);

    private Someone cerys;
    private long id;
    private long poll;

    @BeforeEach
    void aPollThatClosesInTwoHours() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        poll = community.datePoll(id);
        jdbc.sql("update poll set closes_at = ? where id = ?")
                .params(Timestamp.from(closes), poll)
                .update();
    }

    private void catchUp() {
        closing.catchUp(clock.instant());
    }

    private long told() {
        return events.stream(PollClosed.class)
                .filter(closed -> closed.pollId() == poll && closed.tweetupId() == id)
                .count();
    }

    private Instant closedAt() {
        return jdbc.sql("select closed_at from poll where id = ?")
                .param(poll)
                .query((row, n) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    @Test
    void itClosesAtItsTimeAndIsToldOfOnce() throws Exception {
        catchUp();
        assertThat(told()).isZero();
        assertThat(closedAt()).isNull();

        clock.after(AFTER, () -> {
            catchUp();
            catchUp();
        });

        assertThat(told()).isEqualTo(1);
        assertThat(closedAt()).isEqualTo(closes);
    }

    @Test
    void itIsClosedLateWhereNobodyRanTheSite() throws Exception {
        clock.after(Duration.ofDays(40), this::catchUp);

        assertThat(told()).isEqualTo(1);
        assertThat(closedAt()).isEqualTo(closes);
    }

    /** As when several instances look at the same moment: only who writes the row tells of it. */
    @Test
    void ofTwoRunsAtOnceOneClosesIt() throws Exception {
        clock.after(AFTER, () -> {
            // threads of this test's own: what they publish is recorded for it
            ExecutorService instances = Executors.newFixedThreadPool(4);
            try {
                for (Future<Object> run :
                        instances.invokeAll(Collections.nCopies(4, Executors.callable(this::catchUp)))) {
                    run.get();
                }
            } finally {
                instances.shutdown();
            }
            catchUp();
        });

        assertThat(told()).isEqualTo(1);
    }

    @Test
    void aPlannerWhoClosesItTwiceIsToldOfOnceAndTheClockSaysNothingMore() throws Exception {
        String close = "/tweetups/" + id + "/polls/" + poll + "/close";
        pages.post(close, cerys);
        Instant closed = closedAt();
        pages.post(close, cerys);
        clock.after(AFTER, this::catchUp);

        assertThat(told()).isEqualTo(1);
        assertThat(closedAt()).isEqualTo(closed).isBefore(closes);
    }

    @Test
    void aPlannerWhoClosesItAfterItsTimeDoesNotMoveThatTime() throws Exception {
        clock.after(AFTER, () -> pages.post("/tweetups/" + id + "/polls/" + poll + "/close", cerys));

        assertThat(closedAt()).isEqualTo(closes);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void theNextPollClosesTheOneThatIsOverAndTellsOfIt() throws Exception {
        clock.after(AFTER, () -> {
            String[] fields = {
                "options[0].start", "2027-05-01T10:00", "options[0].end", "2027-05-01T12:00",
                "options[1].start", "2027-05-02T10:00", "options[1].end", "2027-05-02T12:00"
            };
            assertThat(pages.post("/tweetups/" + id + "/polls", cerys, fields).status())
                    .isEqualTo(303);
            catchUp();
        });

        assertThat(told()).isEqualTo(1);
        assertThat(closedAt()).isEqualTo(closes);
    }

    @Test
    void choosingClosesItOnce() throws Exception {
        long option = community.options(poll).get(0);
        pages.post("/tweetups/" + id + "/polls/" + poll + "/options/" + option + "/choice", cerys);
        clock.after(AFTER, this::catchUp);

        assertThat(told()).isEqualTo(1);
    }
}
