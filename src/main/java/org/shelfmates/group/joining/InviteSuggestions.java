package org.shelfmates.group.joining;

import java.util.List;
import java.util.Locale;
import org.shelfmates.group.Organisers;
import org.shelfmates.librarian.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom an organiser may mean who begins to write a handle or a name: first whose handle it is, then those whom they follow. */
@Service
class InviteSuggestions {

    private static final int SHOWN = 8;

    /** Of each kind, since some of them belong to the group or are blocked. */
    private static final int LOOKED_AT = 50;

    /** In the order of bytes after every word that begins with what stands before it. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    /** Ranges and not patterns, so that the indexes are used whatever is asked. */
    private static final String SQL = """
            with found as (
                (select 0 as turn, l.id, a.handle, l.name
                from follow f join librarian l on l.id = f.followed_id join account a on a.id = l.id
                where f.follower_id = :viewer and (a.handle collate "C" >= :from and a.handle collate "C" < :to
                    or lower(l.name) collate "C" >= :from and lower(l.name) collate "C" < :to)
                order by a.handle limit :most)
                union all
                (select 1, l.id, a.handle, l.name from account a join librarian l on l.id = a.id
                where a.handle collate "C" >= :from and a.handle collate "C" < :to
                order by a.handle collate "C" limit :most)
                union all
                (select 2, l.id, a.handle, l.name from librarian l join account a on a.id = l.id
                where lower(l.name) collate "C" >= :from and lower(l.name) collate "C" < :to
                order by lower(l.name) collate "C" limit :most))
            select handle, name from found l
            where not exists (select from membership where group_id = :group and librarian_id = l.id)
                and not exists (select from group_invitation where group_id = :group and librarian_id = l.id)
                and not exists (select from block where blocker_id = :viewer and blocked_id = l.id)
                and {unblocked}
            group by handle, name order by handle = :from desc, min(turn), handle limit :shown""".replace("{unblocked}", Sight.unblocked("l"));

    private final Organisers organisers;
    private final JdbcClient jdbc;

    InviteSuggestions(Organisers organisers, JdbcClient jdbc) {
        this.organisers = organisers;
        this.jdbc = jdbc;
    }

    record Suggestion(String handle, String name) {}

    /**
     * @param beginning of a handle or name, not empty
     * @throws org.springframework.security.access.AccessDeniedException for anybody but an organiser
     */
    @Transactional(readOnly = true)
    public List<Suggestion> of(String slug, String beginning, long viewer) {
        long group = organisers.require(slug, viewer);
        String from = beginning.toLowerCase(Locale.ROOT);
        return jdbc.sql(SQL)
                .param("group", group)
                .param("from", from)
                .param("to", from + LAST)
                .param("viewer", viewer)
                .param("most", LOOKED_AT)
                .param("shown", SHOWN)
                .query(Suggestion.class)
                .list();
    }
}
