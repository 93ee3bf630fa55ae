package org.shelfmates.notice.told;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.AnswerMarked;
import org.shelfmates.conversation.Subject;
import org.shelfmates.conversation.SubjectKind.Title;
import org.shelfmates.conversation.Subjects;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells that a comment answers a question: who wrote it, and who asked where a moderator says so. */
@Component
class MarksTold {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Audience audience;
    private final Notices notices;

    MarksTold(JdbcClient jdbc, Subjects subjects, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.subjects = subjects;
        this.audience = audience;
        this.notices = notices;
    }

    /** One of the two, and what they are told; nobody who muted the conversation. */
    private record Reader(
            Kind kind,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            String subject,
            String question,
            String answer) {}

    /** Not when it was taken back meanwhile. Who answered their own question is told once, as its writer. */
    private List<Reader> readers(AnswerMarked event) {
        return jdbc.sql("""
                        select told.kind, told.librarian_id, told.guest_id, t.subject, q.body as question, a.body as answer
                        from comment q join comment a on a.id = q.answer_id join thread t on t.id = q.thread_id
                        cross join lateral (values ('MARKED', a.author_id, a.guest_id), ('ANSWER', q.author_id, q.guest_id))
                            told (kind, librarian_id, guest_id)
                        where q.id = :question and a.id = :answer and q.deleted_at is null and a.deleted_at is null
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
        List<Reader> readers = readers(event);
        if (readers.isEmpty()) {
            return;
        }
        Subject subject = Subject.of(readers.get(0).subject());
        Title title = subjects.titles(List.of(subject), event.by()).get(subject);
        if (title == null) {
            return;
        }
        Set<Long> few = subjects.readers(subject).orElse(null);
        for (Reader reader : readers) {
            // of what not everybody may read nobody else is told, and no guest
            if (few == null || reader.librarianId() != null && few.contains(reader.librarianId())) {
                notices.tell(telling(event, reader, subject, title), one(reader.librarianId()), one(reader.guestId()));
            }
        }
    }

    private Telling telling(AnswerMarked event, Reader reader, Subject subject, Title title) {
        return new Telling(
                reader.kind(),
                subject,
                "answer:" + event.questionId() + ":" + event.answerId(),
                title.words(),
                title.path() + "#comment-" + event.answerId(),
                audience.actor(event.by()),
                List.of(Word.text(Excerpt.of(reader.question())), Word.text(Excerpt.of(reader.answer()))));
    }

    private static List<Long> one(@Nullable Long id) {
        return Stream.ofNullable(id).toList();
    }
}
