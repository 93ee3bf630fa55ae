package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a guest is invited to, once people have agreed on a date. */
@Service
class GuestDates {

    private final JdbcClient jdbc;
    private final Clock clock;

    GuestDates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return none while there is no date, and none of a tweetup that is cancelled */
    @Transactional(readOnly = true)
    public Optional<GuestDate> of(long tweetupId, long guestId) {
        return jdbc.sql("""
                        select t.starts_at as start, t.ends_at as "end", t.venue, coalesce(r.standing, r.answer) as mine,
                            t.ends_at > :now and (t.answers_close_at is null or t.answers_close_at > :now) as open,
                            case when r.standing = 'WAITING' then (
                                select count(*) from rsvp where tweetup_id = t.id and standing = 'WAITING'
                                    and turn < r.turn) else 0 end as ahead
                        from tweetup t left join rsvp r on r.tweetup_id = t.id and r.guest_id = :guest
                            and r.held_until is null
                        where t.id = :tweetup and t.state = 'SCHEDULED'""")
                .param("tweetup", tweetupId)
                .param("guest", guestId)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new GuestDate(
                        row.getTimestamp("start").toInstant(),
                        row.getTimestamp("end").toInstant(),
                        row.getString("venue"),
                        row.getBoolean("open"),
                        row.getString("mine"),
                        row.getInt("ahead")))
                .optional();
    }
}
