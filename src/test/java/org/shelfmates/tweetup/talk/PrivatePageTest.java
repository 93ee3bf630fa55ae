package org.shelfmates.tweetup.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The private page of somebody who comments without an account. */
@ShelfmatesTest
class PrivatePageTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    private Someone planner;
    private long tweetup;
    private String page;
    private String email;

    @BeforeEach
    void somethingToTalkAbout() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("Open to guests", Community.CARDIFF, planner, null);
        page = "/tweetups/" + tweetup + "/a-tweetup";
        email = Community.unique("tom") + "@example.org";
    }

    private String asked(long about, String body, int mail) throws Exception {
        pages.postAsStranger("/tweetups/" + about + "/comments", "name", "Tom Guest", "email", email, "body", body);
        return mailbox.link(email, mail);
    }

    /** The address of the private page of a guest who has said it. */
    private String said(String body) throws Exception {
        String link = asked(tweetup, body, 1);
        pages.postAsStranger(link + "/confirmation");
        return link;
    }

    private static long idOf(Page mine) {
        String link = mine.html().select("#said a[href^=/comments/]").attr("href");
        return Long.parseLong(link.substring("/comments/".length()));
    }

    private String action(String mine, String end) {
        return pages.get(mine)
                .html()
                .select("#conversations form[action$=" + end + "]")
                .attr("action");
    }

    @Test
    void theLinkThatConfirmedGoesOnShowingWhatTheGuestSaidEverywhere() throws Exception {
        String mine = said("Is there *cake*?");
        long other = community.tweetup("Another one", Community.CARDIFF, planner, null);
        pages.postAsStranger(asked(other, "And here?", 2) + "/confirmation");

        clock.after(Duration.ofDays(400), () -> {
            Page read = pages.get(mine);
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.html().select("#said .prose").eachText()).containsExactly("And here?", "Is there cake?");
            assertThat(read.html().select("#conversations h3").eachText())
                    .containsExactlyInAnyOrder("Open to guests", "Another one");
            assertThat(read.html().html()).doesNotContain(email);
        });
    }

    @Test
    void whatWaitsForAPlannerStandsThereToo() throws Exception {
        pages.post("/tweetups/" + tweetup + "/guest-comments", planner, "hold", "true");
        String mine = said("Read me first");

        assertThat(pages.get(mine).text("#said")).contains("Read me first", "It waits until a planner has read it.");
        assertThat(pages.get(mine).html().select("#said a[href$=/edit]")).isEmpty();
    }

    @Test
    void theGuestEditsForAWhileAndEverybodyReadsWhatItSaidBefore() throws Exception {
        String mine = said("Is there kake?");
        Page read = pages.get(mine);
        String edit = read.html().select("#said a[href$=/edit]").attr("href");
        assertThat(pages.get(edit).html().select("#body").text()).isEqualTo("Is there kake?");

        assertThat(pages.postAsStranger(edit, "body", " ", "version", "1").status())
                .isEqualTo(422);
        Page saved = pages.postAsStranger(edit, "body", "Is there cake?", "version", "1");

        assertThat(saved.location()).isEqualTo(mine + "#said");
        assertThat(pages.get(page).text(".comment__body")).isEqualTo("Is there cake?");
        assertThat(pages.get("/comments/" + idOf(read) + "/history").text("main"))
                .contains("kake");
        assertThat(pages.postAsStranger(edit, "body", "From another window", "version", "1")
                        .status())
                .isEqualTo(409);
        clock.after(Duration.ofHours(1), () -> {
            assertThat(pages.get(mine).html().select("#said a[href$=/edit]")).isEmpty();
            assertThat(pages.postAsStranger(edit, "body", "Late", "version", "2")
                            .status())
                    .isEqualTo(409);
        });
    }

    @Test
    void theGuestDeletesTheirOwnAndNobodyElses() throws Exception {
        String mine = said("Is there cake?");
        long own = idOf(pages.get(mine));
        long others = community.comment(tweetup, planner, "There is", own);

        for (String act : new String[] {"/edit", "/deletion"}) {
            assertThat(pages.get(mine + "/comments/" + others + act).status()).isEqualTo(404);
            assertThat(pages.postAsStranger(mine + "/comments/" + others + act, "body", "x", "version", "1")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(pages.get(mine + "/comments/" + own + "/deletion").text("main"))
                .contains("Is there cake?");
        assertThat(pages.get(page).text(".conversation")).contains("Is there cake?");
        Page deleted = pages.postAsStranger(mine + "/comments/" + own + "/deletion");

        assertThat(deleted.location()).isEqualTo(mine + "#said");
        assertThat(pages.get(page).text(".conversation"))
                .contains("deleted by its author")
                .doesNotContain("cake");
        assertThat(pages.get(mine).text("main")).doesNotContain("cake");
        assertThat(pages.postAsStranger(mine + "/comments/" + own + "/deletion").status())
                .isEqualTo(409);
    }

    @Test
    void theGuestMutesReadsAndLeaves() throws Exception {
        String mine = said("Is there cake?");
        long answer = community.comment(tweetup, planner, "There is", null);
        assertThat(pages.get(mine).text("#conversations")).contains("1 unread comment");
        String unread = pages.get(mine).html().select(".ledger__unread").attr("href");
        assertThat(pages.get(unread).location()).isEqualTo("/comments/" + answer);
        assertThat(pages.get(mine).text("#conversations")).contains("1 unread comment");

        pages.postAsStranger(action(mine, "/reading"), "last", "2");
        assertThat(pages.get(mine).text("#conversations")).contains("Nothing unread");
        pages.postAsStranger(action(mine, "/subscription"), "level", "MUTED");
        assertThat(pages.get(mine).text("#conversations")).contains("Muted");
        assertThat(pages.postAsStranger(action(mine, "/subscription"), "level", "x")
                        .status())
                .isEqualTo(400);
        pages.postAsStranger(action(mine, "/withdrawal"));

        assertThat(pages.get(mine).html().select("#conversations")).isEmpty();
    }

    @Test
    void aLinkThatIsNobodysPageDoesNothing() throws Exception {
        String asked = asked(tweetup, "Hello", 1);
        assertThat(pages.postAsStranger(asked + "/comments/1/deletion").status())
                .isEqualTo(410);
        assertThat(pages.get("/guest-comments/made-up/comments/1/edit").status())
                .isEqualTo(404);
    }

    @Test
    void whoAnsweredAnInvitationFindsThereWhatTheySaid() throws Exception {
        said("Is there cake?");
        pages.postAsStranger("/tweetups/" + tweetup + "/rsvp", "name", "Tom Guest", "email", email, "answer", "going");
        String rsvp =
                pages.postAsStranger(mailbox.link(email, 2) + "/confirmation").location();

        String delete =
                pages.get(rsvp).html().select("#said a[href$=/deletion]").attr("href");
        assertThat(delete).startsWith(rsvp);
        assertThat(pages.postAsStranger(delete).location()).isEqualTo(rsvp + "#said");
        assertThat(pages.get(page).text(".conversation")).doesNotContain("cake");
    }
}
