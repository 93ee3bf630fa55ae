package org.shelfmates.tweetup.rsvp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.shelfmates.tweetup.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A guest changes an answer while somebody else gives a place back. */
@ShelfmatesTest
class GuestAtOnceTest {

    @Autowired
    Answering answering;

    @Autowired
    Guests guests;

    @Autowired
    GuestRsvps answers;

    @Autowired
    Community community;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private long tweetup;
    private Someone first;
    private Someone last;
    private long guest;

    @BeforeEach
    void aGuestWaitsForTheOnlyPlaceAndSomebodyAfterThem() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tweetup = community.tweetup("One place", Community.CARDIFF, planner, 1);
        first = community.librarian("Gwen Pritchard", Community.BANGOR);
        last = community.librarian("Tom Prosser", Community.NEWPORT);
        answering.answer(tweetup, first.id(), before -> Wish.of(Answer.GOING));
        guest = answering.answerAsGuest(
                tweetup,
                guests.known("Tom Guest", Community.unique("tom") + "@example.org"),
                before -> Wish.of(Answer.GOING));
        answering.answer(tweetup, last.id(), before -> Wish.of(Answer.GOING));
    }

    /** The guest's change waits for the tweetup's row, whose holder promotes the guest meanwhile. */
    private void changeWhilePromoted(Answer answer) throws Exception {
        CompletableFuture<Void> change = transactions.execute(status -> {
            answering.answer(tweetup, first.id(), before -> Wish.of(Answer.NOT_GOING));
            var waiting = CompletableFuture.runAsync(() -> answers.change(guest, before -> before.saying(answer)));
            Waiters.one(jdbc);
            return waiting;
        });
        change.get(20, TimeUnit.SECONDS);
    }

    private List<Long> standing(String standing) {
        return jdbc.sql("select id from rsvp where tweetup_id = ? and standing = ?")
                .params(tweetup, standing)
                .query(Long.class)
                .list();
    }

    private long ofLast() {
        return jdbc.sql("select id from rsvp where tweetup_id = ? and librarian_id = ?")
                .params(tweetup, last.id())
                .query(Long.class)
                .single();
    }

    @Test
    void whoSaysAgainThatTheyComeKeepsThePlaceThatTheyGotMeanwhile() throws Exception {
        changeWhilePromoted(Answer.GOING);

        assertThat(standing("CONFIRMED")).containsExactly(guest);
        assertThat(standing("WAITING")).containsExactly(ofLast());
    }

    @Test
    void whoDeclinesGivesThePlaceThatTheyGotMeanwhileToTheNext() throws Exception {
        changeWhilePromoted(Answer.NOT_GOING);

        assertThat(standing("CONFIRMED")).containsExactly(ofLast());
        assertThat(standing("WAITING")).isEmpty();
    }

    @Test
    void whatAnAccountConfirmsForItsGuestKeepsThePlaceThatTheyGotMeanwhile() throws Exception {
        long guestId = jdbc.sql("select guest_id from rsvp where id = ?")
                .param(guest)
                .query(Long.class)
                .single();
        Someone account = community.librarian("Tom Librarian", Community.CARDIFF);
        CompletableFuture<Void> confirmation = transactions.execute(status -> {
            answering.answer(tweetup, first.id(), before -> Wish.of(Answer.NOT_GOING));
            var waiting = CompletableFuture.runAsync(
                    () -> answering.answerFor(tweetup, guestId, account.id(), Wish.of(Answer.GOING)));
            Waiters.one(jdbc);
            return waiting;
        });
        confirmation.get(20, TimeUnit.SECONDS);

        assertThat(standing("CONFIRMED")).containsExactly(guest);
        assertThat(standing("WAITING")).containsExactly(ofLast());
    }
}
