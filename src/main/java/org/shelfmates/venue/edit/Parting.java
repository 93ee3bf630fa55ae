package org.shelfmates.venue.edit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shelfmates.venue.VenueConflictException;
import org.shelfmates.venue.VenueParted;
import org.shelfmates.venue.edit.Revisions.Revision;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.venue.edit.VenueRows.Saved;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes merges back: the venue stands for itself again, with what was moved from it and is still where it went. What it gave is
 * taken back where nobody has changed it since: from the one that it went into, and from those that got it through that one.
 */
@Service
class Parting {

    /** For how long a merge can be taken back. */
    static final Duration WITHIN = Duration.ofDays(30);

    private final VenueRows rows;
    private final Revisions revisions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Parting(VenueRows rows, Revisions revisions, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.revisions = revisions;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Merge(long revision, long gone, long kept, boolean hostGiven, Long[] tweetups, Long[] earlier) {}

    /**
     * @param kept the venue that the other is a part of now
     * @param revision of the merge, which the other may have come here by in more than one step
     * @return the address of the venue that stands again
     * @throws NotFoundException when the venue has no such merge
     * @throws VenueConflictException when it was taken back already, or is too long ago
     */
    @Transactional
    String part(long kept, long revision, long librarian) {
        Map<Long, Saved> locked = lock(way(revision), kept);
        List<Merge> way = way(revision); // as it is now that nobody changes it
        long gone = way.get(0).gone();
        Long into = locked.get(gone).mergedInto();
        if (into == null || into != kept || !way.stream().allMatch(merge -> locked.containsKey(merge.kept()))) {
            throw new VenueConflictException("it stands for itself, or has gone on to another");
        }
        takeBack(revision);
        moveBack(way.get(0), kept);
        withoutHost(way, gone);
        withoutGift(way, locked, kept, librarian);
        events.publishEvent(new VenueParted(gone, kept));
        return rows.read(gone).path();
    }

    private Map<Long, Saved> lock(List<Merge> way, long kept) {
        Map<Long, Saved> locked = rows.lock(Stream.concat(
                        Stream.of(kept), way.stream().flatMap(merge -> Stream.of(merge.gone(), merge.kept())))
                .distinct()
                .toList());
        if (way.isEmpty() || !locked.containsKey(kept)) {
            throw new NotFoundException();
        }
        return locked;
    }

    /** The merge of a revision, and those that took the one it was merged into further: each into another. */
    private List<Merge> way(long revision) {
        return jdbc.sql("""
                        with recursive way as (
                            select m.*, 1 as step from venue_merge m where m.revision_id = :revision
                            union all
                            select m.*, way.step + 1 from way join venue_merge m on m.merged_id = way.kept_id
                                and m.parted_at is null)
                        select * from way order by step""")
                .param("revision", revision)
                .query((row, n) -> new Merge(
                        row.getLong("revision_id"),
                        row.getLong("merged_id"),
                        row.getLong("kept_id"),
                        row.getBoolean("host_given"),
                        (Long[]) row.getArray("tweetups").getArray(),
                        (Long[]) row.getArray("earlier").getArray()))
                .list();
    }

    private void takeBack(long revision) {
        int taken = jdbc.sql(
                        "update venue_merge set parted_at = :now where revision_id = :revision and parted_at is null"
                                + " and merged_at > :since")
                .param("now", Timestamp.from(clock.instant()))
                .param("since", Timestamp.from(clock.instant().minus(WITHIN)))
                .param("revision", revision)
                .update();
        if (taken == 0) {
            throw new VenueConflictException("taken back already, or too long ago");
        }
    }

    private void moveBack(Merge merge, long kept) {
        jdbc.sql("update venue set merged_into = null, version = version + 1 where id = ?")
                .param(merge.gone())
                .update();
        for (String statement : List.of(
                "update venue set merged_into = :gone where merged_into = :kept and id = any(:earlier)",
                "update tweetup set venue_id = :gone where venue_id = :kept and id = any(:tweetups)")) {
            jdbc.sql(statement)
                    .param("gone", merge.gone())
                    .param("kept", kept)
                    .param("earlier", merge.earlier())
                    .param("tweetups", merge.tweetups())
                    .update();
        }
    }

    /** Who is asked for the other is asked no more where they are only since a merge. */
    private void withoutHost(List<Merge> way, long gone) {
        way.stream()
                .takeWhile(Merge::hostGiven)
                .forEach(merge -> jdbc.sql("update venue set host_id = null"
                                + " where id = :kept and host_id = (select host_id from venue where id = :gone)")
                        .param("kept", merge.kept())
                        .param("gone", gone)
                        .update());
    }

    private void withoutGift(List<Merge> way, Map<Long, Saved> locked, long kept, long librarian) {
        Set<Fact> given = EnumSet.allOf(Fact.class);
        for (Merge merge : way) {
            Saved venue = locked.get(merge.kept());
            Revision gift = revisions.read(venue, merge.revision());
            given.retainAll(gift.fields());
            given.removeIf(fact -> !gift.stands(fact));
            Facts without = gift.without(given);
            if (venue.id() == kept) { // whose history says so also where nothing was taken
                List<Fact> changed = venue.facts().differences(without);
                rows.record(venue.id(), Kind.PARTED, changed, venue.facts(), without, librarian);
                rows.write(venue, without);
            } else {
                rows.change(venue, without, Kind.PARTED, librarian);
            }
        }
    }
}
