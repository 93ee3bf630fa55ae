package org.shelfmates.tweetup.talk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.Token;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The links in mails that confirm guests' comments, each of them known by its hash alone. */
@Service
public class GuestCommentLinks {

    private static final Duration VALID = Duration.ofHours(48);

    private final JdbcClient jdbc;
    private final Clock clock;

    GuestCommentLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What to mail; makes the link. Empty when there is nothing to confirm any more. */
    @Transactional
    public Optional<GuestCommentLetter> letter(GuestCommentAsked asked) {
        return jdbc.sql("""
                        select g.email, c.name, c.language, c.asked_at, t.title
                        from guest_comment c join guest g on g.id = c.guest_id join tweetup t on t.id = c.tweetup_id
                        where c.id = ? and c.used_at is null""")
                .param(asked.guestCommentId())
                .query((row, n) -> {
                    String token = Token.random();
                    jdbc.sql("insert into guest_comment_link (token_hash, comment_id, expires_at) values (?, ?, ?)")
                            .params(
                                    Token.hash(token),
                                    asked.guestCommentId(),
                                    Timestamp.from(row.getTimestamp("asked_at")
                                            .toInstant()
                                            .plus(VALID)))
                            .update();
                    return new GuestCommentLetter(
                            row.getString("email"),
                            row.getString("name"),
                            row.getString("language"),
                            row.getString("title"),
                            "/guest-comments/" + token);
                })
                .optional();
    }

    /**
     * @param good whether it can still confirm
     * @param mine whether it has, and so is the guest's private page, until an account has claimed what they did
     */
    record Target(long id, long tweetupId, long guestId, boolean good, boolean mine) {}

    /** @throws NotFoundException for a link that was never sent */
    @Transactional(readOnly = true)
    Target find(String token) {
        return jdbc.sql("""
                        select c.id, c.tweetup_id, c.guest_id, l.expires_at > ? and c.used_at is null as good,
                            c.used_at is not null and not exists (
                                select from account a where a.id = g.claimed_by and lower(a.email) = lower(g.email)
                                    and a.email_confirmed_at is not null) as mine
                        from guest_comment_link l join guest_comment c on c.id = l.comment_id join guest g on g.id = c.guest_id
                        where l.token_hash = ?""")
                .params(Timestamp.from(clock.instant()), Token.hash(token))
                .query(Target.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
