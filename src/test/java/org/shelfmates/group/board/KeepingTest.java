package org.shelfmates.group.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfmatesTest
class KeepingTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Conversations conversations;

    @Autowired
    Keeping keeping;

    @Autowired
    TransactionTemplate transaction;

    private Someone gwen;
    private Someone cerys;
    private Someone tom;
    private String group;
    private String board;
    private long post;
    private String address;

    @BeforeEach
    void aPost() {
        gwen = community.librarian("Gwen Rees", Community.CARDIFF);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        group = community.group("Kept", Community.CARDIFF, gwen, cerys, tom);
        community.organise(group, gwen);
        board = "/groups/" + group + "/board";
        post = community.boardPost(group, cerys, "A room");
        address = board + "/" + post;
    }

    @Test
    void organisersAlonePinCloseAndHide() {
        for (String what : List.of(
                "/pinning",
                "/pinning/withdrawal",
                "/closing",
                "/closing/withdrawal",
                "/hiding",
                "/hiding/withdrawal")) {
            assertThat(pages.post(address + what, cerys, "because", "So").status())
                    .as(what)
                    .isEqualTo(403);
            assertThat(pages.post(address + what, gwen, "because", "So").status())
                    .as(what)
                    .isEqualTo(303);
        }
        assertThat(pages.get(address + "/a-post/closing", cerys).status()).isEqualTo(403);
        assertThat(pages.get(address + "/a-post/closing", gwen).status()).isEqualTo(200);
        assertThat(pages.get(address + "/a-post/hiding", gwen).status()).isEqualTo(200);
    }

    @Test
    void threePostsArePinnedAtMostAndComeFirst() {
        for (int i = 0; i < 3; i++) {
            long pinned = community.boardPost(group, cerys, "Pinned " + i);
            assertThat(pages.post(board + "/" + pinned + "/pinning", gwen).status())
                    .isEqualTo(303);
        }
        community.boardPost(group, cerys, "Newest");

        Page refused = pages.post(address + "/pinning", gwen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("[role=alert]")).contains("Three posts are pinned already");
        assertThat(pages.get(board).html().select(".ledger__title").eachText())
                .containsExactly("Pinned 2", "Pinned 1", "Pinned 0", "Newest", "A room");
    }

    @Test
    void aClosedPostSaysByWhomAndWhyAndTakesNoAnswers() {
        assertThat(pages.post(address + "/closing", gwen, "because", " ").status())
                .isEqualTo(422);
        assertThat(pages.post(address + "/closing", gwen, "because", "x".repeat(501))
                        .status())
                .isEqualTo(422);
        pages.post(address + "/closing", gwen, "because", "It is arranged");

        Page page = pages.get(address + "/a-post", tom);
        assertThat(page.text("main .notice[role=status]")).contains("Gwen Rees closed this", "It is arranged");
        assertThat(page.html().select("form[action$=/comments]")).isEmpty();
        assertThat(pages.get(address + "/a-post").text("main")).contains("It is arranged");
        Page late = pages.post(address + "/comments", tom, "body", "Too late");
        assertThat(late.status()).isEqualTo(403);
        assertThat(late.text("pre")).isEqualTo("Too late");

        pages.post(address + "/closing/withdrawal", gwen);
        assertThat(pages.post(address + "/comments", tom, "body", "In time").status())
                .isEqualTo(303);
    }

    @Test
    void aHiddenPostSaysWhyToOthersAndStaysForItsAuthorAndInLedgers() {
        String answered =
                pages.post(address + "/comments", tom, "body", "I know").location();
        String comment = "/comments/" + answered.replaceAll(".*#comment-", "");
        pages.post(address + "/hiding", gwen, "because", "It names a child");

        for (Page page : List.of(pages.get(address + "/a-post"), pages.get(address + "/a-post", tom))) {
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.text("main")).contains("It names a child").doesNotContain("A room", "knows");
        }
        assertThat(pages.get(comment, tom).status()).isEqualTo(404);
        assertThat(pages.get(comment + "/history", tom).status()).isEqualTo(404);
        assertThat(pages.get(address + "/a-post", cerys).status()).isEqualTo(200);
        assertThat(pages.get(address + "/a-post", gwen).status()).isEqualTo(200);
        assertThat(pages.get(board, tom).html().select(".ledger__title")).isEmpty();
        assertThat(pages.get(board, gwen).text(".ledger__state")).contains("Hidden");
        assertThat(pages.get("/me/ledger?show=all", tom).text("main"))
                .contains("Hidden post")
                .doesNotContain("A room");
        Page late = pages.post(address + "/comments", tom, "body", "Hm");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("pre")).isEqualTo("Hm");
        assertThat(pages.get(address + "/a-post", tom).html().select("pre")).isEmpty();

        pages.post(address + "/hiding/withdrawal", gwen);
        assertThat(pages.get(address + "/a-post").status()).isEqualTo(200);
    }

    @Test
    void organisersDeleteAnswersAndTheAuthorMarksTheAnswerToAQuestion() {
        String answered =
                pages.post(address + "/comments", tom, "body", "Nonsense").location();
        String comment = "/comments/" + answered.replaceAll(".*#comment-", "");

        assertThat(pages.post(comment + "/deletion", cerys).status()).isEqualTo(403);
        assertThat(pages.post(comment + "/deletion", gwen).status()).isEqualTo(303);
        assertThat(pages.get(address + "/a-post").text(".conversation")).doesNotContain("Nonsense");
    }

    @Test
    void whoeverAnswersWhileItIsClosedWaitsAndIsRefused() throws Exception {
        Post closing = keeping.organised(group, post, gwen.id());
        CompletableFuture<Integer> answer = transaction.execute(status -> {
            keeping.close(closing, gwen.id(), "Enough");
            CompletableFuture<Integer> sent = CompletableFuture.supplyAsync(() ->
                    pages.post(address + "/comments", tom, "body", "At once").status());
            Waiters.one(jdbc);
            return sent;
        });

        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(403);
        assertThat(pages.get(address + "/a-post").text(".conversation")).doesNotContain("At once");
    }

    @Test
    void whatWasSentBeforeItIsClosedIsSaidBefore() throws Exception {
        Post closing = keeping.organised(group, post, gwen.id());
        CompletableFuture<Void> closed = transaction.execute(status -> {
            conversations.post(Board.subject(post), tom.id(), new CommentForm("Just in time", null));
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(() -> keeping.close(closing, gwen.id(), "Enough"));
            Waiters.one(jdbc);
            return asked;
        });

        closed.get(20, TimeUnit.SECONDS);
        Page page = pages.get(address + "/a-post");
        assertThat(page.text(".comment__body")).isEqualTo("Just in time");
        assertThat(page.text("main .notice")).contains("Enough");
    }

    @Test
    void whatIsSentWhileItIsHiddenIsRefusedAndNotLost() throws Exception {
        Post hiding = keeping.organised(group, post, gwen.id());
        CompletableFuture<Page> answer = transaction.execute(status -> {
            keeping.hide(hiding, gwen.id(), "Enough");
            CompletableFuture<Page> sent =
                    CompletableFuture.supplyAsync(() -> pages.post(address + "/comments", tom, "body", "At once"));
            Waiters.one(jdbc);
            return sent;
        });

        Page refused = answer.get(20, TimeUnit.SECONDS);
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.text("pre")).isEqualTo("At once");
    }

    @Test
    void whoBlocksTheOrganisersIsKeptByThemAllTheSame() {
        community.block(cerys, gwen);
        community.block(cerys, tom);

        assertThat(pages.get(board, gwen).text(".ledger__title")).isEqualTo("A room");
        Page page = pages.get(address + "/a-post", gwen);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("form[action$=/comments]")).isEmpty();
        assertThat(pages.post(address + "/comments", gwen, "body", "Well?").status())
                .isEqualTo(403);
        assertThat(pages.post(address + "/hiding", gwen, "because", "It names a child")
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(board, tom).html().select(".ledger__title")).isEmpty();
        assertThat(pages.get(address + "/a-post", tom).status()).isEqualTo(404);
    }

    @Test
    void twoWhoPinTheThirdAtOnceDoNotPinFour() throws Exception {
        for (int i = 0; i < 2; i++) {
            pages.post(board + "/" + community.boardPost(group, cerys, "Pinned") + "/pinning", gwen);
        }
        Post third = keeping.organised(group, post, gwen.id());
        Post fourth = keeping.organised(group, community.boardPost(group, cerys, "Other"), gwen.id());
        CompletableFuture<Boolean> other = transaction.execute(status -> {
            assertThat(keeping.pin(third)).isTrue();
            CompletableFuture<Boolean> at = CompletableFuture.supplyAsync(() -> keeping.pin(fourth));
            Waiters.one(jdbc);
            return at;
        });

        assertThat(other.get(20, TimeUnit.SECONDS)).isFalse();
    }
}
