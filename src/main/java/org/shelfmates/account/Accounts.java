package org.shelfmates.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<Account, Long> {

    Account saveAndFlush(Account account);

    Optional<Account> findById(long id);

    Optional<Account> findByHandle(String handle);

    boolean existsByHandle(String handle);

    /** The account that owns an address, or else the newest that claims it. */
    @Query("from Account where lower(email) = lower(:email) order by emailConfirmedAt nulls last, id desc limit 1")
    Optional<Account> findByEmail(String email);

    @Query("select count(*) > 0 from Account where lower(email) = lower(:email) and emailConfirmedAt is not null")
    boolean existsConfirmed(String email);
}
