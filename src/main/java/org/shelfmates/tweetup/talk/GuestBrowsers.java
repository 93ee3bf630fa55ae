package org.shelfmates.tweetup.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.web.Settings;
import org.shelfmates.web.Token;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that guests confirmed their address in, by a cookie of which only the hash is kept. */
@Service
class GuestBrowsers {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Settings settings;
    private final Clock clock;

    GuestBrowsers(JdbcClient jdbc, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** A guest whose address is confirmed. */
    record Known(long id, String name) {}

    /** The name of the cookie. */
    String cookie() {
        return settings.https() ? "__Host-GUEST" : "GUEST";
    }

    @Transactional
    ResponseCookie remember(long guestId) {
        String token = Token.random();
        jdbc.sql("insert into guest_browser (token_hash, guest_id, expires_at) values (?, ?, ?)")
                .params(
                        Token.hash(token),
                        guestId,
                        Timestamp.from(clock.instant().plus(REMEMBERED)))
                .update();
        return cookie(token, REMEMBERED);
    }

    /** @param token from the cookie, or null where there is none */
    @Transactional(readOnly = true)
    Optional<Known> known(@Nullable String token) {
        return token == null
                ? Optional.empty()
                : jdbc.sql("""
                                select g.id, g.name from guest_browser b join guest g on g.id = b.guest_id
                                where b.token_hash = ? and b.expires_at > ? and g.confirmed_at is not null""")
                        .params(Token.hash(token), Timestamp.from(clock.instant()))
                        .query(Known.class)
                        .optional();
    }

    @Transactional
    ResponseCookie forget(@Nullable String token) {
        if (token != null) {
            jdbc.sql("delete from guest_browser where token_hash = ?")
                    .param(Token.hash(token))
                    .update();
        }
        return cookie("", Duration.ZERO);
    }

    /** What was a guest's is an account's, which signs in. */
    void forgetAll(long guestId) {
        jdbc.sql("delete from guest_browser where guest_id = ?").param(guestId).update();
    }

    private ResponseCookie cookie(String value, Duration age) {
        return ResponseCookie.from(cookie(), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.https())
                .sameSite("Lax")
                .maxAge(age)
                .build();
    }
}
