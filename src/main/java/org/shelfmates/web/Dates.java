package org.shelfmates.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Instants in words, in the reader's language and a named zone: for templates, as {@code dates}. */
@Component
public class Dates {

    private record Form(String pattern, Locale language) {}

    private static final Map<Form, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** {@code Thursday 4 March 2027}. */
    public String day(Instant instant, ZoneId zone) {
        return format("EEEE d MMMM yyyy", instant, zone);
    }

    /** {@code Thu 4 Mar 2027}. */
    public String shortDay(Instant instant, ZoneId zone) {
        return format("EEE d MMM yyyy", instant, zone);
    }

    /** {@code Thu 4 Mar}. */
    public String dayAndMonth(Instant instant, ZoneId zone) {
        return format("EEE d MMM", instant, zone);
    }

    public String year(Instant instant, ZoneId zone) {
        return format("yyyy", instant, zone);
    }

    /** {@code 4 MAR}, with the year when it is not this one: as on a date stamp. */
    public String stamp(Instant instant, ZoneId zone) {
        int thisYear = clock.instant().atZone(zone).getYear();
        String pattern = instant.atZone(zone).getYear() == thisYear ? "d MMM" : "d MMM yyyy";
        return format(pattern, instant, zone).toUpperCase(LocaleContextHolder.getLocale());
    }

    /** {@code 18:30}. */
    public String time(Instant instant, ZoneId zone) {
        return format("HH:mm", instant, zone);
    }

    /** {@code 4 Mar 2027, 18:30}. */
    public String moment(Instant instant, ZoneId zone) {
        return format("d MMM yyyy, HH:mm", instant, zone);
    }

    /** The same with the zone, for who does not read a page but a mail: {@code 4 Mar 2027, 18:30 (Greenwich Mean Time)}. */
    public String momentWithZone(Instant instant, ZoneId zone, Locale language) {
        return format("d MMM yyyy, HH:mm (zzzz)", instant.atZone(zone), language);
    }

    /** {@code Thursday 4 March 2027, 18:30–20:30}. */
    public String span(Instant start, Instant end, ZoneId zone) {
        return day(start, zone) + ", " + time(start, zone)
                + (sameDay(start, end, zone) ? "–" + time(end, zone) : " – " + moment(end, zone));
    }

    public boolean sameDay(Instant one, Instant other, ZoneId zone) {
        return one.atZone(zone).toLocalDate().equals(other.atZone(zone).toLocalDate());
    }

    /** The zone as people call it on that day: {@code Greenwich Mean Time}, {@code British Summer Time}. */
    public String zoneName(Instant instant, ZoneId zone) {
        return format("zzzz", instant, zone);
    }

    /** {@code Thursday 4 March 2027}: a day of the calendar, wherever. */
    public String date(LocalDate day) {
        return format("EEEE d MMMM yyyy", day);
    }

    /** {@code 4 Mar 2027}. */
    public String shortDate(LocalDate day) {
        return format("d MMM yyyy", day);
    }

    /** {@code March 2027}. */
    public String month(YearMonth month) {
        return format("LLLL yyyy", month);
    }

    /** {@code Thursday}. */
    public String weekday(DayOfWeek day) {
        return format("cccc", day);
    }

    /** {@code Thu}. */
    public String shortWeekday(DayOfWeek day) {
        return format("ccc", day);
    }

    private static String format(String pattern, Instant instant, ZoneId zone) {
        return format(pattern, instant.atZone(zone));
    }

    private static String format(String pattern, TemporalAccessor moment) {
        return format(pattern, moment, LocaleContextHolder.getLocale());
    }

    private static String format(String pattern, TemporalAccessor moment, Locale language) {
        return FORMATTERS
                .computeIfAbsent(
                        new Form(pattern, language), f -> DateTimeFormatter.ofPattern(f.pattern(), f.language()))
                .format(moment);
    }
}
