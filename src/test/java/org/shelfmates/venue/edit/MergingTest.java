package org.shelfmates.venue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class MergingTest {

    private static final long FRIBOURG = 2660718;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone someone;
    private long castle;
    private long pub;
    private long arms;

    @BeforeEach
    void venues() {
        someone = community.librarian("Mair Merger", Community.CARDIFF);
        castle = community.venue("The Castle", Community.CARDIFF, "UNKNOWN", null);
        pub = community.venue("Castle pub", Community.CARDIFF, "BUY_SOMETHING", 300);
        arms = community.venue("Castle Arms", Community.CARDIFF, "FREE", null);
    }

    private Page merge(long gone, long kept) {
        return pages.post("/venues/" + gone + "/merge", someone, "with", "" + kept, "kept", "" + kept);
    }

    private long tweetupAt(long venue) {
        long id = community.happened("Tea", Community.CARDIFF, someone);
        jdbc.sql("update tweetup set venue_id = ? where id = ?")
                .params(venue, id)
                .update();
        return id;
    }

    private Long venueOf(long tweetup) {
        return jdbc.sql("select venue_id from tweetup where id = ?")
                .param(tweetup)
                .query(Long.class)
                .single();
    }

    private Long into(long venue) {
        return (Long) jdbc.sql("select merged_into from venue where id = ?")
                .param(venue)
                .query((row, n) -> java.util.Optional.ofNullable((Long) row.getObject(1)))
                .single()
                .orElse(null);
    }

    private String parting(long kept) {
        String path = pages.get("/venues/" + kept).location();
        return pages.get(path + "/history", someone)
                .html()
                .select("form[action$=/parting]")
                .get(0)
                .attr("action");
    }

    @Test
    void theOneThatIsKeptGetsTheTweetupsTheHistoryAndWhatWasUnknownOfIt() {
        long tweetup = tweetupAt(pub);
        jdbc.sql("update venue set address = 'Castle Street', capacity = 40 where id = ?")
                .param(pub)
                .update();
        jdbc.sql("update venue set capacity = 12 where id = ?").param(castle).update();

        Page merged = merge(pub, castle);

        assertThat(merged.location()).isEqualTo("/venues/" + castle + "/the-castle");
        assertThat(venueOf(tweetup)).isEqualTo(castle);
        Page page = pages.get(merged.location());
        assertThat(page.text("dl"))
                .contains("Castle Street")
                .contains("12 people")
                .contains("About £3 each");
        assertThat(pages.get("/venues/" + pub + "/castle-pub").status()).isEqualTo(301);
        assertThat(pages.get("/venues/" + pub + "/castle-pub").location()).isEqualTo(merged.location());
        assertThat(pages.get("/venues/" + pub + "/castle-pub/history").status()).isEqualTo(301);
        assertThat(pages.get(merged.location() + "/history").text("main"))
                .contains("Castle pub turned out to be the same")
                .contains("Mair Merger");
    }

    @Test
    void whoMayBeAskedGoesAlongAndComesBack() {
        pages.post("/venues/" + pub + "/hosting", someone);

        merge(pub, castle);
        assertThat(pages.get("/venues/" + castle + "/the-castle", someone).text("main"))
                .contains("Members can ask you");
        pages.post(parting(castle), someone);
        assertThat(pages.get("/venues/" + castle + "/the-castle", someone).text("main"))
                .contains("Nobody has offered");
        assertThat(pages.get("/venues/" + pub + "/castle-pub", someone).text("main"))
                .contains("Members can ask you");
    }

    @Test
    void aPriceGoesAlongBetweenTwoQuartersOfACityAndNotIntoAnotherCurrency() {
        long quarter = community.venue("Castle quarter", Community.NEWPORT, "UNKNOWN", null);
        long abroad = community.venue("Schloss", FRIBOURG, "UNKNOWN", null);
        long alsoAbroad = community.venue("Schloss", FRIBOURG, "UNKNOWN", null);
        jdbc.sql("update venue set currency = 'CHF' where place_id = ?")
                .param(FRIBOURG)
                .update();
        jdbc.sql("update venue set deposit = 2000, capacity = 30 where id = ?")
                .param(pub)
                .update();

        merge(pub, quarter);
        merge(quarter, abroad);
        merge(arms, alsoAbroad);

        String facts = "select concat_ws(' ', cost, amount, deposit, capacity) from venue where id = ?";
        assertThat(jdbc.sql(facts).param(quarter).query(String.class).single()).isEqualTo("BUY_SOMETHING 300 2000 30");
        assertThat(jdbc.sql(facts).param(abroad).query(String.class).single()).isEqualTo("UNKNOWN 30");
        assertThat(jdbc.sql(facts).param(alsoAbroad).query(String.class).single())
                .isEqualTo("FREE");
    }

    @Test
    void aFreeOneDoesNotBecomeOneThatCosts() {
        merge(pub, arms);

        assertThat(pages.get("/venues/" + arms + "/castle-arms").text("dl")).contains("What it costs Free");
    }

    @Test
    void whoeverWasMergedIntoTheOneThatGoesGoesWithIt() {
        merge(castle, pub);
        merge(pub, arms);

        assertThat(into(castle)).isEqualTo(arms);
        assertThat(pages.get("/venues/" + castle + "/the-castle").location())
                .isEqualTo("/venues/" + arms + "/castle-arms");
    }

    @Test
    void nothingIsMergedWithItselfOrInACircle() {
        assertThat(merge(castle, castle).status()).isEqualTo(409);
        merge(castle, pub);
        assertThat(merge(pub, castle).status()).isEqualTo(409);
        assertThat(merge(castle, pub).status()).isEqualTo(409);
        assertThat(merge(castle, 999_999_999).status()).isEqualTo(404);
        assertThat(into(pub)).isNull();
        for (String with : List.of("" + pub, "/venues/" + castle + "/the-castle", "nonsense", "999999999")) {
            Page page = pages.get("/venues/" + pub + "/castle-pub/merge?with=" + with, someone);
            assertThat(page.status()).as(with).isEqualTo(422);
            assertThat(page.text("#with-error")).as(with).isNotEmpty();
        }
    }

    @Test
    void thoseThatAreAlikeAndNearAreOfferedAndAnotherOneIsNamedByItsAddress() {
        String word = Community.unique("Zyxwv");
        long hall = community.venue(word + " Hall", Community.CARDIFF, "FREE", null);
        long same = community.venue(word + " Hall, upstairs", Community.CARDIFF, "FREE", null);
        long beside = community.venue(word + " Halls", Community.CARDIFF, "FREE", null);
        community.venue(word + " Hall of Bangor", Community.BANGOR, "FREE", null);
        jdbc.sql("update venue set address = '2 Road' where id = ?").param(same).update();
        jdbc.sql("update venue v set position = earth_position(p.latitude + 0.04, p.longitude) from place p"
                        + " where p.id = v.place_id and v.id = ?")
                .param(beside)
                .update();
        String address = pages.get("/venues/" + hall).location() + "/merge";

        Page page = pages.get(address, someone);

        assertThat(page.html().select("label[for^=with-]").eachText())
                .containsExactlyInAnyOrder(
                        word + " Hall, upstairs 2 Road · Cardiff", word + " Halls Cardiff · 4 km away", "Another one");
        Page chosen = pages.get(address + "?with=" + same + "&address=", someone);
        assertThat(chosen.text("section[aria-labelledby=pair]")).contains(word + " Hall, upstairs");
        assertThat(chosen.html().select("input[name=with][checked]").val()).isEqualTo("" + same);
        Page other = pages.get(address + "?with=&address=/venues/" + pub + "/castle-pub", someone);
        assertThat(other.text("section[aria-labelledby=pair]")).contains("Castle pub");
        Page none = pages.get(address + "?with=&address=", someone);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text("#with-error")).contains("Say which one");
    }

    @Test
    void whatNoFormOfOursSendsIsRefused() {
        String address = "/venues/" + castle + "/merge";

        assertThat(pages.post(address, someone).status()).isEqualTo(400);
        assertThat(pages.post(address, someone, "with", "x", "kept", "x").status())
                .isEqualTo(400);
        assertThat(pages.post(address, someone, "with", "" + pub, "kept", "" + arms)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void bothStandSideBySideBeforeOneIsChosen() {
        Page page = pages.get(
                "/venues/" + castle + "/the-castle/merge?with=http://localhost/venues/" + pub + "/castle-pub", someone);

        assertThat(page.text("section[aria-labelledby=pair]"))
                .contains("The Castle: unknown", "Castle pub: Each buys something");
        Page merged = pages.post(
                "/venues/" + castle + "/merge",
                someone,
                Pages.filled(page, "form[method=post][action$=/merge]", "kept", "" + pub));
        assertThat(merged.location()).isEqualTo("/venues/" + pub + "/castle-pub");
        assertThat(into(castle)).isEqualTo(pub);
    }

    @Test
    void ofTwoMergesAtOnceOneIsDone() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> one = () -> merge(castle, pub).status();
            Callable<Integer> another = () -> merge(pub, castle).status();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : two.invokeAll(List.of(one, another))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(303, 409);
            assertThat(into(castle) == null).isNotEqualTo(into(pub) == null);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void aMergeIsTakenBackWithWhatWasMoved() {
        long moved = tweetupAt(pub);
        long own = tweetupAt(castle);
        merge(arms, pub);
        merge(pub, castle);
        long later = tweetupAt(castle);

        Page parted = pages.post(parting(castle), someone);

        assertThat(parted.location()).isEqualTo("/venues/" + pub + "/castle-pub");
        assertThat(venueOf(moved)).isEqualTo(pub);
        assertThat(venueOf(own)).isEqualTo(castle);
        assertThat(venueOf(later)).isEqualTo(castle);
        assertThat(into(arms)).isEqualTo(pub);
        assertThat(into(pub)).isNull();
        assertThat(pages.get("/venues/" + castle + "/the-castle").text("dl")).contains("Cost unknown");
        assertThat(pages.get("/venues/" + castle + "/the-castle/history").text("main"))
                .contains("A merge was taken back");
    }

    @Test
    void whatTheOtherGaveStaysWhereSomebodyHasChangedItSince() {
        merge(pub, castle);
        String form = "/venues/" + castle + "/the-castle/edit";
        pages.post(form, someone, Pages.filled(pages.get(form, someone), "main form.venue-form", "amount", "4"));

        pages.post(parting(castle), someone);

        assertThat(pages.get("/venues/" + castle + "/the-castle").text("dl")).contains("About £4 each");
    }

    @Test
    void aMergeIsTakenBackOnceAndOnlyForThirtyDays() {
        merge(pub, castle);
        String parting = parting(castle);
        jdbc.sql("update venue_merge set merged_at = now() - interval '31 days' where merged_id = ?")
                .param(pub)
                .update();

        assertThat(pages.post(parting, someone).status()).isEqualTo(409);
        assertThat(pages.get("/venues/" + castle + "/the-castle/history", someone)
                        .html()
                        .select("form[action$=/parting]"))
                .isEmpty();
        jdbc.sql("update venue_merge set merged_at = now() where merged_id = ?")
                .param(pub)
                .update();
        assertThat(pages.post(parting, someone).status()).isEqualTo(303);
        assertThat(pages.post(parting, someone).status()).isEqualTo(409);
        assertThat(pages.post("/venues/" + castle + "/revisions/999999999/parting", someone)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatWasTypedIsNotLostWhenItIsMergedMeanwhile() {
        String form = "/venues/" + pub + "/castle-pub/edit";
        Page opened = pages.get(form, someone);
        merge(pub, castle);

        Page sent = pages.post(form, someone, Pages.filled(opened, "main form.venue-form", "booking", "Ring Mair."));

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text("#booking")).isEqualTo("Ring Mair.");
        assertThat(sent.html().select("main form.venue-form").attr("action"))
                .isEqualTo("/venues/" + castle + "/the-castle/edit");
    }

    @Test
    void whatWasMergedIsNotCorrectedAnyMore() {
        merge(pub, castle);

        assertThat(pages.get("/venues/" + pub + "/castle-pub/edit", someone).status())
                .isEqualTo(301);
        assertThat(pages.post("/venues/" + pub + "/confirmation", someone, "version", "0")
                        .status())
                .isEqualTo(404);
    }
}
