package org.shelfmates.tweetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class TweetupPageTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner() {
        return community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    @Test
    void aStrangerReadsEverythingAndIsAskedToSignIn() {
        Someone planner = planner();
        long id = community.tweetup("Tea and talk", Community.CARDIFF, planner, 3);

        Page page = pages.get("/tweetups/" + id + "/a-tweetup");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).isEqualTo("Tea and talk");
        assertThat(page.text(".facts")).contains("The café", "Cardiff", "Cerys Morgan");
        assertThat(page.html().select(".prose strong").text()).isEqualTo("talk");
        assertThat(page.text(".rsvp")).contains("3 places left", "Sign in to answer");
        assertThat(page.html().select("form[method=post]")).isEmpty();
    }

    @Test
    void theShortAddressAndAnOldSlugLeadToTheFullOne() {
        long id = community.tweetup("Moved", Community.CARDIFF, planner(), null);

        for (String address : new String[] {"/tweetups/" + id, "/tweetups/" + id + "/an-older-title"}) {
            Page page = pages.get(address);

            assertThat(page.status()).isEqualTo(301);
            assertThat(page.location()).isEqualTo("/tweetups/" + id + "/a-tweetup");
        }
    }

    @Test
    void thePosterSaysWhereToAnswer() {
        long id = community.tweetup("Poster", Community.CARDIFF, planner(), null);

        Page page = pages.get("/tweetups/" + id + "/a-tweetup");

        assertThat(page.text(".poster")).isEqualTo("Answer at http://localhost:8080/tweetups/" + id + "/a-tweetup");
        assertThat(page.text(".poster__address")).startsWith("http://");
    }

    @Test
    void thePosterOfWhatTakesNoAnswersAsksForNone() {
        Instant ahead = Instant.now().plus(Duration.ofDays(9));
        long id = community.tweetup("Called off", Community.CARDIFF, planner(), null, "CANCELLED", ahead);

        assertThat(pages.get("/tweetups/" + id + "/a-tweetup").text(".poster")).startsWith("Read more at http://");
    }

    @Test
    void anAnswerCanBeGivenAndChanged() {
        Someone planner = planner();
        long id = community.tweetup("Changing", Community.CARDIFF, planner, 1);
        Someone second = community.librarian("Tom Prosser", Community.CARDIFF);

        Page answered = pages.post("/tweetups/" + id + "/rsvp", planner, "answer", "going", "note", "By bus");
        pages.post("/tweetups/" + id + "/rsvp", second, "answer", "going");

        assertThat(answered.status()).isEqualTo(303);
        assertThat(answered.location()).isEqualTo("/tweetups/" + id + "/a-tweetup#rsvp");
        Page waiting = pages.get("/tweetups/" + id + "/a-tweetup", second);
        assertThat(waiting.text(".rsvp .notice")).isEqualTo("You are waiting, and next in line.");
        assertThat(waiting.text(".date-due-slip__waiting")).contains("Waiting (1)", "Tom Prosser");

        pages.post("/tweetups/" + id + "/rsvp", planner, "answer", "not-going");

        Page promoted = pages.get("/tweetups/" + id + "/a-tweetup", second);
        assertThat(promoted.text(".rsvp .notice")).isEqualTo("You are going. A place is kept for you.");
        assertThat(pages.get("/tweetups/" + id + "/a-tweetup", planner).text(".rsvp .notice"))
                .isEqualTo("You are not coming.");
    }

    @Test
    void aQuestionInTheAnswerGoesIntoTheConversation() {
        Someone planner = planner();
        long id = community.tweetup("Asked", Community.CARDIFF, planner, null);
        Someone one = community.librarian("Gwen Pritchard", Community.BANGOR);

        pages.post("/tweetups/" + id + "/rsvp", one, "answer", "going", "question", "Is there *parking*?");

        Page page = pages.get("/tweetups/" + id + "/a-tweetup", planner);
        assertThat(page.text(".comment")).contains("Gwen Pritchard", "Is there parking?");
        assertThat(page.text(".date-due-slip")).contains("Gwen Pritchard");
    }

    @Test
    void aMadeUpAnswerIsRefusedAndTheNoteIsKept() {
        Someone planner = planner();
        long id = community.tweetup("Refused", Community.CARDIFF, planner, null);

        Page page = pages.post("/tweetups/" + id + "/rsvp", planner, "answer", "perhaps", "note", "If it rains");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".rsvp .field__error")).isEqualTo("Error: Choose going, maybe or not going.");
        assertThat(page.html().select("#note").val()).isEqualTo("If it rains");
    }

    @Test
    void whatIsOverTakesNoAnswerAndSaysSo() {
        Someone planner = planner();
        Instant past = Instant.now().minus(Duration.ofDays(2));
        long id = community.tweetup("Over", Community.CARDIFF, planner, null, "SCHEDULED", past);

        Page page = pages.get("/tweetups/" + id + "/a-tweetup", planner);

        assertThat(page.text(".stamp")).isEqualTo("Happened");
        assertThat(page.text(".rsvp")).contains("This has happened");
        assertThat(page.html().select(".rsvp form")).isEmpty();
        assertThat(pages.post("/tweetups/" + id + "/rsvp", planner, "answer", "going")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aCommentIsPreviewedThenPostedThenAnswered() {
        Someone planner = planner();
        long id = community.tweetup("Talk", Community.CARDIFF, planner, null);
        String comments = "/tweetups/" + id + "/comments";

        Page preview =
                pages.post(comments, planner, "body", "Is it *free*? <script>alert(1)</script>", "preview", "true");

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.html().select("#preview em").text()).isEqualTo("free");
        assertThat(preview.html().select("#preview script")).isEmpty();
        assertThat(preview.html().select("#body").val()).startsWith("Is it *free*?");
        assertThat(preview.html().select(".comment")).isEmpty();

        Page posted = pages.post(comments, planner, "body", "Is it *free*?");
        String comment = posted.location().replaceAll(".*#comment-", "");
        pages.post(comments, planner, "body", "It is.", "parent", comment);

        Page page = pages.get("/tweetups/" + id + "/a-tweetup");
        assertThat(page.text("#comment-" + comment + " .comment__body")).isEqualTo("Is it free?");
        assertThat(page.text(".thread__item--1 .comment__body")).isEqualTo("It is.");
        assertThat(page.text(".thread__item--1 .comment__head")).contains("answers Cerys Morgan");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|Write something first.", "a\u0000b|cannot be printed"})
    void aBadCommentIsRefusedWithAMessage(String body, String message) {
        Someone planner = planner();
        long id = community.tweetup("Bad", Community.CARDIFF, planner, null);

        Page page = pages.post("/tweetups/" + id + "/comments", planner, "body", body);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#body-error")).contains(message);
    }

    @Test
    void tenThousandEmojiAreTooLongAndStayInTheForm() {
        Someone planner = planner();
        long id = community.tweetup("Emoji", Community.CARDIFF, planner, null);
        String emoji = "\uD83D\uDCDA".repeat(10_000);

        Page page = pages.post("/tweetups/" + id + "/comments", planner, "body", emoji);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#body-error")).contains("at most 10,000 characters");
        assertThat(page.html().select("#body").val()).isEqualTo(emoji);
    }

    @Test
    void aPlanIsMadeInThePlacesOwnTime() {
        Someone planner = planner();
        LocalDateTime start = LocalDateTime.now().plusMonths(2).withHour(18).withMinute(30);

        Page made = plan(
                planner,
                "start",
                start.toString().substring(0, 16),
                "capacity",
                "5",
                "placeName",
                "Perth, Western Australia");

        assertThat(made.status()).isEqualTo(303);
        Page page = pages.get(made.location());
        assertThat(page.text("h1")).isEqualTo("Knitting & books");
        assertThat(page.text(".facts")).contains("18:30", "Australian Western Standard Time", "Perth");
        Instant stored = jdbc.sql("select starts_at from tweetup where id = ?")
                .param(Long.valueOf(made.location().split("/")[2]))
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
        assertThat(stored.atZone(ZoneId.of("Australia/Perth")).toLocalTime().toString())
                .isEqualTo("18:30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "end|2020-01-01T10:00|end|The end must be after the start.",
                "start|2020-01-01T10:00|start|The start must be in the future.",
                "start|soon|start|Give a date and a time",
                "capacity|0|capacity|Give a whole number from 1",
                "capacity|-3|capacity|Give a whole number from 1",
                "title|''|title|Write a title.",
                "title|a\u0000b|title|cannot be printed",
                "place|999999999999|placeName|We know no place of that name.",
                "placeName|Xyzzyqwk|placeName|We know no place of that name.",
                "group|not-mine|group|Choose one of your groups"
            })
    void badInputIsRefusedBesideItsFieldAndNothingIsLost(String field, String value, String place, String message) {
        Someone planner = planner();

        Page page = plan(planner, field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains(message);
        assertThat(page.text(".field--error")).contains(place.equals("group") ? "" : message);
        assertThat(page.html().select("#venue").val()).isEqualTo("The wool shop");
        assertThat(page.html().select("#plan").val()).isEqualTo("Bring needles.");
    }

    @Test
    void aPlaceBeyondItsLimitIsToBeChosenAgain() {
        Page answer = plan(planner(), "place", "9".repeat(50));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text(".error-summary a[href=#placeName]")).isEqualTo("Choose the place again.");
        assertThat(answer.text("#placeName-error")).contains("Choose the place again.");
        assertThat(answer.html().select("#placeName").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.html().select("#venue").val()).isEqualTo("The wool shop");
    }

    @Test
    void aPlaceNameBeyondItsLimitIsNotLookedFor() throws Exception {
        Someone planner = planner();

        List<String> sent = Statements.of(() -> {
            Page answer = plan(planner, "placeName", "a".repeat(201));

            assertThat(answer.text(".error-summary li")).isEqualTo("Write at most 200 characters.");
        });

        assertThat(sent).noneMatch(sql -> sql.contains("from place_name"));
    }

    @Test
    void aTimeThatTheClocksSkipIsAsMuchLaterAndThatIsSaid() {
        Page plan = plan(planner(), "start", "2027-03-28T01:30", "end", "2027-03-28T04:00");

        assertThat(plan.status()).isEqualTo(303);
        Page page = pages.get(plan.location());
        assertThat(page.html().select("time[datetime=2027-03-28T01:30:00Z]")).isNotEmpty();
        assertThat(page.text(".facts")).contains("02:30", "The clocks go forward that night");
    }

    private Page plan(Someone planner, String... changes) {
        var fields = new java.util.LinkedHashMap<String, String>();
        LocalDateTime start = LocalDateTime.now().plusMonths(1).withHour(18).withMinute(0);
        fields.put("title", "Knitting & books");
        fields.put("plan", "Bring needles.");
        fields.put("venue", "The wool shop");
        fields.put("placeName", "Cardiff, Wales, United Kingdom");
        fields.put("start", start.toString().substring(0, 16));
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        if (!fields.containsKey("end")) {
            boolean real = fields.get("start").matches("\\d{4}-.*");
            fields.put(
                    "end",
                    real ? LocalDateTime.parse(fields.get("start")).plusHours(2).toString() : start.toString());
        }
        return pages.post(
                "/tweetups",
                planner,
                fields.entrySet().stream()
                        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }
}
