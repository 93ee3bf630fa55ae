package org.shelfmates.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class ExchangeTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Exchanges exchanges;

    private Someone cerys;
    private Someone tom;
    private Someone outsider;
    private long id;
    private String path;

    @BeforeEach
    void aConversation() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.BANGOR);
        outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        id = exchanges.open(cerys.id(), tom.id());
        path = "/conversations/" + id;
    }

    private long say(Someone who, String body, String... more) {
        String[] fields = new String[more.length + 2];
        fields[0] = "body";
        fields[1] = body;
        System.arraycopy(more, 0, fields, 2, more.length);
        Page posted = pages.post(path + "/comments", who, fields);
        assertThat(posted.status()).as(posted.html().text()).isEqualTo(303);
        return Long.parseLong(posted.location().replaceAll(".*#comment-", ""));
    }

    private long thread() {
        return jdbc.sql("select id from thread where subject = ?")
                .param("exchange:" + id)
                .query(Long.class)
                .single();
    }

    @Test
    void twoHaveOneConversationWhoeverOpensIt() {
        assertThat(exchanges.open(tom.id(), cerys.id())).isEqualTo(id);
        assertThat(exchanges.open(tom.id(), outsider.id())).isNotEqualTo(id);
        assertThatThrownBy(() -> exchanges.open(tom.id(), tom.id())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theTwoReadAndAnswerEachOther() {
        long first = say(cerys, "Shall we **meet**?");
        long second = say(tom, "Gladly", "parent", "" + first);

        for (Someone one : List.of(cerys, tom)) {
            Page page = pages.get(path, one);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text(".comment__body")).isEqualTo("Shall we meet? Gladly");
            assertThat(page.header("Cache-Control")).contains("no-store");
        }
        assertThat(pages.get(path, cerys).text("h1")).isEqualTo("You and Tom Price");
        assertThat(pages.get(path, tom).text("h1")).isEqualTo("You and Cerys Morgan");
        assertThat(pages.get("/comments/" + second, cerys).location()).isEqualTo(path + "#comment-" + second);
        assertThat(pages.get("/comments/" + second + "/history", tom).status()).isEqualTo(200);
    }

    @Test
    void nobodyElseReachesAnythingOfIt() {
        long comment = say(cerys, "Only for Tom");
        say(tom, "Only for Cerys", "parent", "" + comment);
        long thread = thread();

        for (String address : List.of(path, path + "?comments=1", "/threads/" + thread + "/unread")) {
            assertThat(pages.get(address, outsider).status()).as(address).isEqualTo(404);
            assertThat(pages.get(address).location()).as(address).startsWith("/sign-in");
        }
        for (String route : List.of("", "/history", "/edit", "/deletion")) {
            assertThat(pages.get("/comments/" + comment + route, outsider).status())
                    .as(route)
                    .isEqualTo(404);
        }
        for (String route : List.of("", "/history")) {
            assertThat(pages.get("/comments/" + comment + route).status())
                    .as("stranger " + route)
                    .isEqualTo(404);
        }
        for (String route : List.of(
                "/edit",
                "/deletion",
                "/reactions",
                "/reactions/withdrawal",
                "/question",
                "/question/withdrawal",
                "/answer",
                "/answer/withdrawal")) {
            assertThat(pages.post(
                                    "/comments/" + comment + route,
                                    outsider,
                                    "kind",
                                    "thanks",
                                    "body",
                                    "x",
                                    "version",
                                    "1")
                            .status())
                    .as(route)
                    .isEqualTo(404);
        }
        for (String route : List.of("/subscription", "/subscription/withdrawal")) {
            assertThat(pages.post("/threads/" + thread + route, outsider, "level", "FOLLOW")
                            .status())
                    .as(route)
                    .isEqualTo(404);
        }
        assertThat(pages.post(path + "/comments", outsider, "body", "Let me in").status())
                .isEqualTo(404);
        assertThat(pages.post(path + "/comments", outsider, "body", "Let me in", "preview", "true")
                        .status())
                .isEqualTo(404);
        assertThat(pages.get("/mentions?about=exchange:" + id + "&q=to", outsider)
                        .status())
                .isEqualTo(404);
        assertThat(pages.get("/mentions?about=nobody:5&q=to", outsider).status())
                .isEqualTo(404);
        assertThat(pages.get("/conversations/999999999", cerys).status()).isEqualTo(404);
        assertThat(pages.get(path, cerys).text(".comment__body")).isEqualTo("Only for Tom Only for Cerys");
    }

    @Test
    void theOtherHasItUnreadAndWaitingInTheLedgerUntilTheyAnswer() {
        say(cerys, "Shall we meet?");

        assertThat(pages.get("/me/ledger", tom).text(".ledger")).contains("Cerys Morgan · Tom Price");
        assertThat(pages.get("/me/ledger?show=waiting", tom).text(".ledger")).contains("Cerys Morgan · Tom Price");
        assertThat(pages.get("/me/ledger", cerys).text(".ledger")).doesNotContain("Tom Price");
        pages.get(path, tom);
        assertThat(pages.get("/me/ledger", tom).text(".ledger")).doesNotContain("Cerys Morgan");
        assertThat(pages.get("/me/ledger?show=waiting", tom).text(".ledger")).contains("Cerys Morgan · Tom Price");
        say(tom, "Yes");
        assertThat(pages.get("/me/ledger?show=waiting", tom).text(".ledger")).doesNotContain("Cerys Morgan");
        assertThat(pages.get("/me/ledger?show=waiting", cerys).text(".ledger")).contains("Cerys Morgan · Tom Price");
    }

    @Test
    void theOtherIsToldAndWhoIsMentionedIsNot() {
        say(cerys, "Do you know @" + outsider.handle() + "?");

        await().untilAsserted(() -> assertThat(told(tom)).containsExactly("MESSAGE"));
        assertThat(pages.get("/me/notices", tom).html().select("a[href^=" + path + "#comment-]"))
                .isNotEmpty();
        assertThat(told(outsider)).isEmpty();
        assertThat(told(cerys)).isEmpty();
        assertThat(pages.get("/me/ledger?show=all", outsider).text("main")).doesNotContain("Cerys");
        assertThat(jdbc.sql("select count(*) from mention where librarian_id = ?")
                        .param(outsider.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> told(Someone who) {
        return jdbc.sql("select kind from notice where librarian_id = ?")
                .param(who.id())
                .query(String.class)
                .list();
    }

    @Test
    void whereOneHasBlockedTheOtherNothingNewIsSaid() {
        long comment = say(cerys, "Hello");
        jdbc.sql("insert into block values (?, ?, now())")
                .params(tom.id(), cerys.id())
                .update();

        for (Someone one : List.of(cerys, tom)) {
            Page refused = pages.post(path + "/comments", one, "body", "Anything new");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("main"))
                    .contains("This conversation is closed")
                    .contains("Anything new");
            assertThat(pages.get(path, one).html().select("#comment-form")).isEmpty();
            assertThat(pages.get(path, one).text(".comment__body")).isEqualTo("Hello");
        }
        assertThat(pages.post("/comments/" + comment + "/edit", cerys, "body", "Worse", "version", "1")
                        .status())
                .isEqualTo(403);
        assertThat(pages.post("/comments/" + comment + "/reactions", tom, "kind", "thanks")
                        .status())
                .isEqualTo(403);
        assertThat(pages.post("/comments/" + comment + "/deletion", cerys).status())
                .isEqualTo(303);
    }

    @Test
    void aRefusedFormIsFilledIn() {
        Page refused = pages.post(path + "/comments", cerys, "body", "x".repeat(10_001));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#body-error")).hasSize(1);
        assertThat(pages.post(path + "/comments", cerys, "body", "  ").status()).isEqualTo(422);
        assertThat(pages.post(path + "/comments", cerys, "body", "**So**", "preview", "true")
                        .text("#preview"))
                .contains("So");
        long elsewhere = community.comment(
                community.tweetup("Tea", Community.CARDIFF, outsider, null), outsider, "Elsewhere", null);
        assertThat(pages.post(path + "/comments", cerys, "body", "x", "parent", "" + elsewhere)
                        .status())
                .isEqualTo(400);
    }
}
