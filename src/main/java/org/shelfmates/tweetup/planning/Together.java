package org.shelfmates.tweetup.planning;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;

/**
 * What a tweetup's page tells of those who plan it.
 *
 * @param decisions the first of them, oldest first
 * @param more whether there are others
 * @param asker who asks the viewer to plan this with them, or null
 * @param invited who is asked to, for planners
 * @param proposals what waits for a second planner, for planners
 * @param saidYes whether the viewer said yes in the poll to what became the date, and has not answered since
 * @param planners how many there are, 0 for anybody who is none of them
 * @param agreement whether two of them have to agree, for planners
 */
record Together(
        List<Decisions.Line> decisions,
        boolean more,
        @Nullable Person asker,
        List<Person> invited,
        List<Proposal> proposals,
        boolean saidYes,
        long planners,
        boolean agreement) {

    /**
     * @param start null for a venue alone, and so is the end
     * @param mine whether the viewer proposed it, who then cannot confirm it
     */
    record Proposal(
            long id,
            Person by,
            @Nullable Instant start,
            @Nullable Instant end,
            String venue,
            boolean mine) {}

    public boolean mine() {
        return planners > 0;
    }

    public boolean alone() {
        return planners == 1;
    }
}
