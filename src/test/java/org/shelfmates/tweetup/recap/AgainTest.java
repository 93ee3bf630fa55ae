package org.shelfmates.tweetup.recap;

import static org.assertj.core.api.Assertions.assertThat;

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
class AgainTest {

    private static final String SUM = "would meet here again";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private long id;
    private String page;
    private String guest;

    @BeforeEach
    void threeWhoCame() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.happened("Tea", Community.CARDIFF, cerys);
        community.going(id, cerys);
        community.going(id, gwen);
        guest = community.guest(id, "Tom Guest");
        page = "/tweetups/" + id + "/a-tweetup";
    }

    private Page say(Someone who, String again) {
        return pages.post("/tweetups/" + id + "/again", who, "again", again);
    }

    @Test
    void theSumIsToldToEverybodyOnceThreeHaveSaid() {
        assertThat(say(cerys, "yes").location()).isEqualTo(page + "#again");
        say(gwen, "no");
        assertThat(pages.get(page).text("main")).doesNotContain(SUM);
        assertThat(pages.get(page, cerys).text(".afterwards"))
                .contains("is told when three have answered")
                .doesNotContain("No: 1");

        assertThat(pages.postAsStranger(guest + "/again", "again", "yes").location())
                .isEqualTo(guest + "#again");

        assertThat(pages.get(page).text(".afterwards")).contains("2 of 3 " + SUM);
        assertThat(pages.get(page).html().select("main form")).isEmpty();
        assertThat(pages.get(page, cerys).text(".afterwards")).contains("Yes: 2. No: 1.");
        assertThat(pages.get(page, gwen).text(".afterwards")).doesNotContain("No: 1.");
    }

    @Test
    void oneCanChangeOnesMind() {
        say(gwen, "yes");
        assertThat(pages.get(page, gwen)
                        .html()
                        .select("#again [aria-pressed=true]")
                        .val())
                .isEqualTo("yes");

        say(gwen, "no");

        assertThat(pages.get(page, gwen)
                        .html()
                        .select("#again [aria-pressed=true]")
                        .val())
                .isEqualTo("no");
    }

    @Test
    void aGuestIsAskedOnTheirPrivatePage() {
        assertThat(pages.get(guest).text("#again")).contains("Would you meet here again?");

        pages.postAsStranger(guest + "/again", "again", "no");

        assertThat(pages.get(guest).text("#again")).contains("You said no.");
    }

    @Test
    void whoDidNotComeIsNotAsked() {
        jdbc.sql("update rsvp set attended = false where tweetup_id = ?")
                .param(id)
                .update();
        Someone stranger = community.librarian("Some Body", Community.CARDIFF);

        assertThat(pages.get(page, gwen).html().select("#again")).isEmpty();
        assertThat(pages.get(guest).html().select("#again")).isEmpty();
        assertThat(say(gwen, "yes").status()).isEqualTo(403);
        assertThat(say(stranger, "yes").status()).isEqualTo(403);
        assertThat(pages.postAsStranger(guest + "/again", "again", "yes").status())
                .isEqualTo(303); // what a stranger may not do leads to the sign-in
    }

    @Test
    void whatSomebodyWhoDidNotComeSaidDoesNotCount() {
        say(cerys, "yes");
        say(gwen, "yes");
        pages.postAsStranger(guest + "/again", "again", "yes");
        jdbc.sql("update rsvp set attended = false where tweetup_id = ? and librarian_id = ?")
                .params(id, gwen.id())
                .update();

        assertThat(pages.get(page, cerys).text(".afterwards")).doesNotContain(SUM + " Yes");
    }

    @Test
    void beforeItIsOverNobodyIsAsked() {
        long coming = community.tweetup("Soon", Community.CARDIFF, cerys, 4);
        community.going(coming, gwen);
        String early = community.guest(coming, "Tom Guest");

        assertThat(pages.get("/tweetups/" + coming + "/a-tweetup", gwen).html().select("#again"))
                .isEmpty();
        assertThat(pages.post("/tweetups/" + coming + "/again", gwen, "again", "yes")
                        .status())
                .isEqualTo(409);
        assertThat(pages.postAsStranger(early + "/again", "again", "yes").status())
                .isEqualTo(409);
    }

    @Test
    void whatNoButtonSendsIsABadRequest() {
        assertThat(say(gwen, "perhaps").status()).isEqualTo(400);
        assertThat(say(gwen, "").status()).isEqualTo(400);
        assertThat(pages.postAsStranger(guest + "/again").status()).isEqualTo(400);
    }

    @Test
    void aLinkThatWasNeverSentIsNotFound() {
        assertThat(pages.postAsStranger("/rsvps/made-up/again", "again", "yes").status())
                .isEqualTo(404);
    }

    @Test
    void aLinkWhoseAnswerBelongsToAnAccountIsGone() {
        jdbc.sql("update rsvp set guest_id = null, librarian_id = ? where tweetup_id = ? and guest_id is not null")
                .params(community.librarian("Tom Guest", Community.CARDIFF).id(), id)
                .update();

        assertThat(pages.postAsStranger(guest + "/again", "again", "yes").status())
                .isEqualTo(410);
    }
}
