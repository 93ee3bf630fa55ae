package org.shelfmates.venue.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people do the same at the same moment. */
@ShelfmatesTest
class AppealAtOnceTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private String appeal;
    private long venue;

    @BeforeEach
    void anAppealOfTwoPlanners() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Price", Community.CARDIFF);
        long tea = community.tweetup("Tea", Community.CARDIFF, cerys, 9);
        community.letPlan(tea, gwen);
        appeal = "/appeals/" + community.appeal("We need a room", tea);
        venue = community.venue("Wanted", Community.CARDIFF, "FREE", null);
    }

    private static List<Integer> atOnce(Supplier<Page> one, Supplier<Page> other) {
        return Stream.of(CompletableFuture.supplyAsync(one), CompletableFuture.supplyAsync(other)).toList().stream()
                .map(CompletableFuture::join)
                .map(Page::status)
                .toList();
    }

    private Page suggest(Someone who) {
        return pages.post(appeal + "/suggestions", who, "venue", "" + venue);
    }

    @Test
    void ofTwoWhoSuggestTheSameVenueOneIsTold() {
        assertThat(atOnce(() -> suggest(cerys), () -> suggest(gwen))).containsExactlyInAnyOrder(303, 422);
    }

    @Test
    void ofTwoWhoMarkASuggestionOneCountsAndTheOtherSeesIt() {
        suggest(cerys);
        long id = jdbc.sql("select id from appeal_suggestion where venue_id = ?")
                .param(venue)
                .query(Long.class)
                .single();
        String mark = appeal + "/suggestions/" + id + "/mark";

        assertThat(atOnce(
                        () -> pages.post(mark, cerys, "was", "open", "state", "taken", "close", "true"),
                        () -> pages.post(mark, gwen, "was", "open", "state", "no", "reason", "Too small")))
                .containsExactlyInAnyOrder(303, 409);
    }
}
