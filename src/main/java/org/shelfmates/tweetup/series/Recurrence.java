package org.shelfmates.tweetup.series;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule for days, as the recurrence rules (RRULE) of iCalendar, RFC 5545, 3.3.10, put it, and of these only two kinds:
 * {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}, every second Thursday counted from the first date (DTSTART), and
 * {@code FREQ=MONTHLY;BYDAY=1TH} or {@code =-1TH}, the first or last Thursday of every month. A date that a rule gives is
 * what iCalendar calls the RECURRENCE-ID of what takes place then, wherever that is moved.
 *
 * @param frequency how it repeats
 * @param number weekly: every how many weeks, from 1 to 4 (INTERVAL); monthly: which of the month's such days, from 1 to 4,
 *     or -1 for the last (the ordinal of BYDAY)
 * @param weekday BYDAY
 */
record Recurrence(Frequency frequency, int number, DayOfWeek weekday) {

    static final int LAST = -1;

    private static final int WEEK = 7;
    private static final int MOST = 4;
    private static final Pattern RULE =
            Pattern.compile("FREQ=(?:WEEKLY;INTERVAL=([1-4]);BYDAY=|MONTHLY;BYDAY=([1-4]|-1))(MO|TU|WE|TH|FR|SA|SU)");

    enum Frequency {
        WEEKLY,
        MONTHLY
    }

    Recurrence {
        boolean last = frequency == Frequency.MONTHLY && number == LAST;
        if (!last && (number < 1 || number > MOST)) {
            throw new IllegalArgumentException("every " + number);
        }
    }

    /** The rules that a date can begin. */
    static List<Recurrence> from(LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        int inMonth = 1 + (date.getDayOfMonth() - 1) / WEEK;
        boolean last = date.getDayOfMonth() + WEEK > date.lengthOfMonth();
        Stream<Recurrence> weekly =
                IntStream.rangeClosed(1, MOST).mapToObj(weeks -> new Recurrence(Frequency.WEEKLY, weeks, day));
        Stream<Recurrence> monthly = Stream.of(inMonth, last ? LAST : 0)
                .filter(which -> which != 0 && which <= MOST)
                .map(which -> new Recurrence(Frequency.MONTHLY, which, day));
        return Stream.concat(weekly, monthly).toList();
    }

    /** @throws IllegalArgumentException when it is none that {@link #rule} gives */
    static Recurrence parse(String rule) {
        Matcher matcher = RULE.matcher(rule);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(rule);
        }
        DayOfWeek day = Stream.of(DayOfWeek.values())
                .filter(one -> code(one).equals(matcher.group(3)))
                .findFirst()
                .orElseThrow();
        return matcher.group(1) == null
                ? new Recurrence(Frequency.MONTHLY, Integer.parseInt(matcher.group(2)), day)
                : new Recurrence(Frequency.WEEKLY, Integer.parseInt(matcher.group(1)), day);
    }

    /** In the words of RFC 5545. */
    public String rule() {
        return frequency == Frequency.WEEKLY
                ? "FREQ=WEEKLY;INTERVAL=" + number + ";BYDAY=" + code(weekday)
                : "FREQ=MONTHLY;BYDAY=" + number + code(weekday);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2).toUpperCase(Locale.ROOT);
    }

    /**
     * @param first a date of the rule, from which weeks are counted, and the first of the dates
     * @param until the last day that may be one
     * @return in order
     */
    List<LocalDate> dates(LocalDate first, LocalDate until) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(until); date = after(date)) {
            dates.add(date);
        }
        return dates;
    }

    private LocalDate after(LocalDate date) {
        return frequency == Frequency.WEEKLY
                ? date.plusWeeks(number)
                : YearMonth.from(date).plusMonths(1).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(number, weekday));
    }

    /** The same kind of rule for another first date: weekly as often, monthly the same such day of the month. */
    boolean like(Recurrence other) {
        return frequency == other.frequency && (frequency == Frequency.MONTHLY || number == other.number);
    }
}
