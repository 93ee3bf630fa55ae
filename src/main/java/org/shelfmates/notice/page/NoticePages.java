package org.shelfmates.notice.page;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Word;
import org.shelfmates.web.Dates;
import org.shelfmates.web.PageKey;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody has been told, newest first; several alike about one thing are one line. */
@Service
class NoticePages {

    private static final int ROWS = 50;

    /** Which rows belong together: those read apart from those not read, so that what is new stands out. */
    private static final String GROUP =
            "kind, subject, read_at is null, case when kind = any(:grouped::text[]) then 0 else id end";

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    NoticePages(JdbcClient jdbc, MessageSource messages, Dates dates, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * A page of them.
     *
     * @param unread how many there are in all that are not read
     * @param zone of the reader's home place
     * @param next the key of the page after this one, or null at the end
     */
    record Listing(
            List<NoticeView> notices,
            long unread,
            ZoneId zone,
            @Nullable PageKey next) {}

    @Transactional(readOnly = true)
    Listing page(long librarian, @Nullable PageKey key, Locale language) {
        List<NoticeView> rows = jdbc.sql("""
                        with one as (
                            select max(id) as id, count(distinct coalesce(actor_id::text, actor_name)) as people
                            from notice where librarian_id = :librarian and kind = any(:known::text[]) group by """ + " " + GROUP + """
                         having max(id) < :before order by max(id) desc limit :limit)
                        select n.id, n.kind, n.actor_name, n.title, n.path, n.words, n.created_at, n.read_at, one.people
                        from one join notice n on n.id = one.id order by n.id desc""")
                .param("librarian", librarian)
                .param("grouped", Kind.groupedNames())
                .param("known", Kind.known())
                .param("before", key == null ? Long.MAX_VALUE : key.number(0))
                .param("limit", ROWS + 1)
                .query((row, n) -> view(row, language))
                .list();
        boolean more = rows.size() > ROWS;
        List<NoticeView> shown = more ? rows.subList(0, ROWS) : rows;
        record Reader(long unread, String zone) {}
        Reader reader = jdbc.sql(
                        "select (select count(*) from notice n where n.librarian_id = l.id and n.read_at is null)"
                                + " as unread, p.zone from librarian l join place p on p.id = l.place_id where l.id = ?")
                .param(librarian)
                .query(Reader.class)
                .single();
        return new Listing(
                shown,
                reader.unread(),
                ZoneId.of(reader.zone()),
                more ? PageKey.of(shown.get(ROWS - 1).id()) : null);
    }

    private NoticeView view(ResultSet row, Locale language) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        String actor = row.getString("actor_name");
        Object[] words = Word.fill(
                actor.isEmpty() ? messages.getMessage("notice.nobody", null, language) : actor,
                row.getString("title"),
                row.getString("words"),
                language,
                dates);
        long people = row.getLong("people");
        boolean many = kind.grouped() && people > 1;
        if (many) {
            words[0] = people;
        }
        return new NoticeView(
                row.getLong("id"),
                messages.getMessage(kind.messages() + (many ? ".many" : ".title"), words, language),
                row.getString("path"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("read_at") == null);
    }

    @Transactional(readOnly = true)
    long unread(long librarian) {
        return jdbc.sql("select count(*) from notice where librarian_id = ? and read_at is null")
                .param(librarian)
                .query(Long.class)
                .single();
    }

    /** All up to the newest that the reader saw: what came while they looked stays new. */
    @Transactional
    void readAll(long librarian, long upTo) {
        jdbc.sql("update notice set read_at = ? where librarian_id = ? and id <= ? and read_at is null")
                .params(now(), librarian, upTo)
                .update();
    }

    /** One, and those that stand in the same line. Somebody else's is left as it is. */
    @Transactional
    void read(long librarian, long id) {
        jdbc.sql("""
                        update notice n set read_at = :now from notice one
                        where one.id = :id and one.librarian_id = :librarian
                            and n.librarian_id = :librarian and n.read_at is null and n.id <= one.id
                            and (n.id = one.id or n.kind = one.kind and n.subject = one.subject
                                and n.kind = any(:grouped::text[]))""")
                .param("now", now())
                .param("id", id)
                .param("librarian", librarian)
                .param("grouped", Kind.groupedNames())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
