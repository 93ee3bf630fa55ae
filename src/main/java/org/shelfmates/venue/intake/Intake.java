package org.shelfmates.venue.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Places;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings lists of venues into the directory: a list is kept and checked, and the list that was checked is imported as a whole,
 * or nothing of it. Two imports come one after the other.
 */
@Service
class Intake {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Places places;
    private final Staging staging;
    private final Clock clock;

    Intake(JdbcClient jdbc, Places places, Staging staging, Clock clock) {
        this.jdbc = jdbc;
        this.places = places;
        this.staging = staging;
        this.clock = clock;
    }

    /**
     * Keeps a list for a day.
     *
     * @return the hash by which it is found
     */
    @Transactional
    public String keep(String source, byte[] content, long administrator) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("delete from venue_list where uploaded_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        String sha256 =
                HexFormat.of().formatHex(Token.hash(source + "\n" + new String(content, StandardCharsets.ISO_8859_1)));
        jdbc.sql("""
                        insert into venue_list (sha256, source, content, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?) on conflict (sha256) do update set uploaded_at = excluded.uploaded_at""").params(sha256, source, content, administrator, now).update();
        return sha256;
    }

    private record Kept(String source, byte[] content) {}

    private Kept kept(String sha256) {
        return jdbc.sql("select source, content from venue_list where sha256 = ?")
                .param(sha256)
                .query((row, n) -> new Kept(row.getString("source"), row.getBytes("content")))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * What would come of a list. Nothing is changed.
     *
     * @throws NotFoundException when it is not kept, or not any more
     */
    @Transactional
    public Report check(String sha256) {
        return take(kept(sha256), null);
    }

    /** Imports it, unless there is a problem with any of its lines. */
    @Transactional
    public Report take(String sha256, long administrator) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('venue_list', 0))::text")
                .query(String.class)
                .list();
        return take(kept(sha256), administrator);
    }

    private Report take(Kept list, @Nullable Long administrator) {
        Sheet sheet = Sheet.of(list.content());
        Problems problems = new Problems();
        List<Row> rows = new Reading(new Gazetteer(places), problems).rows(sheet.lines());
        staging.stage(list.source(), rows);
        Report.Counts counts = staging.counts();
        if (administrator != null && sheet.problems().count() + problems.count() == 0) {
            staging.write(list.source(), administrator, clock.instant());
        }
        return Report.of(sheet, problems, counts);
    }
}
