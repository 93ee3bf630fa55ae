package org.shelfmates.notice.told;

import java.util.List;
import java.util.Optional;
import org.shelfmates.conversation.Subject;
import org.shelfmates.group.JoinAccepted;
import org.shelfmates.group.JoinAsked;
import org.shelfmates.group.MemberInvited;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.shelfmates.notice.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells organisers who asks to join, and people that they are let in or asked in; of a no nobody is told. */
@Component
class JoiningTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    JoiningTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    /** @param at when it happened, in seconds: who asks again later is told of again */
    private record Row(String slug, String name, String words, long at) {}

    /** Nothing where it is not so any more. */
    private Optional<Row> row(String table, String words, String at, String which, long group, long librarian) {
        return jdbc.sql("select g.slug, g.name, %s as words, extract(epoch from x.%s)::bigint as at from city_group g"
                                .formatted(words, at)
                        + " join " + table + " x on x.group_id = g.id where g.id = ? and x.librarian_id = ? and "
                        + which)
                .params(group, librarian)
                .query(Row.class)
                .optional();
    }

    @AfterCommit
    void on(JoinAsked event) {
        row("join_request", "x.answer", "asked_at", "x.declined_at is null", event.groupId(), event.librarianId())
                .ifPresent(row -> notices.tell(
                        telling(
                                Kind.JOIN_ASKED,
                                event.groupId(),
                                "join-asked:" + event.groupId() + ":" + event.librarianId() + ":" + row.at(),
                                row,
                                "/requests",
                                event.librarianId(),
                                Word.text(row.words())),
                        jdbc.sql("select librarian_id from membership where group_id = ? and organiser")
                                .param(event.groupId())
                                .query(Long.class)
                                .list()));
    }

    @AfterCommit
    void on(JoinAccepted event) {
        row("membership", "''", "joined_at", "true", event.groupId(), event.librarianId())
                .ifPresent(row -> notices.tell(
                        telling(
                                Kind.JOIN_ACCEPTED,
                                event.groupId(),
                                "join-accepted:" + event.groupId() + ":" + event.librarianId() + ":" + row.at(),
                                row,
                                "",
                                event.by()),
                        List.of(event.librarianId())));
    }

    @AfterCommit
    void on(MemberInvited event) {
        row("group_invitation", "''", "invited_at", "true", event.groupId(), event.librarianId())
                .ifPresent(row -> notices.tell(
                        telling(
                                Kind.GROUP_INVITED,
                                event.groupId(),
                                "group-invited:" + event.groupId() + ":" + event.librarianId() + ":" + row.at(),
                                row,
                                "/join",
                                event.by()),
                        List.of(event.librarianId())));
    }

    private Telling telling(Kind kind, long group, String key, Row row, String below, long actor, Word... words) {
        return new Telling(
                kind,
                new Subject("group", group),
                key,
                row.name(),
                "/groups/" + row.slug() + below,
                audience.actor(actor),
                List.of(words));
    }
}
