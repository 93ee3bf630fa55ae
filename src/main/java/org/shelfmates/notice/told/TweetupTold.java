package org.shelfmates.notice.told;

import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Word;
import org.shelfmates.tweetup.ReminderDue;
import org.shelfmates.tweetup.TweetupCancelled;
import org.shelfmates.tweetup.TweetupChanged;
import org.shelfmates.tweetup.TweetupHappened;
import org.shelfmates.tweetup.TweetupReopened;
import org.shelfmates.tweetup.TweetupScheduled;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells who has to do with a tweetup what becomes of it. */
@Component
class TweetupTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    TweetupTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    /** Who answered, the invitation or a poll, and the planners. */
    private Audience.People concerned(About about) {
        return audience.answered(about.id()).and(audience.voted(about.id())).and(audience.planners(about.id()));
    }

    @AfterCommit
    void on(TweetupScheduled event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (!about.scheduled()) {
            return;
        }
        // guests who can come are asked by BallotMails, with the link by which they say so
        var people = concerned(about).without(audience.askedToCome(about.id()));
        notices.tell(
                about.telling(
                        Kind.SCHEDULED,
                        "scheduled:" + about.id() + ":" + about.startsAt(),
                        audience.actor(event.by()),
                        about.when(),
                        Word.text(about.venue())),
                people.librarians(),
                people.guests());
    }

    @AfterCommit
    void on(TweetupChanged event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (about.cancelled()) {
            return;
        }
        jdbc.sql("""
                        select librarian_id, old_start, old_venue, new_start, new_venue, reason from change where id = ?""")
                .param(event.changeId())
                .query((row, n) -> about.telling(
                        Kind.CHANGED,
                        "changed:" + event.changeId(),
                        audience.actor(row.getObject("librarian_id", Long.class)),
                        Word.moment(row.getTimestamp("old_start").toInstant(), about.zone()),
                        Word.text(row.getString("old_venue")),
                        Word.moment(row.getTimestamp("new_start").toInstant(), about.zone()),
                        Word.text(row.getString("new_venue")),
                        Word.text(row.getString("reason"))))
                .optional()
                .ifPresent(telling -> {
                    var people = audience.answered(about.id()).and(audience.planners(about.id()));
                    notices.tell(telling, people.librarians(), people.guests());
                });
    }

    @AfterCommit
    void on(TweetupCancelled event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (!about.cancelled()) {
            return;
        }
        var people = concerned(about);
        notices.tell(
                about.telling(
                        Kind.CANCELLED,
                        "cancelled:" + about.id() + ":" + about.cancelledAt(),
                        audience.actor(event.by()),
                        about.when(),
                        Word.text(about.because())),
                people.librarians(),
                people.guests());
    }

    /** To all who were told that it does not take place. */
    @AfterCommit
    void on(TweetupReopened event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (about.cancelled()) {
            return;
        }
        var people = concerned(about);
        notices.tell(
                about.telling(
                        Kind.REOPENED,
                        "reopened:" + about.id() + ":" + event.at(),
                        audience.actor(event.by()),
                        about.when(),
                        Word.text(about.venue())),
                people.librarians(),
                people.guests());
    }

    /** To who has a place, who can give it back with one click. */
    @AfterCommit
    void on(ReminderDue event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        if (!about.scheduled()) {
            return;
        }
        var people = audience.confirmed(about.id());
        notices.tell(
                about.telling(
                        Kind.REMINDER,
                        "reminder:" + about.id() + ":" + event.hours() + ":" + about.startsAt(),
                        null,
                        about.when(),
                        Word.text(about.venue())),
                people.librarians(),
                people.guests());
    }

    /** To who came: the words and pictures, and whom they met. */
    @AfterCommit
    void on(TweetupHappened event) {
        About about = About.tweetup(jdbc, event.tweetupId());
        notices.tell(
                about.telling(Kind.HAPPENED, "happened:" + about.id() + ":" + about.startsAt(), null),
                audience.came(about.id()));
    }
}
