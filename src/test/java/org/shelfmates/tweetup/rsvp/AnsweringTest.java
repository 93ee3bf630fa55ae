package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.tweetup.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class AnsweringTest {

    @Autowired
    Answering answering;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ofTwoHundredAtOnceTwentyAreConfirmedAndTheOthersWaitInOrder() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("A hot one", Community.CARDIFF, planner, 20);
        List<Someone> librarians = crowd(100);
        List<Callable<String>> all = new ArrayList<>();
        for (Someone one : librarians) {
            long guest = guest();
            all.add(() -> answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING)));
            all.add(() -> "" + answering.answerAsGuest(tweetup, guest, before -> Wish.of(Answer.GOING)));
        }

        atOnce(all);

        assertThat(people(tweetup, "CONFIRMED")).hasSize(20);
        assertThat(people(tweetup, "WAITING")).hasSize(180).doesNotHaveDuplicates();
        assertThat(turns(tweetup, "CONFIRMED").get(19))
                .isLessThan(turns(tweetup, "WAITING").get(0));
        assertThat(turns(tweetup, "WAITING")).doesNotHaveDuplicates();
    }

    @Test
    void fiftyWithdrawalsAtOncePromoteTheNextFifty() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("A big one", Community.CARDIFF, planner, 60);
        List<Someone> crowd = crowd(130);
        for (Someone one : crowd) {
            answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING));
        }
        List<Long> waiting = standing(tweetup, "WAITING");

        atOnce(crowd.subList(0, 50).stream()
                .map(one -> (Callable<String>)
                        () -> answering.answer(tweetup, one.id(), before -> Wish.of(Answer.NOT_GOING)))
                .toList());

        assertThat(standing(tweetup, "CONFIRMED")).hasSize(60).containsAll(waiting.subList(0, 50));
        assertThat(standing(tweetup, "WAITING")).isEqualTo(waiting.subList(50, 70));
    }

    @Test
    void everyPlaceGivenBackGoesToTheNextExactlyOnce() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("Coming and going", Community.CARDIFF, planner, 10);
        List<Someone> crowd = crowd(40);
        for (Someone one : crowd) {
            answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING));
        }
        List<Callable<String>> both = new ArrayList<>();
        for (Someone leaving : crowd.subList(0, 7)) {
            both.add(() -> answering.answer(tweetup, leaving.id(), before -> Wish.of(Answer.NOT_GOING)));
        }
        for (Someone late : crowd(15)) {
            both.add(() -> answering.answer(tweetup, late.id(), before -> Wish.of(Answer.GOING)));
        }

        atOnce(both);

        List<Long> next = crowd.subList(7, 17).stream().map(Someone::id).toList();
        assertThat(standing(tweetup, "CONFIRMED")).containsExactlyElementsOf(next);
        assertThat(standing(tweetup, "WAITING")).startsWith(crowd.get(17).id()).hasSize(23 + 15);
    }

    @Test
    void aDoubleClickAnswersOnce() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("Twice", Community.CARDIFF, planner, 1);
        Someone one = community.librarian("Gwen Pritchard", Community.BANGOR);

        atOnce(List.of(
                () -> answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING)),
                () -> answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING))));

        assertThat(standing(tweetup, "CONFIRMED")).containsExactly(one.id());
        assertThat(standing(tweetup, "WAITING")).isEmpty();
    }

    @Test
    void whoAsksAgainAfterDecliningStandsAtTheEnd() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("In order", Community.CARDIFF, planner, 1);
        List<Someone> crowd = crowd(4);
        for (Someone one : crowd) {
            answering.answer(tweetup, one.id(), before -> Wish.of(Answer.GOING));
        }

        answering.answer(tweetup, crowd.get(1).id(), before -> Wish.of(Answer.MAYBE));
        answering.answer(tweetup, crowd.get(1).id(), before -> Wish.of(Answer.GOING));
        answering.answer(tweetup, crowd.get(0).id(), before -> Wish.of(Answer.MAYBE));

        assertThat(standing(tweetup, "CONFIRMED")).containsExactly(crowd.get(2).id());
        assertThat(standing(tweetup, "WAITING"))
                .containsExactly(crowd.get(3).id(), crowd.get(1).id());
    }

    @Test
    void whatIsOverOrCancelledOrUndatedTakesNoAnswers() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        Instant past = Instant.now().minus(Duration.ofDays(3));
        Instant ahead = Instant.now().plus(Duration.ofDays(3));

        for (long tweetup : List.of(
                community.tweetup("Over", Community.CARDIFF, planner, null, "SCHEDULED", past),
                community.tweetup("Off", Community.CARDIFF, planner, null, "CANCELLED", ahead),
                community.tweetup("Polling", Community.CARDIFF, planner, null, "POLLING", ahead))) {
            assertThatThrownBy(() -> answering.answer(tweetup, planner.id(), before -> Wish.of(Answer.GOING)))
                    .isInstanceOf(AnswersClosedException.class);
            assertThat(standing(tweetup, "CONFIRMED")).isEmpty();
        }
    }

    private List<Someone> crowd(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> community.librarian("Somebody", Community.CARDIFF))
                .toList();
    }

    private static void atOnce(List<Callable<String>> acts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(50, acts.size()));
        try {
            for (Future<String> done : threads.invokeAll(acts)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<Long> standing(long tweetup, String standing) {
        return jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(tweetup, standing)
                .query(Long.class)
                .list();
    }

    /** Guests as well: their ids, made negative. */
    private List<Long> people(long tweetup, String standing) {
        return jdbc.sql(
                        "select coalesce(librarian_id, -guest_id) from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(tweetup, standing)
                .query(Long.class)
                .list();
    }

    private long guest() {
        return jdbc.sql("insert into guest (name, email, created_at) values ('Tom', ?, now()) returning id")
                .param(Community.unique("tom") + "@example.org")
                .query(Long.class)
                .single();
    }

    private List<Long> turns(long tweetup, String standing) {
        return jdbc.sql("select turn from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(tweetup, standing)
                .query(Long.class)
                .list();
    }
}
