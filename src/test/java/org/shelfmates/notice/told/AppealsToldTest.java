package org.shelfmates.notice.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who asks for a space is told of suggestions, and who helped of what became of them. */
@ShelfmatesTest
class AppealsToldTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private Someone tom;
    private Someone ana;
    private long appeal;

    @BeforeEach
    void anAppealOfTwoPlanners() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Price", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        ana = community.librarian("Ana Silva", Community.CARDIFF);
        long tea = community.tweetup("Tea", Community.CARDIFF, cerys, 9);
        community.letPlan(tea, gwen);
        appeal = community.appeal("We need a room", tea);
    }

    private List<String> told(Someone who) {
        return jdbc.sql("select kind from notice where librarian_id = ? and subject = ? order by id")
                .params(who.id(), "appeal:" + appeal)
                .query(String.class)
                .list();
    }

    private void awaitTold(Someone who, String... kinds) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told(who)).containsExactly(kinds));
    }

    private long suggest(Someone who, String venue) {
        long known = community.venue(venue, Community.CARDIFF, "FREE", null);
        pages.post("/appeals/" + appeal + "/suggestions", who, "venue", "" + known, "note", "Ask for Sian");
        return jdbc.sql("select id from appeal_suggestion where venue_id = ?")
                .param(known)
                .query(Long.class)
                .single();
    }

    private void take(long suggestion) {
        pages.post(
                "/appeals/" + appeal + "/suggestions/" + suggestion + "/mark",
                cerys,
                "was",
                "open",
                "state",
                "taken",
                "close",
                "true",
                "reason",
                "Lovely");
    }

    @Test
    void thePlannersHearOfASuggestionAndWhoMadeItDoesNot() throws Exception {
        suggest(tom, "The Museum");

        awaitTold(cerys, "APPEAL_ANSWERED");
        awaitTold(gwen, "APPEAL_ANSWERED");
        assertThat(told(tom)).isEmpty();
        assertThat(pages.get("/me/notices", gwen).text("main"))
                .contains("Tom Prosser suggested The Museum for “We need a room”");
        assertThat(Mailbox.text(mailbox.mails(gwen.email(), 1).get(0))).contains("Ask for Sian");
    }

    @Test
    void whoseSuggestionIsTakenHearsOfThatAndTheOthersAreThanked() {
        suggest(ana, "The Pub");
        long museum = suggest(tom, "The Museum");

        take(museum);

        awaitTold(tom, "SUGGESTION_TAKEN");
        awaitTold(ana, "APPEAL_CLOSED");
        assertThat(pages.get("/me/notices", tom).text("main")).contains("Your suggestion The Museum is taken");
    }

    @Test
    void whenItClosesWithoutSuccessNobodyIsThanked() {
        suggest(ana, "The Pub");
        awaitTold(gwen, "APPEAL_ANSWERED");

        pages.post("/appeals/" + appeal + "/closing", cerys, "because", "We meet online");
        pages.post("/appeals/" + appeal + "/reopening", cerys);
        long museum = suggest(tom, "The Museum");
        take(museum);

        awaitTold(ana, "APPEAL_CLOSED");
    }

    @Test
    void aGuestHearsByMail() throws Exception {
        String email = Community.unique("guest") + "@example.org";
        long known = community.venue("The Chapel", Community.CARDIFF, "FREE", null);
        pages.postAsStranger(
                "/appeals/" + appeal + "/suggestions", "venue", "" + known, "name", "Tom Guest", "email", email);
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");
        long suggestion = jdbc.sql("select id from appeal_suggestion where venue_id = ?")
                .param(known)
                .query(Long.class)
                .single();

        take(suggestion);

        assertThat(mailbox.mails(email, 2).get(1).getSubject()).isEqualTo("Your suggestion is taken: We need a room");
    }
}
