package org.shelfmates.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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

@ShelfmatesTest
class CommentEditTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone tom;
    private long tweetup;
    private String page;
    private long comment;
    private String address;

    @BeforeEach
    void aComment() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        tweetup = community.tweetup("Talked about", Community.CARDIFF, planner, null);
        page = "/tweetups/" + tweetup + "/a-tweetup";
        comment = community.comment(tweetup, tom, "The first wurds", null);
        address = "/comments/" + comment;
    }

    private Page edit(String body, int version) {
        return pages.post(address + "/edit", tom, "body", body, "version", "" + version);
    }

    @Test
    void onesOwnCommentCanBeEditedAndEverybodyReadsWhatItSaidBefore() {
        assertThat(pages.get(page, tom).html().select("a[href=" + address + "/edit]"))
                .hasSize(1);

        Page saved = edit("The first **words**", 1);

        assertThat(saved.location()).isEqualTo(address);
        assertThat(pages.get(address).location()).isEqualTo(page + "#comment-" + comment);
        Page read = pages.get(page);
        assertThat(read.text(".comment__body")).isEqualTo("The first words");
        assertThat(read.text(".comment__edited")).startsWith("edited ");
        Page history = pages.get(read.html().select(".comment__edited").attr("href"));
        assertThat(history.html().select(".prose").eachText()).containsExactly("The first words", "The first wurds");
        assertThat(history.html().select("form[method=post]")).isEmpty();
    }

    @Test
    void anEditIsPreviewedFirst() {
        Page preview =
                pages.post(address + "/edit", tom, "body", "Is it *free*? <b>", "version", "1", "preview", "true");

        assertThat(preview.html().select("#preview em").text()).isEqualTo("free");
        assertThat(preview.html().select("#body").text()).isEqualTo("Is it *free*? <b>");
        assertThat(pages.get(page).text(".comment__body")).isEqualTo("The first wurds");
    }

    @Test
    void ofTwoEditsAtOnceTheSecondSeesBoth() {
        edit("From one window", 1);

        Page stale = edit("From another", 1);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("main .notice")).contains("From one window");
        assertThat(stale.html().select("#body").text()).isEqualTo("From another");
        Page again = pages.post(address + "/edit", tom, Pages.filled(stale, "form[data-preview]"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(pages.get(page).text(".comment__body")).isEqualTo("From another");
    }

    @Test
    void afterHalfAnHourItStandsAndWhatWasWrittenIsNotLost() throws Exception {
        assertThat(pages.get(page, tom).html().select(".comment a[href$=/edit]"))
                .isNotEmpty();
        clock.after(Duration.ofMinutes(31), () -> {
            assertThat(pages.get(page, tom).html().select(".comment a[href$=/edit]"))
                    .isEmpty();
            assertThat(pages.get(address + "/edit", tom).status()).isEqualTo(409);
            Page late = edit("Too late", 1);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text("main .notice")).startsWith("A comment can be edited for 30 minutes");
            assertThat(late.html().select("#body").text()).isEqualTo("Too late");
        });
        assertThat(pages.get(page).text(".comment__body")).isEqualTo("The first wurds");
    }

    @Test
    void nobodyEditsWhatSomebodyElseSaid() {
        assertThat(pages.get(address + "/edit", planner).status()).isEqualTo(403);
        assertThat(pages.post(address + "/edit", planner, "body", "Mine", "version", "1")
                        .status())
                .isEqualTo(403);
        assertThat(pages.get(page, planner).html().select("a[href=" + address + "/edit]"))
                .isEmpty();
        assertThat(pages.get("/comments/0/edit", tom).status()).isEqualTo(404);
        assertThat(pages.get("/comments/0").status()).isEqualTo(404);
        assertThat(pages.get("/comments/0/history").status()).isEqualTo(404);
    }

    @Test
    void anEditThatSaysNothingOrTooMuchComesBack() {
        assertThat(edit(" ", 1).status()).isEqualTo(422);
        assertThat(edit("a".repeat(10_001), 1).text("#body-error")).contains("10,000");
        assertThat(edit("a\u0000b", 1).status()).isEqualTo(422);
        assertThat(pages.post(address + "/edit", tom, "body", "a", "version", "x")
                        .status())
                .isIn(400, 422);
    }

    private int kept() {
        return jdbc.sql("""
                        select (select count(*) from comment where id = :id and body <> '')
                            + (select count(*) from comment_version where comment_id = :id)
                            + (select count(*) from reaction where comment_id = :id)
                            + (select count(*) from mention where comment_id = :id)""").param("id", comment).query(Integer.class).single();
    }

    @Test
    void aCommentWithoutRepliesVanishes() {
        edit("Words, @" + planner.handle(), 1);
        pages.post(address + "/reactions", planner, "kind", "thanks");
        assertThat(kept()).isEqualTo(4);
        assertThat(pages.get(address + "/deletion", tom).text("main button")).isEqualTo("Delete this comment");

        Page deleted = pages.post(address + "/deletion", tom);

        assertThat(deleted.location()).isEqualTo(page + "#conversation");
        assertThat(pages.get(page).html().select(".comment")).isEmpty();
        assertThat(kept()).isZero();
        for (String gone : new String[] {"", "/history"}) {
            assertThat(pages.get(address + gone).status()).isEqualTo(404);
        }
    }

    @Test
    void whereRepliesHangOnItsPlaceStaysUntilTheLastIsGone() {
        edit("Words", 1);
        long reply = community.comment(tweetup, planner, "A reply", comment);

        assertThat(pages.post(address + "/deletion", tom).location()).isEqualTo(address);

        Page read = pages.get(page, tom);
        assertThat(read.text(".comment--removed")).isEqualTo("This comment was deleted by its author.");
        assertThat(read.text(".conversation")).contains("A reply").doesNotContain("Words", "wurds", "Tom Price");
        assertThat(kept()).isZero();
        assertThat(pages.get(address + "/history").status()).isEqualTo(404);
        assertThat(edit("Again", 2).status()).isEqualTo(409);
        assertThat(pages.post(address + "/deletion", tom).status()).isEqualTo(409);
        assertThat(pages.post(address + "/reactions", planner, "kind", "thanks").status())
                .isEqualTo(409);

        pages.post("/comments/" + reply + "/deletion", planner);
        assertThat(pages.get(page).html().select(".comment")).isEmpty();
    }

    @Test
    void plannersDeleteWhatOthersSaidAndNobodyElseDoes() {
        Someone other = community.librarian("Gwen Pritchard", Community.BANGOR);
        community.comment(tweetup, other, "A reply", comment);

        assertThat(pages.get(page, other).html().select("a[href=" + address + "/deletion]"))
                .isEmpty();
        assertThat(pages.get(address + "/deletion", other).status()).isEqualTo(403);
        assertThat(pages.post(address + "/deletion", other).status()).isEqualTo(403);
        assertThat(pages.get(page, planner).html().select("a[href=" + address + "/deletion]"))
                .hasSize(1);
        pages.post(address + "/deletion", planner);

        assertThat(pages.get(page).text(".comment--removed"))
                .isEqualTo("This comment was deleted by a planner or organiser.");
    }

    @Test
    void whatIsAnsweredAndDeletedAtOnceLosesNoAnswer() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                long one = community.comment(tweetup, tom, "One", null);
                var done = threads.invokeAll(List.<Callable<Page>>of(
                        () -> pages.post("/comments/" + one + "/deletion", tom),
                        () -> pages.post(
                                "/tweetups/" + tweetup + "/comments", planner, "body", "Two", "parent", "" + one)));
                assertThat(done.get(0).get().status()).isEqualTo(303);
                assertThat(done.get(1).get().status()).isIn(303, 409);
            }
        } finally {
            threads.shutdown();
        }

        assertThat(jdbc.sql("""
                        select count(*) from comment c join comment p on p.id = c.parent_id
                        where p.gone and not c.gone""").query(Integer.class).single()).isZero();
    }

    @Test
    void whoAnswersADeletedCommentKeepsTheirWords() {
        pages.post(address + "/deletion", tom);

        Page refused =
                pages.post("/tweetups/" + tweetup + "/comments", planner, "body", "An answer", "parent", "" + comment);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("#comment-form .notice")).contains("was deleted meanwhile");
        assertThat(refused.html().select("#body").text()).isEqualTo("An answer");
        Page posted = pages.post("/tweetups/" + tweetup + "/comments", planner, Pages.filled(refused, "#comment-form"));
        assertThat(posted.status()).isEqualTo(303);
    }
}
