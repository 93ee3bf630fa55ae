package org.shelfmates.librarian.exchange;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The private conversations of two librarians: one to a pair, for ever. */
@Service
public class Exchanges {

    private final JdbcClient jdbc;
    private final Clock clock;

    Exchanges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param one the one of the smaller id */
    public record Pair(long one, long other) {

        public boolean has(long librarian) {
            return librarian == one || librarian == other;
        }
    }

    /** The address of its page. */
    public static String pathOf(long id) {
        return "/conversations/" + id;
    }

    /**
     * The conversation of two, which is opened where they have none yet. Whether they may see each other is for the caller to
     * ask ({@link org.shelfmates.librarian.Sight}); where one has blocked the other, nothing new can be said in it.
     *
     * @param one in either order; not the same as {@code other}
     * @return its id, see {@link #pathOf}
     */
    @Transactional
    public long open(long one, long other) {
        if (one == other) {
            throw new IllegalArgumentException("nobody writes to themselves");
        }
        jdbc.sql("insert into exchange (one_id, other_id, opened_at) values (?, ?, ?) on conflict do nothing")
                .params(Math.min(one, other), Math.max(one, other), Timestamp.from(clock.instant()))
                .update();
        // a statement of its own sees what another committed for whom the insert waited
        return jdbc.sql("select id from exchange where one_id = ? and other_id = ?")
                .params(Math.min(one, other), Math.max(one, other))
                .query(Long.class)
                .single();
    }

    /** Whose it is. */
    @Transactional(readOnly = true)
    public Optional<Pair> pair(long id) {
        return jdbc.sql("select one_id as one, other_id as other from exchange where id = ?")
                .param(id)
                .query(Pair.class)
                .optional();
    }

    /** Whether neither of the two has blocked the other. */
    @Transactional(readOnly = true)
    public boolean mayWrite(long id) {
        return jdbc.sql("""
                        select exists (select from exchange e where e.id = ? and not exists (select from block b
                            where b.blocker_id = e.one_id and b.blocked_id = e.other_id
                                or b.blocker_id = e.other_id and b.blocked_id = e.one_id))""").param(id).query(Boolean.class).single();
    }
}
