package org.shelfmates.venue.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody suggests comes back as they wrote it, with what is wrong. */
@ShelfmatesTest
class SuggestionFormTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone tom;
    private String appeal;
    private long far;

    @BeforeEach
    void anAppealFarFromASpace() {
        tom = community.librarian("Tom Price", Community.CARDIFF);
        long id = community.appeal("We need a room", community.librarian("Cerys Morgan", Community.CARDIFF));
        appeal = "/appeals/" + id;
        jdbc.sql("update appeal set place_id = ? where id = ?")
                .params(community.placeWithoutVenues(), id)
                .update();
        far = community.venue("Far away", Community.CARDIFF, "FREE", null);
    }

    private void assertChosen(Page page) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("input[name=venue][checked]").val()).isEqualTo("" + far);
        assertThat(page.text("label[for=venue-" + far + "]")).contains("Far away", "free");
    }

    @Test
    void theSpaceThatALibrarianChoseStaysChosenWhereItIsNotOffered() {
        assertChosen(pages.post(appeal + "/suggestions", tom, "venue", "" + far, "note", "x".repeat(501)));
    }

    @Test
    void andSoDoesAStrangersWhenTheAddressIsWrong() {
        assertChosen(
                pages.postAsStranger(appeal + "/suggestions", "venue", "" + far, "name", "Tom", "email", "nobody"));
    }

    @ParameterizedTest
    @CsvSource({"UNKNOWN,Choose how it asks for money", "FREE,It cannot be free and cost something"})
    void anAmountThatNothingAsksForIsNotDropped(String cost, String says) {
        Page page = pages.post(
                appeal + "/suggestions",
                tom,
                "venueName",
                Community.unique("Cheap"),
                "kind",
                "PUB",
                "placeName",
                "Cardiff, Wales",
                "cost",
                cost,
                "amount",
                "3.50");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#amount-error")).contains(says);
        assertThat(page.html().select("#amount").val()).isEqualTo("3.50");
    }
}
