package org.shelfmates.tweetup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One librarian's answer to a tweetup, and their place. */
@Entity
class Rsvp {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long tweetupId;
    private long librarianId;

    @Enumerated(EnumType.STRING)
    private Answer answer = Answer.NOT_GOING;

    @Enumerated(EnumType.STRING)
    private @Nullable Standing standing;

    private long turn;
    private String note = "";
    private Instant answeredAt;
    private @Nullable Instant reconfirmedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Rsvp() {}

    Rsvp(long tweetupId, long librarianId, Instant now) {
        this.tweetupId = tweetupId;
        this.librarianId = librarianId;
        this.answeredAt = now;
    }

    /**
     * Asks to come.
     *
     * @param turn of whom asked before and after; who asks again after having declined stands at the end
     */
    void come(boolean room, long turn, Instant now) {
        answer = Answer.GOING;
        standing = room ? Standing.CONFIRMED : Standing.WAITING;
        this.turn = turn;
        answeredAt = now;
    }

    /** @return whether a confirmed place is free now */
    boolean stayAway(Answer answer, Instant now) {
        boolean freed = standing == Standing.CONFIRMED;
        if (this.answer != answer || standing != null) {
            answeredAt = now;
        }
        this.answer = answer;
        standing = null;
        return freed;
    }

    void promote() {
        standing = Standing.CONFIRMED;
    }

    /** An answer was sent, be it the one that was there: they know of all changes up to now. */
    void reconfirm(Instant now) {
        reconfirmedAt = now;
    }

    void note(String note) {
        this.note = note;
    }

    boolean going() {
        return standing != null;
    }
}
