package org.shelfmates.venue.edit;

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

/** What is one thing with what a correction changed: a price is a model and an amount, and money is of its place's currency. */
@ShelfmatesTest
class UndoTest {

    private static final long AKASHI = 1847966;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone someone;

    @BeforeEach
    void somebody() {
        someone = community.librarian("Cadi Corrector", Community.CARDIFF);
    }

    private String venue(String cost, Integer amount) {
        return pages.get("/venues/" + community.venue("The Castle", Community.CARDIFF, cost, amount))
                .location();
    }

    private static long id(String venue) {
        return Long.parseLong(venue.split("/")[2]);
    }

    /** @return the address that takes the correction back */
    private String corrected(String venue, String... changes) {
        Page form = pages.get(venue + "/edit", someone);
        Page sent = pages.post(venue + "/edit", someone, Pages.filled(form, "main form.venue-form", changes));
        assertThat(sent.status()).as(sent.text(".error-summary")).isEqualTo(303);
        return "/venues/" + id(venue) + "/revisions/"
                + jdbc.sql("select max(id) from venue_revision where venue_id = ?")
                        .param(id(venue))
                        .query(Long.class)
                        .single()
                + "/undo";
    }

    private String facts(String venue) {
        return jdbc.sql("select concat_ws(' ', cost, amount, deposit, currency) from venue where id = ?")
                .param(id(venue))
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "FREE"})
    void howItAsksForMoneyIsNotTakenFromAnAmountThatWasAddedSince(String cost) {
        String venue = venue(cost, null);
        String undo = corrected(venue, "cost", "BUY_SOMETHING");
        corrected(venue, "amount", "3");

        Page conflict = pages.post(undo, someone);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text(".notice--warning"))
                .contains("Now: Each buys something", "Now: 3.00 It would become: unknown");
        assertThat(facts(venue)).isEqualTo("BUY_SOMETHING 300 GBP");
    }

    @Test
    void anAmountIsNotPutBackUnderAnotherWayToAskForIt() {
        String venue = venue("BUY_SOMETHING", 300);
        String undo = corrected(venue, "amount", "4");
        corrected(venue, "cost", "HIRE_PER_HOUR");

        Page conflict = pages.post(undo, someone);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text(".notice--warning"))
                .contains("Now: Hire by the hour", "Now: 4.00 It would become: 3.00");
        assertThat(facts(venue)).isEqualTo("HIRE_PER_HOUR 400 GBP");
    }

    @Test
    void aPlaceOfAnotherCurrencyIsNotPutBackWhereMoneyWasAddedSince() {
        String venue = venue("UNKNOWN", null);
        String undo = corrected(venue, "place", "" + AKASHI);
        corrected(venue, "cost", "MINIMUM_SPEND", "amount", "200000");

        Page conflict = pages.post(undo, someone);

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text(".notice--warning"))
                .contains("Now: Akashi It would become: Cardiff", "Now: 200000 It would become: unknown");
        assertThat(facts(venue)).isEqualTo("MINIMUM_SPEND 200000 JPY");
    }

    @Test
    void moneyIsNotPutBackIntoAnotherCurrency() {
        String venue = venue("FREE", null);
        corrected(venue, "deposit", "20");
        String undo = corrected(venue, "deposit", "");
        corrected(venue, "place", "" + AKASHI);

        assertThat(pages.post(undo, someone).status()).isEqualTo(409);
        assertThat(facts(venue)).isEqualTo("FREE JPY");
    }

    @Test
    void aPlaceOfAnotherCurrencyIsPutBackWithTheMoneyAsItWas() {
        String venue = venue("BUY_SOMETHING", 300);
        String undo = corrected(venue, "place", "" + AKASHI, "amount", "400");
        corrected(venue, "noise", "QUIET");

        assertThat(pages.post(undo, someone).status()).isEqualTo(303);
        assertThat(facts(venue)).isEqualTo("BUY_SOMETHING 300 GBP");
    }

    @Test
    void anotherTownOfTheSameCurrencyIsNoReasonToKeepAnAmount() {
        String venue = venue("BUY_SOMETHING", 300);
        String undo = corrected(venue, "amount", "4");
        corrected(venue, "place", "" + Community.NEWPORT);

        assertThat(pages.post(undo, someone).status()).isEqualTo(303);
        assertThat(facts(venue)).isEqualTo("BUY_SOMETHING 300 GBP");
    }

    @Test
    void whatWasAddedSinceAndTakenBackIsNoReasonEither() {
        String venue = venue("FREE", null);
        String first = corrected(venue, "cost", "BUY_SOMETHING");
        String second = corrected(venue, "amount", "3");

        assertThat(pages.post(second, someone).status()).isEqualTo(303);
        assertThat(pages.post(first, someone).status()).isEqualTo(303);
        assertThat(facts(venue)).isEqualTo("FREE GBP");
    }

    @Test
    void theFirstRevisionIsNotUndone() {
        String venue = venue("FREE", null);
        long added = jdbc.sql("select id from venue_revision where venue_id = ?")
                .param(id(venue))
                .query(Long.class)
                .single();

        assertThat(pages.post("/venues/" + id(venue) + "/revisions/" + added + "/undo", someone)
                        .status())
                .isEqualTo(400);
    }
}
