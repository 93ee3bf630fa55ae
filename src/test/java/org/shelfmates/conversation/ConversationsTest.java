package org.shelfmates.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.PageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class ConversationsTest {

    private static final AtomicLong SUBJECTS = new AtomicLong(2_000_000_000_000L);

    @Autowired
    Conversations conversations;

    @Autowired
    ConversationPages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Subject subject;
    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void somethingToTalkAbout() {
        subject = new Subject("tweetup", SUBJECTS.incrementAndGet());
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
    }

    private long say(String body, @Nullable Long parent) {
        return conversations.post(subject, cerys.id(), new CommentForm(body, parent));
    }

    private ConversationPages.Reading read(Order order, @Nullable String key, int size) {
        return pages.read(subject, Reader.STRANGER, order, key, size);
    }

    private List<CommentView> read() {
        return read(Order.OLDEST, null, 1000).comments();
    }

    private List<Long> readInPagesOf(int size) {
        return readInPagesOf(size, Order.OLDEST);
    }

    private List<Long> readInPagesOf(int size, Order order) {
        List<Long> read = new ArrayList<>();
        String key = null;
        do {
            ConversationPages.Reading page = read(order, key, size);
            page.comments().forEach(comment -> read.add(comment.id()));
            key = page.next() == null ? null : page.next().toString();
        } while (key != null);
        return read;
    }

    @Test
    void whatNobodyTalkedAboutIsEmpty() {
        assertThat(read(Order.OLDEST, null, 10)).isEqualTo(new ConversationPages.Reading(List.of(), null, 0, null));
    }

    @Test
    void repliesStandBelowWhatTheyAnswerOldestFirst() {
        long one = say("one", null);
        long two = say("two", null);
        long oneA = say("one a", one);
        long twoA = say("two a", two);
        long oneB = say("one b", one);
        long oneAA = say("one a a", oneA);

        assertThat(read()).extracting(CommentView::id).containsExactly(one, oneA, oneAA, oneB, two, twoA);
        assertThat(read()).extracting(CommentView::depth).containsExactly(0, 1, 2, 1, 0, 1);
    }

    @Test
    void aReplySaysWhomItAnswers() {
        long one = conversations.post(subject, tom.id(), new CommentForm("one", null));
        say("two", one);

        assertThat(read())
                .satisfiesExactly(first -> assertThat(first.answered()).isNull(), second -> {
                    assertThat(second.answered()).isNotNull();
                    assertThat(second.answered().name()).isEqualTo("Tom Price");
                    assertThat(second.author().name()).isEqualTo("Cerys Morgan");
                });
    }

    @Test
    void repliesAreIndentedThreeStepsAtMost() {
        Long last = null;
        for (int i = 0; i < 7; i++) {
            last = say("deeper", last);
        }

        assertThat(read()).extracting(CommentView::depth).containsExactly(0, 1, 2, 3, 3, 3, 3);
    }

    @Test
    void threeHundredRepliesDeepStillReadsOnInOrder() {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            said.add(say("deeper", said.isEmpty() ? null : said.get(i - 1)));
        }

        assertThat(read()).extracting(CommentView::id).containsExactlyElementsOf(said);
        assertThat(readInPagesOf(7)).isEqualTo(said);
    }

    /** As many as one would need an hour and a hundred people for. */
    @Test
    void tenThousandRepliesDeepIsReadAnsweredAndFound() {
        long first = say("one", null);
        long deepest = jdbc.sql("""
                        with said as (select n, nextval('comment_seq') as id from generate_series(1, 10000) n),
                        deep as (select array_agg(id order by n) as ids from said where n <= 198),
                        added as (
                            insert into comment (id, thread_id, parent_id, path, author_id, body, created_at)
                            select said.id, c.thread_id, coalesce(above.id, c.id),
                                c.path || deep.ids[1 : least(said.n, 198)]
                                    || case when said.n > 198 then array[said.id] else '{}' end,
                                c.author_id, 'deeper', c.created_at
                            from comment c cross join deep cross join said left join said above on above.n = said.n - 1
                            where c.id = :first returning id)
                        select max(id) from added""").param("first", first).query(Long.class).single();

        long answer = say("And I say", deepest);

        assertThat(read(Order.OLDEST, null, 100).comments()).hasSize(100);
        assertThat(read(Order.OLDEST, pages.pageOf(answer), 100).comments())
                .extracting(CommentView::id)
                .contains(answer);
        assertThat(read(Order.NEWEST, null, 100).comments()).hasSize(100);
    }

    /** Below the deepest path they stand side by side, and still answer whom they answer. */
    @Test
    void theDeepestReplySaysWhomItAnswers() {
        Long last = null;
        for (int i = 0; i < 210; i++) {
            last = say("deeper", last);
        }
        long toms = conversations.post(subject, tom.id(), new CommentForm("Tom's", last));
        long answer = say("to Tom", toms);

        assertThat(read())
                .filteredOn(comment -> comment.id() == answer)
                .singleElement()
                .satisfies(comment -> {
                    assertThat(comment.answered()).isNotNull();
                    assertThat(comment.answered().name()).isEqualTo("Tom Price");
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 24, 25})
    void pagesReadEveryCommentOnce(int size) {
        List<Long> said = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            said.add(say("hello", i % 3 == 0 ? null : said.get(i / 2)));
        }

        List<Long> read = readInPagesOf(size);

        assertThat(read).containsExactlyInAnyOrderElementsOf(said);
        assertThat(read).isEqualTo(read().stream().map(CommentView::id).toList());
    }

    @Test
    void whatIsSaidMeanwhileMovesNoPage() {
        List<Long> said =
                IntStream.range(0, 6).mapToObj(n -> say("hello", null)).toList();
        ConversationPages.Reading first = read(Order.OLDEST, null, 3);
        long late = say("late", said.get(0));
        long last = say("last", null);

        List<Long> second = read(Order.OLDEST, first.next().toString(), 10).comments().stream()
                .map(CommentView::id)
                .toList();

        assertThat(second).doesNotContain(late).containsExactly(said.get(3), said.get(4), said.get(5), last);
    }

    @Test
    void theNewestTalkComesFirstWithItsRepliesInOrder() {
        long one = say("one", null);
        long two = say("two", null);
        long oneA = say("one a", one);
        long twoA = say("two a", two);
        long three = say("three", null);
        long twoB = say("two b", two);

        for (int size : new int[] {1, 2, 3, 5, 6, 7}) {
            assertThat(readInPagesOf(size, Order.NEWEST)).containsExactly(three, two, twoA, twoB, one, oneA);
        }
    }

    @Test
    void talksWithOpenQuestionsComeFirst() {
        long one = say("one", null);
        long two = conversations.post(subject, cerys.id(), new CommentForm("two?", null, "true"));
        long twoA = say("two a", two);
        long three = say("three", null);
        long threeA = conversations.post(subject, tom.id(), new CommentForm("three?", three, "true"));
        long four = conversations.post(subject, tom.id(), new CommentForm("four?", null, "true"));
        long fourA = say("four a", four);
        jdbc.sql("update comment set answer_id = ? where id = ?")
                .params(fourA, four)
                .update();

        for (int size : new int[] {1, 2, 3, 5, 6, 7}) {
            assertThat(readInPagesOf(size, Order.UNANSWERED))
                    .containsExactly(two, twoA, three, threeA, one, four, fourA);
        }
        assertThat(read(Order.OLDEST, null, 1).open()).isEqualTo(2);
    }

    @Test
    void thePageOfACommentIsFoundByCounting() {
        List<Long> said = IntStream.range(0, 2 * ConversationPages.SIZE + 1)
                .mapToObj(n -> say("hello", null))
                .toList();

        assertThat(pages.pageOf(said.get(0))).isNull();
        assertThat(pages.pageOf(said.get(99))).isNull();
        for (int n : new int[] {100, 199, 200}) {
            String key = pages.pageOf(said.get(n));
            assertThat(read(Order.OLDEST, key, ConversationPages.SIZE).comments())
                    .extracting(CommentView::id)
                    .startsWith(said.get(n / 100 * 100))
                    .contains(said.get(n));
        }
    }

    @Test
    void anAnswerStaysInItsThread() {
        long elsewhere = conversations.post(
                new Subject("tweetup", SUBJECTS.incrementAndGet()), cerys.id(), new CommentForm("elsewhere", null));

        assertThatThrownBy(() -> say("here", elsewhere)).isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> say("here", -1L)).isInstanceOf(BadRequestException.class);
        assertThat(read()).isEmpty();
        assertThat(conversations.author(subject, elsewhere, null)).isEmpty();
    }

    @Test
    void theFirstCommentsAtOnceBeginOneThread() throws Exception {
        List<Callable<Long>> all = IntStream.range(0, 10)
                .mapToObj(n -> (Callable<Long>) () -> say("first!", null))
                .toList();

        var threads = Executors.newFixedThreadPool(10);
        try {
            for (Future<Long> done : threads.invokeAll(all)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(jdbc.sql("select count(*) from thread where subject = ?")
                        .param(subject.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(read()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "1.x", "1..2", "-1", "1}", "9999999999999999999", "", ".", "1.2.3; drop table comment"})
    void aMadeUpKeyIsRefused(String path) {
        String key = PageKey.of(path).toString();

        if (path.isEmpty()) {
            assertThat(read(Order.OLDEST, key, 10).comments()).isEmpty(); // no key at all
        } else {
            for (Order order : Order.values()) {
                assertThatThrownBy(() -> read(order, key, 10)).isInstanceOf(BadRequestException.class);
            }
        }
    }

    @Test
    void whatIsSaidIsSafeToShow() {
        say("Hello <script>alert(1)</script> **loud** [x](javascript:alert(1))", null);

        assertThat(read().get(0).html()).contains("<strong>loud</strong>").doesNotContain("<script", "href");
    }
}
