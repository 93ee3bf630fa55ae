package org.shelfmates.venue.edit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.edit.VenueRows.Kind;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was changed of a venue, and of those that turned out to be it, latest first. */
@Service
@Transactional(readOnly = true)
class Histories {

    /** After all that can have been changed. */
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final VenueRows rows;
    private final Clock clock;

    Histories(JdbcClient jdbc, VenueRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /** The venue whose history it is. */
    record Subject(long id, String name, String slug, ZoneId zone) {

        public String path() {
            return VenueCard.pathOf(id, slug);
        }
    }

    /**
     * A revision as the history shows it.
     *
     * @param by null where they may not be seen, or are gone
     * @param other the name of the venue that was merged, or whose revision it was before; null for one's own
     * @param undo what a button beside it takes back, or null
     */
    record Entry(
            long id,
            Kind kind,
            Instant at,
            @Nullable Person by,
            @Nullable String other,
            List<Difference> changes,
            @Nullable String undo) {}

    record Listing(
            Subject subject, List<Entry> entries, @Nullable PageKey next) {}

    private record Line(
            long id,
            Kind kind,
            Instant at,
            @Nullable Person by,
            @Nullable String other,
            boolean own,
            boolean parting,
            String[] fields,
            String[] before,
            String[] after) {

        Stream<String> places() {
            return IntStream.range(0, fields.length)
                    .filter(i -> Fact.of(fields[i]) == Fact.PLACE)
                    .boxed()
                    .flatMap(i -> Stream.of(before[i], after[i]));
        }

        Entry entry(Map<String, String> names) {
            List<Difference> changes = IntStream.range(0, fields.length)
                    .mapToObj(i -> Difference.of(Fact.of(fields[i]), before[i], after[i], names))
                    .toList();
            boolean change = own && (kind == Kind.EDITED || kind == Kind.UNDONE);
            return new Entry(id, kind, at, by, other, changes, change ? "undo" : parting ? "parting" : null);
        }
    }

    /**
     * @throws MovedException when the venue turned out to be another
     * @throws NotFoundException when there is none
     */
    Subject subject(long id) {
        return jdbc.sql(
                        "select v.id, v.name, v.slug, v.merged_into, p.zone from venue v join place p on p.id = v.place_id"
                                + " where v.id = :id")
                .param("id", id)
                .query((row, n) -> {
                    long into = row.getLong("merged_into");
                    if (!row.wasNull()) {
                        throw new MovedException("/venues/" + into);
                    }
                    return new Subject(
                            id, row.getString("name"), row.getString("slug"), ZoneId.of(row.getString("zone")));
                })
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    Listing of(long id, @Nullable Long viewer, @Nullable String key, int size) {
        PageKey from = PageKey.parse(key, 2);
        Subject subject = subject(id);
        List<Line> found = jdbc.sql("""
                        select r.*, r.venue_id = :id as own, l.id as person_id, a.handle, l.name as person_name,
                            coalesce(merged.name, case when r.venue_id <> :id then v.name end) as other,
                            m.parted_at is null and m.merged_at > :since and merged.merged_into = :id as parting
                        from venue_revision r join venue v on v.id = r.venue_id
                        left join venue_merge m on m.revision_id = r.id left join venue merged on merged.id = m.merged_id
                        left join librarian l on l.id = r.made_by and\s""" + Sight.OF_VIEWER + """
                         left join account a on a.id = l.id
                        where (r.venue_id = :id or r.venue_id in (select id from venue where merged_into = :id))
                            and (r.made_at, r.id) < (:at, :from)
                        order by r.made_at desc, r.id desc limit :limit""")
                .param("id", id)
                .param("viewer", viewer, Types.BIGINT)
                .param("since", Timestamp.from(clock.instant().minus(Parting.WITHIN)))
                .param("at", Timestamp.from(from == null ? NEVER : from.instant(0)))
                .param("from", from == null ? 0 : from.number(1))
                .param("limit", size + 1)
                .query((row, n) -> line(row))
                .list();
        Map<String, String> names = rows.placeNames(found.stream().flatMap(Line::places));
        boolean more = found.size() > size;
        List<Line> shown = more ? found.subList(0, size) : found;
        Line last = more ? shown.get(size - 1) : null;
        return new Listing(
                subject,
                shown.stream().map(line -> line.entry(names)).toList(),
                last == null ? null : PageKey.of(last.at(), last.id()));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                Kind.valueOf(row.getString("kind")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("handle") == null ? null : Person.of(row),
                row.getString("other"),
                row.getBoolean("own"),
                row.getBoolean("parting"),
                (String[]) row.getArray("fields").getArray(),
                (String[]) row.getArray("before").getArray(),
                (String[]) row.getArray("after").getArray());
    }
}
