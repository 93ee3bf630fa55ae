package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions that nobody has answered yet, where people are who may be able to. */
@Service
@Transactional(readOnly = true)
public class OpenQuestions {

    private static final int EXCERPT = 160;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenQuestions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param title of the tweetup
     * @param words their beginning, plain; the title where they are marks alone
     */
    public record Question(long id, String title, String words, String writer, Instant at, ZoneId zone) {

        static Question of(ResultSet row) throws SQLException {
            String words = Markdown.plain(row.getString("body"), EXCERPT);
            String title = row.getString("title");
            return new Question(
                    row.getLong("id"),
                    title,
                    words.isBlank() ? title : words,
                    row.getString("writer"),
                    row.getTimestamp("created_at").toInstant(),
                    ZoneId.of(row.getString("zone")));
        }

        /** Where it stands. */
        public String path() {
            return "/comments/" + id;
        }
    }

    /** @param history whether the group has had a tweetup: asked along, for the group's page has many questions to ask */
    public record OfGroup(List<Question> questions, boolean history) {}

    /**
     * Of a group's tweetups, but for those that are cancelled; the newest first.
     *
     * @param viewer who looks, or null
     */
    public OfGroup ofGroup(long groupId, @Nullable Long viewer, int count) {
        AtomicBoolean history = new AtomicBoolean();
        List<Question> questions = jdbc
                .sql("""
                        select past.any, q.* from (select exists (select from tweetup
                            where group_id = :group and state = 'SCHEDULED' and ends_at <= :now) as any) past
                        left join lateral (
                            select c.id, t.title, t.zone, c.body, c.created_at, coalesce(l.name, g.name) as writer
                            from tweetup t join thread h on h.subject = 'tweetup:' || t.id
                            join comment c on c.thread_id = h.id and c.question and c.answer_id is null and c.deleted_at is null
                            left join librarian l on l.id = c.author_id left join guest g on g.id = c.guest_id
                            where t.group_id = :group and t.state <> 'CANCELLED' and {shown}
                            order by c.created_at desc, c.id desc limit :count) q on true
                        order by q.created_at desc, q.id desc""".replace("{shown}", Sight.unblockedId("c.author_id")))
                .param("group", groupId)
                .param("now", Timestamp.from(clock.instant()))
                .param("viewer", viewer, java.sql.Types.BIGINT)
                .param("count", count)
                .query((row, n) -> {
                    history.set(row.getBoolean("any"));
                    return row.getObject("id") == null ? null : Question.of(row);
                })
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
        return new OfGroup(questions, history.get());
    }
}
