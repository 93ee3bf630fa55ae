package org.shelfmates.tweetup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A venue of the directory, settled by hand with the date. */
@ShelfmatesTest
class DateVenueTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private final LocalDateTime start =
            LocalDateTime.now().plusMonths(1).withHour(18).truncatedTo(ChronoUnit.HOURS);

    private Someone cerys;
    private long id;
    private String path;
    private String name;
    private long room;

    @BeforeEach
    void anIdeaAndARoom() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        path = "/tweetups/" + id + "/an-idea";
        name = Community.unique("The Room");
        room = community.venue(name, Community.CARDIFF, "HIRE_PER_HOUR", 500);
        jdbc.sql("update venue set stop = 'The Hayes', step_free = true, capacity = 12 where id = ?")
                .param(room)
                .update();
        jdbc.sql("update tweetup set capacity = 10 where id = ?").param(id).update();
    }

    private Page settle(String known, int hours) {
        return pages.post(
                "/tweetups/" + id + "/date",
                cerys,
                "start",
                start.toString(),
                "end",
                start.plusHours(hours).toString(),
                "venue",
                "My kitchen",
                "known",
                known);
    }

    private Long venueId() {
        return jdbc.sql("select venue_id from tweetup where id = ?")
                .param(id)
                .query((row, n) -> (Long) row.getObject(1))
                .list()
                .get(0);
    }

    @Test
    void theFormIsAPageOfItsOwnWithVenuesAndWhatTheyCost() {
        long place = community.placeWithoutVenues();
        long free = community.venue(name + " free", place, "FREE", null);
        long lonely = community.idea("Elsewhere", place, cerys);

        assertThat(pages.get(path, cerys)
                        .html()
                        .select("#together a[href=" + path + "/date]")
                        .text())
                .isEqualTo("Settle the date now");
        Page form = pages.get("/tweetups/" + lonely + "/an-idea/date", cerys);
        assertThat(form.text("#known option[value=" + free + "]")).contains(name, "free");
        assertThat(pages.get("/tweetups/" + id + "/older/date", cerys).location())
                .isEqualTo(path + "/date");
    }

    @Test
    void onlyPlannersSeeItAndOnlyWhileThereIsNoDate() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        assertThat(pages.get(path + "/date", tom).status()).isEqualTo(403);
        assertThat(pages.get("/tweetups/999999999/x/date", cerys).status()).isEqualTo(404);

        settle("", 2);

        assertThat(pages.get(path + "/date", cerys).status()).isEqualTo(409);
    }

    @Test
    void theVenueStandsOnTheInvitationWithWhatItCostsForThatLong() {
        assertThat(settle("" + room, 3).status()).isEqualTo(303);

        assertThat(venueId()).isEqualTo(room);
        assertThat(pages.get(path).text(".facts"))
                .contains(name, "Nearest stop: The Hayes", "Step-free", "£15 for 3 hours")
                .doesNotContain("My kitchen");
        assertThat(pages.get(path).text(".together__lines")).contains("The venue is settled: " + name);
    }

    @Test
    void wordsAloneAreNoVenueOfTheDirectory() {
        settle("", 2);

        assertThat(venueId()).isNull();
        assertThat(pages.get(path).text(".facts")).contains("My kitchen");
    }

    @Test
    void aMergedVenueIsTheOneThatStands() {
        long other = community.venue(Community.unique("The Other"), Community.CARDIFF, "FREE", null);
        jdbc.sql("update venue set merged_into = ? where id = ?")
                .params(room, other)
                .update();

        settle("" + other, 2);

        assertThat(venueId()).isEqualTo(room);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "x", "-1", "9999999999999999999"})
    void aMadeUpVenueIsRefused(String made) {
        assertThat(settle(made, 2).status()).isEqualTo(400);
        assertThat(pages.get(path).text(".stamp")).isEqualTo("Idea");
    }

    @Test
    void aRefusedFormKeepsTheChoice() {
        Page refused = settle("" + room, 0);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#known option[selected]").val()).isEqualTo("" + room);
        assertThat(refused.html().select("#venue").val()).isEqualTo("My kitchen");
    }

    @Test
    void aSecondPlannerAgreesOnItWithAllThatIsKnownOfIt() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        community.letPlan(id, tom);
        jdbc.sql("update tweetup set agreement = true where id = ?").param(id).update();
        assertThat(pages.get(path + "/date", cerys).text("main")).contains("Propose it");

        settle("" + room, 2);
        assertThat(venueId()).isNull();
        pages.post(
                pages.get(path, tom)
                        .html()
                        .select("form[action$=/confirmation]")
                        .attr("action"),
                tom);

        assertThat(venueId()).isEqualTo(room);
        assertThat(pages.get(path).text(".facts")).contains(name, "£10 for 2 hours", "Step-free");
    }
}
