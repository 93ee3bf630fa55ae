package org.shelfmates.tweetup.planning;

import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Details;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.venue.VenueCard;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what is known of the venue that a tweetup goes to. */
@Service
public class Furnishing {

    private final Plans plans;
    private final DecisionLine decisions;
    private final KnownVenues known;

    Furnishing(Plans plans, DecisionLine decisions, KnownVenues known) {
        this.known = known;
        this.plans = plans;
        this.decisions = decisions;
    }

    /**
     * What the new venue costs and who can get in replaces what was written before, which was true of another one, and the
     * log of decisions keeps the old words. Where nothing is known, the old words stay. The capacity counts only where the
     * tweetup has none: planners may want fewer than fit in.
     *
     * @param cost in words, may be empty, and so may the access
     */
    @Transactional
    public void take(long tweetupId, long planner, String cost, String access, @Nullable Integer capacity) {
        Tweetup tweetup = plans.forChange(tweetupId, planner);
        Details old = tweetup.details();
        boolean costs = replaces(cost, old.cost());
        boolean accessible = replaces(access, old.access());
        if (costs || accessible) {
            tweetup.describe(old.at(costs ? cost : old.cost(), accessible ? access : old.access()));
        }
        if (costs && !old.cost().isEmpty()) {
            decisions.write(tweetupId, planner, "poll.venue.cost", cost, old.cost());
        }
        if (accessible && !old.access().isEmpty()) {
            decisions.write(tweetupId, planner, "poll.venue.access", access, old.access());
        }
        if (tweetup.capacity() == null && capacity != null) {
            tweetup.limitTo(capacity);
        }
    }

    /** The same of a venue of the directory: what it costs as long as the tweetup is from now on. */
    @Transactional
    public void take(long tweetupId, long planner, VenueCard venue) {
        plans.forChange(tweetupId, planner); // brings its new times to the database, where the party is read
        KnownVenues.Facts facts = known.facts(venue, known.party(tweetupId));
        take(tweetupId, planner, facts.cost(), facts.access(), facts.capacity());
    }

    private static boolean replaces(String words, String old) {
        return !words.isEmpty() && !words.equals(old);
    }
}
