package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory's venues in a poll: two of one name are two, and what is ticked stays so. */
@ShelfmatesTest
class SpacesInPollTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private long id;
    private String post;
    private String name;
    private long hayes;
    private long bay;
    private long room;

    @BeforeEach
    void twoOfOneName() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.tweetup("Tea somewhere", Community.CARDIFF, cerys, 10);
        post = "/tweetups/" + id + "/polls";
        name = Community.unique("Central Library");
        hayes = community.venue(name, Community.CARDIFF, "HIRE_PER_HOUR", 900_000);
        bay = community.venue(name.toUpperCase(), Community.CARDIFF, "HIRE_PER_HOUR", 900_000);
        room = community.venue(Community.unique("The Room"), Community.CARDIFF, "FREE", null);
        jdbc.sql("update venue set address = '5 Bay Street' where id = ?")
                .param(bay)
                .update();
    }

    private List<String> options() {
        return jdbc.sql(
                        "select o.venue || ' ' || coalesce(o.venue_id, 0) from poll_option o join poll p on p.id = o.poll_id"
                                + " where p.tweetup_id = ? order by o.id")
                .param(id)
                .query(String.class)
                .list();
    }

    private long poll() {
        return jdbc.sql("select id from poll where tweetup_id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private Page open(String... fields) {
        return pages.post(post, cerys, fields);
    }

    private Page add(String... fields) {
        return pages.post(post + "/" + poll() + "/options", cerys, fields);
    }

    private void takeForPoll(long venue) {
        long appeal = community.appeal("A room", id);
        pages.post("/appeals/" + appeal + "/suggestions", cerys, "venue", "" + venue);
        long suggestion = jdbc.sql("select id from appeal_suggestion where appeal_id = ?")
                .param(appeal)
                .query(Long.class)
                .single();
        String mark = "/appeals/" + appeal + "/suggestions/" + suggestion + "/mark";
        assertThat(pages.post(mark, cerys, "was", "open", "state", "taken", "use", "poll")
                        .status())
                .isEqualTo(303);
    }

    /** So that no form lists it of itself. */
    private void tooSmall(long venue) {
        jdbc.sql("update venue set capacity = 5 where id = ?").param(venue).update();
    }

    private static boolean ticked(Page form, long venue) {
        return form.html().select("#venue-" + venue + "[checked]").size() == 1;
    }

    @Test
    void twoOfOneNameAreTwoOptionsThatSayWhereTheyAre() {
        Page opened = open("kind", "venue", "venues", "" + hayes, "venues", "" + bay, "options[0].venue", "");

        assertThat(opened.status()).isEqualTo(303);
        assertThat(options())
                .containsExactly(name + ", Cardiff " + hayes, name.toUpperCase() + ", 5 Bay Street, Cardiff " + bay);
    }

    @Test
    void soIsOneThatIsAddedLater() {
        open("kind", "venue", "venues", "" + hayes, "options[0].venue", "My kitchen");

        assertThat(add("venues", "" + bay, "options[0].venue", "").status()).isEqualTo(303);

        assertThat(options())
                .containsExactly(
                        name + " " + hayes, "My kitchen 0", name.toUpperCase() + ", 5 Bay Street, Cardiff " + bay);
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgainNotEvenUnderItsNewName() {
        open("kind", "venue", "venues", "" + hayes, "options[0].venue", "My kitchen");
        jdbc.sql("update venue set name = 'Renamed Library' where id = ?")
                .param(hayes)
                .update();

        assertThat(add("venues", "" + hayes, "options[0].venue", "").status()).isEqualTo(303);

        assertThat(options()).hasSize(2);
    }

    @Test
    void norIsTheOneThatItTurnedOutToBe() {
        open("kind", "venue", "venues", "" + hayes, "options[0].venue", "My kitchen");
        jdbc.sql("update venue set merged_into = ? where id = ?")
                .params(room, hayes)
                .update();

        add("venues", "" + room, "options[0].venue", "");

        assertThat(options()).hasSize(2);
    }

    @Test
    void wordsThatAreItsNameAreTheVenueOnceItIsTakenOfAnAppeal() {
        open("kind", "venue", "options[0].venue", name.toLowerCase(), "options[1].venue", "My kitchen");

        takeForPoll(hayes);

        assertThat(options()).containsExactly(name.toLowerCase() + " " + hayes, "My kitchen 0");
        assertThat(jdbc.sql("select cost from poll_option where venue_id = ?")
                        .param(hayes)
                        .query(String.class)
                        .single())
                .isNotEmpty();
    }

    @Test
    void andWhatPeopleWroteOfItStays() {
        open("kind", "venue", "options[0].venue", name, "options[0].cost", "£2", "options[1].venue", "My kitchen");

        takeForPoll(hayes);

        assertThat(jdbc.sql("select cost from poll_option where venue_id = ?")
                        .param(hayes)
                        .query(String.class)
                        .single())
                .isEqualTo("£2");
    }

    @Test
    void aTickOutsideTheListStaysWhenTheFormGetsMoreRows() {
        tooSmall(hayes);

        Page form = open("kind", "venue", "venues", "" + hayes, "options[0].venue", "My kitchen", "more", "true");

        assertThat(ticked(form, hayes)).isTrue();
        assertThat(form.html().select(".choice__input").get(0).id()).isEqualTo("venue-" + hayes);
    }

    @Test
    void andWhenItIsRefused() {
        tooSmall(hayes);

        assertThat(ticked(open("kind", "venue", "venues", "" + hayes, "options[0].cost", "£2"), hayes))
                .isTrue();

        open("kind", "venue", "options[0].venue", "My kitchen", "options[1].venue", "My garden");
        Page refused = add("venues", "" + hayes, "options[0].venue", "My garden");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(ticked(refused, hayes)).isTrue();
    }

    @Test
    void whatWasLookedForStaysToo() {
        Page form = open("kind", "venue", "q", name, "options[0].cost", "£2");

        assertThat(form.status()).isEqualTo(422);
        assertThat(form.html().select("#q").val()).isEqualTo(name);
        assertThat(form.html().select("#venue-" + hayes)).hasSize(1);
    }
}
