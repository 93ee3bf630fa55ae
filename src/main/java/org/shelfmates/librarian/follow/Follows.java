package org.shelfmates.librarian.follow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Locale;
import org.shelfmates.librarian.FollowBegan;
import org.shelfmates.librarian.Sight;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who follows whom. Following and unfollowing may be asked twice: the second time changes nothing. */
@Service
class Follows {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Follows(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param handle whom to follow
     * @throws NotFoundException when there is nobody of this handle whom the follower may see
     * @throws SelfFollowException for oneself
     * @throws BlockedException for whom the follower has blocked
     */
    @Transactional
    void follow(String handle, long follower) {
        long followed = id(handle, follower);
        if (followed == follower) {
            throw new SelfFollowException();
        }
        lock(follower, followed);
        int began = jdbc.sql("""
                        insert into follow (follower_id, followed_id, since) select :follower, :followed, :now
                        where not exists (select from block where blocker_id in (:follower, :followed)
                            and blocked_id in (:follower, :followed))
                        on conflict do nothing""")
                .param("follower", follower)
                .param("followed", followed)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (began > 0) {
            events.publishEvent(new FollowBegan(follower, followed));
        } else if (blocks(follower, followed)) {
            throw new BlockedException();
        }
    }

    /**
     * Keeps a block from being written meanwhile, which would not see this follow to end it: whoever blocks updates these
     * rows too. The smaller id first, so that two who follow each other at once do not wait for each other.
     */
    private void lock(long one, long other) {
        jdbc.sql("select id from librarian where id in (?, ?) order by id for no key update")
                .params(one, other)
                .query(Long.class)
                .list();
    }

    private boolean blocks(long blocker, long blocked) {
        return jdbc.sql("select exists (select from block where blocker_id = ? and blocked_id = ?)")
                .params(blocker, blocked)
                .query(Boolean.class)
                .single();
    }

    /** @throws NotFoundException when there is nobody of this handle whom the follower may see */
    @Transactional
    void unfollow(String handle, long follower) {
        end(follower, id(handle, follower));
    }

    /**
     * Lets somebody follow one no more, which they are not told; they may follow again.
     *
     * @throws NotFoundException when there is nobody of this handle whom the followed one may see
     */
    @Transactional
    void remove(String handle, long followed) {
        end(id(handle, followed), followed);
    }

    @Transactional
    void show(long librarian, Shown to) {
        jdbc.sql("update librarian set follow_lists = ? where id = ?")
                .params(to.name(), librarian)
                .update();
    }

    private void end(long follower, long followed) {
        jdbc.sql("delete from follow where follower_id = ? and followed_id = ?")
                .params(follower, followed)
                .update();
    }

    private long id(String handle, long viewer) {
        return jdbc.sql("select l.id from librarian l join account a on a.id = l.id where a.handle = :handle and "
                        + Sight.OF_VIEWER)
                .param("handle", handle.toLowerCase(Locale.ROOT))
                .param("viewer", viewer)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFoundException::new);
    }
}
