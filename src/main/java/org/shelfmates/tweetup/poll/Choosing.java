package org.shelfmates.tweetup.poll;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.PollDecided;
import org.shelfmates.tweetup.planning.Furnishing;
import org.shelfmates.tweetup.planning.Settling;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses an option of a poll, and does what follows from it once it is settled. */
@Service
class Choosing {

    private final Plans plans;
    private final Settling settling;
    private final Furnishing furnishing;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Choosing(Plans plans, Settling settling, Furnishing furnishing, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.plans = plans;
        this.settling = settling;
        this.furnishing = furnishing;
        this.jdbc = jdbc;
        this.events = events;
    }

    /**
     * Makes an option the date or the venue, or proposes it where a second planner has to agree.
     *
     * @return whether it is settled
     */
    @Transactional
    public boolean choose(long tweetupId, long planner, long poll, long option) {
        plans.changing(tweetupId, planner);
        Settling.Choice choice = jdbc.sql("""
                        select o.starts_at, o.ends_at, o.venue, o.venue_id from poll_option o join poll p on p.id = o.poll_id
                        where o.id = ? and p.id = ? and p.tweetup_id = ?""")
                .params(option, poll, tweetupId)
                .query((row, n) -> {
                    Timestamp start = row.getTimestamp("starts_at");
                    Timestamp end = row.getTimestamp("ends_at");
                    return new Settling.Choice(
                            start == null ? null : start.toInstant(),
                            end == null ? null : end.toInstant(),
                            row.getString("venue"),
                            option,
                            (Long) row.getObject("venue_id"));
                })
                .optional()
                .orElseThrow(NotFoundException::new);
        return settling.choose(tweetupId, planner, choice);
    }

    /** In the transaction that settles it, with or without a second planner. */
    @EventListener
    void on(PollDecided decided) {
        jdbc.sql("update poll_option set chosen = (id = :option)"
                        + " where poll_id = (select poll_id from poll_option where id = :option)")
                .param("option", decided.optionId())
                .update();
        furnish(decided);
        jdbc.sql("""
                        select v.guest_id from vote v join poll_option o on o.id = v.option_id
                        where o.id = ? and o.starts_at is not null and v.guest_id is not null and v.answer <> 'NO'
                        order by v.guest_id""")
                .param(decided.optionId())
                .query(Long.class)
                .list()
                .forEach(
                        guest -> events.publishEvent(new GuestCanCome(decided.tweetupId(), guest, decided.optionId())));
    }

    /** What is known of a venue holds for the tweetup from now on. */
    private void furnish(PollDecided decided) {
        record Venue(String cost, String access, @Nullable Integer capacity) {}
        jdbc.sql("select cost, access, capacity from poll_option where id = ? and venue is not null")
                .param(decided.optionId())
                .query(Venue.class)
                .optional()
                .ifPresent(venue -> furnishing.take(
                        decided.tweetupId(), decided.planner(), venue.cost(), venue.access(), venue.capacity()));
    }
}
