package org.shelfmates.tweetup;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface Tweetups extends Repository<Tweetup, Long> {

    Tweetup save(Tweetup tweetup);

    Optional<Tweetup> findById(long id);

    /** Locks the row until the transaction ends: every change of places goes through here, one at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Tweetup> findLockedById(long id);
}
