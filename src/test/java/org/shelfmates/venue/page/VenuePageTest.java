package org.shelfmates.venue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
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
class VenuePageTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone reader;
    private Someone host;
    private long id;
    private String venue;

    @BeforeEach
    void aVenue() {
        reader = community.librarian("Rhys Reader", Community.CARDIFF);
        host = community.librarian("Hefin Host", Community.CARDIFF);
        id = community.venue("The Flora", Community.CARDIFF, "BUY_SOMETHING", 300);
        venue = "/venues/" + id + "/the-flora";
    }

    private void set(String column, Object value) {
        jdbc.sql("update venue set " + column + " = ? where id = ?")
                .params(value, id)
                .update();
    }

    @Test
    void whatNobodyKnowsIsSaidToBeUnknown() {
        set("toilets", true);
        set("step_free", false);

        Page page = pages.get(venue);

        assertThat(page.text("h1")).isEqualTo("The Flora");
        assertThat(page.text("dl"))
                .contains("Toilets yes")
                .contains("Step-free access no")
                .containsPattern("Not known yet Room for · .*Nearest stop · .*Hearing loop · .*Say what you know");
        assertThat(page.text("main")).contains("Nobody has confirmed it yet");
    }

    @Test
    void itCostsWhatTheReadersPartyPays() {
        assertThat(pages.get(venue + "?people=12").text("dl")).contains("£36 in all for 12");
        assertThat(pages.get(venue + "?people=0").status()).isEqualTo(400);
        assertThat(pages.get(venue + "?hours=25").status()).isEqualTo(400);
        assertThat(pages.get(venue + "?people=lots").status()).isEqualTo(400);
    }

    @Test
    void aVenueOnlineHasNeitherAddressNorSteps() {
        set("kind", "ONLINE");

        assertThat(pages.get(venue).text("dl")).doesNotContain("Toilets", "Step-free", "Address", "Nearest stop");
    }

    @Test
    void anotherAddressOfItLeadsToIt() {
        assertThat(pages.get("/venues/" + id).status()).isEqualTo(301);
        assertThat(pages.get("/venues/" + id + "/old-name").location()).isEqualTo(venue);
        assertThat(pages.get("/venues/999999999").status()).isEqualTo(404);
        assertThat(pages.get("/venues/999999999/it").status()).isEqualTo(404);
    }

    @Test
    void whoWasThereSaysThatItIsRight() {
        Page form = pages.get(venue, reader);

        Page sent = pages.post("/venues/" + id + "/confirmation", reader, "version", version(form));

        assertThat(sent.location()).isEqualTo(venue);
        assertThat(pages.get(venue).text("main"))
                .contains("Confirmed on")
                .contains("Rhys Reader")
                .doesNotContain("out of date");
        set("confirmed_at", Timestamp.from(Instant.now().minus(Duration.ofDays(400))));
        assertThat(pages.get(venue, reader).text("main")).contains("it may be out of date");
    }

    private static String version(Page page) {
        return page.html().select("input[name=version]").val();
    }

    @Test
    void whatHasChangedMeanwhileIsNotConfirmed() {
        Page form = pages.get(venue, reader);
        set("version", 7);

        assertThat(pages.post("/venues/" + id + "/confirmation", reader, "version", version(form))
                        .status())
                .isEqualTo(409);
        assertThat(pages.post("/venues/" + id + "/confirmation", reader, "version", "x")
                        .status())
                .isEqualTo(400);
        assertThat(pages.get(venue).text("main")).contains("Nobody has confirmed it yet");
    }

    @Test
    void whoAgreedMayBeAskedUntilTheyTakeItBack() {
        assertThat(pages.post("/venues/" + id + "/hosting", host).location()).isEqualTo(venue);

        assertThat(pages.get(venue).text("main"))
                .contains("A librarian has offered")
                .doesNotContain("Hefin");
        assertThat(pages.get(venue, reader).text("main")).contains("Ask Hefin Host");
        Page asked = pages.post("/venues/" + id + "/question", reader);
        assertThat(asked.location()).startsWith("/conversations/");
        assertThat(pages.post("/venues/" + id + "/question", host).status()).isEqualTo(400);
        assertThat(pages.post("/venues/" + id + "/hosting", reader).status()).isEqualTo(409);

        pages.post("/venues/" + id + "/hosting/withdrawal", reader);
        assertThat(pages.get(venue, reader).text("main")).contains("Ask Hefin Host");
        pages.post("/venues/" + id + "/hosting/withdrawal", host);
        assertThat(pages.get(venue, reader).text("main")).contains("Nobody has offered");
        assertThat(pages.post("/venues/" + id + "/question", reader).status()).isEqualTo(404);
    }

    @Test
    void whomTheHostHasBlockedCannotAsk() {
        pages.post("/venues/" + id + "/hosting", host);
        community.block(host, reader);

        assertThat(pages.get(venue, reader).text("main")).doesNotContain("Hefin");
        assertThat(pages.post("/venues/" + id + "/question", reader).status()).isEqualTo(404);
    }

    @Test
    void whoHidesFromStrangersIsNotNamedToThem() {
        set("added_by", host.id());
        jdbc.sql("update librarian set hidden = true where id = ?")
                .param(host.id())
                .update();

        assertThat(pages.get(venue).text("main")).doesNotContain("Hefin");
        assertThat(pages.get(venue, reader).text("main")).contains("Hefin");
    }

    @Test
    void itsPageShowsWhatWasHereAndWhoWouldComeAgain() {
        long past = community.happened("Tea and maps", Community.CARDIFF, host);
        long coming = community.tweetup("More maps", Community.CARDIFF, host, null);
        long cancelled = community.tweetup("No maps", Community.CARDIFF, host, null);
        jdbc.sql("update tweetup set venue_id = ? where id in (?, ?, ?)")
                .params(id, past, coming, cancelled)
                .update();
        jdbc.sql("update tweetup set state = 'CANCELLED' where id = ?")
                .param(cancelled)
                .update();
        community.going(past, reader);
        community.going(past, host);
        jdbc.sql("update rsvp set again = (librarian_id = ?) where tweetup_id = ?")
                .params(reader.id(), past)
                .update();

        String text = pages.get(venue).text("section[aria-labelledby=held]");

        assertThat(text).contains("1 of 2 who were here would meet here again").doesNotContain("No maps");
        assertThat(text.indexOf("More maps")).isBetween(0, text.indexOf("Tea and maps"));
    }

    @Test
    void everyStrangerGetsTheSameAndNoForm() {
        Page page = pages.get(venue);

        assertThat(page.html().select("form[method=post], input[name=_csrf]")).isEmpty();
        assertThat(page.header("ETag")).isNotNull();
        assertThat(pages.postAsStranger("/venues/" + id + "/confirmation").location())
                .startsWith("/sign-in");
    }
}
