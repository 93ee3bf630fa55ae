package org.shelfmates.tweetup;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has answered of a group's tweetups that are ahead: going, waiting or maybe. */
@Service
@Transactional(readOnly = true)
public class GroupAnswers {

    private static final int MOST = 200;

    private static final String AHEAD = """
            t.group_id = :group and t.state <> 'CANCELLED' and (t.ends_at is null or t.ends_at > :now)
                and exists (select from rsvp where tweetup_id = t.id and librarian_id = :librarian and answer <> 'NOT_GOING')""";

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Soonest first. */
    public List<TweetupCard> cards(long group, long librarian) {
        Instant now = clock.instant();
        return ahead(
                        "select " + TweetupCard.COLUMNS + TweetupCard.FROM,
                        " order by t.starts_at nulls last, t.id",
                        group)
                .param("librarian", librarian)
                .query((row, n) -> TweetupCard.read(row, now, false))
                .list();
    }

    /** The same of those that take answers back, by their ids in order, as whatever locks several does. */
    public List<Long> toRelease(long group, long librarian) {
        return ahead("select t.id from tweetup t", " and t.state = 'SCHEDULED' order by t.id", group)
                .param("librarian", librarian)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec ahead(String select, String end, long group) {
        return jdbc.sql(select + " where " + AHEAD + end + " limit " + MOST)
                .param("group", group)
                .param("now", Timestamp.from(clock.instant()));
    }
}
