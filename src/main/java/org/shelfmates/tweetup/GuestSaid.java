package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentView;
import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a guest said, for their private pages: in conversations, and what still waits for a planner. */
@Service
class GuestSaid {

    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final Markdown markdown;
    private final Clock clock;

    GuestSaid(JdbcClient jdbc, Markdown markdown, Clock clock) {
        this.jdbc = jdbc;
        this.markdown = markdown;
        this.clock = clock;
    }

    /**
     * One comment.
     *
     * @param id null while it waits for a planner
     * @param title of the tweetup
     * @param html safe to put into a page as it is
     * @param editable whether it can still be edited
     */
    public record Said(
            @Nullable Long id, String title, String path, ZoneId zone, String html, Instant at, boolean editable) {}

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Said> of(long guest) {
        return jdbc.sql("""
                        select said.*, t.title, t.slug, t.zone from (
                            select c.id, split_part(h.subject, ':', 2)::bigint as tweetup, c.body, c.created_at as at
                            from comment c join thread h on h.id = c.thread_id
                            where c.guest_id = :guest and c.deleted_at is null and h.subject like 'tweetup:%'
                            union all
                            select null, tweetup_id, body, asked_at from guest_comment
                            where guest_id = :guest and used_at is not null and done_at is null) said
                        join tweetup t on t.id = said.tweetup
                        order by said.at desc, said.id desc limit :most""")
                .param("guest", guest)
                .param("most", MOST)
                .query((row, n) -> said(row))
                .list();
    }

    private Said said(ResultSet row) throws SQLException {
        Long id = row.getObject("id", Long.class);
        Instant at = row.getTimestamp("at").toInstant();
        return new Said(
                id,
                row.getString("title"),
                "/tweetups/" + row.getLong("tweetup") + "/" + row.getString("slug"),
                ZoneId.of(row.getString("zone")),
                markdown.html(row.getString("body")),
                at,
                id != null && clock.instant().isBefore(at.plus(CommentView.EDITABLE)));
    }
}
