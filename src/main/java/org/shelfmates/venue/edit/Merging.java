package org.shelfmates.venue.edit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.shelfmates.venue.VenueConflictException;
import org.shelfmates.venue.VenueKind;
import org.shelfmates.venue.VenueMerged;
import org.shelfmates.venue.VenueParted;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two venues that are the same. Nothing is deleted: the one that goes keeps its row, leads to the other, and can be
 * taken out again. {@code merged_into} always names a venue that stands for itself, so there are neither chains nor circles.
 */
@Service
class Merging {

    /** For how long a merge can be taken back. */
    static final Duration TO_PART = Duration.ofDays(30);

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
        Facts filled = filled(into.facts(), from.facts());
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
        jdbc.sql(
                        "update venue set host_id = (select host_id from venue where id = :gone) where id = :kept and host_id is null")
                .param("kept", kept)
                .param("gone", gone)
                .update();
        Long[] tweetups = ids("update tweetup set venue_id = :kept where venue_id = :gone returning id", gone, kept);
        jdbc.sql("insert into venue_merge (revision_id, merged_id, kept_id, tweetups, earlier, merged_at)"
                        + " values (:revision, :gone, :kept, :tweetups, :earlier, :now)")
                .param("revision", revision)
                .param("gone", gone)
                .param("kept", kept)
                .param("tweetups", tweetups)
                .param("earlier", earlier)
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

    /** What nobody knew of the one, from the other: what it costs as a whole, and nothing of rooms for one online. */
    private static Facts filled(Facts kept, Facts gone) {
        Facts filled = kept;
        boolean online = VenueKind.valueOf(kept.get(Fact.KIND)).online();
        boolean priced = !kept.get(Fact.COST).isEmpty();
        boolean abroad = !kept.get(Fact.PLACE).equals(gone.get(Fact.PLACE));
        for (Fact fact : Fact.values()) {
            boolean money = fact == Fact.COST || fact == Fact.AMOUNT;
            if (!kept.get(fact).isEmpty()
                    || money && priced
                    || fact.type() == Fact.Type.MONEY && abroad
                    || online && Fact.OF_ROOMS.contains(fact)) {
                continue;
            }
            filled = filled.with(Map.of(fact, gone.get(fact)));
        }
        return filled;
    }

    private record Merge(long revision, long gone, long kept, Long[] tweetups, Long[] earlier) {}

    /**
     * Takes a merge back: the venue stands for itself again, with what was moved from it and is still where it went. What it gave
     * to the other is taken back where nobody has changed it since.
     *
     * @return the address of the venue that stands again
     * @throws NotFoundException when the venue has no such merge
     * @throws VenueConflictException when it was taken back already, or is too long ago
     */
    @Transactional
    String part(long kept, long revision, long librarian) {
        long gone = jdbc.sql("select merged_id from venue_merge where revision_id = ?")
                .param(revision)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        Map<Long, Saved> locked = rows.lock(List.of(gone, kept));
        Saved from = locked.get(gone);
        Saved into = locked.get(kept);
        if (from == null || into == null) {
            throw new NotFoundException();
        }
        if (from.mergedInto() == null || from.mergedInto() != kept) {
            throw new VenueConflictException("it stands for itself, or has gone on to another");
        }
        Merge merge = jdbc.sql("select * from venue_merge where revision_id = :revision and parted_at is null"
                        + " and merged_at > :since")
                .param("revision", revision)
                .param("since", Timestamp.from(clock.instant().minus(TO_PART)))
                .query((row, n) -> new Merge(
                        revision, gone, kept, (Long[]) row.getArray("tweetups").getArray(), (Long[])
                                row.getArray("earlier").getArray()))
                .optional()
                .orElseThrow(() -> new VenueConflictException("taken back already, or too long ago"));
        part(merge, into, librarian);
        events.publishEvent(new VenueParted(gone, kept));
        return rows.read(gone).path();
    }

    private void part(Merge merge, Saved into, long librarian) {
        jdbc.sql("update venue set merged_into = null, version = version + 1 where id = ?")
                .param(merge.gone())
                .update();
        jdbc.sql("update venue set host_id = null where id = :kept"
                        + " and host_id = (select host_id from venue where id = :gone)")
                .param("kept", merge.kept())
                .param("gone", merge.gone())
                .update();
        back(
                "update venue set merged_into = :gone where merged_into = :kept and id = any(:ids)",
                merge,
                merge.earlier());
        back("update tweetup set venue_id = :gone where venue_id = :kept and id = any(:ids)", merge, merge.tweetups());
        jdbc.sql("update venue_merge set parted_at = :now where revision_id = :revision")
                .param("now", Timestamp.from(clock.instant()))
                .param("revision", merge.revision())
                .update();
        Facts facts = jdbc.sql("select fields, before, after from venue_revision where id = ?")
                .param(merge.revision())
                .query((row, n) -> withoutGift(
                        into.facts(),
                        (String[]) row.getArray("fields").getArray(),
                        (String[]) row.getArray("before").getArray(),
                        (String[]) row.getArray("after").getArray()))
                .single();
        rows.record(into.id(), Kind.PARTED, into.facts().differences(facts), into.facts(), facts, librarian);
        rows.write(into, facts);
    }

    private void back(String statement, Merge merge, Long[] ids) {
        jdbc.sql(statement)
                .param("gone", merge.gone())
                .param("kept", merge.kept())
                .param("ids", ids)
                .update();
    }

    private static Facts withoutGift(Facts now, String[] fields, String[] before, String[] after) {
        Facts facts = now;
        List<String> given = Arrays.asList(fields);
        boolean priceStands = given.contains(Fact.COST.field()) && !same(now, Fact.COST, after[given.indexOf("cost")])
                || given.contains(Fact.AMOUNT.field()) && !same(now, Fact.AMOUNT, after[given.indexOf("amount")]);
        for (int i = 0; i < fields.length; i++) {
            Fact fact = Fact.of(fields[i]);
            boolean price = fact == Fact.COST || fact == Fact.AMOUNT;
            if (same(now, fact, after[i]) && !(price && priceStands)) {
                facts = facts.with(Map.of(fact, before[i]));
            }
        }
        return facts;
    }

    private static boolean same(Facts now, Fact fact, String value) {
        return now.get(fact).equals(value);
    }
}
