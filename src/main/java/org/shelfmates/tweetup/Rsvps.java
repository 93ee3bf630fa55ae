package org.shelfmates.tweetup;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Rsvps extends Repository<Rsvp, Long> {

    Rsvp save(Rsvp rsvp);

    Optional<Rsvp> findByTweetupIdAndLibrarianId(long tweetupId, long librarianId);

    long countByTweetupIdAndStanding(long tweetupId, Standing standing);

    Optional<Rsvp> findFirstByTweetupIdAndStandingOrderByTurn(long tweetupId, Standing standing);

    @Query(value = "select nextval('rsvp_turn')", nativeQuery = true)
    long nextTurn();
}
