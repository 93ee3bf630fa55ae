package org.shelfmates.librarian;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who follows whom. Following and unfollowing may be asked twice: the second time changes nothing. */
@Service
class Follows {

    private final JdbcClient jdbc;
    private final Clock clock;

    Follows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param handle whom to follow
     * @throws NotFoundException when there is nobody of this handle
     * @throws BadRequestException for oneself: no page of ours offers it
     */
    @Transactional
    void follow(String handle, long follower) {
        long followed = id(handle);
        BadRequestException.unless(followed != follower, "nobody follows themselves");
        jdbc.sql("insert into follow (follower_id, followed_id, since) values (?, ?, ?) on conflict do nothing")
                .params(follower, followed, Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws NotFoundException when there is nobody of this handle */
    @Transactional
    void unfollow(String handle, long follower) {
        jdbc.sql("delete from follow where follower_id = ? and followed_id = ?")
                .params(follower, id(handle))
                .update();
    }

    private long id(String handle) {
        return jdbc.sql("select l.id from librarian l join account a on a.id = l.id where a.handle = ?")
                .param(handle.toLowerCase(Locale.ROOT))
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
