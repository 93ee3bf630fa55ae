package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.shelfmates.tweetup.rsvp.Guests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfmatesTest
class ClaimAtOnceTest {

    @Autowired
    Community community;

    @Autowired
    Voting voting;

    @Autowired
    Guests guests;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aVoteThatAGuestGivesWhileTheirVotesAreClaimedIsNotLost() throws Exception {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        Someone tom = community.librarian("Tom Prosser", Community.NEWPORT);
        long id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        long poll = community.datePoll(id);
        List<Long> options = community.options(poll);
        long guest = guests.known("Tom Guest", tom.email());
        voting.voteAsGuest(id, poll, guest, Map.of(options.get(0), Voice.YES));

        // the account's own vote, not committed yet, makes the claim wait in the middle
        CompletableFuture<Boolean> claim = transactions.execute(status -> {
            voting.vote(id, poll, tom.id(), Map.of(options.get(0), Voice.NO));
            var waiting = CompletableFuture.supplyAsync(() -> guests.claimAll(guest, tom.id()));
            Waiters.one(jdbc);
            CompletableFuture.runAsync(
                            () -> voting.voteAsGuest(id, poll, guest, Map.of(options.get(1), Voice.IF_NEED_BE)))
                    .join();
            return waiting;
        });

        assertThat(claim.get(20, TimeUnit.SECONDS)).isTrue();
        assertThat(votes(options.get(0))).containsExactly("NO");
        assertThat(votes(options.get(1))).hasSize(1);
    }

    private List<String> votes(long option) {
        return jdbc.sql("select answer from vote where option_id = ?")
                .param(option)
                .query(String.class)
                .list();
    }
}
