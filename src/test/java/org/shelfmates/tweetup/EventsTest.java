package org.shelfmates.tweetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What happens is told once, by the act that it tells of, and not when the act is refused or repeated. */
@ShelfmatesTest
@RecordApplicationEvents
class EventsTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    MovableClock clock;

    @Autowired
    DueWork due;

    @Autowired
    ApplicationEvents events;

    private final LocalDateTime start = LocalDateTime.now().plusMonths(1).truncatedTo(ChronoUnit.HOURS);

    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void people() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
    }

    private <T> long told(Class<T> event, Predicate<T> ofThis) {
        return events.stream(event).filter(ofThis).count();
    }

    private int post(long id, String address, Someone who, String... fields) {
        Page page = pages.post("/tweetups/" + id + address, who, fields);
        return page.status();
    }

    @Test
    void aDateIsSettledOnce() {
        long id = community.idea("Tea", Community.CARDIFF, cerys);
        String[] date = {"start", start + "", "end", start.plusHours(2) + ""};

        assertThat(post(id, "/date", tom, date)).isEqualTo(403);
        assertThat(post(id, "/date", cerys, "start", start + "", "end", start + ""))
                .isEqualTo(422);
        assertThat(told(TweetupScheduled.class, event -> event.tweetupId() == id))
                .isZero();
        assertThat(post(id, "/date", cerys, date)).isEqualTo(303);
        assertThat(post(id, "/date", cerys, date)).isEqualTo(409);

        assertThat(told(TweetupScheduled.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
    }

    @Test
    void aPollIsOpenedDecidedAndClosedOnce() {
        long id = community.idea("Tea", Community.CARDIFF, cerys);
        String[] dates = {
            "options[0].start", start + "", "options[0].end", start.plusHours(2) + "",
            "options[1].start", start.plusDays(1) + "", "options[1].end",
                    start.plusDays(1).plusHours(2) + ""
        };
        assertThat(post(id, "/polls", tom, dates)).isEqualTo(403);
        assertThat(post(id, "/polls", cerys, "options[0].start", start + "")).isEqualTo(422);
        assertThat(told(PollOpened.class, event -> event.tweetupId() == id)).isZero();
        assertThat(post(id, "/polls", cerys, dates)).isEqualTo(303);
        assertThat(post(id, "/polls", cerys, dates)).isEqualTo(409);
        assertThat(told(PollOpened.class, event -> event.tweetupId() == id)).isEqualTo(1);

        long poll = events.stream(PollOpened.class)
                .filter(event -> event.tweetupId() == id)
                .findFirst()
                .orElseThrow()
                .pollId();
        String choice = "/polls/" + poll + "/options/" + community.options(poll).get(0) + "/choice";
        assertThat(post(id, choice, tom)).isEqualTo(403);
        assertThat(post(id, choice, cerys)).isEqualTo(303);
        assertThat(post(id, choice, cerys)).isEqualTo(409);
        post(id, "/polls/" + poll + "/close", cerys);

        assertThat(told(PollDecided.class, event -> event.tweetupId() == id)).isEqualTo(1);
        assertThat(told(PollClosed.class, event -> event.tweetupId() == id)).isEqualTo(1);
        assertThat(told(TweetupScheduled.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
    }

    @Test
    void whatWaitsForASecondPlannerIsToldOfWhenTheyAgree() {
        long id = community.idea("Tea", Community.CARDIFF, cerys, tom);
        post(id, "/agreement", cerys, "second", "true");
        long poll = community.datePoll(id);
        post(id, "/polls/" + poll + "/options/" + community.options(poll).get(0) + "/choice", cerys);
        assertThat(told(PollDecided.class, event -> event.tweetupId() == id)).isZero();

        String confirm = pages.get("/tweetups/" + id + "/an-idea", tom)
                .html()
                .select("form[action$=/confirmation]")
                .attr("action");
        pages.post(confirm, tom);
        pages.post(confirm, tom);

        assertThat(told(PollDecided.class, event -> event.tweetupId() == id && event.planner() == tom.id()))
                .isEqualTo(1);
        assertThat(told(PollClosed.class, event -> event.pollId() == poll)).isEqualTo(1);
        assertThat(told(TweetupScheduled.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
    }

    @Test
    void anotherTimeIsToldOfOnce() {
        long id = community.tweetup("Tea", Community.CARDIFF, cerys, null);
        String address = "/a-tweetup/change";
        String[] change = Pages.filled(
                pages.get("/tweetups/" + id + address, cerys),
                "form[action$=/change]",
                "venue",
                "Elsewhere",
                "reason",
                "The room is taken");

        assertThat(post(id, address, tom, change)).isEqualTo(403);
        assertThat(post(id, address, cerys, change)).isEqualTo(303);
        post(id, address, cerys, change);

        assertThat(told(TweetupChanged.class, event -> event.tweetupId() == id)).isEqualTo(1);
    }

    @Test
    void aCancellationAndItsEndAreToldOfOnce() {
        long id = community.tweetup("Tea", Community.CARDIFF, cerys, null);

        assertThat(post(id, "/cancellation", cerys, "because", "")).isEqualTo(422);
        assertThat(post(id, "/reopening", cerys)).isEqualTo(409);
        assertThat(post(id, "/cancellation", cerys, "because", "Rain")).isEqualTo(303);
        assertThat(post(id, "/cancellation", cerys, "because", "Rain")).isEqualTo(409);
        assertThat(post(id, "/reopening", tom)).isEqualTo(403);
        assertThat(post(id, "/reopening", cerys)).isEqualTo(303);
        assertThat(post(id, "/reopening", cerys)).isEqualTo(409);

        assertThat(told(TweetupCancelled.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
        assertThat(told(TweetupReopened.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
    }

    @Test
    void somebodyIsAskedToPlanOnce() {
        long id = community.idea("Tea", Community.CARDIFF, cerys);

        assertThat(post(id, "/planners", tom, "handle", tom.handle())).isEqualTo(403);
        assertThat(post(id, "/planners", cerys, "handle", tom.handle())).isEqualTo(303);
        assertThat(post(id, "/planners", cerys, "handle", tom.handle())).isEqualTo(422);

        assertThat(told(PlannerInvited.class, event -> event.tweetupId() == id)).isEqualTo(1);
    }

    @Test
    void aPlaceThatIsGivenBackIsToldOfOnce() {
        long id = community.tweetup("Tea", Community.CARDIFF, cerys, 1);
        post(id, "/rsvp", cerys, "answer", "going");
        post(id, "/rsvp", tom, "answer", "going");
        post(id, "/rsvp", tom, "answer", "going");
        assertThat(told(RsvpPromoted.class, event -> event.tweetupId() == id)).isZero();

        post(id, "/rsvp", cerys, "answer", "not-going");
        post(id, "/rsvp", cerys, "answer", "not-going");

        assertThat(told(RsvpPromoted.class, event -> event.tweetupId() == id)).isEqualTo(1);
    }

    @Test
    void whatTheClockBringsIsToldOnce() throws Exception {
        long id = community.tweetup("Tea", Community.CARDIFF, cerys, null);
        for (Duration later : new Duration[] {
            Duration.ofDays(12).plusHours(1),
            Duration.ofDays(13).plusHours(22),
            Duration.ofDays(14).plusHours(3)
        }) {
            clock.after(later, () -> {
                due.catchUp();
                due.catchUp();
            });
        }

        assertThat(told(ReminderDue.class, event -> event.tweetupId() == id && event.hours() == 48))
                .isEqualTo(1);
        assertThat(told(ReminderDue.class, event -> event.tweetupId() == id && event.hours() == 3))
                .isEqualTo(1);
        assertThat(told(TweetupHappened.class, event -> event.tweetupId() == id))
                .isEqualTo(1);
    }
}
