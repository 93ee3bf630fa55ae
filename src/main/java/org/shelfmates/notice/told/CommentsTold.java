package org.shelfmates.notice.told;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.CommentPosted;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells whom a comment answers, and who plans what it is about. */
@Component
class CommentsTold {

    private static final int EXCERPT = 600;

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    CommentsTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Posted(
            String kind,
            long subject,
            long authorId,
            String author,
            @Nullable Long answered,
            String body) {}

    @AfterCommit
    void on(CommentPosted event) {
        jdbc.sql("""
                        select split_part(t.subject, ':', 1) as kind, split_part(t.subject, ':', 2)::bigint as subject,
                            c.author_id, l.name as author, above.author_id as answered, c.body
                        from comment c join thread t on t.id = c.thread_id join librarian l on l.id = c.author_id
                        left join comment above on above.id = c.parent_id
                        where c.id = ?""")
                .param(event.commentId())
                .query(Posted.class)
                .optional()
                .filter(posted -> posted.kind().equals("tweetup"))
                .ifPresent(posted -> tell(event.commentId(), posted));
    }

    /** Each person once, of what concerns them most. */
    private void tell(long comment, Posted posted) {
        About about = About.tweetup(jdbc, posted.subject());
        List<Long> others = new ArrayList<>(audience.planners(about.id()));
        if (posted.answered() != null) {
            notices.tell(telling(Kind.REPLY, about, comment, posted), List.of(posted.answered()));
            others.remove(posted.answered());
        }
        notices.tell(telling(Kind.COMMENT, about, comment, posted), others);
    }

    private static Telling telling(Kind kind, About about, long comment, Posted posted) {
        return about.telling(
                kind,
                "comment:" + comment,
                "#comment-" + comment,
                new Telling.Actor(posted.authorId(), posted.author()),
                Word.text(excerpt(posted.body())));
    }

    private static String excerpt(String body) {
        int most = Math.min(body.length(), EXCERPT);
        int end = most < body.length() && Character.isHighSurrogate(body.charAt(most - 1)) ? most - 1 : most;
        return body.substring(0, end) + (end < body.length() ? " …" : "");
    }
}
