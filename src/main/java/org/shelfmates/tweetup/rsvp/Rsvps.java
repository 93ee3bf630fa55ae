package org.shelfmates.tweetup.rsvp;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Rsvps extends Repository<Rsvp, Long> {

    Rsvp save(Rsvp rsvp);

    void delete(Rsvp rsvp);

    void flush();

    Optional<Rsvp> findById(long id);

    Optional<Rsvp> findByTweetupIdAndLibrarianId(long tweetupId, long librarianId);

    Optional<Rsvp> findByTweetupIdAndGuestId(long tweetupId, long guestId);

    /** Whether all who plan a tweetup have blocked somebody. */
    @Query(value = """
            select count(*) > 0 and count(*) = count(b.blocker_id) from planner p
            left join block b on b.blocker_id = p.librarian_id and b.blocked_id = :librarian
            where p.tweetup_id = :tweetup""", nativeQuery = true)
    boolean unwelcome(long tweetup, long librarian);

    @Query(value = "select nextval('rsvp_turn')", nativeQuery = true)
    long nextTurn();
}
