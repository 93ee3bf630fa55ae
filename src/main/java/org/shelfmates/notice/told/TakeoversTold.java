package org.shelfmates.notice.told;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.group.OrganiserMade;
import org.shelfmates.group.OrganiserNeeded;
import org.shelfmates.group.TakeoverAsked;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of who runs a group: that somebody does from now on, that nobody does, and that a member wants to. */
@Component
class TakeoversTold {

    /** Of a group of thousands not everybody is told: organisers first, then who joined first. */
    private static final int MOST = 1000;

    private static final String MEMBERS =
            "select librarian_id from membership where group_id = ? and librarian_id <> ? order by not organiser, joined_at, librarian_id limit "
                    + MOST;

    private final JdbcClient jdbc;
    private final Notices notices;

    TakeoversTold(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    private record Row(long groupId, String slug, String name, long at, long asker, String day) {}

    /** Without a name: whom somebody has blocked they do not hear from, but that their group is taken over they have to hear. */
    @AfterCommit
    void on(TakeoverAsked event) {
        jdbc.sql("""
                        select g.id as group_id, g.slug, g.name, 0 as at, t.librarian_id as asker,
                            (t.due_at at time zone 'UTC')::date::text as day
                        from takeover t join city_group g on g.id = t.group_id where t.id = ? and t.outcome is null""")
                .param(event.takeoverId())
                .query(Row.class)
                .optional()
                .ifPresent(
                        row -> tell(Kind.TAKEOVER_ASKED, "takeover:" + event.takeoverId(), row, Word.text(row.day())));
    }

    /** Not where somebody runs it again by now. */
    @AfterCommit
    void on(OrganiserNeeded event) {
        jdbc.sql("""
                        select id as group_id, slug, name, extract(epoch from unrun_told_at)::bigint as at, 0 as asker, '' as day
                        from city_group where id = ? and unrun_told_at is not null""")
                .param(event.groupId())
                .query(Row.class)
                .optional()
                .ifPresent(
                        row -> tell(Kind.ORGANISER_NEEDED, "organiser-needed:" + row.groupId() + ":" + row.at(), row));
    }

    private void tell(Kind kind, String key, Row row, Word... words) {
        notices.tell(
                telling(kind, row.groupId(), key, row.name(), "/groups/" + row.slug() + "/takeover", words),
                jdbc.sql(MEMBERS)
                        .params(row.groupId(), row.asker())
                        .query(Long.class)
                        .list());
    }

    private record Group(String slug, String name) {}

    /** Who took over is told too, since that is the clock's doing; and without a name, as above. */
    @AfterCommit
    void on(OrganiserMade event) {
        jdbc.sql("""
                        select g.slug, g.name from city_group g join membership m on m.group_id = g.id
                        where g.id = ? and m.librarian_id = ? and m.organiser""")
                .params(event.groupId(), event.librarianId())
                .query(Group.class)
                .optional()
                .ifPresent(group -> notices.tell(
                        telling(
                                Kind.ORGANISER_MADE,
                                event.groupId(),
                                "organiser-made:" + event.groupId() + ":" + event.librarianId() + ":"
                                        + millis(event.at()),
                                group.name(),
                                "/groups/" + group.slug()),
                        List.of(event.librarianId())));
    }

    /** Who steps down and is made an organiser again is told again. */
    private static long millis(@Nullable Instant at) {
        return at == null ? 0 : at.toEpochMilli();
    }

    private static Telling telling(Kind kind, long group, String key, String name, String path, Word... words) {
        return new Telling(kind, new Subject("group", group), key, name, path, null, List.of(words));
    }
}
