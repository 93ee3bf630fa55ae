package org.shelfmates.group;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.shelfmates.web.PageKey;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a group. Joining and leaving may be asked twice: the second time changes nothing. */
@Service
public class Memberships {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Memberships(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void join(String slug, long librarianId) {
        long group = lock(slug);
        int joined = jdbc.sql("insert into membership (group_id, librarian_id, joined_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(group, librarianId, Timestamp.from(clock.instant()))
                .update();
        count(group, joined);
        if (joined > 0) {
            events.publishEvent(new MemberJoined(group, librarianId));
        }
    }

    @Transactional
    public void leave(String slug, long librarianId) {
        long group = lock(slug);
        int left = jdbc.sql("delete from membership where group_id = ? and librarian_id = ?")
                .params(group, librarianId)
                .update();
        count(group, -left);
    }

    private long lock(String slug) {
        return jdbc.sql("select id from city_group where slug = ? for update")
                .param(slug)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
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
     * Organisers first, then in the order in which people joined.
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
                            and\s""" + Sight.OF_VIEWER + """
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
