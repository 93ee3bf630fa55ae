package org.shelfmates.venue.edit;

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

/** A merge that is taken back takes what it gave and nothing else. */
@ShelfmatesTest
class PartingTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone someone;
    private long pub;
    private long castle;
    private long arms;

    @BeforeEach
    void venues() {
        someone = community.librarian("Mair Merger", Community.CARDIFF);
        pub = community.venue("Castle pub", Community.CARDIFF, "UNKNOWN", null);
        castle = community.venue("The Castle", Community.CARDIFF, "UNKNOWN", null);
        arms = community.venue("Castle Arms", Community.CARDIFF, "UNKNOWN", null);
    }

    /** @return the number of its revision */
    private long merge(long gone, long kept) {
        Page sent = pages.post("/venues/" + gone + "/merge", someone, "with", "" + kept, "kept", "" + kept);
        assertThat(sent.status()).isEqualTo(303);
        return jdbc.sql("select max(revision_id) from venue_merge where merged_id = ?")
                .param(gone)
                .query(Long.class)
                .single();
    }

    private void part(long kept, long merge) {
        assertThat(pages.post("/venues/" + kept + "/revisions/" + merge + "/parting", someone)
                        .status())
                .isEqualTo(303);
    }

    private void know(long venue, String facts) {
        jdbc.sql("update venue set " + facts + " where id = ?").param(venue).update();
    }

    private String facts(long venue, String columns) {
        return jdbc.sql("select concat_ws(' ', " + columns + ") from venue where id = ?")
                .param(venue)
                .query(String.class)
                .single();
    }

    private boolean asked(long venue) {
        return facts(venue, "host_id").equals("" + someone.id());
    }

    @Test
    void howItAsksForMoneyStaysWithAnAmountThatWasAddedSince() {
        know(pub, "cost = 'BUY_SOMETHING'");
        long merge = merge(pub, castle);
        String form = "/venues/" + castle + "/the-castle/edit";
        pages.post(form, someone, Pages.filled(pages.get(form, someone), "main form.venue-form", "amount", "3"));

        part(castle, merge);

        assertThat(facts(castle, "cost, amount")).isEqualTo("BUY_SOMETHING 300");
    }

    @Test
    void whoOfferedForBothIsStillAskedForBoth() {
        pages.post("/venues/" + pub + "/hosting", someone);
        pages.post("/venues/" + castle + "/hosting", someone);

        part(castle, merge(pub, castle));

        assertThat(asked(castle)).isTrue();
        assertThat(asked(pub)).isTrue();
    }

    @Test
    void whoIsAskedIsTakenFromAllThatGotThemByIt() {
        pages.post("/venues/" + pub + "/hosting", someone);
        long first = merge(pub, castle);
        merge(castle, arms);
        assertThat(asked(arms)).isTrue();

        part(arms, first);

        assertThat(asked(arms)).isFalse();
        assertThat(asked(castle)).isFalse();
        assertThat(asked(pub)).isTrue();
    }

    @Test
    void whoOfferedForALaterOneIsStillAskedThere() {
        pages.post("/venues/" + pub + "/hosting", someone);
        pages.post("/venues/" + arms + "/hosting", someone);
        long first = merge(pub, castle);
        merge(castle, arms);

        part(arms, first);

        assertThat(asked(arms)).isTrue();
        assertThat(asked(castle)).isFalse();
    }

    @Test
    void whatALaterOneKnewByItselfStays() {
        know(pub, "wifi = true, capacity = 12");
        know(arms, "wifi = true");
        long first = merge(pub, castle);
        merge(castle, arms);
        assertThat(facts(arms, "wifi, capacity")).isEqualTo("t 12");

        part(arms, first);

        assertThat(facts(arms, "wifi, capacity")).isEqualTo("t");
        assertThat(facts(castle, "wifi, capacity")).isEmpty();
        assertThat(facts(pub, "wifi, capacity")).isEqualTo("t 12");
        assertThat(pages.get("/venues/" + arms + "/castle-arms/history").text("main"))
                .contains("A merge was taken back");
    }

    @Test
    void whatTheOneBetweenKnewByItselfStays() {
        know(pub, "cost = 'BUY_SOMETHING', amount = 300, wifi = true");
        know(castle, "wifi = false");
        long first = merge(pub, castle);
        long second = merge(castle, arms);

        part(arms, first);
        assertThat(facts(arms, "cost, amount, wifi")).isEqualTo("UNKNOWN f");
        part(arms, second);

        assertThat(facts(arms, "cost, amount, wifi")).isEqualTo("UNKNOWN");
        assertThat(facts(castle, "cost, amount, wifi")).isEqualTo("UNKNOWN f");
    }

    @Test
    void whatWasChangedBeforeOrAfterItWentOnStays() {
        know(pub, "cost = 'BUY_SOMETHING', capacity = 12");
        long first = merge(pub, castle);
        String form = "/venues/" + castle + "/the-castle/edit";
        pages.post(form, someone, Pages.filled(pages.get(form, someone), "main form.venue-form", "amount", "3"));
        merge(castle, arms);
        form = "/venues/" + arms + "/castle-arms/edit";
        pages.post(form, someone, Pages.filled(pages.get(form, someone), "main form.venue-form", "capacity", "40"));

        part(arms, first);

        assertThat(facts(arms, "cost, amount, capacity")).isEqualTo("BUY_SOMETHING 300 40");
        assertThat(facts(castle, "cost, amount, capacity")).isEqualTo("BUY_SOMETHING 300");
    }
}
