package org.shelfmates.tweetup.series;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.edit.Cancelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Ends a series early: what is after its last day is cancelled, and nothing is deleted. */
@Service
class Ending {

    private final SeriesPages pages;
    private final Cancelling cancelling;
    private final Days days;
    private final JdbcClient jdbc;
    private final Clock clock;

    Ending(SeriesPages pages, Cancelling cancelling, Days days, JdbcClient jdbc, Clock clock) {
        this.pages = pages;
        this.cancelling = cancelling;
        this.days = days;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param errors what is wrong with the form already, and what else is
     * @throws AccessDeniedException for anybody but its planners
     */
    @Transactional
    Outcome end(long id, long planner, EndForm form, Errors errors) {
        SeriesPage series = pages.locked(id, planner);
        LocalDate until = days.read("until", form.until(), errors);
        if (until == null || errors.hasErrors()) {
            return Outcome.REFUSED;
        }
        if (!Outcome.current(form.version(), series)) {
            // the same form sent twice is no conflict
            return until.equals(series.until()) ? Outcome.DONE : Outcome.STALE;
        }
        List<Long> after = after(series, planner, until);
        if (last(id, until) == 0) {
            errors.rejectValue("until", "series.until.before");
        } else if (after.isEmpty()) {
            errors.rejectValue("until", "series.end.none");
        }
        if (errors.hasErrors()) {
            return Outcome.REFUSED;
        }
        after.forEach(tweetup -> cancelling.cancel(tweetup, planner, Scope.ONE, form.because()));
        jdbc.sql("update series set until = greatest(first_date, least(until, ?)), version = version + 1 where id = ?")
                .params(until, id)
                .update();
        return Outcome.DONE;
    }

    /** By the days that they are on now. In the order in which all changes of several take their locks. */
    private List<Long> after(SeriesPage series, long planner, LocalDate until) {
        return jdbc.sql("select id from tweetup where series_id = :series and" + SeriesPages.OPEN + """
                        and coalesce((starts_at at time zone zone)::date, series_date) > :until
                        and exists (select from planner where tweetup_id = tweetup.id and librarian_id = :planner)
                        order by id""")
                .param("series", series.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", until)
                .param("planner", planner)
                .query(Long.class)
                .list();
    }

    /**
     * The last tweetup of a series until a day: those after it that were left out are told from there.
     *
     * @return 0 where there is none
     */
    @Transactional(readOnly = true)
    long last(long id, LocalDate until) {
        return jdbc.sql(
                        "select id from tweetup where series_id = ? and series_date <= ? order by series_date desc limit 1")
                .params(id, until)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
