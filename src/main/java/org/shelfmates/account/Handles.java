package org.shelfmates.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.shelfmates.web.NotFoundException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives accounts other handles. What they had is kept for them for ever. */
@Service
public class Handles {

    /** As a regular expression: no letter of it looks like another alphabet's. */
    public static final String PATTERN = "[a-z0-9][a-z0-9-]{1,28}[a-z0-9]";

    public static final int MOST_CHANGES = 3;
    public static final Duration PER = Duration.ofDays(30);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final Clock clock;

    Handles(Accounts accounts, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It has been changed {@link #MOST_CHANGES} times of late. */
    public static class ChangedOftenException extends RuntimeException {}

    /**
     * @param handle in lower case, as {@link #PATTERN} wants it; one's own from before may be had again
     * @throws HandleTakenException when somebody has it or had it, even if only just now; nothing is written then
     * @throws ChangedOftenException when it was changed too often; nothing is written then
     */
    @Transactional
    public void change(long accountId, String handle) {
        Account account = accounts.findLockedById(accountId).orElseThrow(NotFoundException::new);
        if (account.handle().equals(handle)) {
            return;
        }
        if (changes(accountId) >= MOST_CHANGES) {
            throw new ChangedOftenException();
        }
        jdbc.sql("insert into past_handle (handle, account_id, left_at) values (?, ?, ?)")
                .params(account.handle(), accountId, Timestamp.from(clock.instant()))
                .update();
        try {
            account.rename(handle);
            accounts.saveAndFlush(account);
        } catch (DataIntegrityViolationException e) {
            throw new HandleTakenException(e);
        }
    }

    private long changes(long accountId) {
        return jdbc.sql("select count(*) from past_handle where account_id = ? and left_at > ?")
                .params(accountId, Timestamp.from(clock.instant().minus(PER)))
                .query(Long.class)
                .single();
    }
}
