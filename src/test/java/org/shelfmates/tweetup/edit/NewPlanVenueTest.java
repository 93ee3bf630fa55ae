package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The directory's venues in the form for a new plan. */
@ShelfmatesTest
class NewPlanVenueTest {

    private static final String FORM = "form[action=/tweetups]";

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private String name;
    private long place;
    private String placeName;
    private long pub;

    @BeforeEach
    void aPubWhereThereIsNoOther() {
        cerys = community.librarian("Cerys Morgan", Community.BANGOR);
        name = Community.unique("The Pub");
        place = community.placeWithoutVenues();
        placeName = jdbc.sql("select name from place where id = ?")
                .param(place)
                .query(String.class)
                .single();
        pub = community.venue(name, place, "BUY_SOMETHING", 300);
    }

    /** The name of the place as the form has it. */
    private String label() {
        return pages.get("/tweetups/new?place=" + place, cerys)
                .html()
                .select("#placeName")
                .val();
    }

    private static String option(Page form, long venue) {
        return form.text("#known option[value=" + venue + "]");
    }

    private static String chosen(Page form) {
        return form.html().select("#known option[selected]").val();
    }

    private record Met(String venue, Long venueId, String cost, String access) {}

    private Met met(String address) {
        return jdbc.sql("select venue, venue_id, cost, access from tweetup where id = ?")
                .param(Long.valueOf(address.split("/")[2]))
                .query(Met.class)
                .single();
    }

    @Test
    void aPlaceOffersItsVenuesWithWhatTheyCostAndNoneIsChosen() {
        Page form = pages.get("/tweetups/new?place=" + place, cerys);

        assertThat(option(form, pub)).contains(name, placeName, "£3 each", "in all for 10");
        assertThat(chosen(form)).isEmpty();
        assertThat(form.text(FORM)).contains("These are near " + placeName);
    }

    @Test
    void aGroupOffersThoseOfItsPlaceToItsMembers() {
        String group = community.group("Far away", place, cerys);
        Someone stranger = community.librarian("Tom Price", Community.BANGOR);

        Page form = pages.get("/tweetups/new?group=" + group, cerys);

        assertThat(form.html().select("#placeName").val()).startsWith(placeName);
        assertThat(option(form, pub)).contains(name);
        assertThat(pages.get("/tweetups/new?group=" + group, stranger)
                        .html()
                        .select("#placeName")
                        .val())
                .startsWith("Bangor");
    }

    @Test
    void whereNoneIsNearTheChoiceIsLeftToLater() {
        jdbc.sql("delete from venue_revision where venue_id = ?").param(pub).update();
        jdbc.sql("delete from venue where id = ?").param(pub).update();

        Page form = pages.get("/tweetups/new?place=" + place, cerys);

        assertThat(form.html().select("#known")).isEmpty();
        assertThat(form.text(FORM))
                .contains("Once this is published, you can choose a space of the directory near it.");
    }

    @Test
    void aVenuesPageLeadsToTheFormWhereItIsChosenAtItsPlace() {
        String link = pages.get("/venues/" + pub + "/x", cerys).location();
        String plan =
                pages.get(link, cerys).html().select("a[href^=/tweetups/new]").attr("href");

        Page form = pages.get(plan, cerys);
        assertThat(plan).isEqualTo("/tweetups/new?venue=" + pub);
        assertThat(form.html().select("#placeName").val()).startsWith(placeName);
        assertThat(chosen(form)).isEqualTo("" + pub);

        Page made = pages.post("/tweetups", cerys, Pages.filled(form, FORM, "title", "Tea", "capacity", "10"));

        assertThat(met(made.location()))
                .isEqualTo(new Met(name, pub, "about £3 each: buy a drink; £30 in all for 10", ""));
        assertThat(pages.get(made.location()).html().select(".facts a[href^=/venues/" + pub + "/]"))
                .hasSize(1);
    }

    @Test
    void itCanBeTakenOff() {
        Page form = pages.get("/tweetups/new?venue=" + pub, cerys);

        Page made = pages.post(
                "/tweetups", cerys, Pages.filled(form, FORM, "title", "Tea", "known", "", "venue", "My kitchen"));

        assertThat(met(made.location())).isEqualTo(new Met("My kitchen", null, "", ""));
    }

    @Test
    void aMergedVenueLeadsToTheOneThatStands() {
        long other = community.venue(Community.unique("The Other"), place, "FREE", null);
        jdbc.sql("update venue set merged_into = ? where id = ?")
                .params(pub, other)
                .update();

        Page form = pages.get("/tweetups/new?venue=" + other, cerys);
        assertThat(chosen(form)).isEqualTo("" + pub);

        Page made = pages.post("/tweetups", cerys, Pages.filled(form, FORM, "title", "Tea", "known", "" + other));
        assertThat(met(made.location()).venueId()).isEqualTo(pub);
        assertThat(met(made.location()).venue()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "x", "-1", "", "9999999999999999999"})
    void anUnknownVenueIsTheFormWithoutOne(String made) {
        Page form = pages.get("/tweetups/new?venue=" + made, cerys);

        assertThat(form.status()).isEqualTo(200);
        assertThat(chosen(form)).isEmpty();
        assertThat(form.html().select("#placeName").val()).startsWith("Bangor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "x", "-1", "9999999999999999999"})
    void aMadeUpVenueIsRefused(String made) {
        Page form = pages.get("/tweetups/new?venue=" + pub, cerys);

        assertThat(pages.post("/tweetups", cerys, Pages.filled(form, FORM, "title", "Tea", "known", made))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRefusedFormKeepsTheChoiceAndOffersThePlacesVenues() {
        Page form = pages.get("/tweetups/new?place=" + Community.CARDIFF, cerys);

        Page refused = pages.post(
                "/tweetups",
                cerys,
                Pages.filled(form, FORM, "placeName", label(), "capacity", "20", "known", "" + pub));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(chosen(refused)).isEqualTo("" + pub);
        assertThat(option(refused, pub)).contains("in all for 20");
        assertThat(refused.text(FORM)).contains("These are near " + placeName);
    }

    @Test
    void aRefusedPlaceKeepsTheChoiceToo() {
        Page form = pages.get("/tweetups/new?venue=" + pub, cerys);

        Page refused =
                pages.post("/tweetups", cerys, Pages.filled(form, FORM, "title", "Tea", "placeName", "Nowhere at all"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(chosen(refused)).isEqualTo("" + pub);
    }

    @Test
    void aCopyIsAtTheSameVenueWithTheWordsOfIt() {
        long id = community.tweetup("Tea", place, cerys, 5);
        jdbc.sql("update tweetup set venue = ?, venue_id = ?, cost = 'Bring a pound' where id = ?")
                .params(name, pub, id)
                .update();

        Page form = pages.get("/tweetups/new?copy=" + id, cerys);
        assertThat(chosen(form)).isEqualTo("" + pub);
        assertThat(form.html().select("#venue").val()).isEmpty();

        Page made = pages.post("/tweetups", cerys, Pages.filled(form, FORM));
        assertThat(met(made.location())).isEqualTo(new Met(name, pub, "Bring a pound", ""));
    }
}
