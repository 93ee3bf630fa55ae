package org.shelfmates.tweetup.series;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.BadRequestException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes a series out of a tweetup, which is its first date. */
@Service
class Repeating {

    private final Repeats repeats;
    private final Days days;
    private final JdbcClient jdbc;
    private final Clock clock;

    Repeating(Repeats repeats, Days days, JdbcClient jdbc, Clock clock) {
        this.repeats = repeats;
        this.days = days;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the form begins with. */
    record Beginning(Repeats.Seed seed, List<Recurrence> rules, LocalDate suggested, LocalDate farthest) {

        public SeriesForm form() {
            return new SeriesForm("", suggested.toString());
        }
    }

    /** @throws InSeriesException when it belongs to one already */
    @Transactional(readOnly = true)
    Beginning beginning(long id, long planner) {
        Repeats.Seed seed = single(repeats.seed(id, planner));
        return new Beginning(
                seed, Recurrence.from(date(seed)), days.suggested(date(seed), seed.zone()), days.farthest(seed.zone()));
    }

    private static Repeats.Seed single(Repeats.Seed seed) {
        Long series = seed.plan().series();
        if (series != null) {
            throw new InSeriesException(series);
        }
        return seed;
    }

    private static LocalDate date(Repeats.Seed seed) {
        return seed.start().atZone(seed.zone()).toLocalDate();
    }

    private static LocalTime time(Repeats.Seed seed) {
        return seed.start().atZone(seed.zone()).toLocalTime();
    }

    private static Duration lasts(Repeats.Seed seed) {
        return Duration.between(seed.start(), seed.end());
    }

    /**
     * The dates that a form would make, that of the tweetup itself among them.
     *
     * @param errors what is wrong with the form already, and what else is
     * @throws BadRequestException when no form of ours offers the rule
     */
    @Transactional(readOnly = true)
    List<Occurrence> dates(long id, long planner, SeriesForm form, Errors errors) {
        return dates(single(repeats.seed(id, planner)), form, errors);
    }

    private List<Occurrence> dates(Repeats.Seed seed, SeriesForm form, Errors errors) {
        Recurrence rule = rule(seed, form);
        LocalDate first = date(seed);
        LocalDate until = days.until(form.until(), first, seed.zone(), errors);
        if (rule == null || until == null || errors.hasErrors()) {
            return List.of();
        }
        List<LocalDate> dates = rule.dates(first, until);
        if (dates.size() == 1) {
            errors.rejectValue("until", "series.until.none");
        }
        return dates.stream()
                .map(date -> Occurrence.of(date, time(seed), lasts(seed), seed.zone()))
                .toList();
    }

    private static @Nullable Recurrence rule(Repeats.Seed seed, SeriesForm form) {
        if (form.rule().isEmpty()) {
            return null;
        }
        return Recurrence.from(date(seed)).stream()
                .filter(rule -> rule.rule().equals(form.rule()))
                .findFirst()
                .orElseThrow(() -> new BadRequestException("a rule that no form of ours offers"));
    }

    /**
     * @return the series, or null when something is wrong with the form, which {@code errors} then say
     * @throws InSeriesException when it belongs to one already: of two who ask at once one makes it
     */
    @Transactional
    @Nullable
    Long make(long id, long planner, SeriesForm form, Errors errors) {
        Repeats.Seed seed = single(repeats.seedLocked(id, planner));
        List<Occurrence> dates = dates(seed, form, errors);
        if (errors.hasErrors()) {
            return null;
        }
        long series = insert(seed, form, planner);
        jdbc.sql("update tweetup set series_id = ?, series_date = ? where id = ?")
                .params(series, date(seed), id)
                .update();
        dates.stream()
                .skip(1)
                .forEach(date -> repeats.again(id, planner, series, date.date(), date.start(), date.end()));
        return series;
    }

    private long insert(Repeats.Seed seed, SeriesForm form, long planner) {
        return jdbc.sql("""
                        insert into series (rule, first_date, until, start_time, lasts, zone, created_by, created_at)
                        values (:rule, :first, :until, :time, :lasts, :zone, :planner, :now) returning id""")
                .param("rule", form.rule())
                .param("first", date(seed))
                .param("until", LocalDate.parse(form.until()))
                .param("time", time(seed))
                .param("lasts", lasts(seed).toSeconds())
                .param("zone", seed.zone().getId())
                .param("planner", planner)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
