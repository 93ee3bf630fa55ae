package org.shelfmates.conversation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

/** The page {@code /me/ledger}. */
@ShelfmatesTest
class LedgerTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void people() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
    }

    private long tweetup(String title) {
        return community.tweetup(title, Community.CARDIFF, cerys, null);
    }

    private long say(long tweetup, Someone who, String body, @Nullable Long parent) {
        return conversations.post(new Subject("tweetup", tweetup), who.id(), new CommentForm(body, parent));
    }

    private long thread(long tweetup) {
        return jdbc.sql("select id from thread where subject = ?")
                .param("tweetup:" + tweetup)
                .query(Long.class)
                .single();
    }

    private Page ledger(Someone who, String show) {
        return pages.get("/me/ledger?show=" + show, who);
    }

    private static List<String> titles(Page page) {
        return page.html().select(".ledger__title").eachText();
    }

    @Test
    void whatIsUnreadStandsThereNewestFirstUntilItIsLookedAt() {
        long one = tweetup("One");
        long two = tweetup("Two");
        say(one, tom, "Hello", null);
        say(two, tom, "Hello", null);
        say(one, tom, "Hello again", null);

        Page unread = pages.get("/me/ledger", cerys);
        assertThat(titles(unread)).containsExactly("One", "Two");
        assertThat(unread.html().select(".ledger__unread").eachText())
                .containsExactly("2 unread comments", "1 unread comment");
        assertThat(unread.text(".ledger__last")).contains("Last comment by Tom Price");

        pages.get("/tweetups/" + one + "/a-tweetup", cerys);

        assertThat(titles(ledger(cerys, "unread"))).containsExactly("Two");
        assertThat(titles(ledger(cerys, "all"))).containsExactly("One", "Two");
        assertThat(ledger(cerys, "all").text(".ledger__state")).contains("Nothing unread");
    }

    @Test
    void onesQuestionsStandThereUntilTheyAreAnswered() {
        long one = tweetup("Asked");
        say(one, tom, "No question", null);
        assertThat(titles(ledger(tom, "questions"))).isEmpty();
        long question = conversations.post(
                new Subject("tweetup", one), tom.id(), new CommentForm("Is there tea?", null, "true"));
        assertThat(titles(ledger(tom, "questions"))).containsExactly("Asked");
        assertThat(titles(ledger(cerys, "questions"))).isEmpty();
        assertThat(titles(ledger(cerys, "waiting"))).as("who plans it is asked").containsExactly("Asked");

        long answer = say(one, cerys, "There is.", question);
        pages.post("/comments/" + answer + "/answer", tom);

        assertThat(titles(ledger(tom, "questions"))).isEmpty();
        assertThat(titles(ledger(cerys, "waiting"))).isEmpty();
    }

    @Test
    void onesOwnCommentsAreNeverUnread() {
        long one = tweetup("Own");
        say(one, cerys, "Hello", null);
        say(one, cerys, "Anybody?", null);

        assertThat(titles(ledger(cerys, "unread"))).isEmpty();
        say(one, tom, "Me", null);
        say(one, cerys, "You", null);
        assertThat(ledger(cerys, "unread").text(".ledger__unread")).isEqualTo("1 unread comment");
    }

    @Test
    void theLinkLeadsToTheFirstUnreadComment() {
        long one = tweetup("Led");
        say(one, tom, "Hello", null);
        pages.get("/tweetups/" + one + "/a-tweetup", cerys);
        long second = say(one, tom, "Second", null);
        say(one, tom, "Third", null);
        String link = ledger(cerys, "unread").html().select(".ledger__unread").attr("href");

        Page led = pages.get(link, cerys);

        assertThat(led.location()).isEqualTo("/comments/" + second);
        assertThat(pages.get(led.location(), cerys).location())
                .isEqualTo("/tweetups/" + one + "/a-tweetup#comment-" + second);
        assertThat(ledger(cerys, "unread").text(".ledger__unread")).isEqualTo("2 unread comments");
    }

    @Test
    void theFirstUnreadCommentMayStandOnALaterPage() {
        long one = tweetup("Long");
        for (int i = 0; i < 100; i++) {
            say(one, tom, "Hello", null);
        }
        pages.get("/tweetups/" + one + "/a-tweetup", cerys);
        long late = say(one, tom, "On the second page", null);

        Page led = pages.get("/threads/" + thread(one) + "/unread", cerys);
        String address = pages.get(led.location(), cerys).location();

        assertThat(address)
                .startsWith("/tweetups/" + one + "/a-tweetup?comments=")
                .endsWith("#comment-" + late);
        Page page = pages.get(address.substring(0, address.indexOf('#')), cerys);
        assertThat(page.html().select(".comment").eachAttr("id")).containsExactly("comment-" + late);
        assertThat(titles(ledger(cerys, "unread"))).isEmpty();
        assertThat(pages.get("/threads/" + thread(one) + "/unread", cerys).location())
                .isEqualTo("/tweetups/" + one + "/a-tweetup#conversation");
    }

    @Test
    void whoWaitsForAnAnswerStandsThereUntilOneWrites() {
        long one = tweetup("Answered");
        say(tweetup("Not answered"), cerys, "Hello", null);
        long mine = say(one, cerys, "Who brings cake?", null);
        assertThat(titles(ledger(cerys, "waiting"))).isEmpty();

        say(one, tom, "I might. Which?", mine);
        pages.get("/tweetups/" + one + "/a-tweetup", cerys); // reading is not answering

        assertThat(titles(ledger(cerys, "waiting"))).containsExactly("Answered");
        assertThat(ledger(cerys, "waiting").text(".tag")).isEqualTo("Waits for your answer");
        say(one, cerys, "Lemon", null);
        assertThat(titles(ledger(cerys, "waiting"))).isEmpty();
    }

    @Test
    void whatIsMutedIsNeitherUnreadNorWaiting() {
        long one = tweetup("Loud");
        long mine = say(one, cerys, "Hello", null);
        pages.post("/threads/" + thread(one) + "/subscription", cerys, "level", "MUTED");
        say(one, tom, "Hello!", mine);

        assertThat(titles(ledger(cerys, "unread"))).isEmpty();
        assertThat(titles(ledger(cerys, "waiting"))).isEmpty();
        Page all = ledger(cerys, "all");
        assertThat(all.text(".tag")).isEqualTo("Muted");
        assertThat(all.text(".ledger__actions")).isEqualTo("Unmute Leave");
    }

    @Test
    void whatIsLeftIsGone() {
        long one = tweetup("Left");
        say(one, cerys, "Hello", null);
        Page all = ledger(cerys, "all");

        Page left = pages.post(
                all.html().select(".ledger__actions form[action$=withdrawal]").attr("action"),
                cerys,
                Pages.filled(all, ".ledger__actions form[action$=withdrawal]"));

        assertThat(left.location()).isEqualTo("/me/ledger?show=all");
        assertThat(titles(ledger(cerys, "all"))).isEmpty();
    }

    @Test
    void allThatThePageShowedIsMarkedReadAndNothingThatCameLater() {
        long one = tweetup("One");
        long two = tweetup("Two");
        say(one, tom, "Hello", null);
        say(two, tom, "Hello", null);
        Page page = ledger(cerys, "unread");
        say(one, tom, "Meanwhile", null);

        List<String> fields = new ArrayList<>();
        page.html().select(".ledger__all input[name=read]").eachAttr("value").forEach(value -> {
            fields.add("read");
            fields.add(value);
        });
        Page marked = pages.post("/me/ledger/reading", cerys, fields.toArray(String[]::new));

        assertThat(marked.status()).isEqualTo(303);
        Page after = ledger(cerys, "unread");
        assertThat(titles(after)).containsExactly("One");
        assertThat(after.text(".ledger__unread")).isEqualTo("1 unread comment");
    }

    @Test
    void nothingIsReadBeforeItIsWritten() {
        long one = tweetup("Ahead");
        say(one, tom, "Hello", null);
        pages.post("/me/ledger/reading", cerys, "read", thread(one) + ":999999999");

        say(one, tom, "Later", null);

        assertThat(ledger(cerys, "unread").text(".ledger__unread")).isEqualTo("1 unread comment");
    }

    @Test
    void onesLedgerIsNobodyElses() {
        long one = tweetup("Mine");
        say(one, tom, "Hello", null);

        pages.post("/me/ledger/reading", tom, "read", thread(one) + ":1");

        assertThat(titles(ledger(cerys, "unread"))).containsExactly("Mine");
        assertThat(pages.get("/me/ledger").location()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1:", ":1", "1:-1", "a:b", "1:2:3", "9999999999999999999:1"})
    void aMadeUpMarkIsRefused(String read) {
        assertThat(pages.post("/me/ledger/reading", cerys, "read", read).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show=everything", "show=all&after=x", "show=all&after=MX4y"})
    void aMadeUpAddressIsRefused(String query) {
        assertThat(pages.get("/me/ledger?" + query, cerys).status()).isEqualTo(400);
    }

    @Test
    void itIsPagedByKeyAndEveryThreadStandsThereOnce() {
        for (int i = 0; i < 65; i++) {
            say(tweetup("Paged " + i), tom, "Hello", null);
        }
        List<String> read = new ArrayList<>();
        String address = "/me/ledger?show=unread";
        while (!address.isEmpty()) {
            Page page = pages.get(address, cerys);
            read.addAll(titles(page));
            address = page.html().select("a[rel=next]").attr("href");
        }

        assertThat(read).hasSize(65).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyLedgerSaysWhatWouldFillIt() {
        Someone nobody = community.librarian("Ann Other", Community.CARDIFF);

        assertThat(pages.get("/me/ledger", nobody).text(".empty")).contains("Nothing is unread", "See all");
        assertThat(ledger(nobody, "waiting").text(".empty")).contains("Nobody waits for you");
        assertThat(ledger(nobody, "all").text(".empty")).contains("You are in no conversation yet");
    }
}
