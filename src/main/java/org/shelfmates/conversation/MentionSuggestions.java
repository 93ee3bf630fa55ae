package org.shelfmates.conversation;

import java.util.List;
import java.util.Locale;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom somebody may mean who begins to write a handle. */
@Service
class MentionSuggestions {

    private static final int SHOWN = 8;

    /** In the order of bytes after every word that begins with what stands before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /**
     * First who wrote in the conversation, or plans what it is about: not who only comes or follows, which not everybody may
     * know. Then others by handle, then by name. Ranges and not patterns, so that the indexes are used whatever is asked.
     */
    static final String SQL = """
            with found as (
                (select 0 as turn, l.id, a.handle, l.name
                from thread t join subscription s on s.thread_id = t.id and (s.host or s.wrote > 0)
                join librarian l on l.id = s.librarian_id join account a on a.id = l.id
                where t.subject = :subject and {unblocked}
                    and (a.handle collate "C" >= :from and a.handle collate "C" < :to
                        or lower(l.name) collate "C" >= :from and lower(l.name) collate "C" < :to)
                order by a.handle limit :most)
                union all
                (select 1, l.id, a.handle, l.name from account a join librarian l on l.id = a.id
                where a.handle collate "C" >= :from and a.handle collate "C" < :to and {unblocked}
                order by a.handle collate "C" limit :most)
                union all
                (select 2, l.id, a.handle, l.name from librarian l join account a on a.id = l.id
                where lower(l.name) collate "C" >= :from and lower(l.name) collate "C" < :to and {unblocked}
                order by lower(l.name) collate "C" limit :most))
            select handle, name from found where id <> :viewer
            group by handle, name order by min(turn), handle limit :shown""".replace("{unblocked}", Sight.unblocked("l"));

    private final JdbcClient jdbc;

    MentionSuggestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Suggestion(String handle, String name) {}

    /** @param beginning of a handle or name, not empty */
    @Transactional(readOnly = true)
    public List<Suggestion> of(Subject subject, String beginning, long viewer) {
        String from = beginning.toLowerCase(Locale.ROOT);
        return jdbc.sql(SQL)
                .param("subject", subject.toString())
                .param("from", from)
                .param("to", from + LAST)
                .param("viewer", viewer)
                .param("most", 2 * SHOWN + 1) // as many as there are when the others were found before
                .param("shown", SHOWN)
                .query(Suggestion.class)
                .list();
    }
}
