package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.PollClosesSoon;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** That a poll closes soon is told of once, about a day before, also late. */
@ShelfmatesTest
@RecordApplicationEvents
class PollRemindersTest {

    @Autowired
    Community community;

    @Autowired
    PollReminders reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private final Instant now = Instant.now();
    private long poll;

    @BeforeEach
    void aPoll() {
        poll = community.datePoll(community.idea(
                "Tea, some day", Community.CARDIFF, community.librarian("Cerys Morgan", Community.CARDIFF)));
    }

    private void lasts(Duration since, Duration left) {
        jdbc.sql("update poll set opened_at = ?, closes_at = ? where id = ?")
                .params(Timestamp.from(now.minus(since)), Timestamp.from(now.plus(left)), poll)
                .update();
    }

    private long told() {
        return events.stream(PollClosesSoon.class)
                .filter(soon -> soon.pollId() == poll)
                .count();
    }

    @Test
    void itIsToldOnceADayBefore() {
        lasts(Duration.ofDays(3), Duration.ofHours(25));
        reminders.catchUp(now);
        assertThat(told()).isZero();

        reminders.catchUp(now.plus(Duration.ofMinutes(61)));
        reminders.catchUp(now.plus(Duration.ofMinutes(62)));

        assertThat(told()).isOne();
    }

    @Test
    void itIsToldLateWhileItIsOpenAndNotAfterwards() {
        lasts(Duration.ofDays(3), Duration.ofHours(2));
        reminders.catchUp(now.plus(Duration.ofHours(3)));
        assertThat(told()).isZero();

        reminders.catchUp(now.plus(Duration.ofHours(1)));

        assertThat(told()).isOne();
    }

    @Test
    void aShortPollAnOpenEndedAndAClosedOneAreNot() {
        lasts(Duration.ofHours(30), Duration.ofHours(17));
        reminders.catchUp(now);
        jdbc.sql("update poll set closes_at = null where id = ?").param(poll).update();
        reminders.catchUp(now);
        lasts(Duration.ofDays(3), Duration.ofHours(2));
        jdbc.sql("update poll set closed_at = now() where id = ?").param(poll).update();
        reminders.catchUp(now);

        assertThat(told()).isZero();
    }
}
