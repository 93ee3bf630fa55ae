package org.shelfmates.group.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What was written for members alone stays theirs when the group is opened, and its author's when they leave. */
@ShelfmatesTest
class MembersWordsTest {

    private static final String SECRET = "Between ourselves";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

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
        community.organise(group, cerys);
        board = "/groups/" + group + "/board";
    }

    private String address(long post) {
        return board + "/" + post + "/a-post";
    }

    private String answer(long post, Someone who, String words) {
        return pages.post(board + "/" + post + "/comments", who, "body", words)
                .location()
                .replaceAll(".*#comment-", "");
    }

    private void nobodyElseReads(long post, String comment) {
        for (String address : List.of(board, "/groups/" + group)) {
            assertThat(pages.get(address).body()).as(address).doesNotContain(SECRET);
            assertThat(pages.get(address, outsider).body()).as(address).doesNotContain(SECRET);
        }
        assertThat(pages.get(board, outsider).status()).isEqualTo(200);
        assertThat(pages.get(address(post)).status()).isNotEqualTo(200);
        Page refused = pages.get(address(post), outsider);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain(SECRET);
        assertThat(pages.get("/comments/" + comment, outsider).status()).isEqualTo(404);
        assertThat(pages.get("/comments/" + comment).status()).isIn(302, 303, 404);
    }

    @Test
    void whatMembersWroteStaysTheirsWhenTheGroupIsOpened() {
        long before = community.boardPost(group, cerys, "Said in the open");
        community.admit(group, "ASK");
        long post = community.boardPost(group, cerys, SECRET);
        String comment = answer(post, tom, SECRET + ", too");

        community.admit(group, "OPEN");
        community.boardPost(group, cerys, "Open again");

        nobodyElseReads(post, comment);
        assertThat(pages.get(board, outsider).text("main")).contains("Said in the open", "Open again");
        assertThat(pages.get(address(before), outsider).status()).isEqualTo(200);
        assertThat(pages.get(board, tom).text("main")).contains(SECRET);
        assertThat(pages.get("/groups/" + group, tom).text("main")).contains(SECRET);
        assertThat(pages.get(address(post), tom).text("main")).contains(SECRET + ", too");
    }

    @Test
    void whatMembersWroteStaysTheirsWhenTheLastOfThemLeaves() {
        community.admit(group, "INVITATION");
        long post = community.boardPost(group, cerys, SECRET);
        String comment = answer(post, tom, SECRET);

        pages.post("/groups/" + group + "/leave", tom);
        pages.post("/groups/" + group + "/leave", cerys);

        nobodyElseReads(post, comment);
    }

    @Test
    void anAnswerOrAnEditBehindAClosedDoorKeepsTheWholeConversationThere() {
        long answered = community.boardPost(group, cerys, "A room");
        long discussed = community.boardPost(group, cerys, "A lift");
        String early = answer(discussed, tom, "Hello");
        community.admit(group, "ASK");
        String comment = answer(answered, tom, SECRET);
        String[] edit =
                Pages.filled(pages.get("/comments/" + early + "/edit", tom), "form[action$=/edit]", "body", SECRET);
        assertThat(pages.post("/comments/" + early + "/edit", tom, edit).status())
                .isEqualTo(303);

        community.admit(group, "OPEN");

        nobodyElseReads(answered, comment);
        nobodyElseReads(discussed, early);
    }

    @Test
    void whoIsNoMemberReadsHowToBecomeOne() {
        community.admit(group, "ASK");
        Page asks = pages.get(board, outsider);
        assertThat(asks.status()).isEqualTo(403);
        assertThat(asks.text("h1")).isEqualTo("For members");
        assertThat(asks.html().select("main a[href=/groups/" + group + "/join]"))
                .hasSize(1);
        assertThat(pages.get(board).status()).isIn(302, 303);

        community.admit(group, "INVITATION");
        assertThat(pages.get(board, outsider).text("main")).contains("when one of its organisers asks you in");
        Page sent = pages.post(
                board + "/" + community.boardPost(group, cerys, "A") + "/comments", outsider, "body", "I know");
        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.text("pre")).isEqualTo("I know");
    }

    @Test
    void whoLeftAClosedGroupFindsTheirOwnWordsAndTakesThemBack() {
        community.admit(group, "ASK");
        long post = community.boardPost(group, tom, "Mine");
        answer(post, cerys, SECRET);
        pages.post("/groups/" + group + "/leave", tom);

        assertThat(pages.get(board, tom).html().select("main a[href='" + address(post) + "']"))
                .hasSize(1);
        Page own = pages.get(address(post), tom);
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.text("h1")).isEqualTo("Mine");
        assertThat(own.body()).doesNotContain(SECRET, "/edit");
        assertThat(own.html().select("form[action$=/withdrawal]")).hasSize(1);
        assertThat(pages.get(address(post) + "/edit", tom).status()).isEqualTo(403);

        assertThat(pages.post(board + "/" + post + "/withdrawal", tom).location())
                .isEqualTo("/groups/" + group);
        assertThat(pages.get(address(post), cerys).status()).isEqualTo(410);
    }

    @Test
    void whoWasRemovedDoesNotRewriteTheirPostsAndTakesThemBack() {
        long post = community.boardPost(group, tom, "Mine");
        String[] filled =
                Pages.filled(pages.get(address(post) + "/edit", tom), "form[action$=/edit]", "title", "Revenge");
        assertThat(pages.post("/groups/" + group + "/members/" + tom.handle() + "/removal", cerys)
                        .status())
                .isEqualTo(303);

        assertThat(pages.get(address(post) + "/edit", tom).status()).isEqualTo(403);
        assertThat(pages.post(address(post) + "/edit", tom, filled).status()).isEqualTo(403);
        assertThat(pages.get(address(post), cerys).text("h1")).isEqualTo("Mine");
        Page own = pages.get(address(post), tom);
        assertThat(own.html().select("main a[href$=/edit]")).isEmpty();
        assertThat(own.html().select("form[action$=/withdrawal]")).hasSize(1);
        assertThat(pages.post(board + "/" + post + "/withdrawal", tom).location())
                .isEqualTo(board);
        assertThat(pages.get(address(post), cerys).status()).isEqualTo(410);
    }
}
