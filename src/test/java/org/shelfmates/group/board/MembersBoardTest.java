package org.shelfmates.group.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The board of a group that is not open to everybody is for its members, wherever something of it could be read. */
@ShelfmatesTest
class MembersBoardTest {

    private static final String SECRET = "Between ourselves";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    private Someone cerys;
    private Someone tom;
    private Someone left;
    private Someone outsider;
    private String group;
    private String board;
    private String post;
    private String comment;

    @BeforeEach
    void aConversationOfMembers() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        left = community.librarian("Lena Left", Community.CARDIFF);
        outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        group = community.group("Readers", Community.CARDIFF, cerys, tom, left);
        community.organise(group, cerys);
        board = "/groups/" + group + "/board";
    }

    private void closeTheDoor(String admission) {
        community.admit(group, admission);
        post = pages.post(board, cerys, "kind", "ASK", "title", SECRET, "body", SECRET)
                .location();
        String answers = post.replaceAll("/[^/]+$", "/comments");
        pages.post(answers, left, "body", SECRET + ", too");
        comment =
                pages.post(answers, tom, "body", SECRET + ", I said").location().replaceAll(".*#comment-", "");
        pages.post("/groups/" + group + "/leave", left);
    }

    private String address(String rest) {
        return post.replaceAll("/[^/]+$", rest);
    }

    private String about() {
        return "board:" + post.split("/")[4];
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "INVITATION"})
    void membersReadAndAnswer(String admission) {
        closeTheDoor(admission);

        assertThat(pages.get(board, tom).text("main")).contains(SECRET);
        assertThat(pages.get(board + "?kind=ask", tom).text("main")).contains(SECRET);
        assertThat(pages.get(post, tom).text("main")).contains(SECRET, SECRET + ", too");
        assertThat(pages.get("/comments/" + comment, tom).location()).startsWith(post);
        assertThat(pages.get("/me/ledger?show=all", tom).text("main")).contains(SECRET);
        assertThat(pages.get("/mentions?q=cerys&about=" + about(), tom).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "INVITATION"})
    void whoIsNoMemberOrNoneAnyMoreFindsNothingOfIt(String admission) {
        closeTheDoor(admission);

        for (Someone one : List.of(outsider, left)) {
            for (String address : List.of(board, board + "?kind=ask", board + "/new", post, post + "/edit")) {
                isRefused(address, pages.get(address, one), 403);
            }
            for (String address : List.of(
                    "/comments/" + comment,
                    "/comments/" + comment + "/history",
                    "/mentions?q=cerys&about=" + about())) {
                isRefused(address, pages.get(address, one), 404);
            }
            isRefused("comments", pages.post(address("/comments"), one, "body", "Smuggled words"), 403);
            isRefused("posts", pages.post(board, one, "kind", "ASK", "title", "Mine", "body", "Mine"), 403);
            for (String address :
                    List.of("/me/ledger?show=all", "/me/ledger", "/groups/" + group, "/librarians/" + cerys.handle())) {
                Page page = pages.get(address, one);
                assertThat(page.status()).as(address).isEqualTo(200);
                assertThat(page.html().body().text()).as(address).doesNotContain(SECRET);
            }
        }
        assertThat(pages.get(post, tom).text("main")).doesNotContain("Smuggled words");
    }

    private static void isRefused(String address, Page page, int status) {
        assertThat(page.status()).as(address).isEqualTo(status);
        assertThat(page.body()).as(address).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "INVITATION"})
    void strangersFindNothingOfIt(String admission) {
        closeTheDoor(admission);

        for (String address : List.of(
                board, board + "?kind=ask", post, "/comments/" + comment, "/mentions?q=cerys&about=" + about())) {
            Page page = pages.get(address);
            assertThat(page.status()).as(address).isIn(303, 302, 401, 403, 404);
            assertThat(page.body()).as(address).doesNotContain(SECRET);
        }
        assertThat(pages.get("/groups/" + group).body()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "INVITATION"})
    void whatWasReadByEverybodyIsReadByMembersAloneOnceTheDoorIsClosed(String admission) {
        long open = community.boardPost(group, cerys, "Said in the open");
        String address = board + "/" + open + "/a-post";
        assertThat(pages.get(address).status()).isIn(200, 301);

        closeTheDoor(admission);

        assertThat(pages.get(address).status()).isNotIn(200, 301);
        assertThat(pages.get(address, outsider).status()).isEqualTo(403);
        assertThat(pages.get(address, tom).status()).isIn(200, 301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK", "INVITATION"})
    void whoIsNoMemberIsNotToldWhenSomebodyNamesThem(String admission) {
        closeTheDoor(admission);
        pages.post(address("/comments"), tom, "body", "Ask @" + outsider.handle() + " or @" + cerys.handle());

        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(community.told(cerys, "MENTION")).isNotEmpty());
        assertThat(community.told(outsider, "MENTION")).isEmpty();
    }
}
