package org.shelfmates.tweetup.rsvp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.RsvpAnswered;
import org.shelfmates.tweetup.RsvpPromoted;
import org.shelfmates.tweetup.State;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.tweetup.Visibility;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * RSVPs, exact however many come at once: each holds the tweetup's row from the first look at its places to the commit.
 * Who finds no room waits, in the order of asking. Places that are given back, or whose hold ends, or that a bigger
 * capacity adds, go at once to the first in the waiting list whose whole party fits; so nobody waits while there is room
 * for them, and nobody who fits is overtaken.
 */
@Service
public class Answering {

    /** How long a guest's place is kept for them until they confirm. */
    public static final Duration HOLD = Duration.ofMinutes(30);

    private static final int WAITING_AT_ONCE = 200;

    private final Rsvps rsvps;
    private final Rooms rooms;
    private final Plans plans;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(Rsvps rsvps, Rooms rooms, Plans plans, ApplicationEventPublisher events, Clock clock) {
        this.rsvps = rsvps;
        this.rooms = rooms;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Answers, or changes an answer. Who is going keeps place and turn when they answer the same again.
     *
     * @param change from what they have answered before
     * @return the tweetup's slug
     * @throws AnswersClosedException before there is a date, after answers have closed, when it is over or cancelled
     * @throws WishRefusedException when the party or its parts do not fit this tweetup, or all who plan it have blocked them
     */
    @Transactional
    public String answer(long tweetupId, long librarianId, UnaryOperator<Wish> change) {
        Tweetup tweetup = locked(tweetupId);
        Optional<Rsvp> before = rsvps.findByTweetupIdAndLibrarianId(tweetupId, librarianId);
        Wish wish = change.apply(before.map(Rsvp::wish).orElse(Wish.of(Answer.NOT_GOING)));
        if (wish.answer() != Answer.NOT_GOING && rsvps.unwelcome(tweetupId, librarianId)) {
            throw new WishRefusedException("answer", "block.rsvp");
        }
        boolean going = before.filter(Rsvp::going).isPresent();
        Rsvp rsvp =
                apply(tweetup, before.orElse(null), Rsvp.ofLibrarian(tweetupId, librarianId, clock.instant()), wish);
        if (rsvp.going() != going) {
            events.publishEvent(new RsvpAnswered(tweetupId, rsvp.id()));
        }
        return tweetup.slug();
    }

    /** Says for somebody that they do not come. Where it takes no answers any more, only a place or a turn is given back. */
    @Transactional
    void giveBack(long tweetupId, long librarianId) {
        Tweetup tweetup = locked(tweetupId);
        Optional<Rsvp> rsvp = rsvps.findByTweetupIdAndLibrarianId(tweetupId, librarianId);
        boolean can = tweetup.takesAnswers(clock.instant())
                || rsvp.filter(Rsvp::going).isPresent() && tweetup.stateAt(clock.instant()) == State.SCHEDULED;
        if (rsvp.isPresent() && can) {
            answer(tweetupId, librarianId, before -> before.saying(Answer.NOT_GOING));
        }
    }

    /**
     * The same for a guest who has proved who they are.
     *
     * @return the id of the RSVP
     */
    @Transactional
    long answerAsGuest(long tweetupId, long guestId, UnaryOperator<Wish> change) {
        Tweetup tweetup = locked(tweetupId);
        Optional<Rsvp> before = rsvps.findByTweetupIdAndGuestId(tweetupId, guestId);
        before.ifPresent(Rsvp::keep);
        Wish wish = change.apply(before.map(Rsvp::wish).orElse(Wish.of(Answer.NOT_GOING)));
        return apply(tweetup, before.orElse(null), Rsvp.ofGuest(tweetupId, guestId, clock.instant()), wish)
                .id();
    }

    /**
     * Keeps a place, or a turn in the waiting list, for a guest who has still to confirm that they are going. An answer that
     * they have given before is left as it is.
     *
     * @throws AnswersClosedException as {@link #answer} does, also for the other answers, which nothing is kept for
     */
    @Transactional
    public void hold(long tweetupId, long guestId, Wish wish) {
        Tweetup tweetup = locked(tweetupId);
        Optional<Rsvp> before = rsvps.findByTweetupIdAndGuestId(tweetupId, guestId);
        requireOpen(tweetup, before.orElse(null), wish);
        if (before.isEmpty() && wish.answer() == Answer.GOING) {
            apply(tweetup, null, Rsvp.ofGuest(tweetupId, guestId, clock.instant()), wish)
                    .hold(clock.instant().plus(HOLD));
        }
    }

    /** A guest's answer, confirmed, that is an account's: the place that was held for the guest is the account's too. */
    @Transactional
    void answerFor(long tweetupId, long guestId, long librarianId, Wish wish) {
        locked(tweetupId); // before anything is read, which would be stale when the row has been waited for
        boolean first =
                rsvps.findByTweetupIdAndLibrarianId(tweetupId, librarianId).isEmpty();
        Optional<Rsvp> held = rsvps.findByTweetupIdAndGuestId(tweetupId, guestId);
        handOver(tweetupId, guestId, librarianId);
        rsvps.flush();
        answer(tweetupId, librarianId, before -> wish);
        // for the answer it is no change that the place which was held is theirs
        held.filter(rsvp -> first && rsvp.going())
                .ifPresent(rsvp -> events.publishEvent(new RsvpAnswered(tweetupId, rsvp.id())));
    }

    /** Makes a guest's answer that of a librarian, unless they have one, which stands. */
    @Transactional
    void handOver(long tweetupId, long guestId, long librarianId) {
        Tweetup tweetup = locked(tweetupId);
        rsvps.findByTweetupIdAndGuestId(tweetupId, guestId).ifPresent(rsvp -> {
            if (rsvps.findByTweetupIdAndLibrarianId(tweetupId, librarianId).isEmpty()) {
                rsvp.belongTo(librarianId);
            } else {
                rsvps.delete(rsvp);
                fill(tweetup);
            }
        });
    }

    /**
     * Adds somebody for a planner, also after answers have closed. To a tweetup that has begun they have come already, and
     * no capacity keeps them out.
     */
    @Transactional
    void add(long tweetupId, long guestId, int companions, long planner) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        Instant now = clock.instant();
        Rsvp rsvp = Rsvp.ofGuest(tweetupId, guestId, now);
        tweetup.requireDate(now);
        boolean begun = tweetup.hasBegun(now);
        Room room = rooms.of(tweetup);
        rsvp.come(begun || room.fits(1 + companions, Set.of()), rsvps.nextTurn(), now);
        rsvp.bring(companions, Set.of(), false);
        rsvp.say("", Visibility.PLANNERS, false);
        if (begun) {
            rsvp.came();
        }
        rsvps.save(rsvp);
    }

