package org.shelfmates.tweetup.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads series. */
@Service
class SeriesPages {

    private final JdbcClient jdbc;
    private final Clock clock;

    SeriesPages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of tweetups: those that are neither over nor cancelled. */
    static final String OPEN = " state <> 'CANCELLED' and (ends_at is null or ends_at > :now) ";

    /**
     * @param viewer who may plan it, or null
     * @param from a tweetup of it after which those of others are counted, or null
     * @throws NotFoundException when there is none of this id
     */
    @Transactional(readOnly = true)
    SeriesPage byId(long id, @Nullable Long viewer, @Nullable Long from) {
        return jdbc.sql("""
                        select s.*, by.id as like_id, by.slug, by.title, by.series_date,
                            p.name as place_name, p.slug as place_slug, p.country, g.name as group_name, g.slug as group_slug,
                            exists (select from planner where tweetup_id = by.id and librarian_id = :viewer) as mine,
                            (select count(*) from tweetup t where t.series_id = s.id
                                and t.series_date > (select series_date from tweetup where id = :from and series_id = s.id)
                                and""" + OPEN + """
                                and not exists (
                                    select from planner where tweetup_id = t.id and librarian_id = :viewer)) as others
                        from series s
                        cross join lateral (select * from tweetup where series_id = s.id
                            order by state = 'CANCELLED', series_date desc limit 1) by
                        join place p on p.id = by.place_id left join city_group g on g.id = by.group_id
                        where s.id = :id""")
                .param("id", id)
                .param("viewer", viewer, Types.BIGINT)
                .param("from", from, Types.BIGINT)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private static SeriesPage read(ResultSet row) throws SQLException {
        return new SeriesPage(
                row.getLong("id"),
                row.getString("slug"),
                row.getString("title"),
                row.getString("rule"),
                row.getObject("first_date", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getObject("start_time", LocalTime.class),
                Duration.ofSeconds(row.getLong("lasts")),
                ZoneId.of(row.getString("zone")),
                row.getString("place_name"),
                Place.pathOf(row.getString("country"), row.getString("place_slug")),
                row.getString("group_name"),
                row.getString("group_slug"),
                row.getLong("like_id"),
                row.getObject("series_date", LocalDate.class),
                row.getBoolean("mine"),
                row.getInt("others"),
                row.getInt("version"));
    }

    /**
     * For its planners: those who plan the tweetup that it goes by.
     *
     * @throws AccessDeniedException for anybody else
     */
    @Transactional(readOnly = true)
    SeriesPage forPlanner(long id, long planner) {
        SeriesPage page = byId(id, planner, null);
        if (!page.mine()) {
            throw new AccessDeniedException("not a planner of series " + id);
        }
        return page;
    }

    /** As {@link #forPlanner}, for a change: the series is locked until the caller's transaction ends. */
    @Transactional
    SeriesPage locked(long id, long planner) {
        jdbc.sql("select id from series where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        return forPlanner(id, planner);
    }
}
