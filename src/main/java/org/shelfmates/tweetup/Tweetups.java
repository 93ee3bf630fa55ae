package org.shelfmates.tweetup;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Tweetups extends Repository<Tweetup, Long> {

    Tweetup save(Tweetup tweetup);

    Optional<Tweetup> findById(long id);

    /** Locks the row until the transaction ends: every change of places goes through here, one at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Tweetup> findLockedById(long id);

    /** The series that a tweetup belongs to, without loading the tweetup: it may have to wait for its lock. */
    @Query("select t.seriesId from Tweetup t where t.id = :id")
    Optional<Long> seriesOf(long id);

    /** Locks a series until the transaction ends: changes of several of its tweetups go one at a time. */
    @Query(value = "select id from series where id = :series for update", nativeQuery = true)
    Optional<Long> lockSeries(long series);

    /** One of a series and those whose turn comes after it, each locked, in the order of their ids. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from Tweetup t where t.seriesId = :series"
            + " and t.seriesDate >= (select o.seriesDate from Tweetup o where o.id = :id) order by t.id")
    List<Tweetup> findLockedFrom(long series, long id);
}
