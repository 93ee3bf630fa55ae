package org.shelfmates.notice.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.Subject;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody reads of what they were told, and how they choose. */
@ShelfmatesTest
class NoticesTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone nia;

    @BeforeEach
    void people() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        nia = community.librarian("Nia Rees", Community.CARDIFF);
    }

    private void tell(Kind kind, long about, Someone actor) {
        notices.tell(
                new Telling(
                        kind,
                        new Subject("tweetup", about),
                        Community.unique("key"),
                        "Tea " + about,
                        "/tweetups/" + about,
                        new Telling.Actor(actor.id(), actor.name()),
                        List.of(Word.text("Hello"))),
                List.of(cerys.id()));
    }

    private List<String> lines() {
        return pages.get("/me/notices", cerys).html().select(".told__link").eachText();
    }

    private int unread() {
        return pages.get("/me/notices", cerys).html().select(".told__item--new").size();
    }

    @Test
    void whoHasNoneIsToldSo() {
        assertThat(pages.get("/me/notices", cerys).text("main")).contains("You have no notices yet");
    }

    @Test
    void theNewestComesFirstAndSeveralAboutOneThingAreOneLine() {
        tell(Kind.COMMENT, 1, tom);
        tell(Kind.REPLY, 1, tom);
        tell(Kind.COMMENT, 1, nia);
        tell(Kind.COMMENT, 2, nia);

        assertThat(lines())
                .containsExactly(
                        "Nia Rees commented on “Tea 2”",
                        "2 people commented on “Tea 1”",
                        "Tom Prosser answered your comment on “Tea 1”");
    }

    @Test
    void onePersonWhoCommentsTwiceIsOnePerson() {
        tell(Kind.COMMENT, 1, tom);
        tell(Kind.COMMENT, 1, tom);

        assertThat(lines()).containsExactly("Tom Prosser commented on “Tea 1”");
    }

    @Test
    void whatIsMarkedAsReadIsReadWithAllOfItsLine() {
        tell(Kind.COMMENT, 1, tom);
        tell(Kind.COMMENT, 1, nia);
        tell(Kind.REPLY, 1, nia);
        Page page = pages.get("/me/notices", cerys);
        assertThat(page.text("h1 + p")).isEqualTo("3 are new.");

        String read = page.html().select(".told__form").get(1).attr("action");
        assertThat(pages.post(read, tom).status()).isEqualTo(303); // not his: nothing happens
        assertThat(unread()).isEqualTo(2);
        assertThat(pages.post(read, cerys).location()).isEqualTo("/me/notices");
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void allAreMarkedAsReadButWhatCameMeanwhile() {
        tell(Kind.REPLY, 1, tom);
        String until = pages.get("/me/notices", cerys)
                .html()
                .select("input[name=until]")
                .val();
        tell(Kind.REPLY, 2, tom);

        pages.post("/me/notices/reading", cerys, "until", until);

        assertThat(unread()).isEqualTo(1);
        assertThat(pages.get("/me/notices/unread", cerys).html().text()).contains("{\"unread\":1}");
    }

    @Test
    void theListIsPagedAndEachLineStandsOnOnePage() {
        for (int i = 1; i <= 60; i++) {
            tell(Kind.REPLY, i, tom);
        }
        Page first = pages.get("/me/notices", cerys);
        Page second = pages.get(first.html().select("a[rel=next]").attr("href"), cerys);

        assertThat(first.html().select(".told__item")).hasSize(50);
        assertThat(second.html().select(".told__item")).hasSize(10);
        assertThat(pages.get("/me/notices?after=made-up", cerys).status()).isEqualTo(400);
    }

    @Test
    void openingThePageMarksNothingAsRead() {
        tell(Kind.REPLY, 1, tom);

        assertThat(unread()).isEqualTo(1);
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void everyKindHasItsDefaultUntilSomebodyChooses() {
        String[] form = Pages.filled(pages.get("/me/settings/notices", cerys), "main form");
        assertThat(form).hasSize(2 * (Kind.values().length + 1));
        assertThat(List.of(form)).contains("channels[REPLY]", "AT_ONCE", "channels[JOINED]", "DAILY");

        String[] other = Pages.filled(
                pages.get("/me/settings/notices", cerys), "main form", "channels[REPLY]", "OFF", "language", "cy");
        assertThat(pages.post("/me/settings/notices", cerys, other).status()).isEqualTo(303);

        Page saved = pages.get("/me/settings/notices?saved=", cerys);
        assertThat(saved.html().select("#channel-REPLY option[selected]").val()).isEqualTo("OFF");
        assertThat(saved.html().select("#language option[selected]").val()).isEqualTo("cy");
        tell(Kind.REPLY, 1, tom);
        assertThat(lines()).isEmpty();
    }

    @Test
    void whatNoFormSendsIsRefused() {
        assertThat(pages.post("/me/settings/notices", cerys, "channels[REPLY]", "SHOUT", "language", "cy")
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/me/settings/notices", cerys, "channels[GOSSIP]", "OFF", "language", "cy")
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/me/settings/notices", cerys, "language", "tlh").status())
                .isEqualTo(400);
    }

    @Test
    void anAdministratorSeesWhatCouldNotBeSentAndSendsItAgain() {
        tell(Kind.JOINED, 1, tom);
        long id = jdbc.sql("update notice set mail = 'DEAD', mail_error = '550 <b>no</b>' where librarian_id = ?"
                        + " returning id")
                .param(cerys.id())
                .query(Long.class)
                .single();
        String resending = "/admin/mails/" + id + "/resending";

        assertThat(pages.get("/admin/mails", cerys).status()).isEqualTo(403);
        assertThat(pages.post(resending, cerys).status()).isEqualTo(403);
        assertThat(pages.getAsStaff("/admin/mails", tom).text("table")).contains(cerys.email(), "550 <b>no</b>");
        assertThat(pages.postAsStaff(resending, tom).status()).isEqualTo(303);
        assertThat(pages.postAsStaff(resending, tom).status()).isEqualTo(303);
        assertThat(pages.postAsStaff("/admin/mails/999999999/resending", tom).status())
                .isEqualTo(404);

        org.awaitility.Awaitility.await()
                .until(() -> jdbc.sql("select mail from notice where id = ?")
                        .param(id)
                        .query(String.class)
                        .single()
                        .equals("SENT"));
    }
}
