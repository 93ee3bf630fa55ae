package org.shelfmates.tweetup.rsvp;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.shelfmates.tweetup.GuestClaimed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has no account: a name and an address, which is somebody's own once a link in a mail has been used. An account with the
 * same confirmed address claims what they did.
 */
@NamedInterface("guests")
@Service
public class Guests {

    private final JdbcClient jdbc;
    private final Answering answering;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Guests(JdbcClient jdbc, Answering answering, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.answering = answering;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The one guest of an address, who is made where there is none. Nobody has proved that it is theirs yet.
     *
     * @param name for a new one
     */
    @Transactional
    public long known(String name, String email) {
        return jdbc.sql("""
                        insert into guest (name, email, created_at) values (:name, :email, :now)
                        on conflict (lower(email)) do update set created_at = guest.created_at returning id""")
                .param("name", name)
                .param("email", email)
                .param("now", now())
                .query(Long.class)
                .single();
    }

    /** They have proved that the address is theirs, and this is what they are called now. */
    @Transactional
    public void prove(long guestId, String name) {
        jdbc.sql("update guest set name = ?, confirmed_at = coalesce(confirmed_at, ?) where id = ?")
                .params(name, now(), guestId)
                .update();
    }

    /**
     * Makes all answers of the guest behind an RSVP those of an account with the same confirmed address, also what is only
     * held for them. Where the account has answered as well, its own answer stands and the guest's is given back.
     *
     * @return whether the addresses are the same
     */
    @Transactional
    boolean claim(long rsvpId, long librarianId) {
        return jdbc.sql("select guest_id from rsvp where id = ? and guest_id is not null")
                .param(rsvpId)
                .query(Long.class)
                .optional()
                .filter(guest -> claimAll(guest, librarianId))
                .isPresent();
    }

    /** The same by the guest, whose votes and what else there is go over as well ({@link GuestClaimed}). */
    @Transactional
    public boolean claimAll(long guestId, long librarianId) {
        boolean same =
                jdbc.sql("""
                        select exists (select from guest g join account a on lower(a.email) = lower(g.email)
                            where g.id = ? and a.id = ? and a.email_confirmed_at is not null)""").params(guestId, librarianId).query(Boolean.class).single();
        if (same) {
            // before any tweetup is locked, as in confirm: of the two at once, the second sees what the first did
            jdbc.sql("update guest set claimed_by = ? where id = ?")
                    .params(librarianId, guestId)
                    .update();
            jdbc.sql("select tweetup_id from rsvp where guest_id = ? order by tweetup_id")
                    .param(guestId)
                    .query(Long.class)
                    .list()
                    .forEach(tweetup -> answering.handOver(tweetup, guestId, librarianId));
            events.publishEvent(new GuestClaimed(guestId, librarianId));
        }
        return same;
    }

    /**
     * The account that has claimed what this guest did, as long as the address is its own: whatever else is confirmed by that
     * address is the account's at once, so that nobody counts twice.
     */
    @Transactional(readOnly = true)
    public Optional<Long> account(long guestId) {
        return jdbc.sql("""
                        select a.id from guest g join account a on a.id = g.claimed_by and lower(a.email) = lower(g.email)
                        where g.id = ? and a.email_confirmed_at is not null""").param(guestId).query(Long.class).optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
