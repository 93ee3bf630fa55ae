package org.shelfmates.tweetup.rsvp;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Answer;
import org.shelfmates.tweetup.Standing;
import org.shelfmates.tweetup.Visibility;

/** One person's answer to a tweetup, and the places of their party. The person is a librarian or a guest. */
@Entity
class Rsvp {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long tweetupId;
    private @Nullable Long librarianId;
    private @Nullable Long guestId;

    @Enumerated(EnumType.STRING)
    private Answer answer = Answer.NOT_GOING;

    @Enumerated(EnumType.STRING)
    private @Nullable Standing standing;

    private long turn;
    private int companions;

    @ElementCollection
    @CollectionTable(name = "rsvp_part", joinColumns = @JoinColumn(name = "rsvp_id"))
    @Column(name = "part_id")
    private Set<Long> parts = new HashSet<>();

    private String note = "";

    @Enumerated(EnumType.STRING)
    private Visibility visibleTo = Visibility.EVERYONE;

    private boolean shareEmail;
    private @Nullable Instant heldUntil;
    private @Nullable Boolean attended;
    private Instant answeredAt;
    private @Nullable Instant reconfirmedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Rsvp() {}

    private Rsvp(long tweetupId, @Nullable Long librarianId, @Nullable Long guestId, Instant now) {
        this.tweetupId = tweetupId;
        this.librarianId = librarianId;
        this.guestId = guestId;
        this.answeredAt = now;
    }

    static Rsvp ofLibrarian(long tweetupId, long librarianId, Instant now) {
        return new Rsvp(tweetupId, librarianId, null, now);
    }

    static Rsvp ofGuest(long tweetupId, long guestId, Instant now) {
        return new Rsvp(tweetupId, null, guestId, now);
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

    /** @return whether confirmed places are free now */
    boolean stayAway(Answer answer, Instant now) {
        boolean freed = confirmed();
        if (this.answer != answer || standing != null) {
            answeredAt = now;
        }
        this.answer = answer;
        standing = null;
        heldUntil = null;
        return freed;
    }

    void promote() {
        standing = Standing.CONFIRMED;
    }

    /** @param withParts whether the tweetup has parts: most have none, and then they are not even read */
    void bring(int companions, Set<Long> chosen, boolean withParts) {
        this.companions = companions;
        if (withParts && !parts.equals(chosen)) {
            parts.clear();
            parts.addAll(chosen);
        }
    }

    /** What it says now. */
    Wish wish() {
        return new Wish(answer, companions, Set.copyOf(parts), note, visibleTo, shareEmail);
    }

    /** Puts in what others read of it. */
    void say(String note, Visibility visibleTo, boolean shareEmail) {
        this.note = note;
        this.visibleTo = visibleTo;
        this.shareEmail = shareEmail;
    }

    /** An answer was sent, be it the one that was there: they know of all changes up to now. */
    void reconfirm(Instant now) {
        reconfirmedAt = now;
    }

    /** The places are a guest's who has not confirmed yet, until then. */
    void hold(Instant until) {
        heldUntil = until;
    }

    /** The guest has confirmed. */
    void keep() {
        heldUntil = null;
    }

    /** A guest's answer becomes that of their account, whose address is confirmed: so nothing waits for that any more. */
    void belongTo(long librarian) {
        librarianId = librarian;
        guestId = null;
        heldUntil = null;
    }

    /** They were there. */
    void came() {
        attended = true;
    }

    boolean going() {
        return standing != null;
    }

    boolean confirmed() {
        return standing == Standing.CONFIRMED;
    }

    /** How many places it takes. */
    int size() {
        return 1 + companions;
    }

    Set<Long> parts() {
        return parts;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long tweetupId() {
        return tweetupId;
    }

    @Nullable
    Long guestId() {
        return guestId;
    }
}
