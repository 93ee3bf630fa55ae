package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
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
class ChangeTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone guest;
    private long id;
    private LocalDateTime start;

    @BeforeEach
    void anInvitation() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        guest = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.tweetup("Tea", Community.CARDIFF, planner, 2);
        start = LocalDateTime.now(ZONE).plusDays(20).withHour(18).truncatedTo(ChronoUnit.HOURS);
    }

    private String at(String rest) {
        return "/tweetups/" + id + "/a-tweetup" + rest;
    }

    @Test
    void whoAnsweredBeforeIsAskedAgainAndOthersReadWhatMoved() {
        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "maybe", "note", "By bus");

        Page changed = change(
                planner, "start", start.toString(), "end", start.plusHours(2).toString());

        assertThat(changed.location()).isEqualTo(at(""));
        Page asked = pages.get(at(""), guest);
        assertThat(asked.text("[aria-labelledby=still-coming]")).contains("Still coming?", "18:00–20:00", "The café");
        assertThat(asked.html().select("[aria-labelledby=still-coming] button").eachAttr("value"))
                .containsExactly("going", "not-going");
        assertThat(asked.html()
                        .select("[aria-labelledby=still-coming] [name=note]")
                        .val())
                .isEqualTo("By bus");
        Page stranger = pages.get(at(""));
        assertThat(stranger.text(".facts")).contains("Moved from", "18:00–20:00", ": The room is taken");
        assertThat(stranger.html().select("#still-coming")).isEmpty();
        assertThat(pages.get(at(""), planner).html().select("#still-coming")).isEmpty();
    }

    @Test
    void theSameAnswerAgainIsTheReconfirmation() {
        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going");
        change(planner, "venue", "The library");
        assertThat(pages.get(at(""), guest).text("[aria-labelledby=still-coming] strong"))
                .contains("The library");

        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going");

        Page page = pages.get(at(""), guest);
        assertThat(page.html().select("#still-coming")).isEmpty();
        assertThat(page.text(".rsvp .notice")).isEqualTo("You are going. A place is kept for you.");
    }

    @Test
    void whoSaidNoIsNotAsked() {
        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "not-going");

        change(planner, "venue", "The library");

        assertThat(pages.get(at(""), guest).html().select("#still-coming")).isEmpty();
    }

    @Test
    void afterTwoChangesTheOldIsWhatTheyAnswered() {
        pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going");
        change(planner, "venue", "The library");
        change(planner, "venue", "The park");

        assertThat(pages.get(at(""), guest).text("[aria-labelledby=still-coming] s"))
                .contains("The café");
        assertThat(pages.get(at(""), guest).text("[aria-labelledby=still-coming] strong"))
                .contains("The park");
    }

    @Test
    void aVenueAloneLeavesTheTimeAsItIs() {
        Instant before = startsAt();

        change(planner, "venue", "The library");

        assertThat(startsAt()).isEqualTo(before);
        assertThat(pages.get(at("")).text(".facts")).contains("Moved from The café to The library on");
    }

    @Test
    void theChangeIsKeptDecidedAndTold() {
        change(planner, "venue", "The library");

        assertThat(jdbc.sql("select old_venue || ' > ' || new_venue || ' ' || reason from change where tweetup_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("The café > The library The room is taken");
        assertThat(jdbc.sql("select words from decision where tweetup_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("Moved from")
                .endsWith(": The room is taken");
    }

    @Test
    void answersThatWereClosedOpenAgain() {
        jdbc.sql("update tweetup set answers_close_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofHours(1))), id)
                .update();

        change(planner, "venue", "The library");

        assertThat(pages.post("/tweetups/" + id + "/rsvp", guest, "answer", "going")
                        .status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "end|2020-01-01T10:00|end|The end must be after the start.",
                "start|2020-01-01T10:00|start|The start must be in the future.",
                "start|2999-01-01T10:00|start|The start must be within two years.",
                "start|soon|start|Give a date and a time",
                "start|''|start|Give a date and a time",
                "reason|''|reason|Say why it changes.",
                "venue|a\u0000b|venue|cannot be printed"
            })
    void badInputIsRefusedBesideItsFieldAndNothingIsLost(String field, String value, String place, String message) {
        Page page = change(planner, "venue", "The library", field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#" + place + "-error")).contains(message);
        assertThat(pages.get(at("")).text(".facts")).contains("The café").doesNotContain("Moved");
    }

    @Test
    void aTimeThatTheClocksSkipIsAsMuchLaterAndThatIsSaid() {
        assertThat(change(planner, "start", "2027-03-28T01:30", "end", "2027-03-28T04:00")
                        .status())
                .isEqualTo(303);

        Page page = pages.get(at(""));
        assertThat(page.html().select("time[datetime=2027-03-28T01:30:00Z]")).isNotEmpty();
        assertThat(page.text(".facts")).contains("The clocks go forward that night");
    }

    @Test
    void textsOverTheirLimitsAreRefused() {
        assertThat(change(planner, "reason", "a".repeat(501)).text("#reason-error"))
                .contains("at most 500");
        assertThat(change(planner, "venue", "a".repeat(301)).text("#venue-error"))
                .contains("at most 300");
        assertThat(change(planner, "venue", "b".repeat(300), "reason", "a".repeat(500))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whatChangesNothingIsRefused() {
        assertThat(change(planner).text("#start-error")).contains("It is then and there already.");
    }

    @Test
    void ofAnHourThatComesTwiceTheFirstIsTakenAndThePageSaysSo() {
        change(planner, "start", "2027-10-31T01:30", "end", "2027-10-31T03:00");

        assertThat(startsAt()).isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
        assertThat(pages.get(at("")).text(".facts")).contains("this hour comes twice", "British Summer Time");
    }

    @Test
    void aFormOlderThanAnotherPlannersChangeIsAConflictUnlessItSaysTheSame() {
        String version = jdbc.sql("select version from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
        change(planner, "venue", "The library");

        Page stale = change(planner, "version", version, "venue", "The park");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".facts")).contains("The library");
        assertThat(stale.html().select("#venue").val()).isEqualTo("The park");
        assertThat(change(planner, "version", version, "venue", "The library").status())
                .isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from change where tweetup_id = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theVenueOfOneThatHasBegunCanStillChange() {
        jdbc.sql("update tweetup set starts_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().minus(Duration.ofHours(1))), id)
                .update();

        assertThat(change(planner, "venue", "The pub next door").status()).isEqualTo(303);
    }

    @Test
    void nobodyElseChangesIt() {
        assertThat(pages.get(at("/change"), guest).status()).isEqualTo(403);
        assertThat(change(guest, "venue", "Mine").status()).isEqualTo(403);
        assertThat(pages.get(at("/change")).location()).startsWith("/sign-in");
        assertThat(pages.postAsStranger(at("/change"), "venue", "Mine").location())
                .startsWith("/sign-in");
    }

    @ParameterizedTest
    @CsvSource({"CANCELLED, 9", "SCHEDULED, -9", "POLLING, 9"})
    void whatHasNoDateAheadCannotBeMoved(String state, int days) {
        long other = community.tweetup(
                "Off", Community.CARDIFF, planner, null, state, Instant.now().plus(Duration.ofDays(days)));
        String address = "/tweetups/" + other + "/a-tweetup/change";

        assertThat(pages.get(address, planner).status()).isEqualTo(409);
        assertThat(pages.post(
                                address,
                                planner,
                                "version",
                                "0",
                                "start",
                                "2027-03-04T18:00",
                                "end",
                                "2027-03-04T20:00",
                                "reason",
                                "Rain")
                        .status())
                .isEqualTo(409);
    }

    private Instant startsAt() {
        return jdbc.sql("select starts_at from tweetup where id = ?")
                .param(id)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    /** Sends the form as it is filled, with a reason and with changes. */
    private Page change(Someone who, String... changes) {
        Page form = pages.get(at("/change"), planner);
        String[] all = Stream.concat(Stream.of("reason", "The room is taken"), Stream.of(changes))
                .toArray(String[]::new);
        return pages.post(at("/change"), who, Pages.filled(form, "form[action$=/change]", all));
    }
}
