package org.shelfmates.group;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a group. Joining and leaving may be asked twice: the second time changes nothing. */
@Service
public class Memberships {

    private final Organisers organisers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(Organisers organisers, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.organisers = organisers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Joins a group that is open, or that an organiser asked somebody into.
     *
     * @throws AccessDeniedException where they have to ask first, or to be asked in
     */
    @Transactional
    public void join(String slug, long librarianId) {
        long group = organisers.lock(slug);
        Door door = jdbc.sql("""
                        select exists (select from membership where group_id = g.id and librarian_id = :librarian) as member,
                            exists (select from group_invitation where group_id = g.id and librarian_id = :librarian) or (
                                g.admission = 'OPEN' and not exists (
                                    select from removed_member where group_id = g.id and librarian_id = :librarian)) as open
                        from city_group g where g.id = :group""")
                .param("librarian", librarianId)
                .param("group", group)
                .query(Door.class)
                .single();
        if (!door.member() && !door.open()) {
            throw new AccessDeniedException("may not join " + slug);
        }
        admit(group, librarianId);
    }

    private record Door(boolean member, boolean open) {}

    /**
     * Makes somebody a member. The caller holds the group's row.
     *
     * @return false when they are one
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean admit(long group, long librarianId) {
        int joined = jdbc.sql("insert into membership (group_id, librarian_id, joined_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(group, librarianId, Timestamp.from(clock.instant()))
                .update();
        for (String done : List.of("join_request", "group_invitation", "removed_member")) {
            jdbc.sql("delete from " + done + " where group_id = ? and librarian_id = ?")
                    .params(group, librarianId)
                    .update();
        }
        count(group, joined);
        if (joined > 0) {
            events.publishEvent(new MemberJoined(group, librarianId));
        }
        return joined > 0;
    }

    /**
     * @param releaseAnswers whether to take back what they answered of the group's coming tweetups
     * @throws NoOrganiserLeftException for the last organiser, while there are other members
     */
    @Transactional
    public void leave(String slug, long librarianId, boolean releaseAnswers) {
        long group = organisers.lock(slug);
        organisers.requireAnother(group, slug, librarianId);
        end(group, librarianId, releaseAnswers);
    }

    /** Ends a membership, if there is one. The caller holds the group's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(long group, long librarianId, boolean releaseAnswers) {
        int left = jdbc.sql("delete from membership where group_id = ? and librarian_id = ?")
                .params(group, librarianId)
                .update();
        count(group, -left);
        if (left > 0) {
            // a group of nobody lets everybody in: there is no one to ask
            jdbc.sql("update city_group set admission = 'OPEN' where id = ? and members = 0")
                    .param(group)
                    .update();
            events.publishEvent(new MemberLeft(group, librarianId, releaseAnswers));
        }
        return left > 0;
    }

    private void count(long group, int change) {
        if (change != 0) {
            jdbc.sql("update city_group set members = members + ? where id = ?")
                    .params(change, group)
                    .update();
        }
    }

    /** @param next the key of the page after this one, or null at the end */
    record Listing(List<Member> members, @Nullable PageKey next) {}

    /**
     * Organisers first, then in the order in which people joined. Organisers see all, also who has blocked them: whoever
     * they could not see they could not remove or hand the group over to.
     *
     * @param viewer who looks, or null
     */
    @Transactional(readOnly = true)
    public List<Member> first(long groupId, @Nullable Long viewer, int count) {
        return members(groupId, viewer, null, count).members();
    }

    @Transactional(readOnly = true)
    Listing members(long groupId, @Nullable Long viewer, @Nullable PageKey key, int size) {
        List<Member> members = jdbc.sql("""
                        select l.id as person_id, a.handle, l.name as person_name,
                            case when is_for_everyone('WORK', l.audience) then l.work else '' end as work, m.organiser, m.joined_at
                        from membership m join librarian l on l.id = m.librarian_id join account a on a.id = l.id
                        where m.group_id = :group
                            and (not m.organiser, m.joined_at, m.librarian_id) > (:ordinary, :joinedAt, :id)
                            and\s""" + Audience.SEEN + " and (" + Sight.OF_VIEWER + """
                         or exists (select from membership own
                                where own.group_id = :group and own.librarian_id = :viewer and own.organiser))
                        order by not m.organiser, m.joined_at, m.librarian_id limit :limit""")
                .param("group", groupId)
                .param("viewer", viewer, Types.BIGINT)
                .param("ordinary", key != null && key.number(0) == 1)
                .param("joinedAt", Timestamp.from(key == null ? java.time.Instant.EPOCH : key.instant(1)))
                .param("id", key == null ? 0 : key.number(2))
                .param("limit", size + 1)
                .query((row, n) -> new Member(
                        Person.of(row),
                        row.getString("work"),
                        row.getBoolean("organiser"),
                        row.getTimestamp("joined_at").toInstant()))
                .list();
        boolean more = members.size() > size;
        List<Member> shown = more ? members.subList(0, size) : members;
        Member last = more ? shown.get(size - 1) : null;
        return new Listing(
                shown,
                last == null
                        ? null
                        : PageKey.of(
                                last.organiser() ? 0 : 1,
                                last.joinedAt(),
                                last.person().id()));
    }
}
