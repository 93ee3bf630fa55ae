package org.shelfmates.tweetup.listing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.tweetup.TweetupCards;
import org.shelfmates.tweetup.TweetupFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tweetups with a date, month by month: those to come and those that have happened. */
@Service
@Transactional(readOnly = true)
class TweetupCalendar {

    private static final int MOST = 500;

    // the bounds of starts_at are rough, and answered from the index: no tweetup lasts longer than a fortnight
    private static final String MONTH = """
            select t.id, t.slug, t.title, t.starts_at, t.ends_at, t.zone, p.name as place_name
            from tweetup t join place p on p.id = t.place_id
            where t.state = 'SCHEDULED'
                and t.starts_at > :first::date - interval '17 days' and t.starts_at < :last::date + interval '3 days'
                and (t.starts_at at time zone t.zone)::date <= :last
                and ((t.starts_at at time zone t.zone)::date >= :first
                    or t.ends_at - t.starts_at >= interval '24 hours' and (t.ends_at at time zone t.zone)::date >= :first)
            """;

    private final JdbcClient jdbc;

    TweetupCalendar(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param near only those within {@code kilometres} of it, or null for all */
    CalendarMonth month(YearMonth month, LocalDate today, @Nullable Place near, int kilometres) {
        var filter = TweetupFilter.only(TweetupCards.Show.COMING, near, kilometres);
        List<CalendarMonth.Entry> found = filter.bind(
                        jdbc.sql(MONTH + filter.nearby() + " order by t.starts_at, t.id limit :limit"))
                .param("first", month.atDay(1))
                .param("last", month.atEndOfMonth())
                .param("limit", MOST + 1)
                .query((row, n) -> new CalendarMonth.Entry(
                        "/tweetups/" + row.getLong("id") + "/" + row.getString("slug"),
                        row.getString("title"),
                        row.getString("place_name"),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant(),
                        ZoneId.of(row.getString("zone"))))
                .list();
        boolean cut = found.size() > MOST;
        return CalendarMonth.of(month, today, cut ? found.subList(0, MOST) : found, cut);
    }
}
