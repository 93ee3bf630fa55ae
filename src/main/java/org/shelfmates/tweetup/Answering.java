package org.shelfmates.tweetup;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.shelfmates.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * RSVPs, exact however many come at once: each holds the tweetup's row from the first look at its places to the commit.
 * Who finds no room waits, in the order of asking; a place that is given back goes to the first who waits.
 */
@Service
class Answering {

    private final Tweetups tweetups;
    private final Rsvps rsvps;
    private final Clock clock;

    Answering(Tweetups tweetups, Rsvps rsvps, Clock clock) {
        this.tweetups = tweetups;
        this.rsvps = rsvps;
        this.clock = clock;
    }

    /**
     * Answers, or changes an answer. The same answer again changes nothing but the note.
     *
     * @return the tweetup's slug
     * @throws AnswersClosedException before there is a date, when it is over or cancelled
     */
    @Transactional
    String answer(long tweetupId, long librarianId, Answer answer, String note) {
        Instant now = clock.instant();
        Tweetup tweetup = tweetups.findLockedById(tweetupId).orElseThrow(NotFoundException::new);
        if (!tweetup.takesAnswers(now)) {
            throw new AnswersClosedException();
        }
        Rsvp rsvp = rsvps.findByTweetupIdAndLibrarianId(tweetupId, librarianId)
                .orElseGet(() -> new Rsvp(tweetupId, librarianId, now));
        boolean freed = false;
        if (answer != Answer.GOING) {
            freed = rsvp.stayAway(answer, now);
        } else if (!rsvp.going()) {
            rsvp.come(tweetup.hasRoom(taken(tweetupId)), rsvps.nextTurn(), now);
        }
        rsvp.note(note);
        rsvp.reconfirm(now);
        rsvps.save(rsvp);
        if (freed) {
            promote(tweetup);
        }
        return tweetup.slug();
    }

    /** Gives free places to those who wait first, after there are more of them: inside a transaction that holds the row. */
    void fill(long tweetupId) {
        promote(tweetups.findLockedById(tweetupId).orElseThrow(NotFoundException::new));
    }

    private void promote(Tweetup tweetup) {
        long taken = taken(tweetup.id());
        while (tweetup.hasRoom(taken)) {
            Optional<Rsvp> first = rsvps.findFirstByTweetupIdAndStandingOrderByTurn(tweetup.id(), Standing.WAITING);
            if (first.isEmpty()) {
                return;
            }
            first.get().promote();
            taken++;
        }
    }

    private long taken(long tweetupId) {
        return rsvps.countByTweetupIdAndStanding(tweetupId, Standing.CONFIRMED);
    }
}
