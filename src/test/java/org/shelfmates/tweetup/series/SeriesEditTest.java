package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What planners write about one date of a series, alone or for all after it too. */
@ShelfmatesTest
class SeriesEditTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone guest;
    private Community.Series series;

    @BeforeEach
    void fourWeeks() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        guest = community.librarian("Gwen Pritchard", Community.BANGOR);
        series = community.series("Every week", Community.CARDIFF, planner, 4);
    }

    private long member(int n) {
        return series.tweetups().get(n);
    }

    private Page save(int n, String... changes) {
        String address = "/tweetups/" + member(n) + "/" + text(member(n), "slug") + "/edit";
        return pages.post(address, planner, Pages.filled(pages.get(address, planner), "form[action$=/edit]", changes));
    }

    private String text(long tweetup, String column) {
        return jdbc.sql("select coalesce(" + column + "::text, '') from tweetup where id = ?")
                .param(tweetup)
                .query(String.class)
                .single();
    }

    private List<String> texts(String column) {
        return series.tweetups().stream().map(id -> text(id, column)).toList();
    }

    @Test
    void howeverManyAreChangedWhatTheyAreIsReadAtOnce() throws Exception {
        String address = "/tweetups/" + member(0) + "/" + text(member(0), "slug") + "/edit";
        String[] form =
                Pages.filled(pages.get(address, planner), "form[action$=/edit]", "bring", "A spoon", "scope", "LATER");

        List<String> sent = Statements.of(() -> pages.post(address, planner, form));

        assertThat(sent.stream().filter(sql -> sql.contains("as group_slug")))
                .as("what the page needs, and what all are at once")
                .hasSize(2);
        assertThat(texts("bring")).containsOnly("A spoon");
    }

    private List<String> parts(int n) {
        return jdbc.sql("select name || coalesce(' ' || capacity, '') from part where tweetup_id = ? order by position")
                .param(member(n))
                .query(String.class)
                .list();
    }

    @Test
    void aloneItLeavesTheOthersAsTheyAre() {
        assertThat(save(1, "title", "Christmas").location()).isEqualTo("/tweetups/" + member(1) + "/christmas");

        assertThat(texts("title")).containsExactly("Every week", "Christmas", "Every week", "Every week");
    }

    @Test
    void fromHereOnOnlyWhatWasEditedIsWrittenIntoThoseAfter() {
        save(2, "title", "Christmas", "cost", "£5", "capacity", "9");

        Page saved = save(1, "cost", "Free", "bring", "A book", "companions", "2", "free", "true", "scope", "LATER");

        assertThat(saved.location()).isEqualTo("/series/" + series.id() + "/every-week?from=" + member(1));
        assertThat(texts("cost")).containsExactly("", "Free", "Free", "Free");
        assertThat(texts("bring")).containsExactly("", "A book", "A book", "A book");
        assertThat(texts("free")).containsExactly("false", "true", "true", "true");
        assertThat(texts("companions_max")).containsExactly("0", "2", "2", "2");
        assertThat(texts("title")).containsExactly("Every week", "Every week", "Christmas", "Every week");
        assertThat(texts("capacity")).containsExactly("4", "4", "9", "4");
    }

    @Test
    void cancelledOnesAndThoseOfOthersStayAsTheyAre() {
        pages.post("/tweetups/" + member(2) + "/cancellation", planner, "because", "Rain");
        jdbc.sql("update planner set librarian_id = ? where tweetup_id = ?")
                .params(guest.id(), member(3))
                .update();

        Page saved = save(0, "title", "Tea", "scope", "LATER");

        assertThat(texts("title")).containsExactly("Tea", "Tea", "Every week", "Every week");
        assertThat(pages.get(pages.get(saved.location(), planner).location(), planner)
                        .text("[role=status]"))
                .contains("1 later date was left out");
    }

    @Test
    void answersCloseAsLongBeforeEach() {
        LocalDateTime close = start(0).minusDays(2).with(LocalTime.of(12, 0));

        assertThat(save(0, "close", close.toString(), "scope", "LATER").status())
                .isEqualTo(303);

        for (int n = 0; n < 4; n++) {
            assertThat(time(n, "answers_close_at"))
                    .isEqualTo(start(n).minusDays(2).with(LocalTime.of(12, 0)));
        }
        save(1, "close", "", "scope", "LATER");
        assertThat(texts("answers_close_at").subList(1, 4)).containsOnly("");
    }

    private LocalDateTime start(int n) {
        return time(n, "starts_at");
    }

    private LocalDateTime time(int n, String column) {
        return LocalDateTime.ofInstant(
                jdbc.sql("select " + column + " from tweetup where id = ?")
                        .param(member(n))
                        .query(Timestamp.class)
                        .single()
                        .toInstant(),
                LONDON);
    }

    @Test
    void partsAreKnownByTheirNames() {
        for (int n = 0; n < 4; n++) {
            community.part(member(n), "The visit", 5);
            community.part(member(n), "The meal", n == 2 ? 8 : 3);
        }
        community.part(member(2), "The quiz", null);

        Page saved = save(
                0,
                "parts[0].name",
                "The tour",
                "parts[2].name",
                "The walk",
                "parts[2].capacity",
                "7",
                "scope",
                "LATER");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(parts(0)).containsExactly("The tour 5", "The meal 3", "The walk 7");
        assertThat(parts(2)).containsExactly("The tour 5", "The meal 8", "The walk 7", "The quiz");
        assertThat(parts(3)).containsExactly("The tour 5", "The meal 3", "The walk 7");
    }

    @Test
    void aPartThatSomebodyChoseLaterIsNotRemovedAndNothingIs() {
        for (int n = 0; n < 4; n++) {
            community.part(member(n), "The visit", null);
            community.part(member(n), "The meal", null);
        }
        long chosen = jdbc.sql("select id from part where tweetup_id = ? and name = 'The meal'")
                .param(member(2))
                .query(Long.class)
                .single();
        pages.post("/tweetups/" + member(2) + "/rsvp", guest, "answer", "going", "part", Long.toString(chosen));

        Page refused = save(0, "parts[1].name", "", "parts[1].capacity", "", "title", "Tea", "scope", "LATER");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#parts-error")).contains("cannot be changed so");
        assertThat(refused.html().select("input[name=scope][checked]").val()).isEqualTo("LATER");
        assertThat(texts("title")).containsOnly("Every week");
        assertThat(parts(0)).containsExactly("The visit", "The meal");
        assertThat(save(0, "parts[1].name", "", "parts[1].capacity", "").status())
                .isEqualTo(303);
    }

    @Test
    void morePlacesLaterLetInWhoWaitsThere() {
        jdbc.sql("update tweetup set capacity = 1 where series_id = ?")
                .param(series.id())
                .update();
        pages.post("/tweetups/" + member(2) + "/rsvp", planner, "answer", "going");
        pages.post("/tweetups/" + member(2) + "/rsvp", guest, "answer", "going");

        save(0, "capacity", "5", "scope", "LATER");

        assertThat(jdbc.sql("select standing from rsvp where tweetup_id = ? and librarian_id = ?")
                        .params(member(2), guest.id())
                        .query(String.class)
                        .single())
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aGreeterGreetsWhereTheyPlan() {
        for (int n = 0; n < 3; n++) {
            community.letPlan(member(n), guest);
        }

        save(0, "greeter", guest.handle(), "scope", "LATER");

        String id = Long.toString(guest.id());
        assertThat(texts("greeter_id")).containsExactly(id, id, id, "");
    }

    @Test
    void aStaleFormIsAConflictOfItsOwnTweetupOnly() {
        String address = "/tweetups/" + member(0) + "/a-tweetup/edit";
        String[] old =
                Pages.filled(pages.get(address, planner), "form[action$=/edit]", "title", "Old tea", "scope", "LATER");
        save(2, "cost", "£5");
        String[] fresh = Pages.filled(
                pages.get(address, planner), "form[action$=/edit]", "title", "Fresh tea", "scope", "LATER");

        assertThat(pages.post(address, planner, fresh).status()).isEqualTo(303);
        assertThat(pages.post(address, planner, old).status()).isEqualTo(409);
        assertThat(texts("title")).containsOnly("Fresh tea");
    }
}
