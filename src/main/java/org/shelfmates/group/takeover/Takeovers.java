package org.shelfmates.group.takeover;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.MemberLeft;
import org.shelfmates.group.OrganiserMade;
import org.shelfmates.group.Organisers;
import org.shelfmates.group.TakeoverAsked;
import org.shelfmates.group.Unrun;
import org.shelfmates.librarian.Person;
import org.shelfmates.librarian.Sight;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking over groups that nobody runs ({@link Unrun}). Each change holds the group's row. */
@Service
class Takeovers {

    /** So long organisers may object. */
    static final Duration NOTICE = Duration.ofDays(14);

    /** So many days after their request came to nothing, somebody may ask again. */
    private static final int AGAIN_DAYS = 30;

    /** How many groups are looked after at once. */
    private static final int SOME = 100;

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
     * @param againOn from which day on the viewer may ask again, by UTC; null where they may now
     */
    record State(
            boolean run,
            @Nullable Person asker,
            @Nullable Instant dueAt,
            boolean mine,
            @Nullable LocalDate againOn) {

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
        return jdbc.sql("select not " + Unrun.OF_GROUP + """
                         as run, t.due_at, t.librarian_id = :viewer as mine, (
                                select max(e.ended_at) from takeover e where e.group_id = g.id and e.librarian_id = :viewer
                                    and e.outcome in ('OBJECTED', 'WITHDRAWN', 'LEFT')) as ended_at,
                            l.id as person_id, x.handle, l.name as person_name
                        from city_group g left join takeover t on t.group_id = g.id and t.outcome is null
                        left join librarian l on l.id = t.librarian_id and\s""" + Sight.OF_VIEWER + """
                         left join account x on x.id = l.id where g.id = :group""")
                .param("since", Unrun.since(clock))
                .param("viewer", viewer)
                .param("group", group)
                .query((row, n) -> {
                    Timestamp due = row.getTimestamp("due_at");
                    return new State(
                            row.getBoolean("run"),
                            row.getString("handle") == null ? null : Person.of(row),
                            due == null ? null : due.toInstant(),
                            row.getBoolean("mine"),
                            againOn(row.getTimestamp("ended_at")));
                })
                .single();
    }

    private @Nullable LocalDate againOn(@Nullable Timestamp ended) {
        if (ended == null) {
            return null;
        }
        LocalDate day = LocalDate.ofInstant(ended.toInstant(), ZoneOffset.UTC).plusDays(AGAIN_DAYS);
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isBefore(day) ? day : null;
    }

    /**
     * Asks to take over a group. When somebody asks already, nothing changes.
     *
     * @return false for whose last request came to nothing so lately that they have to wait
     * @throws AccessDeniedException for who is no member
     * @throws GroupRunException where somebody runs it
     */
    @Transactional
    boolean ask(String slug, long librarian) {
        long group = organisers.lock(slug);
        if (!exists(
                "select exists (select from membership where group_id = ? and librarian_id = ?)", group, librarian)) {
            throw new AccessDeniedException("does not belong to " + slug);
        }
        State state = state(group, librarian);
        if (state.run()) {
            throw new GroupRunException();
        }
        if (state.againOn() != null) {
            return false;
        }
        Instant now = clock.instant();
        jdbc.sql("insert into takeover (group_id, librarian_id, asked_at, due_at) values (?, ?, ?, ?)"
                        + " on conflict (group_id) where outcome is null do nothing returning id")
                .params(group, librarian, Timestamp.from(now), Timestamp.from(now.plus(NOTICE)))
                .query(Long.class)
                .optional()
                .ifPresent(id -> events.publishEvent(new TakeoverAsked(id)));
        return true;
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

    /**
     * Makes who asked an organiser, if nobody objected meanwhile and no organiser has come back, who may not have read that
     * somebody asks; once, however many do so at once.
     */
    @Transactional
    void finish(String slug) {
        long group = organisers.lock(slug);
        boolean run = run(group);
        Instant now = clock.instant();
        Optional<Long> asker = jdbc.sql("update takeover set outcome = :outcome, ended_at = :now"
                        + " where group_id = :group and outcome is null and due_at <= :now returning librarian_id")
                .param("outcome", run ? "RUN" : "DONE")
                .param("now", Timestamp.from(now))
                .param("group", group)
                .query(Long.class)
                .optional();
        if (!run && asker.isPresent()) {
            long librarian = asker.get();
            jdbc.sql("update membership set organiser = true where group_id = ? and librarian_id = ?")
                    .params(group, librarian)
                    .update();
            events.publishEvent(new OrganiserMade(group, librarian, librarian, now));
        }
    }

    private boolean run(long group) {
        return jdbc.sql("select not " + Unrun.OF_GROUP + " from city_group g where g.id = :group")
                .param("since", Unrun.since(clock))
                .param("group", group)
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Boolean.class).single();
    }
}
