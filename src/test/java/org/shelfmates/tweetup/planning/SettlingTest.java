package org.shelfmates.tweetup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
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

@ShelfmatesTest
class SettlingTest {

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
        post = "/tweetups/" + id;
    }

    private Page settle(Someone planner) {
        return pages.post(
                post + "/date", planner, "start", start + "", "end", start.plusHours(2) + "", "venue", "The Hayes");
    }

    @Test
    void aPlanWithoutDatesIsAnIdea() {
        Page made = pages.post(
                "/tweetups",
                cerys,
                "title",
                "Some day",
                "placeName",
                "Cardiff, Wales, United Kingdom",
                "venue",
                "Here");

        Page page = pages.get(made.location());
        assertThat(page.text(".stamp")).isEqualTo("Idea");
        assertThat(page.text(".facts")).contains("No date yet", "Here");
        assertThat(page.text(".poll-summary")).contains("The planners have not asked anybody yet.");
    }

    @Test
    void halfADateIsNone() {
        Page page = pages.post(
                "/tweetups",
                cerys,
                "title",
                "Half",
                "placeName",
                "Cardiff, Wales, United Kingdom",
                "start",
                start + "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#end-error")).contains("Give a date and a time");
        assertThat(page.html().select("#start-error")).isEmpty();
    }

    @Test
    void decisionsAreReadByEverybodyOldestFirst() {
        pages.post(post + "/decisions", cerys, "words", "We bring cake.");
        pages.post(post + "/decisions", cerys, "words", "Upstairs <b>room</b>");

        for (String address : new String[] {path, path + "/decisions"}) {
            assertThat(pages.get(address)
                            .html()
                            .select(".together__line p:first-child")
                            .eachText())
                    .as(address)
                    .containsExactly("We bring cake.", "Upstairs <b>room</b>");
        }
        assertThat(pages.get("/tweetups/" + id + "/older/decisions").location()).isEqualTo(path + "/decisions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|Write what you have decided.", "a\u0000b|cannot be printed"})
    void aBadDecisionIsRefused(String words, String message) {
        Page page = pages.post(post + "/decisions", cerys, "words", words);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#words-error")).contains(message);
    }

    @Test
    void aDecisionHasItsLimit() {
        Page page = pages.post(post + "/decisions", cerys, "words", "a".repeat(501));

        assertThat(page.text("#words-error")).contains("at most 500 characters");
        assertThat(page.html().select("#words").val()).hasSize(501);
    }

    @Test
    void aPlannerSettlesTheDateByHandAndItIsWrittenDown() {
        assertThat(settle(cerys).status()).isEqualTo(303);

        Page page = pages.get(path);
        assertThat(page.text(".facts")).contains("18:00", "The Hayes");
        assertThat(page.text(".together__lines")).contains("The date is settled", "18:00", "The venue is settled");
        assertThat(settle(cerys).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-01T10:00|2020-01-01T12:00|start|must be in the future",
                "soon|2027-01-01T12:00|start|Give a date and a time",
                "2027-03-28T01:30|2027-03-28T02:30|end|after the start",
                "2027-03-29T12:00|2027-03-29T11:00|end|after the start",
                "2095-03-29T12:00|2095-03-29T13:00|start|within two years"
            })
    void aBadDateIsRefusedBesideItsField(String start, String end, String field, String message) {
        Page page = pages.post(post + "/date", cerys, "start", start, "end", end);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#" + field + "-error")).contains(message);
        assertThat(page.html().select("#start").val()).isEqualTo(start);
    }

    @Test
    void theDateFallsThroughForAReason() {
        settle(cerys);

        Page empty = pages.post(post + "/date/withdrawal", cerys, "reason", "");
        assertThat(empty.text("#reason-error")).contains("Write why the date does not hold.");

        pages.post(post + "/date/withdrawal", cerys, "reason", "There is a strike.");

        Page page = pages.get(path);
        assertThat(page.text(".stamp")).isEqualTo("Polling");
        assertThat(page.text(".together__lines")).contains("The date no longer holds: There is a strike.");
        assertThat(pages.post(post + "/date/withdrawal", cerys, "reason", "Again")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void plannersAreToldHowManyWereComingToTheDateThatFellThrough() {
        settle(cerys);
        pages.post(post + "/rsvp", tom, "answer", "going");
        assertThat(pages.get(path, cerys).text(".planner-box")).doesNotContain("fell through");

        pages.post(post + "/date/withdrawal", cerys, "reason", "There is a strike.");

        assertThat(pages.get(path, cerys).text(".planner-box"))
                .contains("One person was coming to the date that fell through");
        assertThat(pages.get(path, cerys).html().select(".planner-box #together"))
                .hasSize(1);
        assertThat(pages.get(path, cerys).html().select("#together")).hasSize(1);
        assertThat(pages.get(path, tom).text("main")).doesNotContain("fell through");
    }

    @Test
    void theOnlyPlannerCannotAskForASecond() {
        Page page = pages.post(post + "/agreement", cerys, "second", "true");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[role=alert]")).contains("you are the only planner");
        assertThat(pages.post(post + "/agreement", cerys, "second", "maybe").status())
                .isEqualTo(400);
    }

    private String proposal() {
        community.letPlan(id, tom);
        pages.post(post + "/agreement", cerys, "second", "true");
        settle(cerys);
        String action = pages.get(path, tom)
                .html()
                .select("form[action$=/confirmation]")
                .attr("action");
        return action.replace("/confirmation", "");
    }

    @Test
    void aSecondPlannerConfirmsWhatTheFirstProposes() {
        String proposal = proposal();

        assertThat(pages.get(path).text(".stamp")).isEqualTo("Idea");
        assertThat(pages.get(path).html().select("#together")).isEmpty();
        assertThat(pages.get(path, cerys).text("#together")).contains("Another planner has to confirm it.");
        assertThat(pages.post(proposal + "/confirmation", cerys).status()).isEqualTo(403);
        Someone other = community.librarian("Siân Rees", Community.CARDIFF);
        assertThat(pages.post(proposal + "/confirmation", other).status()).isEqualTo(403);

        assertThat(pages.post(proposal + "/confirmation", tom).status()).isEqualTo(303);

        assertThat(pages.get(path).text(".facts")).contains("18:00", "The Hayes");
        assertThat(pages.post(proposal + "/confirmation", tom).status()).isEqualTo(404);
    }

    @Test
    void aSecondPlannerRejectsWhatTheFirstProposes() {
        String proposal = proposal();

        pages.post(proposal + "/rejection", tom);

        assertThat(pages.get(path).text(".stamp")).isEqualTo("Idea");
        assertThat(pages.post(proposal + "/confirmation", tom).status()).isEqualTo(404);
    }

    @Test
    void aProposalOfAnotherTweetupIsNotFound() {
        String proposal = proposal().replaceAll(".*/", "/proposals/");
        long other = community.idea("Other", Community.CARDIFF, tom);

        assertThat(pages.post("/tweetups/" + other + proposal + "/confirmation", tom)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodySettlesAloneBySwitchingTheAgreementOff() {
        proposal();

        Page page = pages.post(post + "/agreement", cerys, "second", "false");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[role=alert]")).contains("waits for a second planner");
    }

    @Test
    void whoIsLeftAloneSettlesAlone() {
        proposal();
        pages.post(post + "/planners/resignation", cerys);

        settle(tom);

        assertThat(pages.get(path).text(".facts")).contains("18:00");
    }

    @Test
    void onlyPlannersSettle() {
        for (String address :
                new String[] {"/decisions", "/date", "/date/withdrawal", "/agreement", "/proposals/1/rejection"}) {
            assertThat(pages.post(post + address, tom, "words", "x", "reason", "x", "second", "true")
                            .status())
                    .as(address)
                    .isEqualTo(403);
            assertThat(pages.postAsStranger(post + address).location())
                    .as(address)
                    .startsWith("/sign-in");
        }
    }
}
