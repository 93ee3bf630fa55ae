package org.shelfmates.tweetup.talk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
class GuestTalkTest {

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
    private String page;
    private String comments;
    private String email;

    @BeforeEach
    void somethingToTalkAbout() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("Open to guests", Community.CARDIFF, planner, null);
        page = "/tweetups/" + tweetup + "/a-tweetup";
        comments = "/tweetups/" + tweetup + "/comments";
        email = Community.unique("tom") + "@example.org";
    }

    private static String[] fields(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    private Page say(String body, String... more) {
        return pages.postAsStranger(
                comments, fields(new String[] {"name", "Tom Guest", "email", email, "body", body}, more));
    }

    private Page confirm(String link, String... fields) {
        return pages.postAsStranger(link + "/confirmation", fields);
    }

    private String conversation() {
        return pages.get(page).text(".conversation");
    }

    @Test
    void aStrangerIsOfferedToCommentWithoutAnAccount() {
        long comment = community.comment(tweetup, planner, "Who comes?", null);
        Page read = pages.get(page + "?reply=" + comment);

        assertThat(read.html().select("form[method=post]")).isEmpty();
        Page form =
                pages.get(read.html().select("#comment-form a.standalone-link").attr("href"));

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text("main form")).contains("You are answering Cerys Morgan.");
        assertThat(form.html().select("input[name=parent]").val()).isEqualTo("" + comment);
        assertThat(form.html().select("input[name=email]")).hasSize(1);
        assertThat(pages.get(page + "/comments/new", planner).location()).isEqualTo(page + "#comment-form");
    }

    @Test
    void aCommentIsPublishedOnceItsLinkIsUsed() throws Exception {
        long question = community.comment(tweetup, planner, "Who comes?", null);

        Page asked = say("I *do*.", "parent", "" + question);

        assertThat(asked.text("h1")).isEqualTo("Look into your mail");
        assertThat(conversation()).doesNotContain("I do.", "Tom Guest");
        String link = mailbox.link(email, 1);
        assertThat(mailbox.mails(email, 1).get(0).getSubject()).isEqualTo("Confirm your comment: Open to guests");
        assertThat(pages.get(link).text("main button")).isEqualTo("Confirm my comment");
        assertThat(conversation()).doesNotContain("I do.");
        Page confirmed = confirm(link);

        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(confirmed.header("Set-Cookie")).isNull();
        Page read = pages.get(page);
        assertThat(read.text(".thread__item--1 .comment__head")).contains("Tom Guest", "Guest", "answers Cerys Morgan");
        assertThat(read.text(".thread__item--1 .comment__body")).isEqualTo("I do.");
        assertThat(read.html().html()).doesNotContain(email);
        assertThat(pages.get(page, planner).html().html()).doesNotContain(email);
        assertThat(jdbc.sql("select count(*) from guest_comment where body like 'I%' and tweetup_id = ?")
                        .param(tweetup)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theLinkWorksOnceForTwoDaysAndNoOtherDoes() throws Exception {
        say("Hello");
        String link = mailbox.link(email, 1);
        clock.after(
                Duration.ofHours(49), () -> assertThat(confirm(link).status()).isEqualTo(410));
        String other = link.substring(0, link.length() - 1) + (link.endsWith("x") ? "y" : "x");
        assertThat(pages.get(other).status()).isEqualTo(404);
        assertThat(confirm(other).status()).isEqualTo(404);
        assertThat(confirm(link).status()).isEqualTo(303);

        assertThat(confirm(link).status()).isEqualTo(410);
        assertThat(pages.get(link).text("h1")).isEqualTo("Your comments");
        assertThat(pages.get(page).html().select(".comment")).hasSize(1);
    }

    @Test
    void aBrowserThatIsRememberedNeedsNoOtherMail() throws Exception {
        say("Hello");
        Page confirmed = confirm(mailbox.link(email, 1), "remember", "true");
        Cookie cookie = confirmed.result().getResponse().getCookie("GUEST");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(30 * 24 * 3600);

        Page form = pages.getWith(cookie, page + "/comments/new");
        assertThat(form.text("#forget")).contains("You write as Tom Guest");
        Page said = pages.postWith(cookie, comments, "email", "", "body", "And again");

        assertThat(said.location()).startsWith("/comments/");
        assertThat(conversation()).contains("Hello", "And again");
        clock.after(
                Duration.ofDays(31),
                () -> assertThat(pages.postWith(cookie, comments, "email", "", "body", "Later")
                                .status())
                        .isEqualTo(422));
        Page forgotten = pages.postWith(cookie, "/tweetups/" + tweetup + "/guest/withdrawal");
        assertThat(forgotten.result().getResponse().getCookie("GUEST").getMaxAge())
                .isZero();
        assertThat(pages.postWith(cookie, comments, "email", "", "body", "Not me")
                        .status())
                .isEqualTo(422);
        assertThat(pages.getWith(new Cookie("GUEST", "made-up"), page + "/comments/new")
                        .html()
                        .select("input[name=name]"))
                .hasSize(1);
    }

    @Test
    void plannersMayReadThemFirst() throws Exception {
        String mine = page + "/guest-comments";
        Someone other = community.librarian("Gwen Pritchard", Community.BANGOR);
        assertThat(pages.get(mine, other).status()).isEqualTo(403);
        assertThat(pages.post("/tweetups/" + tweetup + "/guest-comments", other, "hold", "true")
                        .status())
                .isEqualTo(403);
        pages.post("/tweetups/" + tweetup + "/guest-comments", planner, "hold", "true");
        say("Publish me");
        say("Refuse me");
        for (int mail = 1; mail <= 2; mail++) {
            assertThat(confirm(mailbox.link(email, mail)).text("h1")).isEqualTo("A planner reads it first");
        }
        assertThat(conversation()).doesNotContain("Publish me", "Refuse me");
        assertThat(pages.get(page, planner).text(".planner-box")).contains("Comments of guests (2)");

        Page held = pages.get(mine, planner);
        String first = held.html().select("article:contains(Publish me) form").attr("action");
        String second = held.html()
                .select("article:contains(Refuse me) button[formaction]")
                .attr("formaction");
        assertThat(pages.post(first, other).status()).isEqualTo(403);
        pages.post(first, planner);
        pages.post(first, planner);
        pages.post(second, planner);

        assertThat(conversation()).contains("Publish me").doesNotContain("Refuse me");
        assertThat(pages.get(page).html().select(".comment")).hasSize(1);
        assertThat(pages.get(mine, planner).text("main")).contains("No comment waits.");
        assertThat(jdbc.sql("select count(*) from guest_comment where body <> '' and tweetup_id = ?")
                        .param(tweetup)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anAccountWithTheSameAddressClaimsThem() throws Exception {
        Someone tom = community.librarian("Tom Librarian", Community.CARDIFF);
        email = tom.email();
        say("Mine");
        String link = mailbox.link(email, 1);
        Cookie cookie = confirm(link, "remember", "true").result().getResponse().getCookie("GUEST");
        assertThat(pages.post(link + "/claim", planner).status()).isEqualTo(403);

        pages.post(link + "/claim", tom);

        assertThat(pages.get(page).text(".comment__author")).isEqualTo("Tom Librarian");
        assertThat(pages.get(page, tom).html().select("a[href$=/edit]")).isNotEmpty();
        assertThat(pages.postWith(cookie, comments, "email", "", "body", "x").status())
                .isEqualTo(422);
    }

    @Test
    void aFormThatFailsComesBackFilledIn() {
        email = "not an address";
        Page refused = say("Words");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text(".error-summary")).contains("Write an e-mail address");
        assertThat(refused.html().select("#body").text()).isEqualTo("Words");
        assertThat(refused.html().select("#name").val()).isEqualTo("Tom Guest");

        email = Community.unique("tom") + "@example.org";
        assertThat(say(" ").status()).isEqualTo(422);
        assertThat(say("a".repeat(10_001)).status()).isEqualTo(422);
        assertThat(say("Hello", "preview", "true").text("#preview")).contains("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tom\r\nBcc: all@example.org", "Tom\u0000", "\u200B\u2060", "\u202E", " ", "\u200D"})
    void aNameThatIsNoneIsRefused(String name) {
        Page refused = pages.postAsStranger(comments, "name", name, "email", email, "body", "Hello");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#name-error")).hasSize(1);
    }

    @Test
    void aNameTurnsNoWordsAround() throws Exception {
        pages.postAsStranger(comments, "name", "\u202Emoc.live\u200B מירי", "email", email, "body", "Hello");
        confirm(mailbox.link(email, 1));

        assertThat(pages.get(page).html().select("bdi.comment__author").text()).isEqualTo("moc.live מירי");
    }

    @Test
    void aGuestAnswersWhatIsThere() {
        long elsewhere = community.comment(
                community.tweetup("Elsewhere", Community.CARDIFF, planner, null), planner, "Elsewhere", null);
        long deleted = community.comment(tweetup, planner, "Gone", null);
        pages.post("/comments/" + deleted + "/deletion", planner);

        assertThat(say("Hello", "parent", "" + elsewhere).status()).isEqualTo(400);
        Page refused = say("My answer", "parent", "" + deleted);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("#body").text()).isEqualTo("My answer");
    }

    @Test
    void whatIsAnsweredMayBeDeletedMeanwhile() throws Exception {
        long question = community.comment(tweetup, planner, "Who comes?", null);
        say("I do", "parent", "" + question);
        String link = mailbox.link(email, 1);
        pages.post("/comments/" + question + "/deletion", planner);

        assertThat(confirm(link).status()).isEqualTo(303);
        assertThat(pages.get(page).text(".thread__item--0 .comment__body")).isEqualTo("I do");
    }

    @Test
    void oneAddressIsNotFloodedWithMails() {
        for (int i = 0; i < 5; i++) {
            assertThat(say("Hello").status()).isEqualTo(200);
        }

        assertThat(say("Hello").status()).isEqualTo(429);
    }
}
