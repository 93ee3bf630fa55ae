package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a venue brings along when it is chosen. */
@ShelfmatesTest
class VenueChoiceTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private long id;
    private String path;

    @BeforeEach
    void anIdea() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        path = "/tweetups/" + id + "/an-idea";
    }

    /** Asks for a venue, of which the first is the library with all that is known of it. */
    private long poll() {
        String[] fields = {
            "kind",
            "venue",
            "options[0].venue",
            "The Old Library",
            "options[0].cost",
            "£5 a head",
            "options[0].capacity",
            "12",
            "options[0].access",
            "No steps, a loop",
            "options[1].venue",
            "The Hayes"
        };
        pages.post("/tweetups/" + id + "/polls", cerys, fields);
        return jdbc.sql("select id from poll where tweetup_id = ? and closed_at is null")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void choose(int option) {
        long poll = poll();
        List<Long> options = community.options(poll);
        pages.post("/tweetups/" + id + "/polls/" + poll + "/options/" + options.get(option) + "/choice", cerys);
    }

    private void written(String cost, String access, Integer capacity) {
        jdbc.sql("update tweetup set cost = ?, access = ?, capacity = ? where id = ?")
                .params(cost, access, capacity, id)
                .update();
    }

    private Integer capacity() {
        return jdbc.sql("select capacity from tweetup where id = ?")
                .param(id)
                .query((row, n) -> (Integer) row.getObject(1))
                .list()
                .get(0);
    }

    @Test
    void itsCostAccessAndPlacesAreTheTweetups() {
        choose(0);

        assertThat(pages.get(path).text(".facts")).contains("The Old Library", "£5 a head", "No steps, a loop");
        assertThat(capacity()).isEqualTo(12);
        assertThat(pages.get(path).text(".together__lines")).doesNotContain("Before:");
    }

    @Test
    void wordsThatWereTrueOfAnotherVenueAreReplacedAndTheLogKeepsThem() {
        written("free", "Two steps", 8);

        choose(0);

        assertThat(pages.get(path).text(".facts"))
                .contains("£5 a head", "No steps, a loop")
                .doesNotContain("Two steps");
        assertThat(pages.get(path).text(".together__lines"))
                .contains(
                        "With the venue, the cost is now “£5 a head”. Before: “free”",
                        "With the venue, access is now “No steps, a loop”. Before: “Two steps”");
        assertThat(capacity()).isEqualTo(8);
    }

    @Test
    void whatIsNotKnownOfItLeavesTheWordsAsTheyAre() {
        written("free", "Two steps", null);

        choose(1);

        assertThat(pages.get(path).text(".facts")).contains("The Hayes", "free", "Two steps");
        assertThat(capacity()).isNull();
    }

    @Test
    void withTwoPlannersItHoldsFromTheSecondsAgreementOn() {
        community.letPlan(id, tom);
        pages.post("/tweetups/" + id + "/agreement", tom, "second", "true");
        written("free", "", null);

        choose(0);

        assertThat(pages.get(path).text(".facts")).contains("free").doesNotContain("£5 a head");
        assertThat(capacity()).isNull();
        String confirm = pages.get(path, tom)
                .html()
                .select("form[action$=/confirmation]")
                .attr("action");
        pages.post(confirm, tom);

        assertThat(pages.get(path).text(".facts")).contains("The Old Library", "£5 a head", "No steps, a loop");
        assertThat(pages.get(path).text(".together__lines")).contains("Before: “free”");
        assertThat(capacity()).isEqualTo(12);
    }
}
