package org.shelfmates.notice.told;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.shelfmates.tweetup.GuestAnswered;
import org.shelfmates.tweetup.RsvpAnswered;
import org.shelfmates.tweetup.RsvpPromoted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells people how their own answer stands, and planners that somebody comes. */
@Component
class AnswersTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    AnswersTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    /** Somebody who is going. */
    private record Going(
            long id,
            long tweetupId,
            @Nullable Long librarianId,
            @Nullable Long guestId,
            String standing,
            long turn,
            String name) {

        private boolean confirmed() {
            return standing.equals("CONFIRMED");
        }
    }

    private Optional<Going> going(long rsvp) {
        return jdbc.sql("""
                        select r.id, r.tweetup_id, r.librarian_id, r.guest_id, r.standing, r.turn,
                            coalesce(l.name, g.name) as name
                        from rsvp r left join librarian l on l.id = r.librarian_id left join guest g on g.id = r.guest_id
                        where r.id = ? and r.standing is not null and r.held_until is null""").param(rsvp).query(Going.class).optional();
    }

    /** A receipt for who answered, with the date for their calendar; and the planners hear of it. */
    @AfterCommit
    void on(RsvpAnswered event) {
        going(event.rsvpId()).ifPresent(going -> {
            About about = About.tweetup(jdbc, going.tweetupId());
            if (going.librarianId() != null) {
                notices.tell(
                        about.telling(
                                Kind.RECEIPT,
                                "receipt:" + going.id() + ":" + going.turn(),
                                null,
                                about.when(),
                                Word.text(about.venue()),
                                Word.number(going.confirmed() ? 1 : 0)),
                        List.of(going.librarianId()));
            }
            tellPlanners(about, going);
        });
    }

    /** The guest's own mail is GuestMails'. */
    @AfterCommit
    void on(GuestAnswered event) {
        going(event.rsvpId()).ifPresent(going -> tellPlanners(About.tweetup(jdbc, going.tweetupId()), going));
    }

    private void tellPlanners(About about, Going going) {
        notices.tell(
                about.telling(
                        Kind.ANSWERED,
                        "answered:" + going.id(),
                        "/attendees",
                        new Telling.Actor(going.librarianId(), going.name())),
                audience.planners(about.id()));
    }

    @AfterCommit
    void on(RsvpPromoted event) {
        going(event.rsvpId()).filter(Going::confirmed).ifPresent(going -> {
            About about = About.tweetup(jdbc, going.tweetupId());
            if (!about.scheduled()) {
                return;
            }
            notices.tell(
                    about.telling(
                            Kind.PROMOTED,
                            "promoted:" + going.id() + ":" + going.turn(),
                            null,
                            about.when(),
                            Word.text(about.venue())),
                    going.librarianId() == null ? List.of() : List.of(going.librarianId()),
                    going.guestId() == null ? List.of() : List.of(going.guestId()));
        });
    }
}
