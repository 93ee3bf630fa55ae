package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.rsvp.Who;
import org.shelfmates.web.Token;
import org.shelfmates.web.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The links in mails to guests who answer polls, each of them known by its hash alone. */
@Component
class BallotLinks {

    /** How long a guest can confirm a ballot. */
    static final Duration VALID = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;

    BallotLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a link leads: to a ballot, or to all that a guest answers to the polls of a tweetup. */
    record Target(
            @Nullable Long ballotId,
            @Nullable Long tweetupId,
            @Nullable Long guestId,
            boolean expired) {}

    /** @return the token of a link that confirms a ballot, once, for 48 hours from when it was asked for */
    String toConfirm(long ballotId, Instant askedAt) {
        return keep(ballotId, null, null, askedAt.plus(VALID));
    }

    /** @return the token of a link that manages a guest's answers, for as long as they are a guest's */
    String toManage(long tweetupId, long guestId) {
        return keep(null, tweetupId, guestId, null);
    }

    /** @return the path of a new link for each guest who has voted */
    Map<Who, String> toManage(List<Who> guests) {
        var tokens = new Tokens<>(guests);
        return tokens.paths(
                "/votes/",
                jdbc.sql("""
                        insert into ballot_link (token_hash, tweetup_id, guest_id)
                        select decode(l.hash, 'hex'), l.tweetup, l.guest
                        from unnest(:hashes::text[], :tweetups::bigint[], :guests::bigint[]) as l(hash, tweetup, guest)
                        where exists (select from vote v join poll_option o on o.id = v.option_id
                            join poll p on p.id = o.poll_id where p.tweetup_id = l.tweetup and v.guest_id = l.guest)
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

    private String keep(
            @Nullable Long ballotId, @Nullable Long tweetupId, @Nullable Long guestId, @Nullable Instant expiresAt) {
        String token = Token.random();
        jdbc.sql("""
                        insert into ballot_link (token_hash, ballot_id, tweetup_id, guest_id, expires_at)
                        values (:hash, :ballot, :tweetup, :guest, :expires)""")
                .param("hash", Token.hash(token))
                .param("ballot", ballotId, Types.BIGINT)
                .param("tweetup", tweetupId, Types.BIGINT)
                .param("guest", guestId, Types.BIGINT)
                .param("expires", expiresAt == null ? null : Timestamp.from(expiresAt), Types.TIMESTAMP)
                .update();
        return token;
    }

    Optional<Target> find(String token) {
        return jdbc.sql("""
                        select ballot_id, tweetup_id, guest_id, coalesce(expires_at <= ?, false) as expired
                        from ballot_link where token_hash = ?""")
                .params(Timestamp.from(clock.instant()), Token.hash(token))
                .query(Target.class)
                .optional();
    }
}
