package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class GuestTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private long tweetup;
    private String email;

    @BeforeEach
    void oneWithTwoPlaces() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("Open to guests", Community.CARDIFF, planner, 2);
        email = Community.unique("tom") + "@example.org";
    }

    private Page ask(String... more) {
        String[] fields = {"name", "Tom Guest", "email", email, "answer", "going", "note", "I bring scones"};
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return pages.postAsStranger("/tweetups/" + tweetup + "/rsvp", all);
    }

    private Page invitation() {
        return pages.get("/tweetups/" + tweetup + "/a-tweetup", planner);
    }

    private List<String> standings() {
        return jdbc.sql("select standing from rsvp where tweetup_id = ? and standing is not null order by turn")
                .param(tweetup)
                .query(String.class)
                .list();
    }

    @Test
    void aStrangerIsOfferedToAnswerWithoutAnAccount() {
        Page page = pages.get("/tweetups/" + tweetup + "/a-tweetup");
        String form = page.html().select(".rsvp a.button").first().attr("href");

        Page guest = pages.get(form + "?answer=maybe");

        assertThat(page.header("Set-Cookie")).isNull();
        assertThat(guest.html().select("input[name=email]")).hasSize(1);
        assertThat(guest.html().select("input[name=answer][checked]").val()).isEqualTo("maybe");
    }

    @Test
    void anAnswerStandsOnceTheLinkInTheMailIsUsed() throws Exception {
        Page asked = ask();
        assertThat(asked.text("h1")).isEqualTo("Look into your mail");
        assertThat(invitation().text(".rsvp__places")).isEqualTo("1 place left");
        assertThat(invitation().text(".date-due-slip")).doesNotContain("Tom Guest");
        String link = mailbox.link(email, 1);
        assertThat(mailbox.mails(email, 1).get(0).getSubject()).isEqualTo("Confirm your answer: Open to guests");

        assertThat(pages.get(link).text("main button")).isEqualTo("Confirm my answer");
        assertThat(invitation().text(".date-due-slip")).doesNotContain("Tom Guest");
        Page confirmed = pages.postAsStranger(link + "/confirmation");

        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(invitation().text(".date-due-slip")).contains("Tom Guest", "I bring scones");
        Page mine = pages.get(confirmed.location());
        assertThat(mine.text("main .notice")).isEqualTo("You are going. A place is kept for you.");
        assertThat(mine.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theLinkWorksOnce() throws Exception {
        ask();
        String link = mailbox.link(email, 1);
        pages.postAsStranger(link + "/confirmation");

        Page again = pages.postAsStranger(link + "/confirmation");

        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text("h1")).isEqualTo("This link has done its work");
        assertThat(pages.get(link).status()).isEqualTo(410);
        assertThat(standings()).containsExactly("CONFIRMED");
    }

    @Test
    void aLinkChangedByALetterIsNone() throws Exception {
        ask();
        String link = mailbox.link(email, 1);
        String other = link.substring(0, link.length() - 1) + (link.endsWith("x") ? "y" : "x");

        assertThat(pages.get(other).status()).isEqualTo(404);
        assertThat(pages.postAsStranger(other + "/confirmation").status()).isEqualTo(404);
    }

    @Test
    void aLinkIsTooOldAfterTwoDays() throws Exception {
        ask();
        String link = mailbox.link(email, 1);

        clock.after(Duration.ofHours(49), () -> {
            assertThat(pages.get(link).status()).isEqualTo(410);
            assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(410);
        });
    }

    @Test
    void aPlaceThatIsNotConfirmedInTimeGoesToTheNext() throws Exception {
        ask();
        for (int i = 0; i < 2; i++) {
            Someone one = community.librarian("Gwen Pritchard", Community.BANGOR);
            pages.post("/tweetups/" + tweetup + "/rsvp", one, "answer", "going");
        }
        assertThat(standings()).containsExactly("CONFIRMED", "CONFIRMED", "WAITING");
        String link = mailbox.link(email, 1);

        clock.after(Duration.ofMinutes(31), () -> {
            pages.post("/tweetups/" + tweetup + "/rsvp", planner, "answer", "maybe");
            assertThat(standings()).containsExactly("CONFIRMED", "CONFIRMED");
            String mine = pages.postAsStranger(link + "/confirmation").location();
            assertThat(pages.get(mine).text("main .notice")).isEqualTo("You are waiting, and next in line.");
        });
    }

    @Test
    void thePrivateLinkChangesTheAnswerEverAfter() throws Exception {
        ask();
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");
        String mine = mailbox.link(email, 2);

        Page changed = pages.postAsStranger(mine, "answer", "not-going");

        assertThat(changed.status()).isEqualTo(303);
        assertThat(pages.get(mine).text("main .notice")).isEqualTo("You are not coming.");
        assertThat(pages.get(mine).html().select("#note").val()).isEqualTo("I bring scones");
        assertThat(standings()).isEmpty();
    }

    @Test
    void anAccountWithTheSameAddressTakesTheAnswerIn() throws Exception {
        Someone librarian = community.librarian("Tom Guest", Community.NEWPORT);
        email = librarian.email();
        ask();
        String mine =
                pages.postAsStranger(mailbox.link(email, 1) + "/confirmation").location();

        Page other = pages.post(mine + "/claim", planner);
        Page claimed = pages.post(mine + "/claim", librarian);

        assertThat(other.status()).isEqualTo(403);
        assertThat(claimed.location()).isEqualTo("/tweetups/" + tweetup + "/a-tweetup#rsvp");
        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup", librarian).text(".rsvp .notice"))
                .isEqualTo("You are going. A place is kept for you.");
        assertThat(pages.get(mine).status()).isEqualTo(410);
        assertThat(standings()).containsExactly("CONFIRMED");
    }

    @Test
    void askingTwiceKeepsOnePlace() throws Exception {
        ask();
        ask("guests", "0");
        mailbox.mails(email, 2);

        assertThat(standings()).containsExactly("CONFIRMED");
    }

    @Test
    void aFormThatFailsComesBackFilledIn() {
        String address = email;
        email = "not an address";

        Page page = ask("visible", "planners");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains("Write an e-mail address, like you@example.org.");
        assertThat(page.html().select("#email").val()).isEqualTo("not an address");
        assertThat(page.html().select("#note").val()).isEqualTo("I bring scones");
        assertThat(page.html().select("input[name=visible][checked]").val()).isEqualTo("planners");
        assertThat(standings()).isEmpty();
        assertThat(address).isNotEqualTo(email);
    }

    @Test
    void companionsOutOfRangeAreRefused() {
        community.companions(tweetup, 1);

        assertThat(ask("guests", "-1").text("#guests-error")).contains("Write a whole number, 0 or more.");
        assertThat(ask("guests", "10000").text("#guests-error")).contains("Write a whole number, 0 or more.");
        assertThat(ask("guests", "2").text("#guests-error")).contains("You can bring one person at most.");
        assertThat(standings()).isEmpty();
    }

    @Test
    void oneAddressIsNotFloodedWithMails() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask().status()).isEqualTo(200);
        }

        assertThat(ask().status()).isEqualTo(429);
    }

    @Test
    void whoSeesANameIsUpToItsBearer() throws Exception {
        Someone member = community.librarian("Gwen Pritchard", Community.BANGOR);
        Someone shy = community.librarian("Shy Reader", Community.BANGOR);
        pages.post("/tweetups/" + tweetup + "/rsvp", shy, "answer", "going", "visible", "planners");
        ask("visible", "members");
        pages.postAsStranger(mailbox.link(email, 1) + "/confirmation");

        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup").text(".date-due-slip"))
                .doesNotContain("Tom Guest", "Shy Reader");
        assertThat(pages.get("/tweetups/" + tweetup + "/a-tweetup", member).text(".date-due-slip"))
                .contains("Tom Guest")
                .doesNotContain("Shy Reader");
        assertThat(invitation().text(".date-due-slip")).contains("Tom Guest", "Shy Reader");
    }
}
