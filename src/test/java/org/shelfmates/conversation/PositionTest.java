package org.shelfmates.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of a thread's comments. */
@ShelfmatesTest
class PositionTest {

    private static final AtomicLong SUBJECTS = new AtomicLong(1_000_000_000_000L);
    private static final int AT_ONCE = 20;

    @Autowired
    Conversations conversations;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Subject subject;
    private Someone cerys;

    @BeforeEach
    void somethingToTalkAbout() {
        subject = new Subject("tweetup", SUBJECTS.incrementAndGet());
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    private long say(String body) {
        return conversations.post(subject, cerys.id(), new CommentForm(body, null));
    }

    private int position(long comment) {
        return jdbc.sql("select position from comment where id = ?")
                .param(comment)
                .query(Integer.class)
                .single();
    }

    private record Thread(int lastPosition, java.time.OffsetDateTime lastAt) {}

    private Thread thread() {
        return jdbc.sql("select last_position, last_at from thread where subject = ?")
                .param(subject.toString())
                .query(Thread.class)
                .single();
    }

    @Test
    void twentyCommentsAtOnceAreNumberedInTheOrderOfTheirCommits() throws Exception {
        say("before");
        // whoever commits later has seen what the thread had when its own comment was in, and nobody else's after it
        record Posted(int position, List<Integer> seen) {}
        List<Callable<Posted>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> (Callable<Posted>) () -> transaction.execute(status -> {
                    int mine = position(say("hello"));
                    List<Integer> seen = jdbc.sql("select c.position from comment c join thread t on t.id = c.thread_id"
                                    + " where t.subject = ? order by c.position")
                            .param(subject.toString())
                            .query(Integer.class)
                            .list();
                    return new Posted(mine, seen);
                }))
                .toList();

        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Posted> done : threads.invokeAll(all)) {
                Posted posted = done.get();
                assertThat(posted.seen())
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, posted.position())
                                .boxed()
                                .toList());
            }
        } finally {
            threads.shutdown();
        }

        assertThat(jdbc.sql("select position from comment c join thread t on t.id = c.thread_id where t.subject = ?")
                        .param(subject.toString())
                        .query(Integer.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, AT_ONCE + 1).boxed().toList());
        assertThat(thread().lastPosition()).isEqualTo(AT_ONCE + 1);
    }

    @Test
    void aCommentThatIsTakenBackLeavesNoGap() {
        say("one");
        transaction.executeWithoutResult(status -> {
            say("never mind");
            status.setRollbackOnly();
        });

        assertThat(position(say("two"))).isEqualTo(2);
    }

    /** As the version before inserts them, which knows no positions. */
    @Test
    void whateverInsertsACommentItGetsItsPosition() {
        say("one");
        jdbc.sql("""
                        insert into comment (id, thread_id, path, author_id, body, created_at)
                        select said.id, t.id, array[said.id], :author, 'Hello', '2099-01-01T00:00:00Z'
                        from thread t cross join (select nextval('comment_seq') as id from generate_series(1, 3)) said
                        where t.subject = :subject""")
                .param("author", cerys.id())
                .param("subject", subject.toString())
                .update();

        assertThat(thread().lastPosition()).isEqualTo(4);
        assertThat(thread().lastAt().toInstant()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(position(say("five"))).isEqualTo(5);
    }
}
