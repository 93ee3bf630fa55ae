package org.shelfmates.tweetup.series;

import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shelfmates.tweetup.LaterMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a series' rule and time in step when its tweetups move from one of them on. */
@Component
class Moving {

    private final JdbcClient jdbc;

    Moving(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Series(long id, String rule, LocalDate date) {}

    /**
     * In the transaction that moves them. Where they are at regular days again the rule is that of these, and each has its
     * new day as its date; where not (the day after the first Thursday is not always the first Friday) the rule stays.
     */
    @EventListener
    void on(LaterMoved moved) {
        jdbc.sql(
                        "select s.id, s.rule, t.series_date as date from tweetup t join series s on s.id = t.series_id where t.id = ?")
                .param(moved.tweetupId())
                .query(Series.class)
                .optional()
                .ifPresent(series -> {
                    time(series.id(), moved);
                    if (moved.days() != 0) {
                        days(series, moved.days());
                    }
                });
    }

    private void time(long series, LaterMoved moved) {
        Duration lasts = moved.lasts();
        jdbc.sql("update series set start_time = coalesce(:start, start_time), lasts = coalesce(:lasts, lasts),"
                        + " version = version + 1 where id = :id")
                .param("start", moved.start(), Types.TIME)
                .param("lasts", lasts == null ? null : lasts.toSeconds(), Types.INTEGER)
                .param("id", series)
                .update();
    }

    private void days(Series series, long by) {
        List<LocalDate> days = jdbc
                .sql("select series_date from tweetup where series_id = ? and series_date >= ? order by series_date")
                .params(series.id(), series.date())
                .query(LocalDate.class)
                .stream()
                .map(date -> date.plusDays(by))
                .toList();
        rule(series, days).ifPresent(rule -> {
            jdbc.sql(
                            "update tweetup set series_date = series_date + :by where series_id = :id and series_date >= :date")
                    .param("by", (int) by)
                    .param("id", series.id())
                    .param("date", series.date())
                    .update();
            jdbc.sql("update series set rule = ?, first_date = ?, until = greatest(until, ?) where id = ?")
                    .params(rule.rule(), days.get(0), days.get(days.size() - 1), series.id())
                    .update();
        });
    }

    /** A rule of the same kind that gives these days, which are after those of the tweetups before. */
    private Optional<Recurrence> rule(Series series, List<LocalDate> days) {
        LocalDate first = days.get(0);
        boolean taken = jdbc.sql("select exists (select from tweetup where series_id = ? and series_date < ?"
                        + " and series_date >= ?)")
                .params(series.id(), series.date(), first)
                .query(Boolean.class)
                .single();
        Recurrence before = Recurrence.parse(series.rule());
        return taken
                ? Optional.empty()
                : Recurrence.from(first).stream()
                        .filter(rule -> rule.like(before)
                                && rule.dates(first, days.get(days.size() - 1)).equals(days))
                        .min(Comparator.comparing(rule -> rule.number() != before.number()));
    }
}
