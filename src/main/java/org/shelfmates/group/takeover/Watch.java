package org.shelfmates.group.takeover;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.OrganiserNeeded;
import org.shelfmates.group.Unrun;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks whether groups are run, and has their members told where nobody does. */
@Service
class Watch {

    /** After so many days it is looked whether somebody runs a group again: in less than nobody can be away for too long anew. */
    private static final int AGAIN_DAYS = 30;

    /** How many groups are looked after at once. */
    private static final int SOME = 100;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Watch(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has the members of groups told that nobody runs them: once each time that it comes to that. Looks only at those whose day
     * has come: an organiser who was here today cannot have been away for half a year before that day.
     *
     * @return false when there may be more to look at
     */
    @Transactional
    boolean tellUnrun() {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<Looked> groups = jdbc.sql("""
                        select w.group_id, g.unrun_told_at is not null as told, (
                            select max(coalesce(s.seen_on, a.created_at::date)) from membership o
                                join account a on a.id = o.librarian_id left join account_seen s on s.account_id = a.id
                            where o.group_id = g.id and o.organiser) as seen_on
                        from group_watch w join city_group g on g.id = w.group_id
                        where w.look_on <= :today order by w.look_on, w.group_id limit :some for no key update of w, g skip locked""")
                .param("today", Date.valueOf(today))
                .param("some", SOME)
                .query(Looked.class)
                .list();
        for (Looked group : groups) {
            look(group, today);
        }
        return groups.size() < SOME;
    }

    /** @param seenOn when an organiser was here last, null where there is none */
    private record Looked(
            long groupId, boolean told, @Nullable LocalDate seenOn) {}

    private void look(Looked group, LocalDate today) {
        LocalDate unrun = group.seenOn() == null ? today : group.seenOn().plusDays(Unrun.AWAY_DAYS);
        boolean run = unrun.isAfter(today);
        if (run == group.told()) {
            int told = jdbc.sql("update city_group set unrun_told_at = :at where id = :id and (:run or members > 0)")
                    .param("at", run ? null : Timestamp.from(clock.instant()), Types.TIMESTAMP)
                    .param("run", run)
                    .param("id", group.groupId())
                    .update();
            if (!run && told > 0) {
                events.publishEvent(new OrganiserNeeded(group.groupId()));
            }
        }
        jdbc.sql("update group_watch set look_on = ? where group_id = ?")
                .params(Date.valueOf(run ? unrun : today.plusDays(AGAIN_DAYS)), group.groupId())
                .update();
    }
}
