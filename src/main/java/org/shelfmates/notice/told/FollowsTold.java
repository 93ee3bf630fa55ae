package org.shelfmates.notice.told;

import java.util.List;
import org.shelfmates.conversation.Subject;
import org.shelfmates.librarian.FollowBegan;
import org.shelfmates.notice.AfterCommit;
import org.shelfmates.notice.Kind;
import org.shelfmates.notice.Notices;
import org.shelfmates.notice.Telling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells librarians who follows them. */
@Component
class FollowsTold {

    private final JdbcClient jdbc;
    private final Audience audience;
    private final Notices notices;

    FollowsTold(JdbcClient jdbc, Audience audience, Notices notices) {
        this.jdbc = jdbc;
        this.audience = audience;
        this.notices = notices;
    }

    private record Followed(String handle, String name) {}

    /** Once of each person, however often they stop and begin again; not when they have stopped already. */
    @AfterCommit
    void on(FollowBegan event) {
        jdbc.sql("""
                        select a.handle, l.name from librarian l join account a on a.id = l.id
                        join follow f on f.followed_id = l.id where l.id = ? and f.follower_id = ?""")
                .params(event.followedId(), event.followerId())
                .query(Followed.class)
                .optional()
                .ifPresent(followed -> notices.tell(
                        new Telling(
                                Kind.FOLLOWED,
                                new Subject("librarian", event.followedId()),
                                "followed:" + event.followerId(),
                                followed.name(),
                                "/librarians/" + followed.handle() + "/followers",
                                audience.actor(event.followerId()),
                                List.of()),
                        List.of(event.followedId())));
    }
}
