package org.shelfmates.conversation.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.conversation.CommentForm;
import org.shelfmates.conversation.CommentView;
import org.shelfmates.conversation.ConversationPages;
import org.shelfmates.conversation.Conversations;
import org.shelfmates.conversation.Level;
import org.shelfmates.conversation.Order;
import org.shelfmates.conversation.Reader;
import org.shelfmates.conversation.Subject;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What counts as read. */
@ShelfmatesTest
class ReadingTest {

    private static final AtomicLong SUBJECTS = new AtomicLong(3_000_000_000_000L);

    @Autowired
    Conversations conversations;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    ConversationPages pages;

    @Autowired
    Ledger ledger;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Subject subject;
    private Someone reader;
    private Someone writer;

    @BeforeEach
    void somethingToRead() {
        subject = new Subject("tweetup", SUBJECTS.incrementAndGet());
        reader = community.librarian("Cerys Morgan", Community.CARDIFF);
        writer = community.librarian("Tom Price", Community.CARDIFF);
        say("one", null);
        subscriptions.set(thread(), new Owner(reader.id(), null), Level.FOLLOW);
    }

    private long say(String body, Long parent) {
        return conversations.post(subject, writer.id(), new CommentForm(body, parent));
    }

    private List<CommentView> read(String key, int size) {
        return pages.read(subject, new Reader(reader.id(), false), Order.OLDEST, key, size)
                .comments();
    }

    private long thread() {
        return jdbc.sql("select id from thread where subject = ?")
                .param(subject.toString())
                .query(Long.class)
                .single();
    }

    private int seen() {
        return jdbc.sql("select seen from subscription where thread_id = ? and librarian_id = ?")
                .params(thread(), reader.id())
                .query(Integer.class)
                .single();
    }

    /** The ids of the comments that the reader has not looked at. */
    private Set<Long> unread() {
        return new TreeSet<>(jdbc.sql("""
                        select c.id from comment c join subscription s on s.thread_id = c.thread_id
                        where s.thread_id = ? and s.librarian_id = ? and not s.looked @> c.position and c.author_id <> ?""")
                .params(thread(), reader.id(), reader.id())
                .query(Long.class)
                .list());
    }

    @Test
    void whoBeginsToFollowHasNothingUnread() {
        assertThat(seen()).isEqualTo(1);
        assertThat(unread()).isEmpty();
    }

    @Test
    void aPageThatIsOpenedIsRead() {
        say("two", null);
        say("three", null);
        assertThat(unread()).hasSize(2);

        read(null, 100);

        assertThat(seen()).isEqualTo(3);
        assertThat(unread()).isEmpty();
    }

    @Test
    void onlyWhatWasOnThePageIsRead() {
        List<Long> said =
                IntStream.range(0, 5).mapToObj(n -> say("hello", null)).toList();

        read(null, 3); // the first comment and two of these

        assertThat(seen()).isEqualTo(3);
        assertThat(unread()).containsExactlyElementsOf(said.subList(2, 5));
    }

    /** A late answer to an early comment stands before others that are older than it. */
    @Test
    void aLateAnswerOnAnEarlyPageIsReadAndWhatStandsAfterItIsNot() {
        long first = say("two", null);
        long three = say("three", null);
        long four = say("four", null);
        say("five, to two", first);

        ConversationPages.Reading page = pages.read(subject, new Reader(reader.id(), false), Order.OLDEST, null, 3);

        assertThat(unread()).containsExactly(three, four);
        assertThat(seen()).isEqualTo(2);
        read(page.next().toString(), 3);
        assertThat(unread()).isEmpty();
        assertThat(seen()).isEqualTo(5);
    }

    @Test
    void readingAgainOrEarlierGoesNeverBackwards() {
        say("two", null);
        say("three", null);
        read(null, 100);

        read(null, 1);

        assertThat(seen()).isEqualTo(3);
    }

    @Test
    void readingWhatIsReadWritesNothing() {
        String before = version();

        read(null, 100);

        assertThat(version()).isEqualTo(before);
    }

    private String version() {
        return jdbc.sql("select ctid::text || xmin::text from subscription where thread_id = ? and librarian_id = ?")
                .params(thread(), reader.id())
                .query(String.class)
                .single();
    }

    @Test
    void whoOnlyReadsHasNothingInTheLedger() {
        Someone other = community.librarian("Gwen Pritchard", Community.CARDIFF);

        pages.read(subject, new Reader(other.id(), false), Order.OLDEST, null, 100);
        pages.read(subject, Reader.STRANGER, Order.OLDEST, null, 100);

        assertThat(ledger.read(new Owner(other.id(), null), Tab.ALL, null, 10).entries())
                .isEmpty();
    }

    @Test
    void whatIsNotCommittedWhenThePageIsReadStaysUnread() throws Exception {
        var one = Executors.newSingleThreadExecutor();
        try {
            Long late = transaction.execute(status -> {
                long written = say("not yet to be seen", null);
                try {
                    assertThat(one.submit(() -> read(null, 100)).get()).hasSize(1);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return written;
            });

            assertThat(unread()).containsExactly(late);
            assertThat(seen()).isEqualTo(1);
        } finally {
            one.shutdown();
        }
    }

    /** Phone and desk read while others write: what was on neither's page is unread, and nothing else. */
    @Test
    void underWritersAndTwoReadersExactlyWhatWasShownIsRead() throws Exception {
        List<Callable<Set<Long>>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(() -> {
                for (int n = 0; n < 8; n++) {
                    say("hello", null);
                }
                return Set.of();
            });
            all.add(() -> {
                Set<Long> shown = new TreeSet<>();
                for (int n = 0; n < 5; n++) {
                    read(null, 20 + n).forEach(comment -> shown.add(comment.id()));
                }
                return shown;
            });
        }

        Set<Long> shown = new TreeSet<>();
        var threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Set<Long>> done : threads.invokeAll(all)) {
                shown.addAll(done.get());
            }
        } finally {
            threads.shutdown();
        }

        Set<Long> expected =
                new TreeSet<>(pages.read(subject, Reader.STRANGER, Order.OLDEST, null, 1000).comments().stream()
                        .map(CommentView::id)
                        .toList());
        expected.removeAll(shown);
        assertThat(unread()).isEqualTo(expected);
    }
}
