package org.shelfmates.group.board;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.group.GroupPage;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.PageKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The posts of a group, to read. */
@Service
@Transactional(readOnly = true)
public class Board {

    /** How many posts can be pinned at once. */
    static final int PINNED = 3;

    private final JdbcClient jdbc;

    Board(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Subject subject(long id) {
        return new Subject("board", id);
    }

    static String pathOf(String group, long id, String slug) {
        return "/groups/" + group + "/board/" + id + "/" + slug;
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<PostCard> posts, @Nullable PageKey next) {}

    /**
     * Those that are pinned, then those that were posted or answered last; to organisers also those of who has blocked them, for
     * they answer for what stands there.
     *
     * @param kind null for all
     * @param viewer who looks, or null
     */
    Listing page(GroupPage group, @Nullable PostKind kind, @Nullable Long viewer, @Nullable PageKey key, int size) {
        List<PostCard> posts = jdbc.sql("""
                        select b.id, b.slug, b.kind, b.title, b.active_at, b.pinned_at is not null as pinned,
                            b.closed_at is not null as closed, b.hidden_at is not null as hidden,
                            b.author_id as person_id, a.handle, l.name as person_name, g.slug as group_slug, p.zone,
                            (select count(*) from thread t join comment c on c.thread_id = t.id
                                where t.subject = 'board:' || b.id and c.deleted_at is null) as answers
                        from (
                            select * from board_post b
                            where group_id = :group and taken_back_at is null and (:organiser or hidden_at is null)
                                and (pinned_at is not null, active_at, id) < (:pinned, :at, :id) and {kind}
                                and (:member or not for_members) and (:organiser or {shown})
                            order by (pinned_at is not null) desc, active_at desc, id desc limit :limit) b
                        join city_group g on g.id = b.group_id join place p on p.id = g.place_id
                        join librarian l on l.id = b.author_id join account a on a.id = l.id
                        order by (b.pinned_at is not null) desc, b.active_at desc, b.id desc""".replace("{kind}", kind == null ? "true" : "kind = '" + kind + "'")
                        .replace("{shown}", Sight.unblockedId("b.author_id")))
                .param("group", group.card().id())
                .param("member", group.standing().member())
                .param("organiser", group.standing().organiser())
                .param("viewer", viewer, Types.BIGINT)
                .param("pinned", key == null || key.number(0) == 1)
                .param("at", Timestamp.from(key == null ? Instant.parse("9999-01-01T00:00:00Z") : key.instant(1)))
                .param("id", key == null ? Long.MAX_VALUE : key.number(2))
                .param("limit", size + 1)
                .query((row, n) -> PostCard.of(row))
                .list();
        boolean more = posts.size() > size;
        List<PostCard> shown = more ? posts.subList(0, size) : posts;
        PostCard last = more ? shown.get(size - 1) : null;
        return new Listing(shown, last == null ? null : PageKey.of(last.pinned() ? 1 : 0, last.activeAt(), last.id()));
    }
}
