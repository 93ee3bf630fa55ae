package org.shelfmates.account;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Account> findLockedById(long id);

    Optional<Account> findByHandle(String handle);

    boolean existsByHandle(String handle);

    @Query(nativeQuery = true, value = "select exists (select from past_handle where handle = :handle)")
    boolean existsPastHandle(String handle);

    /** The account that owns an address, or else the newest that claims it. */
    @Query("from Account where lower(email) = lower(:email) order by emailConfirmedAt nulls last, id desc limit 1")
    Optional<Account> findByEmail(String email);

    @Query("select count(*) > 0 from Account where lower(email) = lower(:email) and emailConfirmedAt is not null")
    boolean existsConfirmed(String email);
}
