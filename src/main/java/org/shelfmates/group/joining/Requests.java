package org.shelfmates.group.joining;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.Groups;
import org.shelfmates.group.JoinAccepted;
import org.shelfmates.group.JoinAsked;
import org.shelfmates.group.Memberships;
import org.shelfmates.group.Organisers;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking to join a group, and what organisers answer. Of a no nobody is told. */
@Service
class Requests {

    private final Organisers organisers;
    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            Organisers organisers,
            Memberships memberships,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.organisers = organisers;
        this.memberships = memberships;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks to join. Who is a member, has asked already, or was declined less than 90 days ago, changes nothing by it.
     *
     * @throws AccessDeniedException where the group does not let people ask, or an organiser removed them
     */
    @Transactional
    void ask(String slug, long librarian, String answer) {
        long group = organisers.lock(slug);
        if (!jdbc.sql("""
                        select admission = 'ASK' and not exists (
                            select from removed_member where group_id = g.id and librarian_id = ?)
                        from city_group g where g.id = ?""").params(librarian, group).query(Boolean.class).single()) {
            throw new AccessDeniedException("may not ask to join " + slug);
        }
        Instant now = clock.instant();
        int asked = jdbc.sql("""
                        insert into join_request (group_id, librarian_id, answer, asked_at)
                        select :group, :librarian, :answer, :now where not exists (
                            select from membership where group_id = :group and librarian_id = :librarian)
                        on conflict (group_id, librarian_id) do update
                            set answer = excluded.answer, asked_at = excluded.asked_at, declined_at = null
                            where join_request.declined_at <= :again""")
                .param("group", group)
                .param("librarian", librarian)
                .param("answer", answer)
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(now.minus(Groups.AGAIN)))
                .update();
        if (asked > 0) {
            events.publishEvent(new JoinAsked(group, librarian));
        }
    }

    /** Who asks, what they answered, and when. */
    record Request(Person person, String work, String answer, Instant askedAt) {

        /** The day of it, by UTC. */
        public LocalDate day() {
            return askedAt.atZone(ZoneOffset.UTC).toLocalDate();
        }

        public String path(String slug) {
            return "/groups/" + slug + "/requests/" + person.handle();
        }
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<Request> requests, @Nullable PageKey next) {}

    /**
     * Who asks to join, the first to ask first.
     *
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional(readOnly = true)
    Listing open(String slug, long viewer, @Nullable PageKey key, int size) {
        long group = organisers.require(slug, viewer);
        List<Request> found = jdbc.sql("select l.id as person_id, a.handle, l.name as person_name, " + Sight.WORK + """
                        , r.answer, r.asked_at
                        from join_request r join librarian l on l.id = r.librarian_id join account a on a.id = l.id
                        where r.group_id = :group and r.declined_at is null and (r.asked_at, r.librarian_id) > (:at, :id)
                            and\s"""
                        + Sight.OF_VIEWER + " order by r.asked_at, r.librarian_id limit :limit")
                .param("group", group)
                .param("viewer", viewer)
                .param("at", Timestamp.from(key == null ? Instant.EPOCH : key.instant(0)))
                .param("id", key == null ? 0 : key.number(1))
                .param("limit", size + 1)
                .query((row, n) -> new Request(
                        Person.of(row),
                        row.getString("work"),
                        row.getString("answer"),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
        boolean more = found.size() > size;
        List<Request> shown = more ? found.subList(0, size) : found;
        Request last = more ? shown.get(size - 1) : null;
        return new Listing(
                shown,
                last == null ? null : PageKey.of(last.askedAt(), last.person().id()));
    }

    /**
     * Lets somebody in who asked. When another organiser has answered already, it stays as it is.
     *
     * @throws NotFoundException when they never asked
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional
    void accept(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        long asker = asker(group, handle);
        boolean open = jdbc.sql("select exists (select from join_request"
                        + " where group_id = ? and librarian_id = ? and declined_at is null)")
                .params(group, asker)
                .query(Boolean.class)
                .single();
        if (open && memberships.admit(group, asker)) {
            events.publishEvent(new JoinAccepted(group, asker, organiser));
        }
    }

    /** The same, but they are not let in, and not told. */
    @Transactional
    void decline(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        jdbc.sql("update join_request set declined_at = ? where group_id = ? and librarian_id = ?"
                        + " and declined_at is null")
                .params(Timestamp.from(clock.instant()), group, asker(group, handle))
                .update();
    }

    private long asker(long group, String handle) {
        return jdbc.sql("""
                        select a.id from account a where a.handle = :handle and (
                            exists (select from join_request where group_id = :group and librarian_id = a.id)
                            or exists (select from membership where group_id = :group and librarian_id = a.id))""")
                .param("handle", handle.toLowerCase(java.util.Locale.ROOT))
                .param("group", group)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
