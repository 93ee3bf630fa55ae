package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.shelfmates.tweetup.WrongStateException;
import org.shelfmates.tweetup.planning.Settling;
import org.shelfmates.venue.appeal.NotTakenException;
import org.shelfmates.venue.appeal.SuggestionTaken;
import org.shelfmates.web.BadRequestException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What planners take of the suggestions on an appeal becomes the venue, or an option of the poll for one. */
@Component
class TakenSuggestions {

    private final VenueOffers offers;
    private final Polling polling;
    private final Settling settling;
    private final JdbcClient jdbc;
    private final Clock clock;

    TakenSuggestions(VenueOffers offers, Polling polling, Settling settling, JdbcClient jdbc, Clock clock) {
        this.clock = clock;
        this.offers = offers;
        this.polling = polling;
        this.settling = settling;
        this.jdbc = jdbc;
    }

    /** In the transaction that takes it: what cannot be used in the plan is not taken. */
    @EventListener
    void on(SuggestionTaken taken) {
        try {
            use(taken);
        } catch (WrongStateException e) {
            throw new NotTakenException(NotTakenException.Why.OVER);
        } catch (PollOpenException | PollClosedException e) {
            throw new NotTakenException(NotTakenException.Why.POLL_CHANGED);
        } catch (BadRequestException e) { // a venue that is known is refused for the number of options alone
            throw new NotTakenException(NotTakenException.Why.POLL_FULL);
        }
    }

    private void use(SuggestionTaken taken) {
        Long tweetup = taken.tweetupId();
        if (tweetup == null || taken.use() == SuggestionTaken.Use.NOTHING) {
            return;
        }
        Draft venue =
                offers.drafts(tweetup, List.of(Long.toString(taken.venueId()))).get(0);
        if (taken.use() == SuggestionTaken.Use.VENUE) {
            settling.choose(
                    tweetup,
                    taken.by(),
                    new Settling.Choice(null, null, venue.venue(), null, venue.venueId(), reason(taken)));
        } else {
            ask(tweetup, taken.by(), venue);
        }
    }

    /** A word why, in which it was marked: who was invited to another venue reads it. */
    private String reason(SuggestionTaken taken) {
        return jdbc.sql("select reason from appeal_suggestion where id = ?")
                .param(taken.suggestionId())
                .query(String.class)
                .single();
    }

    /** Where no poll is open it opens one: a single venue is a question, too. */
    private void ask(long tweetup, long planner, Draft venue) {
        Optional<Long> poll = jdbc.sql("""
                        select id from poll where tweetup_id = ? and kind = 'VENUE' and closed_at is null
                            and (closes_at is null or closes_at > ?)""")
                .params(tweetup, Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
        if (poll.isPresent()) {
            polling.add(tweetup, planner, poll.get(), List.of(venue));
        } else {
            polling.open(tweetup, planner, Kind.VENUE, List.of(venue), null);
        }
    }
}
