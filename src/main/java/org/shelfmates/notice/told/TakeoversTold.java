package org.shelfmates.notice.told;

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
            "select librarian_id from membership where group_id = ? order by not organiser, joined_at, librarian_id limit "
                    + MOST;

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    TakeoversTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Row(long groupId, String slug, String name, long at, long asker, String day) {}

    @AfterCommit
    void on(TakeoverAsked event) {
        jdbc.sql("""
                        select g.id as group_id, g.slug, g.name, 0 as at, t.librarian_id as asker,
                            (t.due_at at time zone 'UTC')::date::text as day
                        from takeover t join city_group g on g.id = t.group_id where t.id = ? and t.outcome is null""")
                .param(event.takeoverId())
                .query(Row.class)
                .optional()
                .ifPresent(row -> tell(
                        Kind.TAKEOVER_ASKED,
                        "takeover:" + event.takeoverId(),
                        row,
                        audience.actor(row.asker()),
                        Word.text(row.day())));
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
                .ifPresent(row ->
                        tell(Kind.ORGANISER_NEEDED, "organiser-needed:" + row.groupId() + ":" + row.at(), row, null));
    }

    private void tell(Kind kind, String key, Row row, Telling.@Nullable Actor actor, Word... words) {
        notices.tell(
                telling(kind, row.groupId(), key, row.name(), "/groups/" + row.slug() + "/takeover", actor, words),
                jdbc.sql(MEMBERS).param(row.groupId()).query(Long.class).list());
    }

    private record Group(String slug, String name) {}

    /** Who took over is told too, since that is the clock's doing. */
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
                                "organiser-made:" + event.groupId() + ":" + event.librarianId(),
                                group.name(),
                                "/groups/" + group.slug(),
                                event.by() == event.librarianId() ? null : audience.actor(event.by())),
                        List.of(event.librarianId())));
    }

    private static Telling telling(
            Kind kind, long group, String key, String name, String path, Telling.@Nullable Actor actor, Word... words) {
        return new Telling(kind, new Subject("group", group), key, name, path, actor, List.of(words));
    }
}
