package org.shelfmates.venue.edit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.shelfmates.venue.VenueConflictException;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.venue.VenueMerged;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two venues that are the same. Nothing is deleted: the one that goes keeps its row, leads to the other, and can be
 * taken out again ({@link Parting}). {@code merged_into} always names a venue that stands for itself, so there are neither chains
 * nor circles.
 */
@Service
class Merging {

    private final VenueRows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(VenueRows rows, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Two venues side by side: what they do not agree on, as the one and the other have it. */
    record Pair(long one, String oneName, String onePath, long other, String otherName, List<Difference> differences) {}

    /** @throws NotFoundException when there is no such venue, or it is the same one */
    @Transactional(readOnly = true)
    Pair pair(long one, long other) {
        Saved first = rows.read(one).standing();
        Saved second = rows.read(other);
        if (second.mergedInto() != null) {
            second = rows.read(second.mergedInto());
        }
        if (first.id() == second.id()) {
            throw new VenueConflictException("they are one already");
        }
        return new Pair(
                first.id(),
                first.facts().get(Fact.NAME),
                first.path(),
                second.id(),
                second.facts().get(Fact.NAME),
                rows.differences(first.facts(), second.facts()));
    }

    /**
     * @return the address of the one that is kept
     * @throws VenueConflictException when they are one already, or one of them has gone into another
     */
    @Transactional
    String merge(long gone, long kept, long librarian) {
        if (gone == kept) {
            throw new VenueConflictException("a venue is itself already");
        }
        // both, in the order of their ids: of two merges at once the second sees what the first made of them
        Map<Long, Saved> locked = rows.lock(List.of(gone, kept));
        Saved from = locked.get(gone);
        Saved into = locked.get(kept);
        if (from == null || into == null) {
            throw new NotFoundException();
        }
        if (from.mergedInto() != null || into.mergedInto() != null) {
            throw new VenueConflictException("one of them was merged meanwhile");
        }
        Facts filled = filled(into.facts(), from.facts(), samePrices(into, from));
        long revision =
                rows.record(kept, Kind.MERGED, into.facts().differences(filled), into.facts(), filled, librarian);
        rows.write(into, filled);
        // whatever was merged into the one that goes, goes with it
        Long[] earlier = ids("update venue set merged_into = :kept where merged_into = :gone returning id", gone, kept);
        jdbc.sql("update venue set merged_into = :kept, version = version + 1 where id = :gone")
                .param("kept", kept)
                .param("gone", gone)
                .update();
        // whoever agreed to be asked for the one agreed for the other
        boolean hostGiven = jdbc.sql("update venue set host_id = (select host_id from venue where id = :gone)"
                        + " where id = :kept and host_id is null returning host_id is not null")
                .param("kept", kept)
                .param("gone", gone)
                .query(Boolean.class)
                .optional()
                .orElse(false);
        Long[] tweetups = ids("update tweetup set venue_id = :kept where venue_id = :gone returning id", gone, kept);
        jdbc.sql("insert into venue_merge (revision_id, merged_id, kept_id, tweetups, earlier, host_given, merged_at)"
                        + " values (:revision, :gone, :kept, :tweetups, :earlier, :host, :now)")
                .param("revision", revision)
                .param("gone", gone)
                .param("kept", kept)
                .param("tweetups", tweetups)
                .param("earlier", earlier)
                .param("host", hostGiven)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new VenueMerged(gone, kept));
        return rows.read(kept).path();
    }

    private Long[] ids(String statement, long gone, long kept) {
        return jdbc.sql(statement)
                .param("gone", gone)
                .param("kept", kept)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    private boolean samePrices(Saved one, Saved other) {
        return rows.currency(one.facts().get(Fact.PLACE))
                .equals(rows.currency(other.facts().get(Fact.PLACE)));
    }

    /**
     * What nobody knew of the one, from the other: what it costs as a whole, and nothing of rooms for one online.
     *
     * @param samePrices whether an amount of the one is so much at the other as well
     */
    private static Facts filled(Facts kept, Facts gone, boolean samePrices) {
        Facts filled = kept;
        boolean online = VenueKind.valueOf(kept.get(Fact.KIND)).online();
        boolean priced = !kept.get(Fact.COST).isEmpty();
        // a way to ask for money without how much would be no more than that it is unknown
        boolean price = !priced && (samePrices || gone.get(Fact.AMOUNT).isEmpty());
        for (Fact fact : Fact.values()) {
            if (!kept.get(fact).isEmpty()
                    || (fact == Fact.COST || fact == Fact.AMOUNT) && !price
                    || fact == Fact.DEPOSIT && !samePrices
                    || online && Fact.OF_ROOMS.contains(fact)) {
                continue;
            }
            filled = filled.with(Map.of(fact, gone.get(fact)));
        }
        return filled;
    }
}
