package org.shelfmates.notice.digest;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.shelfmates.web.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was asked in the groups of a digest's reader, and nobody has answered: one statement. */
@Service
class Questions {

    private static final int EXCERPT = 120;

    private final JdbcClient jdbc;

    Questions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param words their beginning, plain; the title where they are marks alone
     * @param title of the tweetup
     */
    record Question(long id, String words, String writer, String title) {}

    /**
     * Not the reader's own, nor where they muted the conversation, nor what they are told of otherwise.
     *
     * @param settled as of {@link Digests}
     */
    @Transactional(readOnly = true)
    public List<Question> of(Turn turn, Duration settled, int most) {
        return jdbc.sql("""
                        select c.id, c.body, coalesce(l.name, w.name) as writer, t.title
                        from membership m join tweetup t on t.group_id = m.group_id and t.state <> 'CANCELLED'
                        join thread h on h.subject = 'tweetup:' || t.id
                        join comment c on c.thread_id = h.id and c.question and c.answer_id is null and c.deleted_at is null
                        left join librarian l on l.id = c.author_id left join guest w on w.id = c.guest_id
                        where m.librarian_id = :reader and c.created_at > :since and c.created_at <= :until
                            and c.author_id is distinct from :reader
                            and not exists (select from block
                                where (blocker_id, blocked_id) in ((c.author_id, :reader), (:reader, c.author_id)))
                            and not exists (select from subscription s
                                where s.thread_id = h.id and s.librarian_id = :reader and s.level = 'MUTED')
                            and not exists (select from notice n
                                where n.librarian_id = :reader and n.key = 'comment:' || c.id)
                        order by c.created_at, c.id limit :most""")
                .param("reader", turn.librarianId())
                .param("since", Timestamp.from(turn.since().minus(settled)))
                .param("until", Timestamp.from(turn.due().minus(settled)))
                .param("most", most)
                .query((row, n) -> {
                    String words = Markdown.plain(row.getString("body"), EXCERPT);
                    String title = row.getString("title");
                    return new Question(
                            row.getLong("id"), words.isBlank() ? title : words, row.getString("writer"), title);
                })
                .list();
    }
}
