package org.shelfmates.venue.appeal;

import java.sql.Timestamp;
import java.time.Clock;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what became of suggestions, and removes what nobody should read. */
@Service
class SuggestionMarking {

    private final Appeals appeals;
    private final Opening opening;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SuggestionMarking(
            Appeals appeals, Opening opening, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.appeals = appeals;
        this.opening = opening;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is said of a suggestion.
     *
     * @param was what its page showed
     * @param reason a word why, may be empty
     * @param close whether the appeal closes with it, with thanks; only when it is taken
     * @param use what becomes of it in the plan; only when it is taken
     */
    record Mark(Suggestion.State was, Suggestion.State state, String reason, boolean close, SuggestionTaken.Use use) {}

    private record Before(Suggestion.State state, long venueId) {}

    /**
     * @throws AccessDeniedException for who does not run the appeal
     * @throws NotFoundException when no such suggestion stands there
     * @throws NotAsItWasException when the appeal is not open, or somebody has marked it meanwhile: nothing is changed
     * @throws NotTakenException when it cannot be used in the plan as it was to be: likewise
     */
    @Transactional
    void mark(long appealId, long id, long librarian, Mark mark) {
        Appeal appeal = appeals.run(appealId, librarian);
        Opening.requireOpen(appeal);
        BadRequestException.unless(
                mark.use() == SuggestionTaken.Use.NOTHING || appeal.owner().tweetup(), "no tweetup to go there");
        Before before = jdbc.sql("""
                        select s.state, (select coalesce(merged_into, id) from venue where id = s.venue_id) as venue_id
                        from appeal_suggestion s where s.id = ? and s.appeal_id = ? and\s""" + AppealSuggestions.STANDS)
                .params(id, appealId)
                .query(Before.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        if (before.state() != mark.was()) {
            throw new NotAsItWasException();
        }
        jdbc.sql("update appeal_suggestion set state = ?, reason = ?, marked_by = ?, marked_at = ? where id = ?")
                .params(mark.state().name(), mark.reason(), librarian, Timestamp.from(clock.instant()), id)
                .update();
        if (mark.state() == Suggestion.State.TAKEN) {
            events.publishEvent(new SuggestionTaken(id, librarian, appeal.tweetupId(), before.venueId(), mark.use()));
            if (mark.close()) {
                opening.close(appealId, librarian, mark.reason(), true);
            }
        }
    }

    /**
     * Nobody reads a suggestion any more, also on an appeal that is closed; its venue stays in the directory, and the tweetup
     * where it is. Does nothing to one that is removed or taken back already.
     *
     * @throws AccessDeniedException for who does not run the appeal
     * @throws NotFoundException when no such suggestion ever stood there
     */
    @Transactional
    void remove(long appealId, long id, long librarian) {
        appeals.run(appealId, librarian);
        jdbc.sql("select id from appeal_suggestion where id = ? and appeal_id = ? and stands_at is not null")
                .params(id, appealId)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update appeal_suggestion set withdrawn_at = ?, removed = true, marked_by = ?, marked_at = ?"
                        + " where id = ? and withdrawn_at is null")
                .params(now, librarian, now, id)
                .update();
    }
}
