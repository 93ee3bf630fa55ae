package org.shelfmates.demo;

import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns the days that the demo's files count into moments, of which those of the past are at waking hours. */
final class Diary {

    private static final long SECONDS_AWAKE = 16 * 3600;

    private final Instant now;
    private final Random chance;

    Diary(Instant now, Random chance) {
        this.now = now;
        this.chance = chance;
    }

    /** @param days after today, as the calendar at the place counts */
    Instant at(int days, LocalTime time, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    /** The first such day of the week, so many days after today or later. */
    Instant at(int days, DayOfWeek weekday, LocalTime time, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .with(TemporalAdjusters.nextOrSame(weekday))
                .atTime(time)
                .atZone(zone)
                .toInstant();
    }

    /** @param days before today, at least one */
    Instant ago(int days, ZoneId zone) {
        return awake(now.minusSeconds(days * 86_400L + chance.nextInt(43_200)), zone);
    }

    /** So many moments one after the other, evenly spread with some chance, all before now. */
    List<Instant> between(Instant from, Instant until, int count, ZoneId zone) {
        Instant end = until.isBefore(now.minusSeconds(86_400)) ? until : now.minusSeconds(86_400);
        double step = (end.getEpochSecond() - from.getEpochSecond()) / (double) Math.max(1, count);
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long offset = Math.round(step * (i + 0.1 + 0.8 * chance.nextDouble()));
            moments.add(awake(from.plusSeconds(offset), zone));
        }
        return moments;
    }

    /** The day of 24 hours pressed into those from 7 to 23, so that what comes later stays later. */
    private static Instant awake(Instant moment, ZoneId zone) {
        ZonedDateTime there = moment.atZone(zone);
        long second = there.toLocalTime().toSecondOfDay();
        return there.toLocalDate()
                .atTime(7, 0)
                .plusSeconds(second * SECONDS_AWAKE / 86_400)
                .atZone(zone)
                .toInstant();
    }

    static Timestamp sql(Instant moment) {
        return Timestamp.from(moment);
    }
}
