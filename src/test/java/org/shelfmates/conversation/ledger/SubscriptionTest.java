package org.shelfmates.conversation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Subject;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes into whose ledger, and how it is told. */
@ShelfmatesTest
class SubscriptionTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone tom;
    private long tweetup;

    @BeforeEach
    void somethingToTalkAbout() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        tweetup = community.tweetup("Talked about", Community.CARDIFF, planner, null);
    }

    private long say(Someone who, String body, @Nullable Long parent) {
        return conversations.post(new Subject("tweetup", tweetup), who.id(), new CommentForm(body, parent));
    }

    private long thread() {
        return jdbc.sql("select id from thread where subject = ?")
                .param("tweetup:" + tweetup)
                .query(Long.class)
                .single();
    }

    private record Row(String level, boolean host, int seen, int wrote, int asked) {}

    private Optional<Row> of(Someone who) {
        return jdbc.sql(
                        "select level, host, seen, wrote, asked from subscription where thread_id = ? and librarian_id = ?")
                .params(thread(), who.id())
                .query(Row.class)
                .optional();
    }

    private Page set(Someone who, String level) {
        return pages.post("/threads/" + thread() + "/subscription", who, "level", level);
    }

    private String page() {
        return "/tweetups/" + tweetup + "/a-tweetup";
    }

    @Test
    void whoeverWritesHasTheThreadAndTheirOwnCommentsAreRead() {
        say(planner, "Hello", null);

        say(tom, "Hello yourself", null);
        assertThat(of(tom)).contains(new Row("REPLIES", false, 2, 2, 0));

        say(planner, "Tea?", null);
        say(tom, "Milk?", null);
        assertThat(of(tom)).contains(new Row("REPLIES", false, 2, 4, 0));
        assertThat(of(planner)).contains(new Row("REPLIES", true, 1, 3, 0));
    }

    @Test
    void plannersAndWhoComesHaveTheThreadFromItsFirstComment() {
        Someone declines = community.librarian("Ann Other", Community.CARDIFF);
        Someone comes = community.librarian("Gwen Pritchard", Community.CARDIFF);
        pages.post("/tweetups/" + tweetup + "/rsvp", comes, "answer", "maybe");
        pages.post("/tweetups/" + tweetup + "/rsvp", declines, "answer", "not-going");

        say(tom, "Hello", null);

        assertThat(of(planner)).contains(new Row("REPLIES", true, 0, 0, 0));
        assertThat(of(comes)).contains(new Row("REPLIES", false, 0, 0, 0));
        assertThat(of(declines)).isEmpty();
    }

    @Test
    void whoAnswersOrBeginsToPlanLaterHasItWithNothingUnread() {
        say(tom, "Hello", null);
        Someone comes = community.librarian("Gwen Pritchard", Community.CARDIFF);
        Someone plans = community.librarian("Ann Other", Community.CARDIFF);

        pages.post("/tweetups/" + tweetup + "/rsvp", comes, "answer", "not-going");
        assertThat(of(comes)).isEmpty();
        pages.post("/tweetups/" + tweetup + "/rsvp", comes, "answer", "going");
        community.letPlan(tweetup, plans);

        assertThat(of(comes)).contains(new Row("REPLIES", false, 1, 0, 0));
        assertThat(of(plans)).contains(new Row("REPLIES", true, 1, 0, 0));
    }

    @Test
    void whoPlansNoMoreKeepsTheThreadAndIsAskedNoMore() {
        Someone plans = community.librarian("Ann Other", Community.CARDIFF);
        community.letPlan(tweetup, plans);
        say(tom, "Hello", null);

        pages.post("/tweetups/" + tweetup + "/planners/resignation", plans);

        assertThat(of(plans)).contains(new Row("REPLIES", false, 0, 0, 0));
    }

    @Test
    void anAnswerWaitsForWhomItAnswers() {
        long toms = say(tom, "Hello", null);
        say(tom, "talking to myself", toms);
        assertThat(of(tom).orElseThrow().asked()).isZero();

        long answer = say(planner, "Hello yourself", toms);

        assertThat(of(tom)).contains(new Row("REPLIES", false, 2, 2, 3));
        say(tom, "Thanks", answer);
        assertThat(of(tom)).contains(new Row("REPLIES", false, 2, 4, 3));
        assertThat(of(planner).orElseThrow().asked()).isEqualTo(4);
    }

    @Test
    void anybodyCanFollowFromThePageAndChooseHowMuchTheyAreTold() {
        Someone reader = community.librarian("Gwen Pritchard", Community.CARDIFF);
        say(tom, "Hello", null);
        Page before = pages.get(page(), reader);
        assertThat(before.text(".subscription")).contains("not in your ledger").doesNotContain("Mute");

        Page followed = pages.post(
                before.html().select(".subscription form").attr("action"),
                reader,
                Pages.filled(before, ".subscription form", "level", "FOLLOW"));

        assertThat(followed.status()).isEqualTo(303);
        assertThat(followed.location()).isEqualTo(page() + "#conversation");
        assertThat(of(reader)).contains(new Row("FOLLOW", false, 1, 0, 0));
        assertThat(pages.get(page(), reader).text(".subscription")).startsWith("You follow this conversation");
        assertThat(set(reader, "REPLIES").location()).isEqualTo("/me/ledger");
        assertThat(of(reader).orElseThrow().level()).isEqualTo("REPLIES");
    }

    @Test
    void strangersAreOfferedNothingToFollow() {
        say(tom, "Hello", null);

        assertThat(pages.get(page()).html().select(".subscription, form[method=post]"))
                .isEmpty();
    }

    @Test
    void whatIsMutedStaysMutedWhateverHappens() {
        long toms = say(tom, "Hello", null);
        set(tom, "MUTED");

        say(planner, "Hello yourself", toms);
        say(tom, "One more thing", null);
        community.letPlan(tweetup, tom);
        pages.post("/tweetups/" + tweetup + "/rsvp", tom, "answer", "going");
        pages.get(page(), tom);

        assertThat(of(tom).orElseThrow().level()).isEqualTo("MUTED");
    }

    @Test
    void whoLeavesIsOutUntilTheyWriteAgain() {
        long toms = say(tom, "Hello", null);

        Page left = pages.post("/threads/" + thread() + "/subscription/withdrawal", tom);

        assertThat(left.location()).isEqualTo("/me/ledger");
        say(planner, "Hello yourself", toms);
        assertThat(of(tom)).isEmpty();
        say(tom, "Back", null);
        assertThat(of(tom)).contains(new Row("REPLIES", false, 3, 3, 0));
    }

    @Test
    void aGuestHasTheThreadOnceTheAddressIsProvedAndAnAccountTakesItOver() {
        say(tom, "Hello", null);
        String link = community.guest(tweetup, "Gill Guest");
        long guest = jdbc.sql("select guest_id from rsvp where tweetup_id = ? and guest_id is not null")
                .param(tweetup)
                .query(Long.class)
                .single();
        assertThat(jdbc.sql("select seen from subscription where thread_id = ? and guest_id = ?")
                        .params(thread(), guest)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        Someone gill = community.librarian("Gill Guest", Community.CARDIFF);
        jdbc.sql("update guest set email = ? where id = ?")
                .params(gill.email(), guest)
                .update();
        say(tom, "Unread", null);

        pages.post(link + "/claim", gill);

        assertThat(of(gill)).contains(new Row("REPLIES", false, 1, 0, 0));
        assertThat(jdbc.sql("select count(*) from subscription where guest_id = ?")
                        .param(guest)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "LOUD", "follow", "FOLLOW,MUTED"})
    void aMadeUpLevelIsRefused(String level) {
        say(tom, "Hello", null);

        assertThat(set(planner, level).status()).isEqualTo(400);
    }

    @Test
    void aThreadThatIsNoneIsNotFound() {
        for (String address : new String[] {"/threads/0/subscription", "/threads/0/subscription/withdrawal"}) {
            assertThat(pages.post(address, tom, "level", "FOLLOW").status()).isEqualTo(404);
        }
        assertThat(pages.get("/threads/0/unread", tom).status()).isEqualTo(404);
    }

    @Test
    void theWayBackIsOneOfOurs() {
        say(tom, "Hello", null);

        Page set = pages.post(
                "/threads/" + thread() + "/subscription", tom, "level", "MUTED", "next", "https://elsewhere.example");

        assertThat(set.location()).isEqualTo("/me/ledger");
    }
}
