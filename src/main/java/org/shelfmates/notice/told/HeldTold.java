package org.shelfmates.notice.told;

import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.tweetup.talk.GuestCommentHeld;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells planners that what a guest said waits for them. */
@Component
class HeldTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    HeldTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Held(long tweetupId, String name, String body) {}

    /** Not when one of them has decided already. */
    @AfterCommit
    void on(GuestCommentHeld event) {
        jdbc.sql(
                        "select tweetup_id, name, body from guest_comment where id = ? and used_at is not null and done_at is null")
                .param(event.guestCommentId())
                .query(Held.class)
                .optional()
                .ifPresent(held -> notices.tell(
                        About.tweetup(jdbc, held.tweetupId())
                                .telling(
                                        Kind.HELD,
                                        "held:" + event.guestCommentId(),
                                        "/guest-comments",
                                        new Telling.Actor(null, held.name()),
                                        Word.text(Excerpt.of(held.body()))),
                        audience.planners(held.tweetupId())));
    }
}
