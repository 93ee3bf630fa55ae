package org.shelfmates.tweetup.listing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A month with its tweetups on the days of their own zones.
 *
 * @param weeks from Monday to Sunday; days of other months are in them too, without tweetups
 * @param cut whether there are more tweetups than are shown
 */
record CalendarMonth(YearMonth month, List<List<Day>> weeks, boolean cut) {

    /** @param inside whether it belongs to the month */
    record Day(LocalDate date, boolean inside, boolean today, List<Entry> entries) {}

    /** A tweetup as a calendar names it. */
    record Entry(String path, String title, String placeName, Instant startsAt, Instant endsAt, ZoneId zone) {

        LocalDate firstDay() {
            return startsAt.atZone(zone).toLocalDate();
        }

        /** The day on which it begins, unless it goes on for a day or more: an evening may end after midnight. */
        LocalDate lastDay() {
            boolean brief = Duration.between(startsAt, endsAt).compareTo(Duration.ofDays(1)) < 0;
            return brief ? firstDay() : endsAt.minusNanos(1).atZone(zone).toLocalDate();
        }

        public boolean beginsOn(LocalDate day) {
            return firstDay().equals(day);
        }
    }

    /** @param entries in the order in which a day shows them */
    static CalendarMonth of(YearMonth month, LocalDate today, List<Entry> entries, boolean cut) {
        Map<LocalDate, List<Entry>> byDay = new TreeMap<>();
        for (Entry entry : entries) {
            entry.firstDay()
                    .datesUntil(entry.lastDay().plusDays(1))
                    .forEach(day ->
                            byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(entry));
        }
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            LocalDate first = monday;
            weeks.add(IntStream.range(0, 7)
                    .mapToObj(first::plusDays)
                    .map(date -> day(date, month, today, byDay))
                    .toList());
        }
        return new CalendarMonth(month, weeks, cut);
    }

    private static Day day(LocalDate date, YearMonth month, LocalDate today, Map<LocalDate, List<Entry>> byDay) {
        boolean inside = YearMonth.from(date).equals(month);
        return new Day(date, inside, date.equals(today), inside ? byDay.getOrDefault(date, List.of()) : List.of());
    }

    /** The days of the month that have something. */
    public List<Day> busy() {
        return weeks.stream()
                .flatMap(List::stream)
                .filter(day -> !day.entries().isEmpty())
                .toList();
    }
}
