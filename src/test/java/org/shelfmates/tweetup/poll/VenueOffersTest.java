package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory's venues in the plan: offered in the poll, taken from an appeal, shown on the invitation. */
@ShelfmatesTest
class VenueOffersTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private long id;
    private String path;
    private String pubName;
    private long pub;
    private long room;

    @BeforeEach
    void aTweetupAndVenues() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.tweetup("Tea somewhere", Community.CARDIFF, cerys, 10);
        path = "/tweetups/" + id + "/a-tweetup";
        pubName = Community.unique("The Pub");
        pub = community.venue(pubName, Community.CARDIFF, "BUY_SOMETHING", 300);
        room = community.venue(Community.unique("The Room"), Community.CARDIFF, "FREE", null);
        jdbc.sql("update venue set stop = 'The Hayes', last_connection = '22:18', step_free = true where id = ?")
                .param(pub)
                .update();
    }

    private Page open(String... fields) {
        return pages.post("/tweetups/" + id + "/polls", cerys, fields);
    }

    private Page poll() {
        return open("kind", "venue", "venues", "" + pub, "options[0].venue", "My kitchen");
    }

    private long pollId() {
        return jdbc.sql("select id from poll where tweetup_id = ? and closed_at is null")
                .param(id)
                .query(Long.class)
                .single();
    }

    private long suggested(long appeal, long venue) {
        pages.post("/appeals/" + appeal + "/suggestions", cerys, "venue", "" + venue);
        return jdbc.sql("select id from appeal_suggestion where appeal_id = ? and venue_id = ?")
                .params(appeal, venue)
                .query(Long.class)
                .single();
    }

    private Page take(long appeal, long venue, String use) {
        String mark = "/appeals/" + appeal + "/suggestions/" + suggested(appeal, venue) + "/mark";
        return pages.post(mark, cerys, "was", "open", "state", "taken", "use", use);
    }

    @Test
    void theFormOffersVenuesNearWithWhatTheyCostThisParty() {
        Page form = pages.get("/tweetups/" + id + "/polls/new?kind=venue&q=" + pubName, cerys);

        assertThat(form.text("label[for=venue-" + pub + "]")).contains(pubName, "£3 each", "£30 in all for 10");
        assertThat(form.html().select("label[for=venue-" + room + "]")).isEmpty();
    }

    @Test
    void aTickedVenueIsAnOptionBesideWordsAndChosenItIsTheVenueWithAccessAndStop() {
        assertThat(poll().status()).isEqualTo(303);
        long option = jdbc.sql("select id from poll_option where venue_id = ?")
                .param(pub)
                .query(Long.class)
                .single();

        pages.post("/tweetups/" + id + "/polls/" + pollId() + "/options/" + option + "/choice", cerys);

        Page page = pages.get(path);
        assertThat(page.text(".facts"))
                .contains(pubName, "Nearest stop: The Hayes", "Last connection: 22:18", "Step-free", "£3 each");
        assertThat(page.html().select(".facts a[href^=/venues/" + pub + "/]")).hasSize(1);
    }

    @Test
    void otherWordsAreAnotherVenue() {
        take(community.appeal("A room", id), pub, "venue");

        pages.post(
                path + "/change",
                cerys,
                Pages.filled(pages.get(path + "/change", cerys), "main form", "venue", "My kitchen", "reason", "Cosy"));

        assertThat(pages.get(path).text(".facts"))
                .contains("My kitchen")
                .doesNotContain("Nearest stop", "More about this space");
    }

    @Test
    void badVenuesAreRefusedAndOneAloneIsTooFew() {
        assertThat(open("kind", "venue", "venues", "999999999", "options[0].venue", "My kitchen")
                        .status())
                .isEqualTo(400);
        assertThat(open("kind", "venue", "venues", "x", "options[0].venue", "My kitchen")
                        .status())
                .isEqualTo(400);
        assertThat(open("kind", "venue", "venues", "" + pub, "options[0].venue", "")
                        .status())
                .isEqualTo(422);
        assertThat(open("kind", "venue", "venues", "" + pub, "options[0].venue", pubName)
                        .status())
                .isEqualTo(422);
        assertThat(open("kind", "date", "venues", "" + pub, "options[0].start", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anOpenPollTakesMoreOfThem() {
        poll();

        Page added = pages.post(
                "/tweetups/" + id + "/polls/" + pollId() + "/options",
                cerys,
                "venues",
                "" + room,
                "options[0].venue",
                "");

        assertThat(added.status()).isEqualTo(303);
        assertThat(community.options(pollId())).hasSize(3);
    }

    @Test
    void whatIsTakenOfAnAppealIsTheVenue() {
        long appeal = community.appeal("A room", id);

        assertThat(pages.get(path, cerys).text(".planner-box"))
                .contains("Your appeal for a space (No suggestions yet)");
        assertThat(take(appeal, pub, "venue").status()).isEqualTo(303);

        assertThat(pages.get(path).text(".facts")).contains(pubName, "Nearest stop: The Hayes");
        assertThat(pages.get(path, cerys).text(".planner-box")).contains("1 suggestion");
    }

    @Test
    void orAnOptionOfThePollWhichOpensWithIt() {
        long appeal = community.appeal("A room", id);

        assertThat(take(appeal, pub, "poll").status()).isEqualTo(303);
        assertThat(take(appeal, room, "poll").status()).isEqualTo(303);

        assertThat(community.options(pollId())).hasSize(2);
        assertThat(pages.get(path + "/polls").text("main")).contains(pubName);
        assertThat(pages.get("/tweetups/" + id + "/polls/" + pollId() + "/options", cerys)
                        .text("label[for=venue-" + pub + "]"))
                .contains("suggested");
    }

    @Test
    void ofACancelledTweetupNothingIsTaken() {
        long appeal = community.appeal("A room", id);
        String mark = "/appeals/" + appeal + "/suggestions/" + suggested(appeal, pub) + "/mark";
        jdbc.sql("update tweetup set state = 'CANCELLED' where id = ?")
                .param(id)
                .update();

        assertThat(pages.post(mark, cerys, "was", "open", "state", "taken", "use", "venue")
                        .status())
                .isEqualTo(409);
        assertThat(jdbc.sql("select state from appeal_suggestion where appeal_id = ?")
                        .param(appeal)
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN");
    }

    @Test
    void aSecondPlannerAgreesOnItFirst() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        community.letPlan(id, tom);
        jdbc.sql("update tweetup set agreement = true where id = ?").param(id).update();
        take(community.appeal("A room", id), pub, "venue");
        assertThat(pages.get(path).text(".facts")).doesNotContain(pubName);
        long proposal = jdbc.sql("select id from proposal where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();

        pages.post("/tweetups/" + id + "/proposals/" + proposal + "/confirmation", tom);

        assertThat(pages.get(path).text(".facts")).contains(pubName, "Nearest stop: The Hayes");
    }

    @Test
    void openAppealsStandOnThePagesOfPlacesNearby() {
        String words = Community.unique("A room by the sea");
        long appeal = community.appeal(words, id);

        assertThat(pages.get("/places/gb/cardiff").text("main")).contains(words);
        pages.post("/appeals/" + appeal + "/closing", cerys);
        assertThat(pages.get("/places/gb/cardiff").text("main")).doesNotContain(words);
    }
}
