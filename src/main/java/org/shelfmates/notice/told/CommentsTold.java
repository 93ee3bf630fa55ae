package org.shelfmates.notice.told;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentPosted;
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

/** Tells of a comment whom it answers, whom it names, who plans what it is about, and who follows the conversation. */
@Component
class CommentsTold {

    private final JdbcClient jdbc;
    private final Subjects subjects;
    private final Notices notices;

    CommentsTold(JdbcClient jdbc, Subjects subjects, Notices notices) {
        this.subjects = subjects;
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** @param authorId null for a guest */
    private record Posted(String subject, @Nullable Long authorId, String author, String body) {}

    /** Who has the conversation in the ledger, and of which kind the comment is for them. */
    private record Reader(
            @Nullable Long librarianId, @Nullable Long guestId, String kind) {}

    @AfterCommit
    void on(CommentPosted event) {
        jdbc.sql("""
                        select t.subject, c.author_id, coalesce(l.name, g.name) as author, c.body
                        from comment c join thread t on t.id = c.thread_id
                        left join librarian l on l.id = c.author_id left join guest g on g.id = c.guest_id
                        where c.id = ? and c.deleted_at is null""")
                .param(event.commentId())
                .query(Posted.class)
                .optional()
                .ifPresent(posted -> tell(event.commentId(), posted));
    }

    /** Each person once, of what concerns them most; of what not everybody may read nobody else. */
    private void tell(long comment, Posted posted) {
        Subject subject = Subject.of(posted.subject());
        Title title = subjects.titles(List.of(subject), posted.authorId()).get(subject);
        if (title == null) {
            return;
        }
        Set<Long> few = subjects.readers(subject).orElse(null);
        List<Reader> readers = readers(comment, subjects.letters(subject));
        for (Kind kind : List.of(Kind.MESSAGE, Kind.REPLY, Kind.MENTION, Kind.COMMENT)) {
            List<Reader> told = readers.stream()
                    .filter(reader -> reader.kind().equals(kind.name()))
                    .filter(reader -> few == null || few.contains(reader.librarianId()))
                    .toList();
            notices.tell(
                    telling(kind, subject, title, comment, posted),
                    told.stream()
                            .map(Reader::librarianId)
                            .filter(Objects::nonNull)
                            .toList(),
                    told.stream().map(Reader::guestId).filter(Objects::nonNull).toList());
        }
    }

    private List<Reader> readers(long comment, boolean letters) {
        return jdbc.sql("""
                        select s.librarian_id, s.guest_id, told.kind
                        from comment c left join comment above on above.id = c.parent_id
                        join subscription s on s.thread_id = c.thread_id and s.level <> 'MUTED'
                            and (s.librarian_id, s.guest_id) is distinct from (c.author_id, c.guest_id)
                        cross join lateral (select case
                            when :letters then 'MESSAGE'
                            when s.librarian_id = above.author_id or s.guest_id = above.guest_id then 'REPLY'
                            when exists (select from mention m
                                where m.comment_id = c.id and m.librarian_id = s.librarian_id) then 'MENTION'
                            when s.host or s.level = 'FOLLOW' then 'COMMENT' end as kind) told
                        where c.id = :comment and told.kind is not null""")
                .param("letters", letters)
                .param("comment", comment)
                .query(Reader.class)
                .list();
    }

    private static Telling telling(Kind kind, Subject subject, Title title, long comment, Posted posted) {
        return new Telling(
                kind,
                subject,
                "comment:" + comment,
                title.words(),
                title.path() + "#comment-" + comment,
                new Telling.Actor(posted.authorId(), posted.author()),
                List.of(Word.text(Excerpt.of(posted.body()))));
    }
}
