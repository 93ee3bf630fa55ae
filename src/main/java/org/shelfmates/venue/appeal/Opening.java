package org.shelfmates.venue.appeal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.place.Place;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens appeals, closes them, and opens them again. */
@Service
class Opening {

    private final Appeals appeals;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opening(Appeals appeals, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.appeals = appeals;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What an appeal is to be for.
     *
     * @param people how many there are places for, null where that is not said
     */
    record For(
            @Nullable Long groupId,
            @Nullable Long tweetupId,
            String title,
            String path,
            long placeId,
            @Nullable Integer people) {}

    private record Found(
            long id,
            String slug,
            String title,
            long placeId,
            @Nullable Integer people,
            boolean runs,
            boolean over) {}

    /**
     * @param group the slug of a group, or empty for a tweetup
     * @throws NotFoundException when there is no such group or tweetup
     * @throws AccessDeniedException for who neither organises the one nor plans the other
     * @throws NotAsItWasException when it is over or cancelled
     */
    @Transactional(readOnly = true)
    For what(String group, @Nullable Long tweetup, long librarian) {
        BadRequestException.unless(group.isEmpty() != (tweetup == null), "of a group or of a tweetup");
        Found found = (tweetup == null ? ofGroup(group, librarian) : ofTweetup(tweetup, librarian))
                .orElseThrow(NotFoundException::new);
        if (!found.runs()) {
            throw new AccessDeniedException("neither a planner nor an organiser");
        }
        if (found.over()) {
            throw new NotAsItWasException();
        }
        return tweetup == null
                ? new For(found.id(), null, found.title(), "/groups/" + group, found.placeId(), null)
                : new For(
                        null,
                        tweetup,
                        found.title(),
                        "/tweetups/" + tweetup + "/" + found.slug(),
                        found.placeId(),
                        found.people());
    }

    private Optional<Found> ofGroup(String slug, long librarian) {
        return jdbc.sql("""
                        select g.id, g.slug, g.name as title, g.place_id, null::integer as people, false as over,
                            exists (select from membership m
                                where m.group_id = g.id and m.librarian_id = ? and m.organiser) as runs
                        from city_group g where g.slug = ?""").params(librarian, slug).query(Found.class).optional();
    }

    private Optional<Found> ofTweetup(long id, long librarian) {
        return jdbc.sql("""
                        select t.id, t.slug, t.title, t.place_id, t.capacity as people,
                            t.state = 'CANCELLED' or coalesce(t.ends_at <= ?, false) as over,
                            exists (select from planner pl where pl.tweetup_id = t.id and pl.librarian_id = ?) as runs
                        from tweetup t where t.id = ?""").params(now(), librarian, id).query(Found.class).optional();
    }

    /** @return the address of its page */
    @Transactional
    String open(For what, AppealForm form, Place place, long librarian) {
        long id = jdbc.sql("""
                        insert into appeal (words, details, place_id, people, budget, free_only, step_free, timing, group_id,
                            tweetup_id, opened_by, opened_at)
                        values (:words, :details, :place, :people, :budget, :free, :steps, :timing, :group, :tweetup, :by, :now)
                        returning id""")
                .param("words", form.words())
                .param("details", form.details())
                .param("place", place.id())
                .param("people", form.count(), Types.INTEGER)
                .param("budget", form.budget())
                .param("free", form.free())
                .param("steps", form.steps())
                .param("timing", form.timing())
                .param("group", what.groupId(), Types.BIGINT)
                .param("tweetup", what.tweetupId(), Types.BIGINT)
                .param("by", librarian)
                .param("now", now())
                .query(Long.class)
                .single();
        events.publishEvent(new AppealOpened(id));
        return Appeal.pathOf(id);
    }

    /**
     * Closes it without success.
     *
     * @throws AccessDeniedException for who does not run it
     * @throws NotAsItWasException when it is closed already
     */
    @Transactional
    void close(long id, long librarian, String because) {
        requireOpen(appeals.run(id, librarian));
        close(id, librarian, because, false);
    }

    /** @param thanks whether it found what it asked for */
    void close(long id, long librarian, String because, boolean thanks) {
        jdbc.sql("update appeal set closed_at = ?, closed_because = ?, thanked = ? where id = ?")
                .params(now(), because, thanks, id)
                .update();
        events.publishEvent(new AppealClosed(id, librarian));
    }

    static void requireOpen(Appeal appeal) {
        if (!appeal.open()) {
            throw new NotAsItWasException();
        }
    }

    /**
     * It takes suggestions again, and who helped so far may be thanked later.
     *
     * @throws AccessDeniedException for who does not run it
     * @throws NotAsItWasException when it is open, or what it was for is over
     */
    @Transactional
    void reopen(long id, long librarian) {
        Appeal appeal = appeals.run(id, librarian);
        if (appeal.open()) {
            throw new NotAsItWasException();
        }
        if (appeal.owner().tweetup()) {
            what("", appeal.owner().id(), librarian);
        }
        jdbc.sql("update appeal set closed_at = null, closed_because = '', thanked = false where id = ?")
                .param(id)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
