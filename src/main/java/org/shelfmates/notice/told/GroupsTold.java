package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.group.MemberJoined;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells organisers who joined. */
@Component
class GroupsTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    GroupsTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Group(String slug, String name) {}

    /** Once of each person, however often they leave and come back; not when they have left already. */
    @AfterCommit
    void on(MemberJoined event) {
        jdbc.sql("""
                        select g.slug, g.name from city_group g join membership m on m.group_id = g.id
                        where g.id = ? and m.librarian_id = ?""")
                .params(event.groupId(), event.librarianId())
                .query(Group.class)
                .optional()
                .ifPresent(group -> notices.tell(
                        new Telling(
                                Kind.JOINED,
                                new Subject("group", event.groupId()),
                                "joined:" + event.groupId() + ":" + event.librarianId(),
                                group.name(),
                                "/groups/" + group.slug() + "/members",
                                audience.actor(event.librarianId()),
                                List.of()),
                        jdbc.sql("select librarian_id from membership where group_id = ? and organiser")
                                .param(event.groupId())
                                .query(Long.class)
                                .list()));
    }
}
