package org.shelfmates.group.takeover;

import java.sql.Date;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.MemberLeft;
import org.shelfmates.group.OrganiserMade;
import org.shelfmates.group.OrganiserNeeded;
import org.shelfmates.group.Organisers;
import org.shelfmates.group.TakeoverAsked;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Taking over groups that nobody runs. A group is run by organisers of whom one was here in the last half year: signed in, or
 * asked for a page while they were ({@code account.Seen}). Each change holds the group's row.
 */
@Service
class Takeovers {

    /** So long without an organiser being here, a group counts as run by nobody. */
    static final int AWAY_DAYS = 180;

    /** So long organisers may object. */
    static final Duration NOTICE = Duration.ofDays(14);

    /** After so many days it is looked whether somebody runs a group again: in less than nobody can be away for too long anew. */
    private static final int AGAIN_DAYS = 30;

    /** How many groups are looked after at once. */
    private static final int SOME = 100;

    private static final String RUN = """
            exists (select from membership o join account a on a.id = o.librarian_id
                left join account_seen s on s.account_id = o.librarian_id
                where o.group_id = g.id and o.organiser and coalesce(s.seen_on, a.created_at::date) > :since)""";

    private final Organisers organisers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Takeovers(Organisers organisers, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.organisers = organisers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How things stand.
     *
     * @param asker who wants to take over, null where nobody does or the viewer may not see them
     * @param dueAt from when on they organise the group, null where nobody asks
     * @param mine whether the viewer is who asks
     */
    record State(
            boolean run, @Nullable Person asker, @Nullable Instant dueAt, boolean mine) {

        /** The day of it, by UTC. */
        public @Nullable LocalDate dueOn() {
            return dueAt == null ? null : dueAt.atZone(ZoneOffset.UTC).toLocalDate();
        }

        public boolean asked() {
            return dueAt != null;
        }
    }

    @Transactional(readOnly = true)
    State state(long group, long viewer) {
        return jdbc.sql("select " + RUN + """
                         as run, t.due_at, t.librarian_id = :viewer as mine,
                            l.id as person_id, x.handle, l.name as person_name
                        from city_group g left join takeover t on t.group_id = g.id and t.outcome is null
                        left join librarian l on l.id = t.librarian_id and\s""" + Sight.OF_VIEWER + """
                         left join account x on x.id = l.id where g.id = :group""")
                .param("since", since())
                .param("viewer", viewer)
                .param("group", group)
                .query((row, n) -> {
                    Timestamp due = row.getTimestamp("due_at");
                    return new State(
                            row.getBoolean("run"),
                            row.getString("handle") == null ? null : Person.of(row),
                            due == null ? null : due.toInstant(),
                            row.getBoolean("mine"));
                })
                .single();
    }

    /**
     * Asks to take over a group. When somebody asks already, nothing changes.
     *
     * @throws AccessDeniedException for who is no member
     * @throws GroupRunException where somebody runs it
     */
    @Transactional
    void ask(String slug, long librarian) {
        long group = organisers.lock(slug);
        if (!exists(
                "select exists (select from membership where group_id = ? and librarian_id = ?)", group, librarian)) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
        if (run(group)) {
            throw new GroupRunException();
        }
        Instant now = clock.instant();
        jdbc.sql("insert into takeover (group_id, librarian_id, asked_at, due_at) values (?, ?, ?, ?)"
                        + " on conflict (group_id) where outcome is null do nothing returning id")
                .params(group, librarian, Timestamp.from(now), Timestamp.from(now.plus(NOTICE)))
                .query(Long.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new TakeoverAsked(id)));
    }

    /** @throws AccessDeniedException for anybody but an organiser */
    @Transactional
    void object(String slug, long organiser) {
        end("group_id = ?", "OBJECTED", organisers.forChange(slug, organiser));
    }

    @Transactional
    void withdraw(String slug, long librarian) {
        end("group_id = ? and librarian_id = ?", "WITHDRAWN", organisers.lock(slug), librarian);
    }

    /** Who left cannot take over. */
    @EventListener
    void on(MemberLeft event) {
        end("group_id = ? and librarian_id = ?", "LEFT", event.groupId(), event.librarianId());
    }

    private void end(String which, String outcome, Object... params) {
        jdbc.sql("update takeover set outcome = '" + outcome + "', ended_at = '" + clock.instant()
                        + "' where outcome is null and " + which)
                .params(params)
                .update();
    }

    /** The groups whose time for an objection is over. */
    @Transactional(readOnly = true)
    List<String> due() {
        return jdbc.sql("select g.slug from takeover t join city_group g on g.id = t.group_id"
                        + " where t.outcome is null and t.due_at <= ? order by t.due_at, t.id limit ?")
                .params(Timestamp.from(clock.instant()), SOME)
                .query(String.class)
                .list();
    }

    /** Makes who asked an organiser, if nobody objected meanwhile; once, however many do so at once. */
    @Transactional
    void finish(String slug) {
        long group = organisers.lock(slug);
        jdbc.sql("update takeover set outcome = 'DONE', ended_at = :now"
                        + " where group_id = :group and outcome is null and due_at <= :now returning librarian_id")
                .param("now", Timestamp.from(clock.instant()))
                .param("group", group)
                .query(Long.class)
                .optional()
                .ifPresent(librarian -> {
                    jdbc.sql("update membership set organiser = true where group_id = ? and librarian_id = ?")
                            .params(group, librarian)
                            .update();
                    events.publishEvent(new OrganiserMade(group, librarian, librarian));
                });
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
        LocalDate unrun = group.seenOn() == null ? today : group.seenOn().plusDays(AWAY_DAYS);
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

    private boolean run(long group) {
        return jdbc.sql("select " + RUN + " from city_group g where g.id = :group")
                .param("since", since())
                .param("group", group)
                .query(Boolean.class)
                .single();
    }

    private Date since() {
        return Date.valueOf(clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(AWAY_DAYS));
    }

    private boolean exists(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Boolean.class).single();
    }
}
