package org.shelfmates.venue.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an appeal does not take any more, and that no words are lost with it. */
@ShelfmatesTest
class AppealRefusedTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private long tweetup;
    private long id;
    private String appeal;

    @BeforeEach
    void anAppeal() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        tweetup = community.tweetup("Looking for a room", Community.CARDIFF, cerys, 12);
        id = community.appeal("We need a room", tweetup);
        appeal = "/appeals/" + id;
    }

    private Page suggest(long venue, String note) {
        return pages.post(appeal + "/suggestions", tom, "venue", "" + venue, "note", note);
    }

    private String suggested(String name) {
        long venue = community.venue(name, Community.CARDIFF, "FREE", null);
        assertThat(suggest(venue, "Ask for Sian").status()).isEqualTo(303);
        return jdbc.sql("select '/suggestions/' || max(id) from appeal_suggestion where venue_id = ?")
                .param(venue)
                .query(String.class)
                .single();
    }

    private Page mark(String suggestion, String... fields) {
        return pages.post(appeal + suggestion + "/mark", cerys, fields);
    }

    private void cancel() {
        jdbc.sql("update tweetup set state = 'CANCELLED' where id = ?")
                .param(tweetup)
                .update();
    }

    @Test
    void ofACancelledTweetupNothingIsAskedForAnyMore() {
        String one = suggested("Cancelled");
        cancel();

        Page page = pages.get(appeal, cerys);
        assertThat(page.text(".notice")).contains("The tweetup is cancelled");
        assertThat(page.html().select("a[href$=/suggestions/new], form[action$=/mark], form[action$=/closing]"))
                .isEmpty();
        assertThat(pages.get(appeal + "/suggestions/guest").location()).isEqualTo(appeal);
        assertThat(pages.get(appeal + "/suggestions/new", tom).location()).isEqualTo(appeal);
        assertThat(suggest(community.venue("Late", Community.CARDIFF, "FREE", null), "")
                        .status())
                .isEqualTo(409);
        assertThat(mark(one, "was", "open", "state", "taken").status()).isEqualTo(409);
    }

    @Test
    void norOfOneThatIsOver() throws Exception {
        clock.after(Duration.ofDays(15), () -> {
            assertThat(pages.get(appeal, tom).text(".notice")).contains("The tweetup is over");
            assertThat(pages.get(appeal + "/suggestions/new", tom).location()).isEqualTo(appeal);
        });
        assertThat(pages.get(appeal, tom).text(".notice")).doesNotContain("The tweetup is over");
    }

    @Test
    void whatALibrarianWroteWhileTheAppealClosedIsStillInTheForm() {
        long venue = community.venue("Late", Community.CARDIFF, "FREE", null);
        pages.post(appeal + "/closing", cerys);

        Page page = suggest(venue, "Ask for Sian");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("takes no suggestions any more");
        assertThat(page.html().select("#note").text()).isEqualTo("Ask for Sian");
        assertThat(page.html().select("input[name=venue][checked]").val()).isEqualTo("" + venue);
    }

    @Test
    void andSoItIsWhereTheAppealIsFull() {
        community.fill(id);

        Page page = suggest(community.venue("Late", Community.CARDIFF, "FREE", null), "Ask for Sian");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("as many suggestions as it takes");
        assertThat(page.html().select("#note").text()).isEqualTo("Ask for Sian");
    }

    @Test
    void aFullPollRefusesAnotherOptionAndTheReasonStays() {
        String one = suggested("The Pub");
        jdbc.sql("""
                        with p as (insert into poll (tweetup_id, kind, opened_at) values (?, 'VENUE', now()) returning id)
                        insert into poll_option (poll_id, venue, cost, access)
                        select p.id, 'Room ' || n, '', '' from p, generate_series(1, 20) n""").param(tweetup).update();

        Page page = mark(one, "was", "open", "state", "taken", "use", "poll", "close", "true", "reason", "Lovely");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("The poll for a venue is full", "Lovely");
        assertThat(page.html().select("input[name=reason]").val()).isEqualTo("Lovely");
        assertThat(page.html().select("input[name=use][checked]").val()).isEqualTo("poll");
        assertThat(page.html().select("input[name=close][checked]")).hasSize(1);
        assertThat(pages.get(appeal, tom).text("main")).doesNotContain("Taken");
    }

    @Test
    void whoClosesOneThatIsClosedDoesNotLoseTheirWord() {
        pages.post(appeal + "/closing", cerys, "because", "We meet online");

        Page page = pages.post(appeal + "/closing", cerys, "because", "We meet at the pub");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("Somebody was faster", "We meet at the pub");
        assertThat(page.text(".notice")).contains("We meet online");
    }

    @Test
    void whoMarksOnOneThatIsClosedDoesNotLoseTheReason() {
        String one = suggested("The Pub");
        pages.post(appeal + "/closing", cerys);

        Page page = mark(one, "was", "open", "state", "tried", "reason", "No answer yet");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("Somebody was faster", "No answer yet");
    }

    @Test
    void whoRunsItRemovesASuggestionAlsoOnceItIsClosed() {
        String one = suggested("Unspeakable");
        mark(one, "was", "open", "state", "taken", "close", "true");
        String removal = appeal + one + "/removal";
        assertThat(pages.get(appeal, tom).text("main")).contains("Unspeakable", "Tom Price");
        assertThat(pages.get(appeal, tom).html().select("form[action$=/removal]"))
                .isEmpty();

        assertThat(pages.post(removal, tom).status()).isEqualTo(403);
        assertThat(pages.post(appeal + "/suggestions/0/removal", cerys).status())
                .isEqualTo(404);
        String other = "/appeals/" + community.appeal("Another", cerys);
        assertThat(pages.post(other + one + "/removal", cerys).status()).isEqualTo(404);
        assertThat(pages.post(removal, cerys).status()).isEqualTo(303);
        assertThat(pages.post(removal, cerys).status()).isEqualTo(303);

        assertThat(pages.get(appeal, cerys).text("main")).doesNotContain("Unspeakable", "Ask for Sian", "Tom Price");
    }

    @Test
    void whoSuggestedNothingButWhatWasRefusedIsNotThanked() {
        String no = suggested("Nonsense");
        mark(no, "was", "open", "state", "no", "reason", "It is no space");
        long pub = community.venue("The Pub", Community.CARDIFF, "FREE", null);
        pages.post(appeal + "/suggestions", cerys, "venue", "" + pub);
        String taken = jdbc.sql("select '/suggestions/' || id from appeal_suggestion where venue_id = ?")
                .param(pub)
                .query(String.class)
                .single();
        mark(taken, "was", "open", "state", "taken", "close", "true");

        assertThat(pages.get(appeal, cerys).text(".notice"))
                .contains("Thank you to all who helped: Cerys Morgan")
                .doesNotContain("Tom Price");
    }
}
