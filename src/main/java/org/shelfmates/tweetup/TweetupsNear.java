package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is coming near a place, or where nothing is, what is nearest: by one statement, since a place's page has many parts. */
@Service
@Transactional(readOnly = true)
public class TweetupsNear {

    private static final String KILOMETRES =
            ", kilometres_of(p.position <-> earth_position(:latitude, :longitude)) as kilometres";

    /** Walks outwards from the place to the first where something is planned. */
    private static final String FROM_NEAREST =
            TweetupCard.FROM.replace("join place p on p.id = t.place_id", """
            join (select * from place where exists (
                    select from tweetup t where t.place_id = place.id and %s)
                  order by position <-> earth_position(:latitude, :longitude) limit 1) p
            on p.id = t.place_id""".formatted(TweetupFilter.COMING));

    private final JdbcClient jdbc;
    private final Clock clock;

    TweetupsNear(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param coming within the circle, soonest first
     * @param nearest where there are none, the one ahead that is nearest however far; else null
     */
    public record Near(List<TweetupCard> coming, @Nullable TweetupCard nearest) {}

    public Near around(Place place, int kilometres, int count) {
        record Row(boolean far, TweetupCard card) {}
        TweetupFilter filter = TweetupFilter.only(TweetupCards.Show.COMING, place, kilometres);
        Instant now = clock.instant();
        List<Row> rows = filter.bind(jdbc.sql(sql(filter)))
                .param("now", Timestamp.from(now))
                .param("limit", count)
                .query((row, n) -> new Row(row.getBoolean("far"), card(row, now)))
                .list();
        return new Near(
                rows.stream().filter(row -> !row.far()).map(Row::card).toList(),
                rows.stream().filter(Row::far).map(Row::card).findFirst().orElse(null));
    }

    private static String sql(TweetupFilter filter) {
        return "with near as materialized (select " + TweetupCard.COLUMNS + KILOMETRES + TweetupCard.FROM + "where "
                + filter.conditions() + " order by t.starts_at, t.id limit :limit)"
                + " select false as far, * from near union all (select true, " + TweetupCard.COLUMNS + KILOMETRES
                + FROM_NEAREST + "where " + TweetupFilter.COMING
                + " and not exists (select from near) order by t.starts_at limit 1) order by far, starts_at, id";
    }

    /** Of a list the distances are not told. */
    private static TweetupCard card(ResultSet row, Instant now) throws SQLException {
        return TweetupCard.read(row, now, row.getBoolean("far"));
    }
}
