package org.shelfmates.tweetup.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class CalendarTest {

    /** Far from the months that other tests fill. */
    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC).plusMonths(17);

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private long tweetup(String title, ZonedDateTime start) {
        var planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long id = community.tweetup(title, Community.CARDIFF, planner, null, "SCHEDULED", start.toInstant());
        jdbc.sql("update tweetup set zone = ? where id = ?")
                .params(start.getZone().getId(), id)
                .update();
        return id;
    }

    private Page month(YearMonth month) {
        return pages.get("/tweetups/calendar?month=" + month);
    }

    private static Element cell(Page page, LocalDate day) {
        return page.html().selectFirst("td:has(> time[datetime=" + day + "])");
    }

    @Test
    void aMonthIsATableFromMondayToSunday() {
        Page page = month(MONTH);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("h1")).startsWith("Tweetups in ");
        assertThat(page.text("table.calendar caption")).isEqualTo(page.text("h1"));
        assertThat(page.html().select("th[scope=col] .visually-hidden").eachText())
                .startsWith("Monday")
                .endsWith("Sunday")
                .hasSize(7);
        assertThat(page.html().select(".calendar__number")).hasSize(MONTH.lengthOfMonth());
        assertThat(page.html().select("tbody tr"))
                .allSatisfy(row -> assertThat(row.select("td")).hasSize(7));
        Element first = page.html().selectFirst("tbody tr");
        int column = first.select("td").indexOf(cell(page, MONTH.atDay(1)));
        assertThat(column).isEqualTo(MONTH.atDay(1).getDayOfWeek().getValue() - 1);
    }

    @Test
    void aTweetupStandsOnItsDayInItsOwnZone() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        long here = tweetup("Late in London", MONTH.atDay(14).atTime(23, 30).atZone(LONDON));
        long there = tweetup("Early in Auckland", MONTH.atDay(14).atTime(8, 15).atZone(auckland));

        Element cell = cell(month(MONTH), MONTH.atDay(14));

        assertThat(cell.select("a[href=/tweetups/" + here + "/a-tweetup]").text())
                .isEqualTo("23:30 Late in London, Cardiff");
        assertThat(cell.select("a[href=/tweetups/" + there + "/a-tweetup]").text())
                .startsWith("08:15 Early in Auckland");
        assertThat(cell(month(MONTH), MONTH.atDay(15)).text()).doesNotContain("Late in London");
    }

    @Test
    void theFirstAndTheLastNightBelongToTheirMonthOnly() {
        YearMonth month = MONTH.plusMonths(2);
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        tweetup("First night", month.atDay(1).atTime(0, 5).atZone(auckland));
        tweetup("Last night", month.atEndOfMonth().atTime(23, 0).atZone(LONDON));

        assertThat(cell(month(month), month.atDay(1)).text()).contains("First night");
        assertThat(cell(month(month), month.atEndOfMonth()).text()).contains("Last night");
        assertThat(month(month.minusMonths(1)).html().text()).doesNotContain("First night");
        assertThat(month(month.plusMonths(1)).html().text()).doesNotContain("Last night");
    }

    @Test
    void whatGoesOnForDaysStandsOnEachAcrossTheMonths() {
        YearMonth month = MONTH.plusMonths(4);
        long id = tweetup("A long one", month.atEndOfMonth().atTime(10, 0).atZone(LONDON));
        jdbc.sql("update tweetup set ends_at = starts_at + interval '2 days' where id = ?")
                .param(id)
                .update();
        LocalDate next = month.plusMonths(1).atDay(1);

        assertThat(cell(month(month), month.atEndOfMonth()).text()).contains("10:00 A long one");
        assertThat(cell(month(month.plusMonths(1)), next).text()).contains("goes on A long one");
        assertThat(cell(month(month.plusMonths(1)), next.plusDays(1)).text()).contains("goes on A long one");
        assertThat(cell(month(month.plusMonths(1)), next.plusDays(2)).text()).doesNotContain("A long one");
    }

    @Test
    void todayIsMarked() {
        Page page = pages.get("/tweetups/calendar");

        assertThat(page.html().select("td[aria-current=date]")).hasSize(1);
        assertThat(month(MONTH).html().select("td[aria-current]")).isEmpty();
    }

    @Test
    void narrowScreensHaveTheSameAsAList() {
        tweetup("On the list too", MONTH.atDay(20).atTime(18, 30).atZone(LONDON));

        Page page = month(MONTH);

        assertThat(page.text(".calendar-days")).contains("18:30 On the list too");
        assertThat(page.html().select(".calendar-days h2").eachText())
                .anySatisfy(day -> assertThat(day).contains("20 "));
    }

    @Test
    void onlyWhatIsNearIsShownAndTheOtherMonthsKeepThePlace() {
        YearMonth month = MONTH.plusMonths(6);
        tweetup("In Cardiff only", month.atDay(9).atTime(18, 30).atZone(LONDON));
        String address = "/tweetups/calendar?month=" + month + "&within=25&place=";

        Page bangor = pages.get(address + Community.BANGOR);

        assertThat(pages.get(address + Community.CARDIFF).html().text()).contains("In Cardiff only");
        assertThat(bangor.html().text()).doesNotContain("In Cardiff only").contains("Nothing in this month");
        assertThat(bangor.html().select("a[rel=next]").attr("href"))
                .isEqualTo("/tweetups/calendar?month=" + month.plusMonths(1) + "&place=" + Community.BANGOR
                        + "&within=25");
        assertThat(bangor.html().select("a[rel=prev]").attr("href")).contains("month=" + month.minusMonths(1));
        assertThat(pages.get("/tweetups/calendar?near=Nowhere-of-this-name").text(".field__error"))
                .isNotEmpty();
    }

    @Test
    void whatIsCancelledOrHasNoDateIsNotInIt() {
        long cancelled = tweetup("Called off", MONTH.atDay(3).atTime(18, 30).atZone(LONDON));
        jdbc.sql("update tweetup set state = 'CANCELLED' where id = ?")
                .param(cancelled)
                .update();

        assertThat(month(MONTH).html().text()).doesNotContain("Called off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "month=2027-13",
                "month=2027-00",
                "month=2027-3",
                "month=march",
                "month=2027-03-01",
                "within=0",
                "within=501",
                "within=far",
                "place=cardiff"
            })
    void whatIsMadeUpIsABadRequest(String query) {
        assertThat(pages.get("/tweetups/calendar?" + query).status()).isEqualTo(400);
    }

    @Test
    void threeYearsAwayIsTheEnd() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);

        assertThat(month(now.plusYears(3)).html().select("a[rel=next]")).isEmpty();
        assertThat(month(now.minusYears(3)).html().select("a[rel=prev]")).isEmpty();
        assertThat(month(now.plusYears(3).plusMonths(1)).status()).isEqualTo(404);
        assertThat(month(now.minusYears(3).minusMonths(1)).status()).isEqualTo(404);
        assertThat(pages.get("/tweetups/calendar?month=9999-12").status()).isEqualTo(404);
    }

    @Test
    void aMonthIsOneStatement() throws Exception {
        List<String> sent = Statements.of(() -> month(MONTH.plusMonths(1)));

        assertThat(sent.stream().filter(sql -> sql.toLowerCase(Locale.ROOT).contains("from tweetup")))
                .hasSize(1);
    }

    @Test
    void anEveningThatEndsAfterMidnightStandsOnOneDay() {
        Instant start = MONTH.atDay(5).atTime(22, 0).atZone(LONDON).toInstant();
        var entry = new CalendarMonth.Entry("/", "Late", "Cardiff", start, start.plus(Duration.ofHours(5)), LONDON);

        CalendarMonth month = CalendarMonth.of(MONTH, MONTH.atDay(1), List.of(entry), false);

        assertThat(month.busy()).extracting(CalendarMonth.Day::date).containsExactly(MONTH.atDay(5));
    }
}
