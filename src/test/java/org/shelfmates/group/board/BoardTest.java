package org.shelfmates.group.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class BoardTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone outsider;
    private String group;
    private String board;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        group = community.group("Readers", Community.CARDIFF, cerys, tom);
        board = "/groups/" + group + "/board";
    }

    private Page write(Someone who, String title, String... more) {
        String[] fields = {"kind", "ASK", "title", title, "body", "For **twelve**, on a Tuesday"};
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(fields), java.util.Arrays.stream(more))
                .toArray(String[]::new);
        return pages.post(board, who, all);
    }

    private List<String> titles(Page page) {
        return page.html().select(".ledger__title").eachText();
    }

    @Test
    void aMemberWritesAndEverybodyReads() {
        Page posted = write(cerys, "Who has a room for 12?");

        assertThat(posted.status()).isEqualTo(303);
        assertThat(posted.location()).matches(board + "/\\d+/who-has-a-room-for-12");
        for (Page page : List.of(pages.get(posted.location()), pages.get(posted.location(), outsider))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text("h1")).isEqualTo("Who has a room for 12?");
            assertThat(page.html().select(".prose strong").text()).isEqualTo("twelve");
            assertThat(page.text("main")).contains("Join the group to answer");
            assertThat(page.html().select("main form"))
                    .noneMatch(form -> form.attr("action").endsWith("/comments"));
        }
        assertThat(titles(pages.get(board))).containsExactly("Who has a room for 12?");
        assertThat(pages.get(posted.location().replaceAll("[^/]+$", "another-slug"))
                        .status())
                .isEqualTo(301);
    }

    @Test
    void strangersGetNoFormAndNothingPersonal() {
        long post = community.boardPost(group, cerys, "A room");

        for (String address : List.of(board, board + "/" + post + "/a-post")) {
            assertThat(pages.get(address).html().select("[name=_csrf]"))
                    .as(address)
                    .isEmpty();
        }
    }

    @Test
    void membersAloneWrite() {
        assertThat(pages.get(board + "/new", cerys).status()).isEqualTo(200);
        assertThat(pages.get(board + "/new", outsider).status()).isEqualTo(403);
        assertThat(write(outsider, "Spam").status()).isEqualTo(403);
        assertThat(pages.get(board + "/new").location()).startsWith("/sign-in");

        long post = community.boardPost(group, cerys, "A room");
        Page refused = pages.post(board + "/" + post + "/comments", outsider, "body", "I know one");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("pre")).isEqualTo("I know one");
        assertThat(pages.post(board + "/" + post + "/comments", tom, "body", "I know one")
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(board + "/" + post + "/a-post").text(".comment__body"))
                .isEqualTo("I know one");
    }

    @Test
    void aPostNeedsAKindATitleAndWords() {
        Page empty = pages.post(board, cerys, "kind", "", "title", " ", "body", "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select(".error-summary__list li")).hasSize(3);
        assertThat(write(cerys, "x".repeat(121)).status()).isEqualTo(422);
        assertThat(write(cerys, "a\u0000b").status()).isEqualTo(422);
        assertThat(pages.post(board, cerys, "kind", "NEWS", "title", "a", "body", "x".repeat(10_001))
                        .status())
                .isEqualTo(422);
        assertThat(pages.post(board, cerys, "kind", "SECRET", "title", "a", "body", "b")
                        .status())
                .isEqualTo(400);
        assertThat(write(cerys, "読書会").location()).endsWith("/post");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        long post = community.boardPost(group, cerys, "A room");
        String other = community.group("Others", Community.CARDIFF, cerys);

        assertThat(pages.get("/groups/no-such-group/board").status()).isEqualTo(404);
        assertThat(pages.get(board + "/999999999/a-post").status()).isEqualTo(404);
        assertThat(pages.get("/groups/" + other + "/board/" + post + "/a-post").status())
                .isEqualTo(404);
        assertThat(pages.get(board + "?kind=secret").status()).isEqualTo(400);
        assertThat(pages.get(board + "?after=made-up").status()).isEqualTo(400);
    }

    @Test
    void whatWasAnsweredLastComesFirstAndPagesGoOnWhereTheLastEnded() {
        List<Long> ids = IntStream.range(0, 30)
                .mapToObj(n -> community.boardPost(group, cerys, "Post " + n))
                .toList();
        pages.post(board + "/" + ids.get(3) + "/comments", tom, "body", "I know");

        Page first = pages.get(board);
        assertThat(titles(first)).hasSize(25).startsWith("Post 3", "Post 29", "Post 28");
        Page second = pages.get(first.html().select("a[rel=next]").attr("href"));
        assertThat(titles(second)).containsExactly("Post 5", "Post 4", "Post 2", "Post 1", "Post 0");
        assertThat(titles(pages.get(board + "?kind=ask"))).hasSize(25);
        assertThat(titles(pages.get(board + "?kind=offer"))).isEmpty();
    }

    @Test
    void authorsEditAndNobodyElse() {
        Page posted = write(cerys, "Before");
        String path = posted.location();
        Page form = pages.get(path + "/edit", cerys);
        String[] filled = Pages.filled(form, "form[action$=/edit]", "title", "After", "kind", "OFFER");

        assertThat(pages.get(path + "/edit", tom).status()).isEqualTo(403);
        assertThat(pages.post(path + "/edit", tom, filled).status()).isEqualTo(403);
        assertThat(pages.post(path + "/edit", cerys, filled).location()).endsWith("/after");
        Page stale = pages.post(path + "/edit", cerys, filled);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".facts")).contains("After");
        assertThat(pages.get(path).location()).endsWith("/after");
    }

    @Test
    void whatIsTakenBackIsGone() {
        long post = community.boardPost(group, cerys, "A mistake");
        String address = board + "/" + post;
        String comment = pages.post(address + "/comments", tom, "body", "Oh?").location();
        String link = "/comments/" + comment.replaceAll(".*#comment-", "");

        assertThat(pages.post(address + "/withdrawal", tom).status()).isEqualTo(403);
        assertThat(pages.post(address + "/withdrawal", cerys).status()).isEqualTo(303);

        assertThat(titles(pages.get(board, cerys))).isEmpty();
        assertThat(pages.get(address + "/a-post").status()).isEqualTo(410);
        assertThat(pages.get(link).status()).isEqualTo(404);
        Page late = pages.post(address + "/comments", tom, "body", "Still?");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.text("pre")).isEqualTo("Still?");
        assertThat(jdbc.sql("select title || body from board_post where id = ?")
                        .param(post)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    @Test
    void whoIsBlockedByItsAuthorDoesNotFindAPost() {
        long post = community.boardPost(group, cerys, "A room");
        pages.post(board + "/" + post + "/comments", tom, "body", "Here");
        community.block(cerys, tom);

        assertThat(titles(pages.get(board, tom))).isEmpty();
        assertThat(pages.get(board + "/" + post + "/a-post", tom).status()).isEqualTo(404);
        assertThat(pages.post(board + "/" + post + "/comments", tom, "body", "Hm")
                        .status())
                .isEqualTo(404);
        assertThat(pages.get("/me/ledger?show=all", tom).text("main")).doesNotContain("A room");
        assertThat(titles(pages.get(board, outsider))).containsExactly("A room");
    }

    @Test
    void membersAreToldOfAPostAndItsAuthorOfAnAnswer() {
        String path = write(cerys, "A room?").location();
        String id = path.split("/")[4];

        await().untilAsserted(
                        () -> assertThat(community.told(tom, "BOARD_POST")).containsExactly("board:" + id));
        assertThat(community.told(cerys, "BOARD_POST")).isEmpty();
        assertThat(community.told(outsider, "BOARD_POST")).isEmpty();

        String answer = pages.post(board + "/" + id + "/comments", tom, "body", "I have one")
                .location();
        String comment = answer.replaceAll(".*#comment-", "");
        await().untilAsserted(() -> assertThat(community.told(cerys, "COMMENT")).containsExactly("comment:" + comment));
        assertThat(pages.get("/me/ledger", cerys).text("main")).contains("A room?");
    }
}
