package org.shelfmates.tweetup.rsvp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to mail to guests about their answers. Each letter has a link of its own, which is made with it. */
@NamedInterface("guests")
@Service
public class GuestLetters {

    private final JdbcClient jdbc;
    private final GuestLinks links;

    GuestLetters(JdbcClient jdbc, GuestLinks links) {
        this.jdbc = jdbc;
        this.links = links;
    }

    /** What to mail to a guest who has to confirm; makes the link. Empty when there is nothing to confirm any more. */
    @Transactional
    public Optional<GuestLetter> toConfirm(long wishId) {
        return jdbc.sql("""
                        select g.email, w.name, w.language, t.title, t.zone, w.asked_at, r.held_until
                        from guest_wish w join guest g on g.id = w.guest_id join tweetup t on t.id = w.tweetup_id
                        left join rsvp r on r.tweetup_id = w.tweetup_id and r.guest_id = w.guest_id
                        where w.id = ? and w.used_at is null""")
                .param(wishId)
                .query((row, n) -> {
                    Timestamp held = row.getTimestamp("held_until");
                    Instant askedAt = row.getTimestamp("asked_at").toInstant();
                    return letter(
                            row, links.toConfirm(wishId, askedAt), "confirm", held == null ? null : held.toInstant());
                })
                .optional();
    }

    /** What to mail to a guest whose answer stands; makes a private link. */
    @Transactional
    public Optional<GuestLetter> toManage(long rsvpId) {
        return jdbc.sql("""
                        select g.email, g.name, coalesce((select language from guest_wish
                                where guest_id = g.id order by id desc limit 1), 'en-GB') as language,
                            t.title, t.zone, coalesce(r.standing, r.answer) as state
                        from rsvp r join guest g on g.id = r.guest_id join tweetup t on t.id = r.tweetup_id
                        where r.id = ? and g.email is not null""")
                .param(rsvpId)
                .query((row, n) -> letter(row, links.toManage(rsvpId), row.getString("state"), null))
                .optional();
    }

    private static GuestLetter letter(ResultSet row, String token, String state, @Nullable Instant heldUntil)
            throws SQLException {
        return new GuestLetter(
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("title"),
                "/rsvps/" + token,
                state,
                heldUntil,
                ZoneId.of(row.getString("zone")));
    }
}
