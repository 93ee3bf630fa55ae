package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.tweetup.Clocks;

class RecurrenceTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-04|FREQ=MONTHLY;BYDAY=1TH",
                "2027-03-07|FREQ=MONTHLY;BYDAY=1SU",
                "2027-03-08|FREQ=MONTHLY;BYDAY=2MO",
                "2027-03-21|FREQ=MONTHLY;BYDAY=3SU",
                "2027-03-24|FREQ=MONTHLY;BYDAY=4WE",
                "2027-03-25|FREQ=MONTHLY;BYDAY=4TH FREQ=MONTHLY;BYDAY=-1TH",
                "2027-02-22|FREQ=MONTHLY;BYDAY=4MO FREQ=MONTHLY;BYDAY=-1MO",
                "2027-03-31|FREQ=MONTHLY;BYDAY=-1WE",
                "2028-02-29|FREQ=MONTHLY;BYDAY=-1TU"
            })
    void aDateBeginsTheWeeklyRulesAndThoseOfItsPlaceInTheMonth(LocalDate date, String monthly) {
        List<String> rules =
                Recurrence.from(date).stream().map(Recurrence::rule).toList();

        assertThat(rules).hasSizeGreaterThan(4);
        assertThat(rules.subList(0, 4)).allMatch(rule -> rule.startsWith("FREQ=WEEKLY;INTERVAL="));
        assertThat(rules.subList(4, rules.size())).containsExactly(monthly.split(" "));
    }

    @Test
    void theFirstThursdayIsThatOfEveryMonth() {
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYDAY=1TH")
                        .dates(LocalDate.parse("2026-11-05"), LocalDate.parse("2027-04-01")))
                .map(LocalDate::toString)
                .containsExactly("2026-11-05", "2026-12-03", "2027-01-07", "2027-02-04", "2027-03-04", "2027-04-01");
    }

    @Test
    void theLastOneIsTheFourthOrTheFifth() {
        assertThat(Recurrence.parse("FREQ=MONTHLY;BYDAY=-1WE")
                        .dates(LocalDate.parse("2027-01-27"), LocalDate.parse("2027-04-27")))
                .map(LocalDate::toString)
                .containsExactly("2027-01-27", "2027-02-24", "2027-03-31");
    }

    /** Any date, any of its rules, any end within a year. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whateverTheRuleItsDatesAreTheRightDaysInOrderAndWithinTheYear(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < 500; step++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_000));
            LocalDate until = first.plusDays(random.nextInt(367));
            for (Recurrence rule : Recurrence.from(first)) {
                List<LocalDate> dates = rule.dates(first, until);

                check(rule, dates, first, until);
                assertThat(Recurrence.parse(rule.rule())).isEqualTo(rule);
            }
        }
    }

    private static void check(Recurrence rule, List<LocalDate> dates, LocalDate first, LocalDate until) {
        assertThat(dates).startsWith(first).hasSizeLessThanOrEqualTo(53);
        assertThat(dates)
                .allMatch(date -> date.getDayOfWeek() == rule.weekday() && !date.isAfter(until))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rule.dates(first, until.plusDays(35)).size())
                .as("none is missing at the end")
                .isGreaterThan(dates.size());
        for (int i = 1; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            if (rule.frequency() == Recurrence.Frequency.WEEKLY) {
                assertThat(ChronoUnit.DAYS.between(dates.get(i - 1), date)).isEqualTo(7L * rule.number());
            } else {
                assertThat(date)
                        .isEqualTo(date.with(TemporalAdjusters.dayOfWeekInMonth(rule.number(), rule.weekday())));
                assertThat(ChronoUnit.MONTHS.between(dates.get(i - 1).withDayOfMonth(1), date.withDayOfMonth(1)))
                        .isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FREQ=DAILY",
                "FREQ=WEEKLY;BYDAY=TH",
                "FREQ=WEEKLY;INTERVAL=0;BYDAY=TH",
                "FREQ=WEEKLY;INTERVAL=5;BYDAY=TH",
                "FREQ=MONTHLY;BYDAY=5TH",
                "FREQ=MONTHLY;BYDAY=-2TH",
                "FREQ=MONTHLY;BYDAY=TH",
                "freq=monthly;byday=1th"
            })
    void otherRulesAreNone(String rule) {
        assertThatThrownBy(() -> Recurrence.parse(rule)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 18:00, 2027-03-27T18:00:00Z, NOTHING",
        "2027-03-28, 18:00, 2027-03-28T17:00:00Z, NOTHING",
        "2027-10-30, 18:00, 2027-10-30T17:00:00Z, NOTHING",
        "2027-10-31, 18:00, 2027-10-31T18:00:00Z, NOTHING",
        "2027-03-28, 01:30, 2027-03-28T01:30:00Z, FORWARD", // 02:30 by the clock
        "2027-10-31, 01:30, 2027-10-31T00:30:00Z, BACK"
    })
    void aTimeByTheClockStaysSoWhenTheClocksChange(LocalDate date, LocalTime time, Instant start, Clocks clocks) {
        Occurrence occurrence = Occurrence.of(date, time, TWO_HOURS, LONDON);

        assertThat(occurrence.start()).isEqualTo(start);
        assertThat(occurrence.end()).isEqualTo(start.plus(TWO_HOURS));
        assertThat(occurrence.clocks()).isEqualTo(clocks);
    }
}
