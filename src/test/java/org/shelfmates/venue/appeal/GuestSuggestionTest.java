package org.shelfmates.venue.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class GuestSuggestionTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private String appeal;
    private String email;
    private String venue;

    @BeforeEach
    void anAppeal() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        appeal = "/appeals/" + community.appeal("We need a room", cerys);
        email = Community.unique("tom") + "@example.org";
        venue = Community.unique("The Museum");
    }

    private Page suggest(String... changes) {
        return pages.postAsStranger(
                appeal + "/suggestions",
                Pages.filled(pages.get(appeal + "/suggestions/guest"), "form[method=post]", changes));
    }

    private Page suggestNew() {
        return suggest("name", "Tom Guest", "email", email, "venueName", venue, "kind", "MUSEUM", "cost", "FREE");
    }

    private int there() {
        return jdbc.sql("select count(*) from venue where name = ?")
                .param(venue)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatAStrangerSuggestsStandsOnceTheLinkIsUsed() throws Exception {
        assertThat(pages.get(appeal).html().select("main .button").attr("href"))
                .isEqualTo(appeal + "/suggestions/guest");
        assertThat(suggestNew().text("h1")).isEqualTo("Look into your mail");
        assertThat(there()).isZero();
        String link = mailbox.link(email, 1);
        assertThat(pages.get(link).text("main button")).isEqualTo("Confirm my suggestion");
        assertThat(pages.get(appeal).text("main")).doesNotContain(venue);

        assertThat(pages.postAsStranger(link + "/confirmation").location()).isEqualTo(link);

        assertThat(pages.get(appeal).text("main")).contains(venue, "Tom Guest (Guest)", "Free");
        assertThat(pages.get(appeal, cerys).html().html()).doesNotContain(email);
        assertThat(there()).isEqualTo(1);
        assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(303);
        assertThat(there()).isEqualTo(1);
    }

    @Test
    void onTheirPrivatePageTheyTakeItBack() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);
        pages.postAsStranger(link + "/confirmation");

        assertThat(pages.get(link).text("main")).contains("It stands on the page");
        assertThat(pages.postAsStranger(link + "/withdrawal").status()).isEqualTo(303);

        assertThat(pages.get(appeal).text("main")).doesNotContain(venue);
        assertThat(pages.get(link).text("main")).contains("You have taken it back");
    }

    @Test
    void theLinkConfirmsForTwoDaysAndNoOtherDoes() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);

        assertThat(pages.get("/suggestions/made-up").status()).isEqualTo(404);
        clock.after(Duration.ofHours(49), () -> {
            assertThat(pages.get(link).status()).isEqualTo(410);
            assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(410);
        });
        assertThat(there()).isZero();
    }

    @Test
    void ofAClosedAppealNothingStands() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);
        pages.post(appeal + "/closing", cerys);

        assertThat(pages.postAsStranger(link + "/confirmation").status()).isEqualTo(409);
        assertThat(pages.get(link).text("main")).contains("The appeal is closed");
        assertThat(there()).isZero();
    }

    @Test
    void whatSomebodySuggestedMeanwhileStandsOnce() throws Exception {
        long known = community.venue(venue, Community.CARDIFF, "FREE", null);
        suggest("name", "Tom Guest", "email", email, "venue", "" + known);
        String link = mailbox.link(email, 1);
        pages.post(appeal + "/suggestions", cerys, "venue", "" + known);

        Page late = pages.postAsStranger(link + "/confirmation");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("main")).contains("Somebody has suggested this space meanwhile");
    }

    @ParameterizedTest
    @CsvSource({"name,''", "email,nobody", "email,''", "venueName,''", "name,a\u0000b"})
    void whatIsWrongSaysSo(String field, String value) {
        String[] fields = {
            "name", "Tom", "email", email, "venueName", venue, "kind", "PUB",
        };
        for (int at = 0; at < fields.length; at += 2) {
            fields[at + 1] = fields[at].equals(field) ? value : fields[at + 1];
        }

        Page page = suggest(fields);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".error-summary__list a").attr("href")).isEqualTo("#" + field);
    }

    @Test
    void tooManyToOneAddressAreRefused() {
        for (int i = 0; i < 5; i++) {
            assertThat(suggest("name", "Tom", "email", email, "venueName", venue + i, "kind", "PUB")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(suggestNew().status()).isEqualTo(429);
    }

    @Test
    void anAccountWithTheAddressTakesItOver() throws Exception {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        suggest("name", "Tom Guest", "email", tom.email(), "venueName", venue, "kind", "PUB");
        String link = mailbox.link(tom.email(), 1);
        pages.postAsStranger(link + "/confirmation");

        assertThat(pages.post(link + "/claim", cerys).status()).isEqualTo(403);
        assertThat(pages.post(link + "/claim", tom).status()).isEqualTo(303);

        assertThat(pages.get(appeal).text("main")).contains("Tom Price").doesNotContain("Tom Guest");
        assertThat(pages.get(link).status()).isEqualTo(410);
    }

    @Test
    void whatIsStillHeldThenStandsAsTheAccountsOnceTheLinkIsUsed() throws Exception {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        suggest("name", "Tom Guest", "email", tom.email(), "venueName", venue, "kind", "PUB");
        String first = mailbox.link(tom.email(), 1);
        pages.postAsStranger(first + "/confirmation");
        String later = Community.unique("The Chapel");
        suggest("name", "Tom Guest", "email", tom.email(), "venueName", later, "kind", "PUB");
        String held = mailbox.link(tom.email(), 2);

        pages.post(first + "/claim", tom);
        assertThat(pages.get(held).text("main button")).isEqualTo("Confirm my suggestion");
        assertThat(pages.postAsStranger(held + "/confirmation").status()).isEqualTo(303);

        assertThat(pages.get(appeal, cerys).text("main"))
                .contains(later, "Tom Price")
                .doesNotContain("Tom Guest");
    }

    @Test
    void theLinkTakesBackNothingThatIsAnAccounts() throws Exception {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        suggest("name", "Tom Guest", "email", tom.email(), "venueName", venue, "kind", "PUB");
        String link = mailbox.link(tom.email(), 1);
        pages.postAsStranger(link + "/confirmation");
        pages.post(link + "/claim", tom);

        assertThat(pages.postAsStranger(link + "/withdrawal").status()).isEqualTo(410);
        assertThat(pages.get(appeal, cerys).text("main")).contains(venue);
    }

    @Test
    void whatIsTakenCannotBeTakenBackAndItsPageSaysSo() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);
        pages.postAsStranger(link + "/confirmation");
        jdbc.sql("update appeal_suggestion set state = 'TAKEN' where guest_name = 'Tom Guest' and appeal_id = ?")
                .param(id())
                .update();

        Page page = pages.postAsStranger(link + "/withdrawal");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("main")).contains("They took it");
    }

    @Test
    void whatSomebodyWroteWhileTheAppealClosedIsStillInTheForm() {
        String[] sent = Pages.filled(
                pages.get(appeal + "/suggestions/guest"),
                "form[method=post]",
                "name",
                "Tom Guest",
                "email",
                email,
                "venueName",
                venue,
                "kind",
                "MUSEUM",
                "note",
                "Ask for Sian");
        pages.post(appeal + "/closing", cerys);

        Page page = pages.postAsStranger(appeal + "/suggestions", sent);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("takes no suggestions any more");
        assertThat(page.html().select("#venueName").val()).isEqualTo(venue);
        assertThat(page.html().select("#note").text()).isEqualTo("Ask for Sian");
        assertThat(page.html().select("#email").val()).isEqualTo(email);
    }

    @Test
    void aFullAppealSaysSoToWhoWritesAndToWhoConfirms() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);
        community.fill(id());

        Page written = suggestNew();
        Page confirmed = pages.postAsStranger(link + "/confirmation");

        assertThat(written.status()).isEqualTo(409);
        assertThat(written.text("[role=alert]")).contains("as many suggestions as it takes");
        assertThat(written.html().select("#venueName").val()).isEqualTo(venue);
        assertThat(confirmed.status()).isEqualTo(409);
        assertThat(confirmed.text("main")).contains("as many suggestions as it takes");
        assertThat(pages.get(link).html().select("form[action$=/confirmation]")).isEmpty();
    }

    @Test
    void whatIsRemovedSaysSoOnTheirPage() throws Exception {
        suggestNew();
        String link = mailbox.link(email, 1);
        pages.postAsStranger(link + "/confirmation");
        String removal =
                pages.get(appeal, cerys).html().select("form[action$=/removal]").attr("action");

        assertThat(pages.post(removal, cerys).status()).isEqualTo(303);

        assertThat(pages.get(appeal).text("main")).doesNotContain(venue).doesNotContain("Tom Guest");
        assertThat(pages.get(link).text("main")).contains("Those who asked have removed it");
    }

    private long id() {
        return Long.parseLong(appeal.substring("/appeals/".length()));
    }

    @Test
    void whoIsSignedInIsLedToTheOwnForm() {
        assertThat(pages.get(appeal + "/suggestions/guest", cerys).location()).isEqualTo(appeal + "/suggestions/new");
        assertThat(pages.post(appeal + "/suggestions", cerys, "email", email).status())
                .isEqualTo(400);
    }
}
