package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A venue of the directory that a tweetup goes to: who is coming reads it, and one that was merged is the one that it turned out to be. */
@ShelfmatesTest
class TakenVenueTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private long id;
    private String path;
    private String pubName;
    private long pub;
    private long room;

    @BeforeEach
    void aTweetupAndVenues() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        id = community.tweetup("Tea somewhere", Community.CARDIFF, cerys, 10);
        path = "/tweetups/" + id + "/a-tweetup";
        pubName = Community.unique("The Pub");
        pub = community.venue(pubName, Community.CARDIFF, "BUY_SOMETHING", 300);
        room = community.venue(Community.unique("The Room"), Community.CARDIFF, "FREE", null);
    }

    private Page take(long venue, String reason) {
        long appeal = community.appeal("A room", id);
        pages.post("/appeals/" + appeal + "/suggestions", cerys, "venue", "" + venue);
        long suggestion = jdbc.sql("select id from appeal_suggestion where appeal_id = ?")
                .param(appeal)
                .query(Long.class)
                .single();
        String mark = "/appeals/" + appeal + "/suggestions/" + suggestion + "/mark";
        return pages.post(mark, cerys, "was", "open", "state", "taken", "use", "venue", "reason", reason);
    }

    private void agree() {
        community.letPlan(id, tom);
        jdbc.sql("update tweetup set agreement = true where id = ?").param(id).update();
    }

    private void confirm() {
        long proposal = jdbc.sql("select id from proposal where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        assertThat(pages.post("/tweetups/" + id + "/proposals/" + proposal + "/confirmation", tom)
                        .status())
                .isEqualTo(303);
    }

    private void merge(long gone, long kept) {
        assertThat(pages.post("/venues/" + gone + "/merge", tom, "with", "" + kept, "kept", "" + kept)
                        .status())
                .isEqualTo(303);
    }

    private long venue() {
        return jdbc.sql("select venue_id from tweetup where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long changes() {
        return jdbc.sql("select count(*) from change where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    @Test
    void whoIsComingIsToldOfTheVenueThatWasTakenAndWhy() {
        pages.post("/tweetups/" + id + "/rsvp", tom, "answer", "going");

        take(pub, "The café is shut");

        assertThat(pages.get(path).text(".facts")).contains("Moved from The café to " + pubName, "The café is shut");
        assertThat(pages.get(path, tom).text("[aria-labelledby=still-coming]")).contains("The café", pubName);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(community.told(tom, "CHANGED")).hasSize(1));
    }

    @Test
    void aReasonIsSaidWhereThePlannersGaveNone() {
        take(pub, "");

        assertThat(pages.get(path).text(".facts"))
                .contains("Moved from The café to " + pubName, "The planners found another space");
    }

    @Test
    void theSameVenueTakenAgainIsNoChange() {
        take(pub, "Cheap");
        take(pub, "Cheap");

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void anotherSpaceOfTheSameNameIsAChange() {
        take(pub, "Cheap");

        take(community.venue(pubName, Community.CARDIFF, "FREE", null), "Cheaper");

        assertThat(changes()).isEqualTo(2);
        assertThat(pages.get(path).text(".facts")).contains("Moved from " + pubName + " to " + pubName, "Cheaper");
    }

    @Test
    void withTwoPlannersTheyAreToldWhenTheSecondAgrees() {
        agree();

        take(pub, "The café is shut");

        assertThat(changes()).isZero();
        confirm();
        assertThat(changes()).isEqualTo(1);
        assertThat(pages.get(path).text(".facts")).contains("Moved from The café to " + pubName, "The café is shut");
    }

    @Test
    void aPlanWithoutADateGoesThereWithoutAWord() {
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);

        take(pub, "Cheap");

        assertThat(venue()).isEqualTo(pub);
        assertThat(changes()).isZero();
    }

    @Test
    void anOptionThatIsOlderThanTheMergeOfItsVenueLeadsToTheOneThatIsKept() {
        pages.post(
                "/tweetups/" + id + "/polls",
                cerys,
                "kind",
                "venue",
                "venues",
                "" + pub,
                "options[0].venue",
                "My kitchen");
        long poll = jdbc.sql("select id from poll where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        merge(pub, room);

        pages.post(
                "/tweetups/" + id + "/polls/" + poll + "/options/"
                        + community.options(poll).get(0) + "/choice",
                cerys);

        assertThat(venue()).isEqualTo(room);
    }

    @Test
    void soDoesAProposal() {
        agree();
        take(pub, "Cheap");
        merge(pub, room);

        confirm();

        assertThat(venue()).isEqualTo(room);
    }

    @Test
    void whatWasSuggestedBeforeTheMergeIsNotSuggestedTwice() {
        long appeal = community.appeal("A room", id);
        pages.post("/appeals/" + appeal + "/suggestions", cerys, "venue", "" + pub);
        merge(pub, room);

        Page again = pages.post("/appeals/" + appeal + "/suggestions", tom, "venue", "" + room);

        assertThat(again.status()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from appeal_suggestion where appeal_id = ? and stands_at is not null")
                        .param(appeal)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
