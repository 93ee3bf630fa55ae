package org.shelfmates.venue.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.venue.VenueCard;
import org.shelfmates.venue.page.VenuePage.Feature;
import org.shelfmates.venue.page.VenuePage.Held;
import org.shelfmates.venue.page.VenuePage.Text;
import org.shelfmates.web.MovedException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a venue's page shows. */
@Service
@Transactional(readOnly = true)
class VenuePages {

    /** Who came to {@code tweetup t} by {@code rsvp r}, as {@code tweetup.Attendance} has it. */
    private static final String CAME = "coalesce(r.attended, r.standing = 'CONFIRMED' and r.held_until is null, false)";

    private final JdbcClient jdbc;
    private final Clock clock;

    VenuePages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static String person(String role, String column) {
        return " left join librarian %1$s on %1$s.id = v.%2$s and %3$s left join account %1$s_account on %1$s_account.id = %1$s.id "
                .formatted(role, column, Sight.of(role));
    }

    /**
     * @param viewer who reads it, or null
     * @throws MovedException when it turned out to be another one
     * @throws NotFoundException when there is none
     */
    VenuePage page(long id, @Nullable Long viewer) {
        return jdbc.sql("select " + VenueCard.COLUMNS + """
                        , v.merged_into, v.version, v.circulate, v.noise, v.child_friendly, v.wifi, v.power, v.hours, v.booking,
                            v.added_at, p.zone, v.host_id, adder.id as adder_id, adder_account.handle as adder_handle, adder.name as adder_name,
                            confirmer.id as confirmer_id, confirmer_account.handle as confirmer_handle, confirmer.name as confirmer_name,
                            host.id as asked_id, host_account.handle as asked_handle, host.name as asked_name,
                            verdict.yes, verdict.said, into_venue.slug as into_slug
                        from venue v join place p on p.id = v.place_id left join venue into_venue on into_venue.id = v.merged_into
                        """ + person("adder", "added_by")
                        + person("confirmer", "confirmed_by") + person("host", "host_id") + """
                         cross join lateral (
                            select count(*) filter (where r.again) as yes, count(r.again) as said
                            from tweetup t join rsvp r on r.tweetup_id = t.id where t.venue_id = v.id and\s""" + CAME + """
                            ) verdict
                        where v.id = :id""")
                .param("id", id)
                .param("viewer", viewer, Types.BIGINT)
                .query((row, n) -> page(row))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    private static VenuePage page(ResultSet row) throws SQLException {
        long into = row.getLong("merged_into");
        if (!row.wasNull()) {
            throw new MovedException(VenueCard.pathOf(into, row.getString("into_slug")));
        }
        VenueCard card = VenueCard.read(row);
        return new VenuePage(
                card,
                row.getInt("version"),
                ZoneId.of(row.getString("zone")),
                texts(row, card.online()),
                features(row, card.online()),
                row.getString("noise"),
                person(row, "adder"),
                row.getTimestamp("added_at").toInstant(),
                person(row, "confirmer"),
                (Long) row.getObject("host_id"),
                person(row, "asked"),
                row.getInt("yes"),
                row.getInt("said"));
    }

    /** Nobody goes to a venue online: it has neither address nor stop. */
    private static List<Text> texts(ResultSet row, boolean online) throws SQLException {
        Text hours = new Text("venue.hours", row.getString("hours"));
        Text booking = new Text("venue.booking", row.getString("booking"));
        return online
                ? List.of(hours, booking)
                : List.of(
                        new Text("venue.address", row.getString("address")),
                        new Text("venue.directions", row.getString("directions")),
                        new Text("venue.stop", row.getString("stop")),
                        new Text("venue.last", row.getString("last_connection")),
                        hours,
                        booking);
    }

    private static List<Feature> features(ResultSet row, boolean online) throws SQLException {
        return online
                ? List.of()
                : List.of(
                        feature(row, "venue.step-free", "step_free"),
                        feature(row, "venue.toilets", "toilets"),
                        feature(row, "venue.loop", "hearing_loop"),
                        feature(row, "venue.children", "child_friendly"),
                        feature(row, "venue.circulate", "circulate"),
                        feature(row, "venue.wifi", "wifi"),
                        feature(row, "venue.power", "power"));
    }

    private static Feature feature(ResultSet row, String term, String column) throws SQLException {
        return new Feature(term, (Boolean) row.getObject(column));
    }

    private static @Nullable Person person(ResultSet row, String role) throws SQLException {
        String handle = row.getString(role + "_handle");
        return handle == null ? null : new Person(row.getLong(role + "_id"), handle, row.getString(role + "_name"));
    }

    /** What is coming here, soonest first, and what was here, latest first. */
    List<Held> held(long id, int count) {
        String columns = " t.id, t.slug, t.title, t.starts_at, t.ends_at, t.zone from tweetup t"
                + " where t.venue_id = :id and t.state in ('SCHEDULED', 'HAPPENED') and t.ends_at ";
        return jdbc.sql("select t.*, t.ends_at <= :now as over, (select coalesce(sum(1 + r.companions), 0) from rsvp r"
                        + " where r.tweetup_id = t.id and " + CAME + ") as came from ((select 0 as side, " + columns
                        + "> :now order by t.starts_at, t.id limit :count) union all (select 1, " + columns
                        + "<= :now order by t.starts_at desc, t.id desc limit :count)) t"
                        + " order by side, case side when 0 then t.starts_at end, t.starts_at desc, t.id")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("count", count)
                .query((row, n) -> new Held(
                        "/tweetups/" + row.getLong("id") + "/" + row.getString("slug"),
                        row.getString("title"),
                        row.getTimestamp("starts_at").toInstant(),
                        ZoneId.of(row.getString("zone")),
                        row.getInt("came"),
                        row.getBoolean("over")))
                .list();
    }
}
