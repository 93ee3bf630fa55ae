package org.shelfmates.tweetup.edit;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The occasions that a plan can be hung on: those going on, and those of the next year. */
@Service
@Transactional(readOnly = true)
class OccasionChoices {

    private static final int MOST = 50;

    private static final String FROM = " from occasion o join place p on p.id = o.place_id where ";
    private static final String OPEN = "o.last_day >= (:now::timestamptz at time zone p.zone)::date";

    private final JdbcClient jdbc;
    private final Clock clock;

    OccasionChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Choice(String slug, String name, LocalDate firstDay, String placeName) {}

    /**
     * Soonest first.
     *
     * @param chosen the slug of one that is among them even where it is over, too far ahead or one too many
     */
    List<Choice> coming(@Nullable String chosen) {
        return jdbc.sql("select * from (select o.slug, o.name, o.first_day, p.name as place_name" + FROM + OPEN + """
                         and o.first_day <= (:now::timestamptz at time zone p.zone)::date + 366 or o.slug = :chosen
                        order by o.slug = :chosen desc, o.first_day, o.id limit :most) as choice
                        order by first_day, slug""")
                .param("now", Timestamp.from(clock.instant()))
                .param("chosen", chosen == null ? "" : chosen)
                .param("most", MOST)
                .query((row, n) -> new Choice(
                        row.getString("slug"),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("place_name")))
                .list();
    }

    /**
     * @param tweetup that hangs on one already, which may be over by now, or null
     * @return the id, or null when there is no such occasion or it is over
     */
    @Nullable
    Long id(String slug, @Nullable Long tweetup) {
        return jdbc.sql("select o.id" + FROM + "o.slug = :slug and (" + OPEN
                        + " or exists (select from tweetup where id = :tweetup and occasion_id = o.id))")
                .param("now", Timestamp.from(clock.instant()))
                .param("tweetup", tweetup, Types.BIGINT)
                .param("slug", slug)
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
