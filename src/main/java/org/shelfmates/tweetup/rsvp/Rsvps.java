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

    @Query(value = "select nextval('rsvp_turn')", nativeQuery = true)
    long nextTurn();
}
