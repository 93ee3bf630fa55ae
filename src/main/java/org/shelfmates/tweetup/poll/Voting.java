package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.shelfmates.tweetup.GuestClaimed;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers polls, for librarians and for guests whose address is confirmed. */
@Service
class Voting {

    private final Plans plans;
    private final JdbcClient jdbc;
    private final Clock clock;

    Voting(Plans plans, JdbcClient jdbc, Clock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Answers, or changes answers. What is not named stays as it was.
     *
     * @param voices by the options' ids
     * @throws PollClosedException when it takes no answers any more
     * @throws BadRequestException for an option of another poll
     */
    @Transactional
    public void vote(long tweetupId, long poll, long librarian, Map<Long, Voice> voices) {
        vote(tweetupId, poll, "librarian_id", librarian, voices);
    }

    /** The same for a guest. */
    @Transactional
    public void voteAsGuest(long tweetupId, long poll, long guest, Map<Long, Voice> voices) {
        vote(tweetupId, poll, "guest_id", guest, voices);
    }

    private void vote(long tweetupId, long poll, String column, long voter, Map<Long, Voice> voices) {
        requireOpen(tweetupId, poll);
        int written = jdbc.sql("""
                        insert into vote (option_id, %1$s, answer, voted_at)
                        select o.id, :voter, said.answer, :now
                        from unnest(:options::bigint[], :answers::text[]) said (option, answer)
                            join poll_option o on o.id = said.option and o.poll_id = :poll
                        order by o.id
                        on conflict (option_id, %1$s) do update
                            set answer = excluded.answer, voted_at = excluded.voted_at""".formatted(column))
                .param("voter", voter)
                .param("now", Timestamp.from(clock.instant()))
                .param("options", Voice.options(voices))
                .param("answers", Voice.answers(voices))
                .param("poll", poll)
                .update();
        BadRequestException.unless(written == voices.size(), "an option of another poll");
    }

    /**
     * Holds the poll open until the transaction ends: whoever closes it waits.
     *
     * @throws PollClosedException when it takes no answers any more
     */
    @Transactional
    public void requireOpen(long tweetupId, long poll) {
        Plans.Plan plan = plans.plan(tweetupId, null);
        record Row(Kind kind, boolean open) {}
        Row row = jdbc.sql("""
                        select kind, closed_at is null and (closes_at is null or closes_at > :now) as open
                        from poll where id = :poll and tweetup_id = :tweetup for share""")
                .param("now", Timestamp.from(clock.instant()))
                .param("poll", poll)
                .param("tweetup", tweetupId)
                .query((found, n) -> new Row(Kind.valueOf(found.getString("kind")), found.getBoolean("open")))
                .optional()
                .orElseThrow(NotFoundException::new);
        if (!row.open() || !Polling.asks(row.kind(), plan.state())) {
            throw new PollClosedException();
        }
    }

    /**
     * What a guest said becomes what their account says; where that has answered itself, its own answer stands. By one
     * statement: of two, the second would delete what is said between them and was not copied.
     */
    @EventListener
    void on(GuestClaimed claimed) {
        jdbc.sql("""
                        with gone as (delete from vote where guest_id = :guest returning option_id, answer, voted_at)
                        insert into vote (option_id, librarian_id, answer, voted_at)
                        select option_id, :librarian, answer, voted_at from gone order by option_id
                        on conflict do nothing""")
                .param("librarian", claimed.librarianId())
                .param("guest", claimed.guestId())
                .update();
    }
}
