package org.shelfmates.group.running;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.shelfmates.group.Audience;
import org.shelfmates.group.Memberships;
import org.shelfmates.group.NoOrganiserLeftException;
import org.shelfmates.group.OrganiserMade;
import org.shelfmates.group.Organisers;
import org.shelfmates.librarian.Person;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organisers do with members, and members with their own membership. Each holds the group's row. */
@Service
class Running {

    private static final int SHOWN = 200;

    private final Organisers organisers;
    private final Memberships memberships;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Running(
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

    /** A member as organisers see them. */
    record Subject(Person person, boolean organiser) {}

    /**
     * Also who has blocked the organiser: otherwise nobody could remove them, and they could be handed no group.
     *
     * @throws NotFoundException for who is no member
     * @throws AccessDeniedException for anybody but an organiser
     */
    @Transactional(readOnly = true)
    Subject member(String slug, String handle, long viewer) {
        return find(organisers.require(slug, viewer), handle);
    }

    private Subject find(long group, String handle) {
        return jdbc.sql("select l.id as person_id, a.handle, l.name as person_name, m.organiser from membership m"
                        + " join librarian l on l.id = m.librarian_id join account a on a.id = l.id"
                        + " where m.group_id = :group and a.handle = :handle")
                .param("group", group)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .query((row, n) -> new Subject(Person.of(row), row.getBoolean("organiser")))
                .optional()
                .orElseThrow(NotFoundException::new);
    }

    /** Makes a member an organiser; twice is once. */
    @Transactional
    void makeOrganiser(String slug, String handle, long by) {
        long group = organisers.forChange(slug, by);
        Subject member = find(group, handle);
        if (!member.organiser()) {
            jdbc.sql("update membership set organiser = true where group_id = ? and librarian_id = ?")
                    .params(group, member.person().id())
                    .update();
            events.publishEvent(new OrganiserMade(group, member.person().id(), by, clock.instant()));
        }
    }

    /**
     * An organiser is an ordinary member again.
     *
     * @throws NoOrganiserLeftException for the last one, while there are members to hand the group over to
     */
    @Transactional
    void stepDown(String slug, long organiser) {
        long group = organisers.forChange(slug, organiser);
        organisers.requireAnother(group, slug, organiser);
        jdbc.sql("update membership set organiser = false where group_id = ? and librarian_id = ?")
                .params(group, organiser)
                .update();
    }

    /**
     * Removes a member, who comes back only when they are asked in.
     *
     * @throws AccessDeniedException for anybody but an organiser
     * @throws OrganisesException for an organiser as the one to remove
     */
    @Transactional
    void remove(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        Subject member = find(group, handle);
        if (member.organiser()) {
            throw new OrganisesException();
        }
        memberships.end(group, member.person().id(), false);
        jdbc.sql("insert into removed_member values (?, ?, ?, ?) on conflict do nothing")
                .params(group, member.person().id(), organiser, Timestamp.from(clock.instant()))
                .update();
    }

    /** Who was removed, latest first; also who has blocked the organiser, who could not be let back in otherwise. */
    @Transactional(readOnly = true)
    List<Person> removed(String slug, long viewer) {
        return jdbc.sql("select l.id as person_id, a.handle, l.name as person_name from removed_member r"
                        + " join librarian l on l.id = r.librarian_id join account a on a.id = l.id"
                        + " where r.group_id = :group"
                        + " order by r.removed_at desc, l.id limit :shown")
                .param("group", organisers.require(slug, viewer))
                .param("shown", SHOWN)
                .query((row, n) -> Person.of(row))
                .list();
    }

    /** Lets who was removed join again as everybody does. */
    @Transactional
    void takeBack(String slug, String handle, long organiser) {
        long group = organisers.forChange(slug, organiser);
        jdbc.sql("delete from removed_member where group_id = ? and librarian_id ="
                        + " (select id from account where handle = ?)")
                .params(group, handle.toLowerCase(Locale.ROOT))
                .update();
    }

    /** @throws AccessDeniedException for who is no member */
    @Transactional
    void show(String slug, long member, Audience audience) {
        int done = jdbc.sql("update membership set audience = ? where librarian_id = ? and group_id = ?")
                .params(audience.name(), member, organisers.lock(slug))
                .update();
        if (done == 0) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
    }
}
