package org.shelfmates.librarian.introduction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.exchange.Exchanges;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those say who are asked. Under the lock of both, so that of two who say yes at once the second sees the first. */
@Service
class Agreeing {

    private final People people;
    private final JdbcClient jdbc;
    private final Exchanges exchanges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Agreeing(People people, JdbcClient jdbc, Exchanges exchanges, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.exchanges = exchanges;
        this.events = events;
        this.clock = clock;
    }

    private record Row(
            long oneId,
            long otherId,
            @Nullable Answer oneAnswer,
            @Nullable Answer otherAnswer,
            boolean closed) {

        @Nullable
        Answer of(long librarian) {
            return librarian == oneId ? oneAnswer : otherAnswer;
        }

        boolean agreed(long by, Answer answer) {
            return answer == Answer.YES && (by == oneId ? otherAnswer : oneAnswer) == Answer.YES;
        }
    }

    /** What was asked of somebody about a pair and waits for their yes, even after their own "not now". */
    @Transactional(readOnly = true)
    public Optional<Long> waiting(Pair pair, long librarian) {
        return jdbc.sql("""
                        select id from introduction i where one_id = :one and other_id = :other and live and not closed
                            and case when one_id = :viewer then one_answer else other_answer end is distinct from 'YES'
                            and """ + " " + Shown.PEACEFUL)
                .param("one", pair.one())
                .param("other", pair.other())
                .param("viewer", librarian)
                .query(Long.class)
                .optional();
    }

    /**
     * Whoever said yes already stays with it, and "not now" may still become a yes. What is over by now changes nothing.
     *
     * @throws NotFoundException when the librarian is not asked, or not any more
     */
    @Transactional
    public void answer(long id, long librarian, Answer answer) {
        Instant now = clock.instant();
        Row before = read(id, librarian, now);
        people.lock(before.oneId(), before.otherId());
        Row row = read(id, librarian, now);
        if (row.closed() || row.of(librarian) == Answer.YES) {
            return;
        }
        boolean agreed = row.agreed(librarian, answer);
        jdbc.sql("""
                        update introduction set one_answer = case when one_id = :by then :answer else one_answer end,
                            other_answer = case when other_id = :by then :answer else other_answer end,
                            declined_at = case when :answer = 'NOT_NOW' then coalesce(declined_at, :now)
                                when case when one_id = :by then other_answer else one_answer end = 'NOT_NOW'
                                then declined_at end,
                            agreed_at = case when :agreed then :now::timestamptz end, closed = :agreed
                        where id = :id""")
                .param("by", librarian)
                .param("answer", answer.name())
                .param("now", Timestamp.from(now))
                .param("agreed", agreed)
                .param("id", id)
                .update();
        if (agreed) {
            bringTogether(id, row, librarian, now);
        }
    }

    private Row read(long id, long librarian, Instant now) {
        return jdbc.sql("select * from introduction i where id = :id and live and :viewer in (one_id, other_id)"
                        + " and asked_at > :since and " + Shown.PEACEFUL)
                .param("id", id)
                .param("viewer", librarian)
                .param("since", Timestamp.from(now.minus(Limits.OPEN)))
                .query(Row.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private void bringTogether(long id, Row row, long by, Instant now) {
        jdbc.sql("""
                        insert into follow (follower_id, followed_id, since)
                        values (:one, :other, :now), (:other, :one, :now) on conflict do nothing""")
                .param("one", row.oneId())
                .param("other", row.otherId())
                .param("now", Timestamp.from(now))
                .update();
        events.publishEvent(new IntroductionAgreed(id, by, exchanges.open(row.oneId(), row.otherId())));
    }
}
