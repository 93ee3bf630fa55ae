package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.shelfmates.tweetup.Plans;
import org.shelfmates.tweetup.Scope;
import org.shelfmates.tweetup.edit.Cancelling;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfmatesTest
class SeriesLocksTest {

    @Autowired
    Community community;

    @Autowired
    Plans plans;

    @Autowired
    Cancelling cancelling;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChangeOfSeveralTakesTheirLocksInTheOrderInWhichAGuestsAnswersAreClaimed() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        List<Long> tweetups =
                community.series("Every week", Community.CARDIFF, planner, 2).tweetups();

        CompletableFuture<Void> change = transactions.execute(status -> {
            plans.locked(tweetups.get(0));
            var waiting = CompletableFuture.runAsync(
                    () -> cancelling.cancel(tweetups.get(0), planner.id(), Scope.LATER, "A strike"));
            Waiters.one(jdbc);
            plans.locked(tweetups.get(1)); // a deadlock, if who waits had taken this one before
            return waiting;
        });
        change.get(20, TimeUnit.SECONDS);

        for (long tweetup : tweetups) {
            assertThat(jdbc.sql("select state from tweetup where id = ?")
                            .param(tweetup)
                            .query(String.class)
                            .single())
                    .isEqualTo("CANCELLED");
        }
    }
}
