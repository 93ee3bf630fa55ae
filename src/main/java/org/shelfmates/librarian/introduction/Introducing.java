package org.shelfmates.librarian.introduction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.shelfmates.librarian.People;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for introductions. Whoever asks has asked, and learns no more: whether the two are told depends on what they said
 * before and on whom they block, which is nobody else's business.
 */
@Service
class Introducing {

    private final People people;
    private final JdbcClient jdbc;
    private final Agreeing agreeing;
    private final Objections objections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Introducing(
            People people,
            JdbcClient jdbc,
            Agreeing agreeing,
            Objections objections,
            ApplicationEventPublisher events,
            Clock clock) {
        this.people = people;
        this.jdbc = jdbc;
        this.agreeing = agreeing;
        this.objections = objections;
        this.events = events;
        this.clock = clock;
    }

    /** What came of asking. */
    enum Asked {
        DONE,
        UNKNOWN,
        SAME,
        /** One's own: they follow each other. */
        KNOWN,
        /** Five this week. */
        TOO_MANY
    }

    /**
     * Asks for an introduction to somebody.
     *
     * @throws NotFoundException when there is nobody of this handle whom they may see
     * @throws BadRequestException for oneself
     */
    @Transactional
    public Asked toMe(String handle, String words, long asker) {
        long other =
                people.find(handle, asker).orElseThrow(NotFoundException::new).id();
        BadRequestException.unless(other != asker, "nobody is introduced to themselves");
        return ask(Pair.of(other, asker), words, asker);
    }

    /**
     * Introduces somebody to another.
     *
     * @throws NotFoundException when there is nobody of the first handle whom the asker may see
     * @throws BadRequestException for oneself, who asks otherwise
     */
    @Transactional
    public Asked each(String handle, String to, String words, long asker) {
        long one =
                people.find(handle, asker).orElseThrow(NotFoundException::new).id();
        BadRequestException.unless(one != asker, "who means themselves asks otherwise");
        Optional<Long> other = people.find(to, asker).map(Person::id);
        if (other.isEmpty()) {
            return Asked.UNKNOWN;
        }
        return other.get() == one || other.get() == asker ? Asked.SAME : ask(Pair.of(one, other.get()), words, asker);
    }

    private Asked ask(Pair pair, String words, long asker) {
        Instant now = clock.instant();
        // of the asker too: two of one's own at once would both be the fifth
        people.lock(pair.one(), pair.other(), asker);
        close(pair, now);
        if (pair.has(asker)) {
            if (objections.knowEachOther(pair)) {
                return Asked.KNOWN;
            }
            Optional<Long> waiting = agreeing.waiting(pair, asker);
            if (waiting.isPresent()) { // the other had the same wish, or a third for both
                agreeing.answer(waiting.get(), asker, Answer.YES);
                return Asked.DONE;
            }
        }
        if (objections.askedAlready(pair, asker)) {
            return Asked.DONE;
        }
        if (objections.askedThisWeek(asker, now) >= Limits.A_WEEK) {
            return Asked.TOO_MANY;
        }
        write(pair, words, asker, now);
        return Asked.DONE;
    }

    private void write(Pair pair, String words, long asker, Instant now) {
        Optional<Long> live =
                objections.mayBeTold(pair, asker, now) ? insert(pair, words, asker, now, true) : Optional.empty();
        if (live.isPresent()) {
            events.publishEvent(new IntroductionAsked(live.get()));
        } else {
            insert(pair, words, asker, now, false);
        }
    }

    /** @return nothing when somebody has introduced the two already */
    private Optional<Long> insert(Pair pair, String words, long asker, Instant now, boolean live) {
        return bind(jdbc.sql("""
                        insert into introduction (one_id, other_id, asked_by, words, live, asked_at, one_answer, other_answer)
                        values (:one, :other, :asker, :words, :live, :now,
                            case when :one = :asker then 'YES' end, case when :other = :asker then 'YES' end)
                        on conflict do nothing returning id"""), pair, asker)
                .param("words", words)
                .param("live", live)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional();
    }

    /** What is too old makes room. */
    private void close(Pair pair, Instant now) {
        jdbc.sql(
                        "update introduction set closed = true where one_id = ? and other_id = ? and not closed and asked_at <= ?")
                .params(pair.one(), pair.other(), Timestamp.from(now.minus(Limits.OPEN)))
                .update();
    }

    private static StatementSpec bind(StatementSpec statement, Pair pair, long asker) {
        return statement.param("one", pair.one()).param("other", pair.other()).param("asker", asker);
    }
}
