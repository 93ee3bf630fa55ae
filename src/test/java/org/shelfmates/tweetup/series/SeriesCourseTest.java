package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A series goes on, or ends early. */
@ShelfmatesTest
class SeriesCourseTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone other;
    private Community.Series series;
    private LocalDate last;

    @BeforeEach
    void threeWeeks() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        other = community.librarian("Gwen Pritchard", Community.BANGOR);
        series = community.series("Every week", Community.CARDIFF, planner, 3);
        last = LocalDate.now(LONDON).plusDays(28);
    }

    private String page() {
        return "/series/" + series.id() + "/a-tweetup";
    }

    private Page goOn(LocalDate until) {
        return goOn(version(), until.toString());
    }

    private Page goOn(String version, String until) {
        return pages.post("/series/" + series.id() + "/continuation", planner, "version", version, "until", until);
    }

    private Page end(LocalDate until, String because) {
        return pages.post(
                "/series/" + series.id() + "/end",
                planner,
                "version",
                version(),
                "until",
                until.toString(),
                "because",
                because);
    }

    private String version() {
        return jdbc.sql("select version from series where id = ?")
                .param(series.id())
                .query(String.class)
                .single();
    }

    private List<String> members(String column) {
        return jdbc.sql("select " + column + " from tweetup where series_id = ? order by series_date")
                .param(series.id())
                .query(String.class)
                .list();
    }

    @Test
    void itGoesOnLikeItsLastDateThatIsNotCancelled() {
        jdbc.sql("update tweetup set title = 'With cake' where id = ?")
                .param(series.tweetups().get(1))
                .update();
        pages.post("/tweetups/" + series.tweetups().get(2) + "/cancellation", planner, "because", "Rain");
        assertThat(pages.get(page() + "/continuation", planner)
                        .html()
                        .select("#until")
                        .val())
                .isEqualTo(last.plusMonths(6).toString());

        Page gone = goOn(last.plusDays(15));

        assertThat(gone.location()).isEqualTo("/series/" + series.id() + "/with-cake");
        assertThat(members("title")).containsExactly("Every week", "With cake", "Every week", "With cake", "With cake");
        assertThat(members("series_date").subList(3, 5))
                .containsExactly(last.plusWeeks(1).toString(), last.plusWeeks(2).toString());
        assertThat(members("state")).containsExactly("SCHEDULED", "SCHEDULED", "CANCELLED", "SCHEDULED", "SCHEDULED");
        assertThat(pages.get(gone.location()).text(".facts"))
                .contains(Integer.toString(last.plusDays(15).getYear()));
    }

    @Test
    void longAfterItsEndItGoesOnWithDatesAheadOnly() throws Exception {
        clock.after(java.time.Duration.ofDays(100), () -> {
            LocalDate then = LocalDate.now(LONDON).plusDays(100);

            assertThat(goOn(then.plusDays(14)).status()).isEqualTo(303);

            assertThat(members("series_date"))
                    .hasSize(5)
                    .last()
                    .satisfies(date -> assertThat(LocalDate.parse(date)).isAfter(then.plusDays(7)));
        });
    }

    @Test
    void sentTwiceItGoesOnOnce() throws Exception {
        String version = version();
        pages.csrf();

        var one = CompletableFuture.supplyAsync(
                () -> goOn(version, last.plusWeeks(2).toString()).status());
        var two = CompletableFuture.supplyAsync(
                () -> goOn(version, last.plusWeeks(2).toString()).status());

        assertThat(List.of(one.get(), two.get())).containsOnly(303);
        assertThat(members("id")).hasSize(5);
        assertThat(goOn(version, last.plusWeeks(3).toString()).status()).isEqualTo(409);
        assertThat(goOn(version, last.plusWeeks(3).toString()).text("[role=alert]"))
                .contains("Another planner has changed this meanwhile");
    }

    @Test
    void howFarItGoesOnHasLimits() {
        assertThat(goOn(last.minusDays(1)).text("#until-error")).contains("It goes on until that day already.");
        assertThat(goOn(last.plusDays(1)).text("#until-error")).contains("There is no further date until then.");
        assertThat(goOn(LocalDate.now(LONDON).plusYears(1).plusDays(2)).text("#until-error"))
                .contains("a year ahead at most");
        assertThat(goOn(version(), "").text("#until-error")).contains("Give a day");
        assertThat(goOn(version(), "soon").status()).isEqualTo(422);
        assertThat(goOn("none", last.plusWeeks(3).toString()).status()).isEqualTo(400);
        assertThat(members("id")).hasSize(3);
    }

    @Test
    void endedEarlyWhatIsAfterIsCancelledAndNothingIsDeleted() {
        Page ended = end(last.minusWeeks(2), "We move on");

        assertThat(ended.location()).isEqualTo(page() + "?from=" + series.first());
        assertThat(members("state")).containsExactly("SCHEDULED", "CANCELLED", "CANCELLED");
        assertThat(members("cancelled_because")).containsExactly("", "We move on", "We move on");
        Page page = pages.get(page(), planner);
        assertThat(page.html().select(".catalogue-card--past")).hasSize(2);
        assertThat(jdbc.sql("select until from series where id = ?")
                        .param(series.id())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(last.minusWeeks(2));
    }

    @Test
    void theDatesOfOthersTakePlaceAndAreCounted() {
        jdbc.sql("update planner set librarian_id = ? where tweetup_id = ?")
                .params(other.id(), series.tweetups().get(1))
                .update();

        Page ended = end(last.minusWeeks(2), "We move on");

        assertThat(members("state")).containsExactly("SCHEDULED", "SCHEDULED", "CANCELLED");
        // it goes by the second now, which is not theirs
        assertThat(pages.get(ended.location(), planner).text("[role=status]"))
                .contains("1 later date was left out, because you do not plan it.");
        assertThat(pages.get(page() + "/end", planner).status()).isEqualTo(403);
        assertThat(pages.get(page() + "/end", other).status()).isEqualTo(200);
    }

    @Test
    void anEarlyEndNeedsADayBeforeSomeDateAndAReason() {
        assertThat(end(last, "We move on").text("#until-error")).contains("No date of yours is after that day.");
        assertThat(end(last.minusWeeks(5), "We move on").text("#until-error"))
                .contains("must not be before the series begins");
        assertThat(end(last.minusWeeks(1), " ").text("#because-error")).contains("Say why");
        assertThat(end(last.minusWeeks(1), "a".repeat(501)).text("#because-error"))
                .contains("at most 500");
        assertThat(members("state")).containsOnly("SCHEDULED");
    }

    @Test
    void aDayThatIsFarOffAllCalendarsIsNone() {
        for (String day : List.of("+99999999-01-01", "-99999999-01-01", "0020-05-05")) {
            LocalDate until = LocalDate.parse(day);
            for (Page refused : List.of(end(until, "We move on"), goOn(until))) {
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.text("#until-error")).contains("Give a day");
            }
        }
    }

    @Test
    void onlyItsPlannersDecideHowItGoesOn() {
        for (String what : List.of("continuation", "end")) {
            assertThat(pages.get(page() + "/" + what, other).status()).isEqualTo(403);
            assertThat(pages.post("/series/" + series.id() + "/" + what, other, "until", "2027-05-05")
                            .status())
                    .isEqualTo(403);
            assertThat(pages.get(page() + "/" + what).location()).startsWith("/sign-in");
            assertThat(pages.get("/series/999999999/x/" + what, planner).status())
                    .isEqualTo(404);
            assertThat(pages.get("/series/" + series.id() + "/old/" + what, planner)
                            .location())
                    .endsWith(page() + "/" + what);
        }
    }

    @Test
    void pastDatesAreListedApartLatestFirst() {
        jdbc.sql("update tweetup set starts_at = starts_at - interval '21 days', ends_at = ends_at - interval '21 days'"
                        + " where id in (?, ?)")
                .params(series.first(), series.tweetups().get(1))
                .update();

        Page page = pages.get(page());

        // the first was a week ago, the second is today at 18:00
        assertThat(page.html()
                        .select(".section:has(#past) .catalogue-card__title a")
                        .eachAttr("href"))
                .last()
                .isEqualTo("/tweetups/" + series.first() + "/a-tweetup");
        assertThat(page.html()
                        .select(".section:has(#coming) .catalogue-card__title a")
                        .eachAttr("href"))
                .last()
                .isEqualTo("/tweetups/" + series.tweetups().get(2) + "/a-tweetup");
        assertThat(pages.get("/series/" + series.id() + "/a-tweetup?past=nonsense")
                        .status())
                .isEqualTo(400);
    }
}
