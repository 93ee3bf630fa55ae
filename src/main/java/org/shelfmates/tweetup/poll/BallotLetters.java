package org.shelfmates.tweetup.poll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shelfmates.tweetup.rsvp.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What to mail to guests who answer polls: each letter makes a link of its own. */
@Service
public class BallotLetters {

    /** To a guest who has said something about this tweetup, in the language in which they did so last. */
    private static final String TO_GUEST = """
            select g.email, g.name, t.title, t.starts_at, t.zone, coalesce((select b.language from ballot b
                    where b.guest_id = g.id order by b.id desc limit 1), 'en-GB') as language
            from guest g cross join tweetup t
            where g.id = :guest and t.id = :tweetup and g.email is not null
            """;

    private final JdbcClient jdbc;
    private final BallotLinks links;
    private final Clock clock;

    BallotLetters(JdbcClient jdbc, BallotLinks links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /** To a guest who has to confirm. Empty when there is nothing to confirm any more. */
    @Transactional
    public Optional<BallotLetter> toConfirm(BallotAsked asked) {
        return jdbc.sql("""
                        select g.email, b.name, b.language, b.asked_at, t.title, t.starts_at, t.zone
                        from ballot b join guest g on g.id = b.guest_id join poll p on p.id = b.poll_id
                            join tweetup t on t.id = p.tweetup_id
                        where b.id = ? and b.used_at is null""")
                .param(asked.ballotId())
                .query((row, n) -> letter(
                        row,
                        links.toConfirm(
                                asked.ballotId(), row.getTimestamp("asked_at").toInstant())))
                .optional();
    }

    /** To a guest whose answers count: the private link. */
    @Transactional
    public Optional<BallotLetter> toManage(BallotCast cast) {
        return jdbc.sql(TO_GUEST)
                .param("guest", cast.guestId())
                .param("tweetup", cast.tweetupId())
                .query((row, n) -> letter(row, links.toManage(cast.tweetupId(), cast.guestId())))
                .optional();
    }

    /**
     * To a guest who can come to the date that was chosen: the private link, with which they say so. Empty when they have
     * answered the invitation meanwhile, are a guest no more, or the date does not hold.
     */
    @Transactional
    public Optional<BallotLetter> toCome(GuestCanCome can) {
        return jdbc.sql(TO_GUEST + """
                        and t.state = 'SCHEDULED' and t.ends_at > :now
                            and (t.answers_close_at is null or t.answers_close_at > :now)
                            and exists (select from vote v join poll_option o on o.id = v.option_id
                                where o.id = :option and o.chosen and o.starts_at = t.starts_at
                                    and v.guest_id = g.id and v.answer <> 'NO')
                            and not exists (select from rsvp r
                                where r.tweetup_id = t.id and r.guest_id = g.id and r.held_until is null)""")
                .param("guest", can.guestId())
                .param("tweetup", can.tweetupId())
                .param("option", can.optionId())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> letter(row, links.toManage(can.tweetupId(), can.guestId())))
                .optional();
    }

    /**
     * The private pages of guests who answer polls.
     *
     * @return the path of a new link for each who has voted
     */
    @Transactional
    public Map<Who, String> pages(List<Who> guests) {
        return guests.isEmpty() ? Map.of() : links.toManage(guests);
    }

    private static BallotLetter letter(ResultSet row, String token) throws SQLException {
        Timestamp start = row.getTimestamp("starts_at");
        return new BallotLetter(
                row.getString("email"),
                row.getString("name"),
                row.getString("language"),
                row.getString("title"),
                "/votes/" + token,
                start == null ? null : start.toInstant(),
                ZoneId.of(row.getString("zone")));
    }
}
