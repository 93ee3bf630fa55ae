package org.shelfmates.group.board;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What organisers do with posts. Each may be asked twice: the second time changes nothing. */
@Service
class Keeping {

    private final JdbcClient jdbc;
    private final Posts posts;
    private final BoardTalk talk;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keeping(JdbcClient jdbc, Posts posts, BoardTalk talk, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.talk = talk;
        this.events = events;
        this.clock = clock;
    }

    /** @throws AccessDeniedException for everybody but an organiser of the group */
    @Transactional(readOnly = true)
    public Post organised(String slug, long id, long viewer) {
        Post post = posts.find(slug, id, viewer);
        if (!post.organised()) {
            throw new AccessDeniedException("organisers alone");
        }
        return post;
    }

    /** @return false when as many as can be are pinned already */
    @Transactional
    public boolean pin(Post post) {
        long group = post.group().card().id();
        // two who pin at once come one after the other; whoever posts or joins meanwhile need not wait
        jdbc.sql("select id from city_group where id = ? for no key update")
                .param(group)
                .query(Long.class)
                .single();
        long others = jdbc.sql(
                        "select count(*) from board_post where group_id = ? and id <> ? and pinned_at is not null")
                .params(group, post.id())
                .query(Long.class)
                .single();
        if (others >= Board.PINNED) {
            return false;
        }
        jdbc.sql("update board_post set pinned_at = ? where id = ? and pinned_at is null and taken_back_at is null")
                .params(now(), post.id())
                .update();
        return true;
    }

    @Transactional
    public void unpin(Post post) {
        jdbc.sql("update board_post set pinned_at = null where id = ?")
                .param(post.id())
                .update();
    }

    /** Whatever is being said at this moment is said before; from then on nobody says anything. */
    @Transactional
    public void close(Post post, long organiser, String because) {
        talk.silence(post.id());
        jdbc.sql(
                        "update board_post set closed_at = ?, closed_by = ?, closed_because = ? where id = ? and closed_at is null")
                .params(now(), organiser, because, post.id())
                .update();
    }

    @Transactional
    public void reopen(Post post) {
        jdbc.sql("update board_post set closed_at = null, closed_by = null, closed_because = '' where id = ?")
                .param(post.id())
                .update();
    }

    @Transactional
    public void hide(Post post, long organiser, String because) {
        talk.silence(post.id());
        jdbc.sql("update board_post set hidden_at = ?, hidden_by = ?, hidden_because = ?, pinned_at = null"
                        + " where id = ? and hidden_at is null")
                .params(now(), organiser, because, post.id())
                .update();
        events.publishEvent(new PostRemoved(post.id()));
    }

    @Transactional
    public void show(Post post) {
        jdbc.sql("update board_post set hidden_at = null, hidden_by = null, hidden_because = '' where id = ?")
                .param(post.id())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
