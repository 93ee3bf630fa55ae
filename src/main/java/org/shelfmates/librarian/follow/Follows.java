package org.shelfmates.librarian.follow;

import java.sql.Timestamp;
import java.time.Clock;
import org.shelfmates.librarian.FollowBegan;
import org.shelfmates.librarian.People;
import org.shelfmates.web.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who follows whom. Following and unfollowing may be asked twice: the second time changes nothing. */
@Service
class Follows {

    private final People people;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Follows(People people, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
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
        // a block that is written meanwhile would not see this follow, and not end it
        people.lock(follower, followed);
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
        return people.find(handle, viewer).orElseThrow(NotFoundException::new).id();
    }
}
