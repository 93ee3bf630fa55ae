package org.shelfmates.tweetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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

    OpenQuestions(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /**
     * Of a group's tweetups, but for those that are cancelled; the newest first.
     *
     * @param viewer who looks, or null
     */
    public List<Question> ofGroup(long groupId, @Nullable Long viewer, int count) {
        return jdbc.sql("""
                        select c.id, t.title, t.zone, c.body, c.created_at, coalesce(l.name, g.name) as writer
                        from tweetup t join thread h on h.subject = 'tweetup:' || t.id
                        join comment c on c.thread_id = h.id and c.question and c.answer_id is null and c.deleted_at is null
                        left join librarian l on l.id = c.author_id left join guest g on g.id = c.guest_id
                        where t.group_id = :group and t.state <> 'CANCELLED' and\s""" + Sight.unblockedId("c.author_id") + """

                        order by c.created_at desc, c.id desc limit :count""")
                .param("group", groupId)
                .param("viewer", viewer, java.sql.Types.BIGINT)
                .param("count", count)
                .query((row, n) -> Question.of(row))
                .list();
    }
}
