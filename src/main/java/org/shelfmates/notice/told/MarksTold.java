package org.shelfmates.notice.told;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.AnswerMarked;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells that a comment answers a question: who wrote it, and who asked where a planner says so. */
@Component
class MarksTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    MarksTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    /** One of the two, and what they are told; nobody who muted the conversation. */
    private record Reader(
            Kind kind,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            long tweetup,
            String question,
            String answer) {}

    /** Not when it was taken back meanwhile. Who answered their own question is told once, as its writer. */
    private List<Reader> readers(AnswerMarked event) {
        return jdbc.sql("""
                        select told.kind, told.librarian_id, told.guest_id, split_part(t.subject, ':', 2)::bigint as tweetup,
                            q.body as question, a.body as answer
                        from comment q join comment a on a.id = q.answer_id join thread t on t.id = q.thread_id
                        cross join lateral (values ('MARKED', a.author_id, a.guest_id), ('ANSWER', q.author_id, q.guest_id))
                            told (kind, librarian_id, guest_id)
                        where q.id = :question and a.id = :answer and t.subject like 'tweetup:%'
                            and q.deleted_at is null and a.deleted_at is null
                            and (told.kind = 'MARKED'
                                or (q.author_id, q.guest_id) is distinct from (a.author_id, a.guest_id))
                            and not exists (select from subscription s where s.thread_id = t.id and s.level = 'MUTED'
                                and (s.librarian_id = told.librarian_id or s.guest_id = told.guest_id))""")
                .param("question", event.questionId())
                .param("answer", event.answerId())
                .query(Reader.class)
                .list();
    }

    @AfterCommit
    void on(AnswerMarked event) {
        for (Reader reader : readers(event)) {
            notices.tell(
                    About.tweetup(jdbc, reader.tweetup())
                            .telling(
                                    reader.kind(),
                                    "answer:" + event.questionId() + ":" + event.answerId(),
                                    "#comment-" + event.answerId(),
                                    audience.actor(event.by()),
                                    Word.text(Excerpt.of(reader.question())),
                                    Word.text(Excerpt.of(reader.answer()))),
                    one(reader.librarianId()),
                    one(reader.guestId()));
        }
    }

    private static List<Long> one(@Nullable Long id) {
        return Stream.ofNullable(id).toList();
    }
}
