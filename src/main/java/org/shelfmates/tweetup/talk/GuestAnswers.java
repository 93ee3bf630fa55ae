package org.shelfmates.tweetup.talk;

import java.util.Locale;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What guests say who have proved otherwise than by a link who they are: they answered a mail that only they got. */
@Service
public class GuestAnswers {

    private final GuestTalk talk;
    private final JdbcClient jdbc;

    GuestAnswers(GuestTalk talk, JdbcClient jdbc) {
        this.talk = talk;
        this.jdbc = jdbc;
    }

    /**
     * Posts it, or keeps it for a planner where the tweetup's planners want that.
     *
     * @throws NotFoundException when there is no such tweetup, or no such guest with a confirmed address
     * @throws org.shelfmates.conversation.CommentDeletedException when it answers a comment that is deleted
     */
    @Transactional
    public void say(long tweetupId, long guestId, Locale language, CommentForm form) {
        GuestBrowsers.Known guest = jdbc.sql("select id, name from guest where id = ? and confirmed_at is not null")
                .param(guestId)
                .query(GuestBrowsers.Known.class)
                .optional()
                .orElseThrow(NotFoundException::new);
        talk.say(tweetupId, guest, language, form);
    }
}
