package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.picture.Picture;
import org.shelfmates.web.Markdown;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a group did: its tweetups that are over, latest first. */
@Service
@Transactional(readOnly = true)
public class GroupHistory {

    private static final int EXCERPT = 200;

    private static final String SQL = "select " + Picture.COLUMNS + """
            , t.id, t.slug, t.title, t.starts_at, t.zone, t.venue, p.name as place_name, tp.alt,
                (select coalesce(sum(1 + companions), 0) from rsvp where tweetup_id = t.id and\s""" + Attendance.came("rsvp") + """
            ) as came,
                (select left(body, 1000) from recap where tweetup_id = t.id) as recap
            from tweetup t join place p on p.id = t.place_id
            left join lateral (
                select picture_id, alt from tweetup_picture where tweetup_id = t.id order by picture_id limit 1) tp on true
            left join picture on picture.id = tp.picture_id
            where t.group_id = :group and t.state = 'SCHEDULED' and t.ends_at <= :now
                and (t.starts_at, t.id) < (:at, :id)
            order by t.starts_at desc, t.id desc limit :limit""";

    private final JdbcClient jdbc;
    private final Clock clock;

    GroupHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A tweetup as it is remembered.
     *
     * @param venue in words, may be empty
     * @param came how many, with those whom they brought
     * @param picture the first that was added, or null
     * @param alt what is on it, empty where there is none
     * @param excerpt of the recap, its beginning in plain words; may be empty
     */
    public record Entry(
            long id,
            String path,
            String title,
            Instant startsAt,
            ZoneId zone,
            String venue,
            String placeName,
            int came,
            @Nullable Picture picture,
            String alt,
            String excerpt) {

        private static Entry of(ResultSet row) throws SQLException {
            return new Entry(
                    row.getLong("id"),
                    "/tweetups/" + row.getLong("id") + "/" + row.getString("slug"),
                    row.getString("title"),
                    row.getTimestamp("starts_at").toInstant(),
                    ZoneId.of(row.getString("zone")),
                    row.getString("venue"),
                    row.getString("place_name"),
                    row.getInt("came"),
                    Picture.read(row),
                    Objects.toString(row.getString("alt"), ""),
                    Markdown.plain(Objects.toString(row.getString("recap"), ""), EXCERPT));
        }
    }

    /** @param next the key of the page after this one, or null at the end */
    public record Listing(List<Entry> entries, @Nullable PageKey next) {}

    /** @param key where the page begins, or null for the first */
    public Listing of(long groupId, @Nullable PageKey key, int size) {
        Instant now = clock.instant();
        List<Entry> entries = jdbc.sql(SQL)
                .param("group", groupId)
                .param("now", Timestamp.from(now))
                .param("at", Timestamp.from(key == null ? now : key.instant(0)))
                .param("id", key == null ? Long.MAX_VALUE : key.number(1))
                .param("limit", size + 1)
                .query((row, n) -> Entry.of(row))
                .list();
        boolean more = entries.size() > size;
        List<Entry> shown = more ? entries.subList(0, size) : entries;
        Entry last = more ? shown.get(size - 1) : null;
        return new Listing(shown, last == null ? null : PageKey.of(last.startsAt(), last.id()));
    }
}
