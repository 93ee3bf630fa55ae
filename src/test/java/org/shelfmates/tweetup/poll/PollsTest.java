package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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

/** Opening polls: what planners write, and what is refused. */
@ShelfmatesTest
class PollsTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    private final LocalDateTime start = LocalDateTime.now()
            .plusMonths(1)
            .withHour(18)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);

    private Someone cerys;
    private Someone tom;
    private long id;
    private String path;
    private String post;

    @BeforeEach
    void anIdea() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        path = "/tweetups/" + id + "/an-idea";
        post = "/tweetups/" + id + "/polls";
    }

    private Page open(LocalDateTime... starts) {
        List<String> fields = new ArrayList<>(List.of("kind", "date"));
        for (int i = 0; i < starts.length; i++) {
            fields.addAll(List.of("options[" + i + "].start", starts[i] + "", "options[" + i + "].end"));
            fields.add(starts[i].plusHours(2) + "");
        }
        return pages.post(post, cerys, fields.toArray(String[]::new));
    }

    @Test
    void datesAreAskedForAndTheIdeaIsAPoll() {
        assertThat(pages.get(post + "/new?kind=date", cerys).html().select("input[type=datetime-local]"))
                .hasSizeGreaterThan(8);

        Page opened = open(start, start.plusDays(1));

        assertThat(opened.location()).isEqualTo(path + "/polls");
        assertThat(pages.get(path + "/polls", cerys)
                        .html()
                        .select("a[href*=polls/new]")
                        .eachText())
                .containsExactly("Ask for a venue");
        Page page = pages.get(path + "/polls");
        assertThat(page.text(".poll__options")).contains("18:00", "20:00", "0 yes, 0 if need be, 0 no");
        assertThat(page.text("main")).contains("When can you come?", "Sign in to answer", "Europe/London");
        assertThat(page.html().select("form[method=post]")).isEmpty();
        assertThat(pages.get(path).text(".stamp")).isEqualTo("Polling");
        assertThat(pages.get(path).text(".poll-summary")).contains("When can you come?", "Nobody has answered yet.");
        assertThat(open(start, start.plusDays(1)).status()).isEqualTo(409);
    }

    @Test
    void venuesAreAskedForWithWhatIsKnownOfThem() {
        String[] fields = {
            "kind",
            "venue",
            "options[0].venue",
            "The café, Hayes",
            "options[0].cost",
            "free",
            "options[0].capacity",
            "12",
            "options[0].access",
            "no steps",
            "options[3].venue",
            "The Old Library"
        };

        assertThat(pages.post(post, cerys, fields).status()).isEqualTo(303);

        assertThat(pages.get(path + "/polls").text(".poll__options"))
                .contains("The café, Hayes", "Cost: free", "Room for 12", "Access: no steps", "The Old Library");
    }

    @Test
    void aPollNeedsTwoOptions() {
        Page page = open(start);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains("Offer at least two options.");
    }

    @Test
    void noOptionIsThereTwice() {
        assertThat(open(start, start).text("[id='options[1].start-error']")).contains("This option is there already.");

        Page venues = pages.post(
                post, cerys, "kind", "venue", "options[0].venue", "The Hayes", "options[1].venue", " the hayes ");
        assertThat(venues.text(".error-summary")).contains("This option is there already.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01T10:00|2020-01-01T12:00|start|must be in the future",
                "2027-05-01T10:00|2027-05-01T09:00|end|after the start",
                "2027-03-28T01:30|2027-03-28T02:30|end|after the start",
                "2027-05-01T10:00|2027-05-01T10:00|end|after the start",
                "2095-05-01T10:00|2095-05-01T11:00|start|within two years",
                "soon|2027-05-01T09:00|start|Give a date and a time",
                "2027-05-01T10:00|''|end|Give a date and a time"
            })
    void aBadDateIsRefusedBesideItsFieldAndNothingIsLost(String from, String to, String field, String message) {
        Page page = pages.post(
                post,
                cerys,
                "options[0].start",
                start + "",
                "options[0].end",
                start.plusHours(1) + "",
                "options[1].start",
                from,
                "options[1].end",
                to);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[id='options[1]." + field + "-error']")).contains(message);
        assertThat(page.html().select("[id='options[0].start']").val()).isEqualTo(start + "");
    }

    @Test
    void ofTheHourThatComesTwiceTheEarlierIsMeantAndSaid() {
        open(LocalDateTime.parse("2027-10-31T01:30"), start);

        Page page = pages.get(path + "/polls");
        assertThat(page.html().select("time[datetime=2027-10-31T00:30:00Z]")).isNotEmpty();
        assertThat(page.text(".poll__options")).contains("the first is meant");
    }

    @Test
    void aTimeThatTheClocksSkipIsAsMuchLaterAndThatIsSaid() {
        open(LocalDateTime.parse("2027-03-28T01:30"), start);

        Page page = pages.get(path + "/polls");
        assertThat(page.html().select("time[datetime=2027-03-28T01:30:00Z]")).isNotEmpty();
        assertThat(page.text(".poll__options")).contains("The clocks go forward that night");
    }

    @Test
    void aPollMustCloseInTheFutureAndTextsHaveLimits() {
        Page past = pages.post(post, cerys, "options[0].start", "", "closes", "2020-01-01T10:00");
        assertThat(past.text("#closes-error")).contains("The poll must close in the future.");
        for (String far :
                new String[] {"+99999999-01-01T00:00", LocalDateTime.now().plusDays(732) + ""}) {
            Page late = pages.post(post, cerys, "options[0].start", "", "closes", far);
            assertThat(late.status()).isEqualTo(422);
            assertThat(late.text("#closes-error")).contains("The poll must close within two years.");
        }

        Page longer =
                pages.post(post, cerys, "kind", "venue", "options[0].venue", "a".repeat(301), "options[1].venue", "b");
        assertThat(longer.text(".error-summary")).contains("at most 300 characters");
        assertThat(pages.post(post, cerys, "kind", "weather").status()).isEqualTo(400);
        assertThat(pages.post(post, cerys, "options[20].start", "x").status()).isEqualTo(400);
    }

    @Test
    void moreRowsKeepWhatIsWritten() {
        Page page = pages.post(post, cerys, "kind", "date", "options[0].start", start + "", "more", "true");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("[id='options[0].start']").val()).isEqualTo(start + "");
        assertThat(page.html().select("input[type=datetime-local]")).hasSize(11);
        assertThat(page.html().select(".field__error")).isEmpty();
    }

    @Test
    void anOptionIsAddedLaterWhileThePollIsOpen() {
        long poll = community.datePoll(id);
        String options = post + "/" + poll + "/options";
        assertThat(pages.get(options, cerys).text("h1")).isEqualTo("Add an option");
        String[] fields = {"options[0].start", start + "", "options[0].end", start.plusHours(2) + ""};

        assertThat(pages.post(options, cerys, fields).status()).isEqualTo(303);

        assertThat(community.options(poll)).hasSize(3);
        assertThat(pages.post(options, cerys, fields).text(".error-summary")).contains("there already");
        pages.post(post + "/" + poll + "/close", cerys);
        fields[1] = start.plusHours(1) + "";
        assertThat(pages.post(options, cerys, fields).status()).isEqualTo(409);
    }

    @Test
    void aBadOptionAddedLaterIsRefusedBesideItsField() {
        String options = post + "/" + community.datePoll(id) + "/options";

        Page page = pages.post(
                options, cerys, "options[0].start", "2027-05-01T10:00", "options[0].end", "2027-05-01T09:00");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[id='options[0].end-error']")).contains("after the start");
        assertThat(page.html().select("[id='options[0].start']").val()).isEqualTo("2027-05-01T10:00");
    }

    @Test
    void whereNobodyWasAskedTheWayOnIsNamedByWhatItDoes() {
        assertThat(pages.get(path + "/polls", tom).text(".empty a")).isEqualTo("Back to the tweetup");
        assertThat(pages.get(path + "/polls", cerys).html().select(".empty a")).isEmpty();
        assertThat(pages.get(path + "/polls", cerys).text("#ask + .form__actions"))
                .contains("Ask for a date");
    }

    @Test
    void onlyPlannersOpenPollsAndChoose() {
        long poll = community.datePoll(id);
        String choice = "/" + poll + "/options/" + community.options(poll).get(0) + "/choice";
        for (String address : new String[] {"", "/" + poll + "/options", "/" + poll + "/close", choice}) {
            assertThat(pages.post(post + address, tom).status()).as(address).isEqualTo(403);
            assertThat(pages.postAsStranger(post + address).location())
                    .as(address)
                    .startsWith("/sign-in");
        }
        assertThat(pages.get(post + "/new", tom).status()).isEqualTo(403);
        assertThat(pages.get(post + "/" + poll + "/options", tom).status()).isEqualTo(403);
    }

    @Test
    void anOldSlugLeadsToTheFullAddress() {
        assertThat(pages.get("/tweetups/" + id + "/older/polls").location()).isEqualTo(path + "/polls");
        assertThat(pages.get("/tweetups/999999999/older/polls").status()).isEqualTo(404);
    }
}
