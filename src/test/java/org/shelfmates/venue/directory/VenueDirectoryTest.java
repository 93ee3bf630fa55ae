package org.shelfmates.venue.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.support.Community;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.venue.directory.VenueFilter.Sort;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class VenueDirectoryTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    VenueDirectory directory;

    @Autowired
    Places places;

    @Autowired
    JdbcClient jdbc;

    /** In the names of this test's venues, and no others. */
    private String word;

    @BeforeEach
    void own() {
        word = Community.unique("xyword").replace("-", "");
    }

    private long venue(String name, long place, String cost, Integer amount) {
        return community.venue(name + " " + word, place, cost, amount);
    }

    private void set(long venue, String column, Object value) {
        jdbc.sql("update venue set " + column + " = ? where id = ?")
                .params(value, venue)
                .update();
    }

    /** The names on a page, without the test's word. */
    private List<String> names(Page page) {
        assertThat(page.status()).isEqualTo(200);
        return page.html().select(".catalogue-card__title").eachText().stream()
                .map(name -> name.replace(" " + word, ""))
                .toList();
    }

    private List<String> found(String query) {
        return names(pages.get("/venues?place=" + Community.CARDIFF + "&q=" + word + query));
    }

    @Test
    void whatItCostsThisPartyComesFirstAndTheUnknownLast() {
        venue("Unknown", Community.CARDIFF, "UNKNOWN", null);
        venue("Amount unknown", Community.CARDIFF, "BUY_SOMETHING", null);
        venue("Drink", Community.CARDIFF, "BUY_SOMETHING", 300);
        venue("Hall", Community.CARDIFF, "HIRE_PER_HOUR", 1000);
        venue("Dinner", Community.CARDIFF, "MINIMUM_SPEND", 6000);
        venue("Free", Community.NEWPORT, "FREE", null);

        assertThat(found("&people=4"))
                .startsWith("Free", "Drink", "Hall", "Dinner")
                .hasSize(6);
        assertThat(found("&people=40&hours=3").subList(0, 4)).containsExactly("Free", "Hall", "Dinner", "Drink");
        assertThat(found("&people=4").subList(4, 6)).containsExactlyInAnyOrder("Unknown", "Amount unknown");
    }

    @Test
    void whatItCostsIsSaidInWords() {
        venue("Drink", Community.CARDIFF, "BUY_SOMETHING", 300);
        venue("Unknown", Community.CARDIFF, "UNKNOWN", null);

        Page page = pages.get("/venues?place=" + Community.CARDIFF + "&people=12&q=" + word);

        assertThat(page.text(".catalogue-card"))
                .contains("About £3 each: buy a drink; £36 in all for 12")
                .contains("Cost unknown")
                .doesNotContainIgnoringCase("free");
    }

    @Test
    void onlyWhatIsKnownToFitIsFoundButForWhereNobodyKnowsHowManyFitIn() {
        set(venue("Small", Community.CARDIFF, "FREE", null), "capacity", 6);
        set(venue("Big", Community.CARDIFF, "FREE", null), "capacity", 60);
        venue("Unknown", Community.CARDIFF, "FREE", null);
        set(venue("Stepless", Community.CARDIFF, "BUY_SOMETHING", 200), "step_free", true);
        set(venue("Steps", Community.CARDIFF, "FREE", null), "step_free", false);
        set(venue("Online", Community.CARDIFF, "FREE", null), "kind", "ONLINE");

        assertThat(found("&people=20")).contains("Big", "Unknown").doesNotContain("Small");
        assertThat(found("&free=true")).doesNotContain("Stepless").contains("Steps");
        assertThat(found("&stepFree=true")).containsExactly("Stepless");
        assertThat(found("&kind=ONLINE")).containsExactly("Online");
    }

    @Test
    void theCircleIsKeptAndTheNearestComeFirstWhereThatIsAsked() {
        venue("Cardiff", Community.CARDIFF, "MINIMUM_SPEND", 9000);
        venue("Newport", Community.NEWPORT, "FREE", null);
        venue("Bangor", Community.BANGOR, "FREE", null);

        assertThat(found("&within=5")).containsExactly("Cardiff");
        assertThat(found("&within=25&sort=DISTANCE")).containsExactly("Cardiff", "Newport");
        assertThat(found("&within=250")).contains("Bangor");
    }

    @Test
    void moneyOfAnotherCurrencyComesAfterThatOfThePlace() {
        set(venue("Euros", Community.CARDIFF, "MINIMUM_SPEND", 1), "currency", "EUR");
        venue("Pounds", Community.CARDIFF, "MINIMUM_SPEND", 9000);
        venue("Unknown", Community.CARDIFF, "UNKNOWN", null);

        assertThat(found("")).containsExactly("Pounds", "Euros", "Unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COST", "DISTANCE", "CONFIRMED"})
    void everyVenueIsOnOnePage(String sort) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String name = "V" + i;
            long id = venue(
                    name, i % 2 == 0 ? Community.CARDIFF : Community.NEWPORT, i % 3 == 0 ? "FREE" : "UNKNOWN", null);
            if (i % 5 == 0) {
                jdbc.sql("update venue set confirmed_at = now() - make_interval(days => ?) where id = ?")
                        .params(i, id)
                        .update();
            }
            all.add(name);
        }

        List<String> seen = new ArrayList<>();
        String next = "/venues?place=" + Community.CARDIFF + "&q=" + word + "&sort=" + sort;
        while (!next.isEmpty()) {
            Page page = pages.get(next);
            seen.addAll(names(page));
            next = page.html().select("a[rel=next]").attr("href");
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void anywhereTheLastConfirmedComesFirst() {
        venue("Old", Community.CARDIFF, "FREE", null);
        set(
                venue("New", Community.BANGOR, "UNKNOWN", null),
                "confirmed_at",
                new java.sql.Timestamp(System.currentTimeMillis()));

        Page page = pages.get("/venues?q=" + word);
        assertThat(names(page)).containsExactly("New", "Old");
        assertThat(page.text(".discovery"))
                .isEqualTo("Spaces anywhere, those that were confirmed last first."
                        + " Name a place to see what is near it.");
        assertThat(page.text("main")).doesNotContain("earest");
        assertThat(names(pages.get("/venues?free=true&q=" + word))).containsExactly("Old");
        assertThat(pages.get("/venues?kind=PARK&q=" + word).text(".empty")).contains("Leave something out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIRMED", "DISTANCE"})
    void whereAnIndexHasTheOrderNoneIsLeftOutHoweverManyThereAre(Sort sort) {
        jdbc.sql("insert into venue (slug, name, kind, place_id, cost, currency, added_at)"
                        + " select 'many', 'M' || n || ' ' || :word, 'PUB', :place, 'FREE', 'GBP', now()"
                        + " from generate_series(1, :many) as n")
                .param("word", word)
                .param("place", Community.CARDIFF)
                .param("many", VenueSql.COMPARED + 20)
                .update();
        Place place = sort == Sort.DISTANCE ? places.byId(Community.CARDIFF).orElseThrow() : null;
        VenueFilter filter =
                new VenueFilter(place == null ? null : place.id(), null, 5, null, null, null, word, false, false, sort);

        var first = directory.find(filter, place, null, VenueSql.COMPARED + 5);
        var rest = directory.find(filter, place, String.valueOf(first.next()), VenueSql.COMPARED);

        assertThat(first.venues()).hasSize(VenueSql.COMPARED + 5);
        assertThat(rest.venues()).hasSize(15).doesNotContainAnyElementsOf(first.venues());
        assertThat(rest.next()).isNull();
        jdbc.sql("delete from venue_revision where venue_id in (select id from venue where name like ?)")
                .param("%" + word)
                .update();
        jdbc.sql("delete from venue where name like ?").param("%" + word).update();
    }

    @Test
    void whatWasMergedIsInNoList() {
        long kept = venue("Kept", Community.CARDIFF, "FREE", null);
        set(venue("Merged", Community.CARDIFF, "FREE", null), "merged_into", kept);

        assertThat(found("")).containsExactly("Kept");
    }

    @Test
    void theMapSaysWhatTheListSays() {
        venue("One", Community.CARDIFF, "FREE", null);
        venue("Two", Community.CARDIFF, "FREE", null);

        Page page = pages.get("/venues?near=Cardiff&q=" + word);

        assertThat(page.text(".place__inhabited li")).isEqualTo("Cardiff: 2 spaces");
        assertThat(page.html().select(".map__dot").attr("aria-label")).isEqualTo("Cardiff: 2 spaces");
        assertThat(page.text(".discovery > p")).isEqualTo("2 spaces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people=0",
                "people=-3",
                "people=1000000",
                "people=many",
                "hours=0",
                "hours=25",
                "within=0",
                "within=50000",
                "kind=SHIP",
                "sort=BEST",
                "after=made-up",
                "free=perhaps"
            })
    void whatNoFormOfOursSendsIsRefused(String query) {
        assertThat(pages.get("/venues?place=" + Community.CARDIFF + "&" + query).status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownPlaceIsSaidBesideItsField() {
        Page page = pages.get("/venues?near=Qqqqxxzz");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text("#near-error")).isNotEmpty();
        assertThat(pages.get("/venues?near=" + "x".repeat(201)).status()).isEqualTo(400);
    }

    @Test
    void itIsSaidInWelshToo() {
        venue("Drink", Community.CARDIFF, "BUY_SOMETHING", 300);
        venue("Free", Community.CARDIFF, "FREE", null);

        assertThat(pages.inWelsh("/venues?place=" + Community.CARDIFF + "&q=" + word)
                        .html()
                        .select(".catalogue-card strong")
                        .eachText())
                .containsExactly("Am ddim", "Tua £3 yr un: prynwch ddiod; £30 i gyd i 10");
        assertThat(pages.inWelsh("/venues?q=" + word).text(".discovery")).startsWith("Lleoedd ym mhobman");
    }
}
