package org.shelfmates.tweetup.series;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes further dates of a series, like its last one that is not cancelled. */
@Service
class Continuing {

    private final SeriesPages pages;
    private final Repeats repeats;
    private final Days days;
    private final JdbcClient jdbc;
    private final Clock clock;

    Continuing(SeriesPages pages, Repeats repeats, Days days, JdbcClient jdbc, Clock clock) {
        this.pages = pages;
        this.repeats = repeats;
        this.days = days;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param errors what is wrong with the form already, and what else is
     * @throws AccessDeniedException for anybody but its planners
     */
    @Transactional
    Outcome goOn(long id, long planner, UntilForm form, Errors errors) {
        SeriesPage series = pages.locked(id, planner);
        LocalDate until = days.read("until", form.until(), errors);
        if (until == null) {
            return Outcome.REFUSED;
        }
        if (!Outcome.current(form.version(), series)) {
            // the same form sent twice is no conflict
            return until.equals(series.until()) ? Outcome.DONE : Outcome.STALE;
        }
        if (!until.isAfter(series.until())) {
            errors.rejectValue("until", "series.until.earlier");
        } else if (until.isAfter(days.farthest(series.zone()))) {
            errors.rejectValue("until", "series.until.far");
        }
        List<Occurrence> dates = errors.hasErrors() ? List.of() : dates(series, until);
        if (!errors.hasErrors() && dates.isEmpty()) {
            errors.rejectValue("until", "series.until.none");
        }
        if (errors.hasErrors()) {
            return Outcome.REFUSED;
        }
        dates.forEach(
                date -> repeats.again(series.like(), planner, series.id(), date.date(), date.start(), date.end()));
        jdbc.sql("update series set until = ?, version = version + 1 where id = ?")
                .params(until, id)
                .update();
        return Outcome.DONE;
    }

    /** Those ahead and after the one that it goes on like. One that was cancelled has its date for good: it can be reopened. */
    private List<Occurrence> dates(SeriesPage series, LocalDate until) {
        Set<LocalDate> taken = new HashSet<>(jdbc.sql("select series_date from tweetup where series_id = ?")
                .param(series.id())
                .query(LocalDate.class)
                .list());
        return Recurrence.parse(series.rule()).dates(series.first(), until).stream()
                .filter(date -> date.isAfter(series.likeDate()) && !taken.contains(date))
                .map(series::on)
                .filter(date -> date.start().isAfter(clock.instant()))
                .toList();
    }
}
