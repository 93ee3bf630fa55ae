package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** Out of one tweetup a series grows. */
@ShelfmatesTest
class SeriesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone other;
    private LocalDate first;
    private long id;

    @BeforeEach
    void aFirstThursday() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        other = community.librarian("Gwen Pritchard", Community.BANGOR);
        first = LocalDate.now(LONDON)
                .plusMonths(1)
                .with(TemporalAdjusters.dayOfWeekInMonth(1, java.time.DayOfWeek.THURSDAY));
        id = at(first.atTime(18, 0));
    }

    private long at(LocalDateTime start) {
        return community.tweetup(
                "First Thursday",
                Community.CARDIFF,
                planner,
                4,
                "SCHEDULED",
                start.atZone(LONDON).toInstant());
    }

    private String address(long tweetup) {
        return "/tweetups/" + tweetup + "/a-tweetup/series";
    }

    private Page make(long tweetup, String rule, LocalDate until) {
        return pages.post(address(tweetup), planner, "rule", rule, "until", until.toString());
    }

    private static String monthly() {
        return "FREQ=MONTHLY;BYDAY=1TH";
    }

    private record Member(long id, Instant start, Instant end, LocalDate date) {

        LocalTime time() {
            return LocalTime.ofInstant(start, LONDON);
        }
    }

    private List<Member> members(long tweetup) {
        return jdbc.sql("select id, starts_at, ends_at, series_date from tweetup where series_id ="
                        + " (select series_id from tweetup where id = ?) order by series_date")
                .param(tweetup)
                .query((row, n) -> new Member(
                        row.getLong("id"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        row.getObject("series_date", LocalDate.class)))
                .list();
    }

    @Test
    void itsFormOffersTheRulesThatItsDateCanBegin() {
        assertThat(pages.get("/tweetups/" + id + "/a-tweetup", planner).text(".planner-box"))
                .contains("Make it a series");

        Page form = pages.get(address(id), planner);

        assertThat(form.html().select("label.choice__label").eachText())
                .containsExactly(
                        "Every week on Thursday",
                        "Every two weeks on Thursday",
                        "Every three weeks on Thursday",
                        "Every four weeks on Thursday",
                        "The first Thursday of every month");
        assertThat(form.html().select("#until").val())
                .isEqualTo(first.plusMonths(6).toString());
    }

    @Test
    void itsDatesAreShownBeforeAnythingIsMade() {
        Page shown = pages.post(
                address(id),
                planner,
                "rule",
                monthly(),
                "until",
                first.plusMonths(3).toString(),
                "show",
                "true");

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.html().select(".series-dates li"))
                .hasSize(shown.text("#dates").contains("4") ? 4 : 3);
        assertThat(shown.text(".series-dates")).contains("18:00–20:00");
        assertThat(shown.html().select("input[name=rule][checked]").val()).isEqualTo(monthly());
        assertThat(members(id)).isEmpty();
    }

    @Test
    void eachDateIsAtTheVenueOfTheFirst() {
        long room = community.venue("The Room", Community.CARDIFF, "FREE", null);
        jdbc.sql("update tweetup set venue = 'The Room', venue_id = ? where id = ?")
                .params(room, id)
                .update();

        make(id, monthly(), first.plusMonths(3));

        assertThat(jdbc.sql("select distinct venue || ' ' || venue_id from tweetup"
                                + " where series_id = (select series_id from tweetup where id = ?)")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("The Room " + room);
    }

    @Test
    void eachDateIsATweetupLikeTheFirstWithoutItsAnswers() {
        community.letPlan(id, other);
        community.part(id, "The meal", 3);
        pages.post("/tweetups/" + id + "/rsvp", other, "answer", "going");
        jdbc.sql("update tweetup set cost = 'Free', companions_max = 2, free = true, agreement = true,"
                        + " answers_close_at = ? where id = ?")
                .params(
                        Timestamp.from(
                                first.minusDays(2).atTime(12, 0).atZone(LONDON).toInstant()),
                        id)
                .update();

        Page made = make(id, monthly(), first.plusMonths(5));

        assertThat(made.status()).isEqualTo(303);
        List<Member> members = members(id);
        assertThat(members).hasSizeBetween(5, 6);
        assertThat(members.get(0).id()).isEqualTo(id);
        assertThat(members)
                .allMatch(member -> member.time().equals(LocalTime.of(18, 0))
                        && Duration.between(member.start(), member.end()).equals(Duration.ofHours(2))
                        && member.date().equals(LocalDate.ofInstant(member.start(), LONDON)));
        record Copy(
                String title,
                String venue,
                int capacity,
                String cost,
                int companions,
                boolean agreement,
                String parts,
                int planners,
                int answers,
                Timestamp closes) {}
        Member last = members.get(members.size() - 1);
        Copy copy = jdbc.sql("""
                        select title, venue, capacity, cost, companions_max as companions, free and agreement as agreement,
                            (select name || capacity from part where tweetup_id = t.id) as parts,
                            (select count(*) from planner where tweetup_id = t.id) as planners,
                            (select count(*) from rsvp where tweetup_id = t.id) as answers, answers_close_at as closes
                        from tweetup t where id = ?""").param(last.id()).query(Copy.class).single();
        Timestamp closes = Timestamp.from(
                last.date().minusDays(2).atTime(12, 0).atZone(LONDON).toInstant());
        assertThat(copy)
                .isEqualTo(new Copy("First Thursday", "The café", 4, "Free", 2, true, "The meal3", 2, 0, closes));
    }

    @Test
    void theSeriesPageIsForEverybodyAndItsTweetupsLeadToItAndToTheNext() {
        String page = make(id, monthly(), first.plusMonths(5)).location();
        page = pages.get(page).status() == 301 ? pages.get(page).location() : page;

        Page series = pages.get(page);

        assertThat(series.text("h1")).isEqualTo("First Thursday");
        assertThat(series.text(".facts")).contains("The first Thursday of every month, 18:00–20:00", "Cardiff");
        assertThat(series.html().select(".catalogue-card")).hasSameSizeAs(members(id));
        assertThat(series.html().select(".planner-box")).isEmpty();
        assertThat(pages.get(page, planner).text(".planner-box")).contains("Go on with it", "End it early");
        assertThat(pages.get(page, other).html().select(".planner-box")).isEmpty();
        Page second = pages.get("/tweetups/" + members(id).get(1).id() + "/first-thursday");
        assertThat(second.text(".facts")).contains("The first Thursday of every month: all dates", "Before:", "Next:");
        assertThat(second.html().select(".facts a[href=" + page + "]")).isNotEmpty();
        assertThat(second.html().select("a[rel=prev]").attr("href")).startsWith("/tweetups/" + id);
        assertThat(pages.get("/tweetups/" + id + "/a-tweetup").html().select("a[rel=prev]"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"18:00", "01:30"})
    void aYearOfSundaysKeepsItsTimeThroughBothChangesOfTheClocks(LocalTime time) {
        LocalDate sunday = LocalDate.now(LONDON).plusDays(1).with(TemporalAdjusters.next(java.time.DayOfWeek.SUNDAY));
        long weekly = at(sunday.atTime(time));

        Page shown = pages.post(
                address(weekly),
                planner,
                "rule",
                "FREQ=WEEKLY;INTERVAL=1;BYDAY=SU",
                "until",
                LocalDate.now(LONDON).plusYears(1).toString(),
                "show",
                "true");
        make(weekly, "FREQ=WEEKLY;INTERVAL=1;BYDAY=SU", LocalDate.now(LONDON).plusYears(1));

        List<Member> members = members(weekly);
        assertThat(members).hasSizeBetween(51, 53);
        boolean night = time.equals(LocalTime.of(1, 30));
        assertThat(members.stream().filter(member -> !member.time().equals(time)))
                .as("in spring 01:30 is skipped")
                .hasSize(night ? 1 : 0)
                .allMatch(member -> member.time().equals(LocalTime.of(2, 30))
                        && member.date().equals(LocalDate.ofInstant(member.start(), LONDON)));
        assertThat(members.stream()
                        .map(member -> LONDON.getRules().getOffset(member.start()))
                        .distinct())
                .hasSize(2);
        if (night) {
            assertThat(shown.text(".series-dates"))
                    .containsOnlyOnce("its time is skipped: it starts at 02:30")
                    .containsOnlyOnce("the first is meant");
            assertThat(members)
                    .filteredOn(member -> LONDON.getRules()
                                    .getValidOffsets(member.date().atTime(time))
                                    .size()
                            == 2)
                    .singleElement()
                    .matches(member -> LONDON.getRules().isDaylightSavings(member.start()), "the first of two");
        }
    }

    @Test
    void sentTwiceAtOnceItIsMadeOnce() throws Exception {
        pages.csrf();

        var one = CompletableFuture.supplyAsync(
                () -> make(id, monthly(), first.plusMonths(5)).status());
        var two = CompletableFuture.supplyAsync(
                () -> make(id, monthly(), first.plusMonths(5)).status());

        assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(303, 409);
        assertThat(members(id)).hasSizeBetween(5, 6);
        Page again = pages.get(address(id), planner);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.html().select("main a").attr("href")).startsWith("/series/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1|This day must not be before the series begins.",
                "400|A series can be planned for a year ahead at most.",
                "3|There is no further date until then."
            })
    void anEndThatCannotBeIsSaidBesideIt(int days, String message) {
        Page page = make(id, monthly(), first.plusDays(days));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#until-error")).contains(message);
        assertThat(page.html().select("input[name=rule][checked]").val()).isEqualTo(monthly());
        assertThat(members(id)).isEmpty();
    }

    @Test
    void whatIsMissingOrMadeUpIsRefused() {
        assertThat(pages.post(address(id), planner, "until", first.plusMonths(2).toString())
                        .text("#rule-error"))
                .contains("Choose how often");
        assertThat(pages.post(address(id), planner, "rule", monthly(), "until", "soon")
                        .text("#until-error"))
                .contains("Give a day");
        assertThat(make(id, "FREQ=DAILY", first.plusMonths(2)).status()).isEqualTo(400);
        assertThat(make(id, "FREQ=MONTHLY;BYDAY=2TH", first.plusMonths(2)).status())
                .isEqualTo(400);
    }

    @Test
    void onlyItsPlannersMakeASeriesOfWhatHasADateAhead() {
        assertThat(pages.get(address(id), other).status()).isEqualTo(403);
        assertThat(pages.post(address(id), other, "rule", monthly(), "until", "2027-05-05")
                        .status())
                .isEqualTo(403);
        assertThat(pages.get(address(id)).location()).startsWith("/sign-in");
        assertThat(pages.get(address(999999999L), planner).status()).isEqualTo(404);
        assertThat(pages.get("/series/999999999/x").status()).isEqualTo(404);
        assertThat(pages.get("/series/999999999").status()).isEqualTo(404);
        long idea = community.idea("Some day", Community.CARDIFF, planner);
        assertThat(pages.get("/tweetups/" + idea + "/an-idea/series", planner).status())
                .isEqualTo(409);
        long over = community.tweetup(
                "Over",
                Community.CARDIFF,
                planner,
                4,
                "SCHEDULED",
                Instant.now().minus(Duration.ofDays(3)));
        assertThat(make(over, monthly(), first.plusMonths(2)).status()).isEqualTo(409);
    }
}
