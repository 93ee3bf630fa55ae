package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guest's answers become those of an account with the same address: also one that is not confirmed yet. */
@ShelfmatesTest
class ClaimTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    Answering answering;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone tom;
    private long confirmed;
    private long held;
    private String mine;

    @BeforeEach
    void oneAnswerIsConfirmedAndAnotherHeld() throws Exception {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.NEWPORT);
        confirmed = community.tweetup("Confirmed", Community.CARDIFF, planner, 2);
        held = community.tweetup("Held", Community.CARDIFF, planner, 1);
        ask(confirmed);
        mine = pages.postAsStranger(mailbox.link(tom.email(), 1) + "/confirmation")
                .location();
        mailbox.mails(tom.email(), 2);
        ask(held);
    }

    private void ask(long tweetup) {
        pages.postAsStranger(
                "/tweetups/" + tweetup + "/rsvp", "name", "Tom Guest", "email", tom.email(), "answer", "going");
    }

    @Test
    void whatIsClaimedIsNotTakenAwayWhenTheGuestsTimeToConfirmIsOver() throws Exception {
        assertThat(pages.post(mine + "/claim", tom).status()).isEqualTo(303);
        pages.post("/tweetups/" + held + "/rsvp", tom, "answer", "going");

        clock.after(Duration.ofMinutes(31), () -> answering.endHolds(held));

        assertThat(jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = 'CONFIRMED'")
                        .param(held)
                        .query(Long.class)
                        .list())
                .containsExactly(tom.id());
        assertThat(pages.get("/tweetups/" + held + "/a-tweetup").text(".date-due-slip"))
                .contains("Tom Prosser");
    }

    @Test
    void anOldLinkDoesNotMakeASecondAnswerOfTheSamePerson() throws Exception {
        String old = mailbox.link(tom.email(), 3);
        pages.post(mine + "/claim", tom);

        assertThat(pages.postAsStranger(old + "/confirmation").location()).isEqualTo("/tweetups/" + held);

        assertThat(jdbc.sql("select librarian_id from rsvp where tweetup_id = ?")
                        .param(held)
                        .query(Long.class)
                        .list())
                .containsExactly(tom.id());
    }

    @Test
    void thePageOfALinkThatIsGoneKnowsItsReader() {
        pages.post(mine + "/claim", tom);

        assertThat(pages.get(mine).status()).isEqualTo(410);
        assertThat(pages.get(mine, tom).text(".header__account")).contains("@" + tom.handle());
    }

    @Test
    void whatIsOverPromotesNobodyWhenAGuestsTimeToConfirmEnds() throws Exception {
        Someone waiting = community.librarian("Gwen Pritchard", Community.BANGOR);
        pages.post("/tweetups/" + held + "/rsvp", tom, "answer", "not-going");
        pages.post("/tweetups/" + held + "/rsvp", waiting, "answer", "going");

        clock.after(Duration.ofDays(20), () -> pages.post(mine + "/claim", tom));
        clock.after(Duration.ofDays(20), () -> answering.endHolds(held));

        assertThat(jdbc.sql("select standing from rsvp where tweetup_id = ? and librarian_id = ?")
                        .params(held, waiting.id())
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }
}
