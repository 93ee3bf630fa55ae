package org.shelfmates.tweetup.planning;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the planners of a tweetup have settled, line by line: everybody reads it. */
@Service
class Decisions {

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /** How a line reads. All but WORDS are said in the reader's language. */
    enum Kind {
        /** As somebody wrote them. */
        WORDS,
        /** A date was settled. */
        DATE,
        /** A venue was settled: the words. */
        VENUE,
        /** The date fell through: the words say why. */
        AGAIN
    }

    /**
     * @param kind {@link Kind}
     * @param settledAt the date that was settled, or null
     */
    record Line(
            Person by,
            Instant at,
            Kind kind,
            String words,
            @Nullable Instant settledAt) {}

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<Line> lines, @Nullable PageKey next) {}

    /** A planner writes down what was decided. */
    @Transactional
    public void write(long tweetupId, long planner, String words) {
        plans.forChange(tweetupId, planner);
        record(tweetupId, planner, words);
    }

    /**
     * Adds a line, in the transaction of what it tells of.
     *
     * @param words finished, from 1 to 500 characters
     */
    @Transactional
    public void record(long tweetupId, long librarianId, String words) {
        record(tweetupId, librarianId, Kind.WORDS, words, null);
    }

    /**
     * Adds a line that is said in the reader's language.
     *
     * @param words what fills it; from 1 to 500 characters
     */
    @Transactional
    public void record(long tweetupId, long librarianId, Kind kind, String words, @Nullable Instant settledAt) {
        jdbc.sql("insert into decision (tweetup_id, librarian_id, kind, words, settled_at, decided_at)"
                        + " values (:tweetup, :librarian, :kind, :words, :settled, :now)")
                .param("tweetup", tweetupId)
                .param("librarian", librarianId)
                .param("kind", kind.name())
                .param("words", words)
                .param("settled", settledAt == null ? null : Timestamp.from(settledAt), Types.TIMESTAMP)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public Listing list(long tweetupId, @Nullable Long viewer, @Nullable PageKey after, int size) {
        record Keyed(Line line, long id) {}
        List<Keyed> found = jdbc.sql("""
                        select d.id, d.kind, d.words, d.settled_at, d.decided_at,
                            l.id as person_id, a.handle, l.name as person_name
                        from decision d join librarian l on l.id = d.librarian_id join account a on a.id = l.id
                        where d.tweetup_id = :tweetup and d.id > :after and\s""" + Sight.unblocked("l") + """
                         order by d.id limit :limit""")
                .param("tweetup", tweetupId)
                .param("viewer", viewer, Types.BIGINT)
                .param("after", after == null ? 0 : after.number(0))
                .param("limit", size + 1)
                .query((row, n) -> {
                    Timestamp settled = row.getTimestamp("settled_at");
                    var line = new Line(
                            Person.of(row),
                            row.getTimestamp("decided_at").toInstant(),
                            Kind.valueOf(row.getString("kind")),
                            row.getString("words"),
                            settled == null ? null : settled.toInstant());
                    return new Keyed(line, row.getLong("id"));
                })
                .list();
        boolean more = found.size() > size;
        List<Keyed> shown = more ? found.subList(0, size) : found;
        return new Listing(
                shown.stream().map(Keyed::line).toList(),
                more ? PageKey.of(shown.get(size - 1).id()) : null);
    }
}
