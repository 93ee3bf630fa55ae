package org.shelfmates.tweetup.rsvp;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links in mails to guests, each of them known by its hash alone. */
@Component
class GuestLinks {

    /** How long a guest can confirm an answer. */
    static final Duration VALID = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;

    GuestLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a link leads: to a wish, or to an answer. */
    record Target(@Nullable Long wishId, @Nullable Long rsvpId, boolean expired) {}

    /** @return the token of a link that confirms a wish, once, for 48 hours from when it was asked for */
    String toConfirm(long wishId, Instant askedAt) {
        return keep(wishId, null, askedAt.plus(VALID));
    }

    /** @return the token of a link that manages an answer, for as long as there is one */
    String toManage(long rsvpId) {
        return keep(null, rsvpId, null);
    }

    private String keep(@Nullable Long wishId, @Nullable Long rsvpId, @Nullable Instant expiresAt) {
        String token = Token.random();
        jdbc.sql(
                        "insert into guest_link (token_hash, wish_id, rsvp_id, expires_at) values (:hash, :wish, :rsvp, :expires)")
                .param("hash", Token.hash(token))
                .param("wish", wishId, Types.BIGINT)
                .param("rsvp", rsvpId, Types.BIGINT)
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt), Types.TIMESTAMP)
                .update();
        return token;
    }

    Optional<Target> find(String token) {
        return jdbc.sql("""
                        select wish_id, rsvp_id, coalesce(expires_at <= ?, false) as expired from guest_link
                        where token_hash = ?""")
                .params(Timestamp.from(clock.instant()), Token.hash(token))
                .query(Target.class)
                .optional();
    }
}