    /** Gives places whose hold has ended to the next who wait. */
    @Transactional
    public void endHolds(long tweetupId) {
        endHolds(plans.locked(tweetupId));
    }

    private void endHolds(Tweetup tweetup) {
        if (rooms.endHolds(tweetup.id(), clock.instant())) {
            fill(tweetup);
        }
    }

    private Tweetup locked(long tweetupId) {
        Tweetup tweetup = plans.locked(tweetupId);
        endHolds(tweetup);
        return tweetup;
    }

    /** After answers have closed a place can still be given back. */
    private void requireOpen(Tweetup tweetup, @Nullable Rsvp before, Wish wish) {
        Instant now = clock.instant();
        boolean givesBack = wish.answer() != Answer.GOING && before != null && before.going();
        if (!tweetup.takesAnswers(now) && !(givesBack && tweetup.stateAt(now) == State.SCHEDULED)) {
            throw new AnswersClosedException();
        }
    }

    private Rsvp apply(Tweetup tweetup, @Nullable Rsvp before, Rsvp fresh, Wish wish) {
        requireOpen(tweetup, before, wish);
        Instant now = clock.instant();
        Room room = rooms.of(tweetup);
        require(room, tweetup, wish);
        Rsvp rsvp = before == null ? fresh : before;
        boolean freed = false;
        if (wish.answer() != Answer.GOING) {
            freed = rsvp.stayAway(wish.answer(), now);
        } else if (rsvp.going()) {
            freed = resize(room, rsvp, wish);
        } else {
            rsvp.come(room.fits(wish.size(), wish.parts()), rsvps.nextTurn(), now);
        }
        rsvp.bring(wish.companions(), wish.parts(), room.hasParts());
        rsvp.say(wish.note(), wish.visibleTo(), wish.shareEmail());
        rsvp.reconfirm(now);
        rsvps.save(rsvp);
        if (freed) {
            fill(tweetup);
        }
        return rsvp;
    }

    /** @return whether places may have become free, or somebody who waits may fit now */
    private static boolean resize(Room room, Rsvp rsvp, Wish wish) {
        if (rsvp.size() == wish.size() && (!room.hasParts() || rsvp.parts().equals(wish.parts()))) {
            return false;
        }
        if (rsvp.confirmed()) {
            room.giveBack(rsvp.size(), rsvp.parts());
            if (!room.fits(wish.size(), wish.parts())) {
                throw new WishRefusedException("guests", "rsvp.party.full");
            }
        }
        return true;
    }

    private static void require(Room room, Tweetup tweetup, Wish wish) {
        if (wish.companions() > tweetup.companionsMax()) {
            throw new WishRefusedException("guests", "rsvp.guests.most", tweetup.companionsMax());
        }
        if (!room.knows(wish.parts())) {
            throw new WishRefusedException("part", "rsvp.part.unknown");
        }
        if (wish.answer() == Answer.GOING && room.hasParts() && wish.parts().isEmpty()) {
            throw new WishRefusedException("part", "rsvp.part.none");
        }
    }

    /**
     * Gives free places to who waits, in order, to each whole party that fits: while there is a date ahead. Else they stay
     * free until there is one again ({@link Refilling}). The caller holds the tweetup's row.
     */
    public void fill(Tweetup tweetup) {
        if (tweetup.stateAt(clock.instant()) != State.SCHEDULED) {
            return;
        }
        rsvps.flush();
        Room room = rooms.of(tweetup);
        long turn = 0;
        while (!room.full()) {
            List<Rooms.Waiting> next = rooms.waiting(tweetup.id(), turn, WAITING_AT_ONCE);
            for (Rooms.Waiting party : next) {
                if (room.fits(party.size(), party.parts())) {
                    room.take(party.size(), party.parts());
                    rsvps.findById(party.rsvpId()).orElseThrow().promote();
                    events.publishEvent(new RsvpPromoted(tweetup.id(), party.rsvpId()));
                }
                turn = party.turn();
            }
            if (next.size() < WAITING_AT_ONCE) {
                return;
            }
        }
    }
}
