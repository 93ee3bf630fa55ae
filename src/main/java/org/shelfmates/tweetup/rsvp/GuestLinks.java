package org.shelfmates.tweetup.rsvp;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Token;
import org.shelfmates.web.Tokens;
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

    /** @return the paths of links that manage the answers of guests, for those that stand */
    Map<Who, String> toManage(List<Who> guests) {
        var tokens = new Tokens<>(guests);
        return tokens.paths(
                "/rsvps/",
                jdbc.sql("""
                        insert into guest_link (token_hash, rsvp_id)
                        select decode(l.hash, 'hex'), r.id
                        from unnest(:hashes::text[], :tweetups::bigint[], :guests::bigint[]) as l(hash, tweetup, guest)
                        join rsvp r on r.tweetup_id = l.tweetup and r.guest_id = l.guest and r.held_until is null
                        returning encode(token_hash, 'hex')""")
                        .param("hashes", tokens.hashes())
                        .param(
                                "tweetups",
                                Tokens.array(guests.stream().map(Who::tweetupId).toList()))
                        .param(
                                "guests",
                                Tokens.array(guests.stream().map(Who::guestId).toList()))
                        .query(String.class)
                        .list());
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
