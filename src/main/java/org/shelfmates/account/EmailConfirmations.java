package org.shelfmates.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Token;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links that prove that an address is read by the account's owner: 192 random bits, once, 48 hours, hashed at rest. */
@Service
public class EmailConfirmations {

    private static final Duration VALID = Duration.ofHours(48);

    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EmailConfirmations(Accounts accounts, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What to mail to a new or changed address.
     *
     * @param handle of the account that claims it
     * @param token to put into the link, or null when the address is somebody else's, who is to be told so instead
     */
    public record Letter(
            String handle, String email, @Nullable String token) {}

    /** @return empty when there is nothing to confirm any more */
    @Transactional
    public Optional<Letter> write(long accountId) {
        return accounts.findById(accountId)
                .filter(account -> !account.emailConfirmed())
                .map(account -> new Letter(
                        account.handle(),
                        account.email(),
                        accounts.existsConfirmed(account.email()) ? null : newToken(account)));
    }

    private String newToken(Account account) {
        String token = Token.random();
        jdbc.sql("delete from email_confirmation where expires_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("insert into email_confirmation (token_hash, account_id, email, expires_at) values (?, ?, ?, ?)")
                .params(
                        Token.hash(token),
                        account.id(),
                        account.email(),
                        Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return token;
    }

    /** Asks for another mail, if the address is not confirmed yet. */
    @Transactional
    public void askAgain(long accountId) {
        events.publishEvent(ConfirmationRequested.of(accountId));
    }

    private record Claim(long accountId, String email) {}

    /**
     * Uses a link up; of two at once, one wins.
     *
     * @return whether the address is confirmed now: not when the link is used up or old, or somebody else has confirmed it
     */
    @Transactional
    public boolean confirm(String token) {
        Optional<Claim> claim = jdbc.sql(
                        "delete from email_confirmation where token_hash = ? and expires_at > ? returning account_id, email")
                .params(Token.hash(token), Timestamp.from(clock.instant()))
                .query(Claim.class)
                .optional();
        return claim.filter(won -> belongsToNobody(won.email()))
                .flatMap(won -> accounts.findById(won.accountId()))
                .map(account -> account.confirmEmail(claim.get().email(), clock.instant()))
                .orElse(false);
    }

    /** Looked up behind a lock on the address: of two accounts that confirm it at once, the second sees the first. */
    private boolean belongsToNobody(String email) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(lower(?)))")
                .param(email)
                .query((row, n) -> "")
                .single();
        return !accounts.existsConfirmed(email);
    }
}
