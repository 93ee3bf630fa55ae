package org.shelfmates.tweetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.rsvp.Answering;
import org.shelfmates.tweetup.rsvp.Wish;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@ShelfmatesTest
@RecordApplicationEvents
class DueWorkTest {

    @Autowired
    DueWork due;

    @Autowired
    Answering answering;

    @Autowired
    Community community;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private Someone planner;

    @BeforeEach
    void somebodyWhoPlans() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    private long tweetupIn(Duration ahead) {
        return community.tweetup(
                "Due", Community.CARDIFF, planner, 1, "SCHEDULED", Instant.now().plus(ahead));
    }

    private List<Integer> reminders(long tweetup) {
        return events.stream(ReminderDue.class)
                .filter(reminder -> reminder.tweetupId() == tweetup)
                .map(ReminderDue::hours)
                .toList();
    }

    private long happened(long tweetup) {
        return events.stream(TweetupHappened.class)
                .filter(event -> event.tweetupId() == tweetup)
                .count();
    }

    @Test
    void peopleAreRemindedTwoDaysAndThreeHoursAhead() throws Exception {
        long tweetup = tweetupIn(Duration.ofDays(10));

        clock.after(Duration.ofDays(7), due::catchUp);
        assertThat(reminders(tweetup)).isEmpty();
        clock.after(Duration.ofDays(8).plusMinutes(1), due::catchUp);
        assertThat(reminders(tweetup)).containsExactly(48);
        clock.after(Duration.ofDays(9), due::catchUp);
        assertThat(reminders(tweetup)).containsExactly(48);
        clock.after(Duration.ofDays(10).minusHours(2), due::catchUp);
        assertThat(reminders(tweetup)).containsExactly(48, 3);
    }

    @Test
    void anotherDateIsRemindedOfAnew() throws Exception {
        long tweetup = tweetupIn(Duration.ofDays(10));
        clock.after(Duration.ofDays(8).plusMinutes(1), due::catchUp);

        jdbc.sql(
                        "update tweetup set starts_at = starts_at + interval '5 days', ends_at = ends_at + interval '5 days' where id = ?")
                .param(tweetup)
                .update();
        clock.after(Duration.ofDays(8).plusMinutes(2), due::catchUp);
        assertThat(reminders(tweetup)).containsExactly(48);
        clock.after(Duration.ofDays(13).plusMinutes(1), due::catchUp);

        assertThat(reminders(tweetup)).containsExactly(48, 48);
    }

    @Test
    void whatWasMissedIsSentLateButNotBothAtOnce() throws Exception {
        long missed = tweetupIn(Duration.ofDays(10));
        long both = tweetupIn(Duration.ofDays(9).plusHours(2));

        clock.after(Duration.ofDays(9), due::catchUp);

        assertThat(reminders(missed)).containsExactly(48);
        assertThat(reminders(both)).containsExactly(3);
    }

    @Test
    void aDateSetYesterdayForTomorrowNeedsNoReminderOfTwoDays() throws Exception {
        long tweetup = tweetupIn(Duration.ofHours(30));

        due.catchUp();

        assertThat(reminders(tweetup)).isEmpty();
    }

    @Test
    void thatItHappenedIsToldOnceAndOldNewsNever() throws Exception {
        long tweetup = tweetupIn(Duration.ofHours(5));
        long old = tweetupIn(Duration.ofDays(-30));

        due.catchUp();
        assertThat(happened(tweetup)).isZero();
        clock.after(Duration.ofHours(8), due::catchUp);
        clock.after(Duration.ofHours(9), due::catchUp);

        assertThat(happened(tweetup)).isEqualTo(1);
        assertThat(happened(old)).isZero();
    }

    @Test
    void aCancelledOneIsSilent() throws Exception {
        long tweetup = community.tweetup(
                "Cancelled",
                Community.CARDIFF,
                planner,
                null,
                "CANCELLED",
                Instant.now().plus(Duration.ofDays(10)));

        clock.after(Duration.ofDays(8).plusHours(1), due::catchUp);

        assertThat(reminders(tweetup)).isEmpty();
    }

    /** As when several instances look at the same moment. */
    @Test
    void severalAtOnceTellEachThingOnce() throws Exception {
        long tweetup = tweetupIn(Duration.ofDays(10));

        clock.after(Duration.ofDays(8).plusMinutes(1), () -> atOnce(6, due::catchUp));

        assertThat(jdbc.sql("select count(*) from tweetup_told where tweetup_id = ?")
                        .param(tweetup)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void placesWhoseHoldHasEndedGoToTheNext() throws Exception {
        long tweetup = tweetupIn(Duration.ofDays(10));
        long guest = jdbc.sql("insert into guest (name, email, created_at) values ('Tom', ?, ?) returning id")
                .params(Community.unique("tom") + "@example.org", Timestamp.from(Instant.now()))
                .query(Long.class)
                .single();
        answering.hold(tweetup, guest, Wish.of(Answer.GOING));
        answering.answer(tweetup, planner.id(), before -> Wish.of(Answer.GOING));

        clock.after(Answering.HOLD.minusMinutes(1), due::catchUp);
        assertThat(confirmed(tweetup)).as("still held").containsExactly((Long) null);
        clock.after(Answering.HOLD.plusMinutes(1), () -> atOnce(4, due::catchUp));

        assertThat(confirmed(tweetup)).containsExactly(planner.id());
    }

    private List<Long> confirmed(long tweetup) {
        return jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = 'CONFIRMED'")
                .param(tweetup)
                .query((row, n) -> (Long) row.getObject(1))
                .list();
    }

    private static void atOnce(int times, Runnable work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<Object>> all = IntStream.range(0, times)
                    .mapToObj(n -> Executors.callable(work))
                    .toList();
            for (Future<Object> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
