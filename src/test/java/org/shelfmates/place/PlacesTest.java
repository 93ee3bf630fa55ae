package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class PlacesTest {

    private static final long BANGOR_DOWN = 2656396;
    private static final long BANGOR_MAINE = 4957280;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    private Place first(String words) {
        return places.search(words, null, 5).get(0);
    }

    @Test
    void bangorIsToldApart() {
        List<Place> found = places.search("Bangor", null, 20);

        assertThat(found).extracting(Place::id).contains(Community.BANGOR, BANGOR_DOWN, BANGOR_MAINE);
        assertThat(found.subList(0, 5)).extracting(Place::name).containsOnly("Bangor");
        assertThat(places.byId(Community.BANGOR).orElseThrow().within(Locale.UK))
                .isEqualTo("Gwynedd, Wales, United Kingdom");
        assertThat(places.byId(BANGOR_DOWN).orElseThrow().within(Locale.UK)).contains("Northern Ireland");
        assertThat(places.byId(BANGOR_MAINE).orElseThrow().within(Locale.UK)).contains("Maine", "United States");
        assertThat(found).extracting(place -> place.label(Locale.UK)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Zurich, Zürich, CH",
        "zürich, Zürich, CH",
        "Kraków, Kraków, PL",
        "krakow, Kraków, PL",
        "CARDIFF, Cardiff, GB",
        "Caerdydd, Cardiff, GB",
        "Cardif, Cardiff, GB",
        "Aberystwith, Aberystwyth, GB",
        "Llanfairpwll, Llanfairpwllgwyngyll, GB",
        "Llanfairpwllgwyngyl, Llanfairpwllgwyngyll, GB",
        "Munich, Munich, DE",
        "new york, New York, US"
    })
    void aPlaceIsFoundHoweverItIsSpelt(String typed, String name, String country) {
        Place found = first(typed);

        assertThat(found.country()).isEqualTo(country);
        assertThat(SearchKey.of(found.name())).startsWith(SearchKey.of(name));
    }

    @Test
    void aBeginningFindsTheBigPlacesFirst() {
        assertThat(places.search("Card", null, 5)).extracting(Place::id).contains(Community.CARDIFF);
        assertThat(first("Lond").country()).isEqualTo("GB");
    }

    @Test
    void whatIsNearComesBeforeWhatIsFar() {
        Place byProvidence =
                places.search("Newport", new Coordinates(41.82, -71.41), 5).get(0);
        Place byCowes =
                places.search("Newport", new Coordinates(50.76, -1.30), 5).get(0);
        Place byCardiff =
                places.search("Newport", new Coordinates(51.48, -3.18), 5).get(0);

        assertThat(byProvidence.area()).isEqualTo("Rhode Island");
        assertThat(byCowes.district()).isEqualTo("Isle of Wight");
        assertThat(byCardiff.id()).isEqualTo(Community.NEWPORT);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "a", "%", "__", "☕📚", "\0", ",", ", ,", "Xqzwxqzwkj"})
    void whatIsNoPlaceFindsNothing(String typed) {
        assertThat(places.choose(null, typed)).isEqualTo(PlaceChoice.NONE);
    }

    @Test
    void aVeryLongNameIsNoBurden() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> places.search("Llanfairpwll gwyngyll ".repeat(10), null, 20));
    }

    @Test
    void everyPlaceHasOneAddress() {
        assertThat(places.byAddress("gb", "cardiff"))
                .get()
                .extracting(Place::id)
                .isEqualTo(Community.CARDIFF);
        assertThat(places.byAddress("GB", "bangor-gwynedd"))
                .get()
                .extracting(Place::id)
                .isEqualTo(Community.BANGOR);
        assertThat(places.byId(Community.BANGOR).orElseThrow().path()).isEqualTo("/places/gb/bangor-gwynedd");
        assertThat(places.byAddress("gb", "Cardiff")).isEmpty();
        assertThat(places.byAddress("fr", "cardiff")).isEmpty();
    }

    @Test
    void theIdOfAPlaceChoosesIt() {
        assertThat(places.choose(String.valueOf(Community.BANGOR), "whatever").chosen())
                .extracting(Place::id)
                .isEqualTo(Community.BANGOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "Cardiff", "-1", "9999999999999999999999", "1;drop table place"})
    void aMadeUpIdChoosesNothingWhateverTheName(String id) {
        assertThat(places.choose(id, "Aberystwyth")).isEqualTo(PlaceChoice.NONE);
    }

    @Test
    void aNameOfOnePlaceChoosesIt() {
        assertThat(places.choose("", "Aberystwyth").chosen())
                .extracting(Place::name)
                .isEqualTo("Aberystwyth");
    }

    @Test
    void aNameOfSeveralOffersThem() {
        PlaceChoice choice = places.choose("", "Bangor");

        assertThat(choice.chosen()).isNull();
        assertThat(choice.choices()).extracting(Place::id).contains(Community.BANGOR, BANGOR_DOWN, BANGOR_MAINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bangor, Gwynedd", "bangor,gwynedd", "Bangor, Gwynedd, Wales, United Kingdom", " Bangor , Wales "
            })
    void aNameThatGoesOnWithWhereItIsChoosesIt(String typed) {
        assertThat(places.choose("", typed).chosen()).extracting(Place::id).isEqualTo(Community.BANGOR);
    }

    @Test
    void theLabelOfAPlaceChoosesIt() {
        for (long id : List.of(Community.CARDIFF, Community.NEWPORT, Community.BANGOR, BANGOR_DOWN, BANGOR_MAINE)) {
            Place place = places.byId(id).orElseThrow();
            assertThat(places.choose("", place.label(Locale.UK)).chosen()).isEqualTo(place);
        }
    }

    @Test
    void whatLiesWithinADistanceComesFromTheIndex() {
        List<String> plan = jdbc.sql("""
                        explain select id from place
                        where position <@ cube_enlarge(earth_position(51.48, -3.18), chord_of(50), 3)
                            and position <-> earth_position(51.48, -3.18) <= chord_of(50)""").query(String.class).list();

        assertThat(String.join("\n", plan)).contains("place_around").doesNotContain("Seq Scan on place");
    }

    @Test
    void theNearestPlaceComesFromTheIndex() {
        List<String> plan = jdbc.sql("""
                        explain select id from place
                        order by position <-> earth_position(51.48, -3.18) limit 1""").query(String.class).list();

        assertThat(String.join("\n", plan))
                .containsPattern("Index (Only )?Scan using place_around")
                .doesNotContain("Sort");
    }
}
