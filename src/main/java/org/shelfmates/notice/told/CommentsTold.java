package org.shelfmates.notice.told;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentPosted;
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
    private final Notices notices;

    CommentsTold(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** @param authorId null for a guest */
    private record Posted(
            String kind, long subject, @Nullable Long authorId, String author, String body) {}

    /** Who has the conversation in the ledger, and of which kind the comment is for them. */
    private record Reader(
            @Nullable Long librarianId, @Nullable Long guestId, String kind) {}

    @AfterCommit
    void on(CommentPosted event) {
        jdbc.sql("""
                        select split_part(t.subject, ':', 1) as kind, split_part(t.subject, ':', 2)::bigint as subject,
                            c.author_id, coalesce(l.name, g.name) as author, c.body
                        from comment c join thread t on t.id = c.thread_id
                        left join librarian l on l.id = c.author_id left join guest g on g.id = c.guest_id
                        where c.id = ? and c.deleted_at is null""")
                .param(event.commentId())
                .query(Posted.class)
                .optional()
                .filter(posted -> posted.kind().equals("tweetup"))
                .ifPresent(posted -> tell(event.commentId(), posted));
    }

    /** Each person once, of what concerns them most. */
    private void tell(long comment, Posted posted) {
        About about = About.tweetup(jdbc, posted.subject());
        List<Reader> readers = readers(comment);
        for (Kind kind : List.of(Kind.REPLY, Kind.MENTION, Kind.COMMENT)) {
            List<Reader> told = readers.stream()
                    .filter(reader -> reader.kind().equals(kind.name()))
                    .toList();
            notices.tell(
                    telling(kind, about, comment, posted),
                    told.stream()
                            .map(Reader::librarianId)
                            .filter(Objects::nonNull)
                            .toList(),
                    told.stream().map(Reader::guestId).filter(Objects::nonNull).toList());
        }
    }

    private List<Reader> readers(long comment) {
        return jdbc.sql("""
                        select s.librarian_id, s.guest_id, told.kind
                        from comment c left join comment above on above.id = c.parent_id
                        join subscription s on s.thread_id = c.thread_id and s.level <> 'MUTED'
                            and (s.librarian_id, s.guest_id) is distinct from (c.author_id, c.guest_id)
                        cross join lateral (select case
                            when s.librarian_id = above.author_id or s.guest_id = above.guest_id then 'REPLY'
                            when exists (select from mention m
                                where m.comment_id = c.id and m.librarian_id = s.librarian_id) then 'MENTION'
                            when s.host or s.level = 'FOLLOW' then 'COMMENT' end as kind) told
                        where c.id = ? and told.kind is not null""").param(comment).query(Reader.class).list();
    }

    private static Telling telling(Kind kind, About about, long comment, Posted posted) {
        return about.telling(
                kind,
                "comment:" + comment,
                "#comment-" + comment,
                new Telling.Actor(posted.authorId(), posted.author()),
                Word.text(Excerpt.of(posted.body())));
    }
}
