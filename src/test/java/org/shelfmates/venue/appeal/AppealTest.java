package org.shelfmates.venue.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class AppealTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private String group;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        group = community.group("Asking readers", Community.CARDIFF, cerys, tom);
        jdbc.sql("update membership set organiser = true where librarian_id = ?")
                .param(cerys.id())
                .update();
    }

    private Page open(String... changes) {
        return pages.post(
                "/appeals", cerys, Pages.filled(pages.get("/appeals/new?group=" + group, cerys), "main form", changes));
    }

    private String opened() {
        return open("words", "We need a free room", "people", "12", "freeOnly", "true", "stepFree", "true")
                .location();
    }

    private Page suggest(String appeal, Someone who, String... fields) {
        return pages.post(appeal + "/suggestions", who, fields);
    }

    private long suggested(String appeal, Someone who, long venue) {
        assertThat(suggest(appeal, who, "venue", "" + venue, "note", "Ask for Sian")
                        .status())
                .isEqualTo(303);
        return jdbc.sql("select max(id) from appeal_suggestion where venue_id = ?")
                .param(venue)
                .query(Long.class)
                .single();
    }

    private Page mark(String appeal, long suggestion, Someone who, String... fields) {
        return pages.post(appeal + "/suggestions/" + suggestion + "/mark", who, fields);
    }

    @Test
    void anOrganiserAsksAndEverybodyReadsIt() {
        Page answer =
                open("words", "We need a room", "details", "With a *kettle*", "people", "12", "timing", "In March");

        Page page = pages.get(answer.location());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("We need a room");
        assertThat(page.text(".facts")).contains("Near Cardiff", "12 people", "In March", "Cerys Morgan");
        assertThat(page.html().select(".prose em").text()).isEqualTo("kettle");
        assertThat(page.html().select("form[method=post]")).isEmpty();
        assertThat(page.html().html())
                .isEqualTo(pages.get(answer.location()).html().html());
    }

    @Test
    void onlyWhoRunsWhatItIsForMayAsk() {
        long plan = community.tweetup("Planned", Community.CARDIFF, cerys, 9);

        assertThat(pages.get("/appeals/new?group=" + group, tom).status()).isEqualTo(403);
        assertThat(pages.get("/appeals/new?tweetup=" + plan, tom).status()).isEqualTo(403);
        assertThat(pages.post("/appeals", tom, "group", group, "words", "Us").status())
                .isEqualTo(403);
        assertThat(pages.get("/appeals/new?group=nowhere", cerys).status()).isEqualTo(404);
        assertThat(pages.get("/appeals/new", cerys).status()).isEqualTo(400);
        assertThat(pages.get("/appeals/new?group=" + group + "&tweetup=" + plan, cerys)
                        .status())
                .isEqualTo(400);
        assertThat(pages.get("/appeals/new?tweetup=" + plan, cerys)
                        .html()
                        .select("#people")
                        .val())
                .isEqualTo("9");
        long over = community.happened("Over", Community.CARDIFF, cerys);
        assertThat(pages.get("/appeals/new?tweetup=" + over, cerys).status()).isEqualTo(409);
        assertThat(pages.get("/appeals/0").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"words,''", "people,0", "people,many", "placeName,Nowhere at all", "words,a\u0000b"})
    void aFieldThatIsWrongSaysSo(String field, String value) {
        Page page =
                open(field.equals("words") ? "people" : "words", field.equals("words") ? "3" : "A room", field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".error-summary__list a").attr("href")).isEqualTo("#" + field);
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(open("words", "x".repeat(301)).status()).isEqualTo(422);
        assertThat(open("words", "A room", "details", "x".repeat(2001)).status())
                .isEqualTo(422);
    }

    @Test
    void aVenueOfTheDirectoryIsSuggestedWithWhatItCostsThisParty() {
        String appeal = opened();
        String name = Community.unique("The Pub");
        long venue = community.venue(name, Community.CARDIFF, "BUY_SOMETHING", 300);

        Page form = pages.get(appeal + "/suggestions/new?q=" + name, tom);
        assertThat(form.text(".choice__label[for=venue-" + venue + "]")).contains("£3 each", "£36 in all for 12");
        suggested(appeal, tom, venue);

        assertThat(pages.get(appeal).text("main")).contains(name, "£3 each", "Ask for Sian", "Tom Price");
        assertThat(suggest(appeal, cerys, "venue", "" + venue).status()).isEqualTo(422);
        assertThat(suggest(appeal, cerys, "venue", "" + venue).text(".error-summary"))
                .contains("suggested this one already");
        assertThat(suggest(appeal, cerys, "venue", "999999999").status()).isEqualTo(400);
    }

    @Test
    void aNewVenueBecomesOneOfTheDirectoryAndOneOfThatNameIsTheSame() {
        String appeal = opened();
        String name = Community.unique("The Old Reading Room");
        String[] fields = {
            "venueName",
            name,
            "kind",
            "LIBRARY_ROOM",
            "placeName",
            "Cardiff, Wales",
            "cost",
            "HIRE_PER_HOUR",
            "amount",
            "10.50"
        };

        assertThat(suggest(appeal, tom, fields).status()).isEqualTo(303);
        assertThat(suggest(opened(), tom, fields).status()).isEqualTo(303);

        assertThat(jdbc.sql("select amount || currency || cost from venue where name = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .containsExactly("1050GBPHIRE_PER_HOUR");
    }

    @ParameterizedTest
    @CsvSource({"venueName,''", "kind,CASTLE", "placeName,Nowhere at all", "amount,lots", "amount,0", "amount,1.005"})
    void aNewVenueThatIsWrongIsNotKept(String field, String value) {
        String[] fields = {
            "venueName", "Wrong", "kind", "PUB", "placeName", "Cardiff, Wales", "cost", "MINIMUM_SPEND", "amount", "5"
        };
        IntStream.range(0, fields.length).filter(at -> fields[at].equals(field)).forEach(at -> fields[at + 1] = value);

        assertThat(suggest(opened(), tom, fields).status()).isEqualTo(422);
    }

    @Test
    void thoseWhoAskedMarkWhatTheyTriedAndNobodyElseDoes() {
        String appeal = opened();
        long one = suggested(appeal, tom, community.venue("Marked", Community.CARDIFF, "FREE", null));

        assertThat(mark(appeal, one, tom, "was", "open", "state", "tried").status())
                .isEqualTo(403);
        assertThat(mark(appeal, one, cerys, "was", "open", "state", "no").status())
                .isEqualTo(422);
        assertThat(mark(appeal, one, cerys, "was", "open", "state", "burnt").status())
                .isEqualTo(400);
        assertThat(mark(appeal, 0, cerys, "was", "open", "state", "tried").status())
                .isEqualTo(404);
        assertThat(mark(appeal, one, cerys, "was", "open", "state", "taken", "use", "venue")
                        .status())
                .isEqualTo(400);
        assertThat(mark(appeal, one, cerys, "was", "open", "state", "no", "reason", "Shut in March")
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(appeal).text("#suggestion-" + one)).contains("No: Shut in March", "(Cerys Morgan)");
    }

    @Test
    void whoIsSlowerSeesWhatTheFasterOneSaid() {
        String appeal = opened();
        long one = suggested(appeal, tom, community.venue("Raced", Community.CARDIFF, "FREE", null));
        mark(appeal, one, cerys, "was", "open", "state", "tried", "reason", "No answer yet");

        Page late = mark(appeal, one, cerys, "was", "open", "state", "taken", "reason", "Lovely");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("main")).contains("Somebody was faster", "Lovely", "Tried: No answer yet");
    }

    @Test
    void takingOneClosesWithThanksByNameAndItCanBeOpenedAgain() {
        String appeal = opened();
        long one = suggested(appeal, tom, community.venue("Taken", Community.CARDIFF, "FREE", null));

        mark(appeal, one, cerys, "was", "open", "state", "taken", "close", "true");

        Page page = pages.get(appeal);
        assertThat(page.text(".notice")).contains("A space was found", "Thank you to all who helped: Tom Price");
        assertThat(suggest(appeal, tom, "venueName", "Late", "kind", "PUB", "placeName", "Cardiff, Wales")
                        .status())
                .isEqualTo(409);
        assertThat(mark(appeal, one, cerys, "was", "taken", "state", "no", "reason", "x")
                        .status())
                .isEqualTo(409);
        assertThat(pages.post(appeal + "/reopening", tom).status()).isEqualTo(403);
        assertThat(pages.post(appeal + "/reopening", cerys).status()).isEqualTo(303);
        assertThat(pages.post(appeal + "/reopening", cerys).status()).isEqualTo(409);
        assertThat(pages.get(appeal).text(".notice")).isEmpty();
    }

    @Test
    void itClosesWithoutSuccessWithAWord() {
        String appeal = opened();

        assertThat(pages.post(appeal + "/closing", tom).status()).isEqualTo(403);
        assertThat(pages.post(appeal + "/closing", cerys, "because", "x".repeat(501))
                        .status())
                .isEqualTo(422);
        assertThat(pages.post(appeal + "/closing", cerys, "because", "We meet online")
                        .status())
                .isEqualTo(303);
        assertThat(pages.post(appeal + "/closing", cerys).status()).isEqualTo(409);
        assertThat(pages.get(appeal).text(".notice"))
                .contains("closed", "We meet online")
                .doesNotContain("Thank you");
    }

    @Test
    void oneTakesBackOnesOwnUntilItIsTaken() {
        String appeal = opened();
        long one = suggested(appeal, tom, community.venue("Back", Community.CARDIFF, "FREE", null));
        String withdrawal = appeal + "/suggestions/" + one + "/withdrawal";

        assertThat(pages.post(withdrawal, cerys).status()).isEqualTo(404);
        mark(appeal, one, cerys, "was", "open", "state", "taken");
        assertThat(pages.post(withdrawal, tom).status()).isEqualTo(409);
        mark(appeal, one, cerys, "was", "taken", "state", "tried");
        assertThat(pages.post(withdrawal, tom).status()).isEqualTo(303);
        assertThat(pages.get(appeal).text("main")).contains("Nobody has suggested");
    }

    @Test
    void itIsTalkedAboutAndTheConversationIsInTheLedger() {
        String appeal = opened();

        Page posted = pages.post(appeal + "/comments", tom, "body", "Have you tried the museum?");

        assertThat(posted.status()).isEqualTo(303);
        assertThat(pages.get(appeal).text(".conversation")).contains("Have you tried the museum?");
        assertThat(pages.get("/me/ledger?show=all", cerys).text("main")).contains("We need a free room");
        assertThat(pages.post(appeal + "/comments", tom, "body", "").status()).isEqualTo(422);
    }
}
