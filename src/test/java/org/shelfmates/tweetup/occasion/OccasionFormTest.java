package org.shelfmates.tweetup.occasion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class OccasionFormTest {

    private static final LocalDate FIRST = LocalDate.now().plusDays(40);

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    private Someone maker;
    private String name;

    @BeforeEach
    void someone() {
        maker = community.librarian("Ros Havard", Community.CARDIFF);
        name = "Hay Festival " + Community.unique("x");
    }

    /** A good form but for these. */
    private String[] form(String... others) {
        Map<String, String> fields = new java.util.LinkedHashMap<>(Map.of(
                "name",
                name,
                "first",
                FIRST.toString(),
                "last",
                FIRST.plusDays(10).toString(),
                "place",
                "" + Community.CARDIFF,
                "link",
                "https://www.example.org/festival?a=b",
                "words",
                "Books in a field."));
        for (int i = 0; i < others.length; i += 2) {
            fields.put(others[i], others[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        fields.forEach((field, value) -> flat.addAll(List.of(field, value)));
        return flat.toArray(String[]::new);
    }

    private Page make(String... others) {
        return pages.post("/occasions/new", maker, form(others));
    }

    private static String slugged(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    @Test
    void anOccasionIsMadeAtAReadableAddress() {
        assertThat(pages.get("/occasions/new", maker).html().select("form[action=/occasions/new]"))
                .hasSize(1);

        Page made = make();

        assertThat(made.status()).isEqualTo(303);
        assertThat(made.location()).isEqualTo("/occasions/" + slugged(name));
        assertThat(pages.get(made.location()).text("h1")).isEqualTo(name);
    }

    @Test
    void anotherOfTheSameNameHasTheYearInItsAddressAndThenThePlace() {
        make();

        Page nextYear = make(
                "first",
                FIRST.plusYears(1).toString(),
                "last",
                FIRST.plusYears(1).toString());
        Page elsewhere = make("place", "" + Community.NEWPORT);
        Page elsewhereAgain = make("place", "" + Community.BANGOR);

        String address = "/occasions/" + slugged(name);
        assertThat(nextYear.location())
                .isEqualTo(address + "-" + FIRST.plusYears(1).getYear());
        assertThat(elsewhere.location()).isEqualTo(address + "-" + FIRST.getYear());
        assertThat(elsewhereAgain.location()).isEqualTo(address + "-" + FIRST.getYear() + "-bangor-gwynedd");
    }

    @Test
    void theSameInTheSamePlaceAndYearIsAnErrorBesideItsName() {
        make();

        Page again = make("name", name.toUpperCase(java.util.Locale.ROOT));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("#name-error")).contains("in that year already");
        assertThat(again.html().select("#link").val()).isEqualTo("https://www.example.org/festival?a=b");
    }

    @Test
    void aNameWithoutALetterAndTheNameOfTheFormHaveAddressesToo() {
        for (String odd : List.of("new", "???")) {
            Page made = make("name", odd, "place", "" + Community.BANGOR);
            assertThat(made.location() == null ? made.text("#name-error") : made.location())
                    .containsAnyOf("/occasions/occasion", "already");
        }
    }

    @Test
    void aDayWithoutALastOneIsADay() {
        Page made = make("last", "");

        assertThat(made.status()).isEqualTo(303);
        assertThat(pages.get(made.location()).html().select(".facts time")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JAVASCRIPT://example.org/%0aalert(1)",
                "data:text/html,hello",
                "ftp://example.org/",
                "//example.org/",
                "www.example.org",
                "https://",
                "https:///festival",
                "https://user:secret@example.org/",
                "https://bank.example\\@example.org/",
                "https://exam ple.org/"
            })
    void aLinkIsAWholeWebAddressOrNone(String link) {
        Page page = make("link", link);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#link-error")).contains("begins with https://");
        assertThat(page.html().select("#link").val()).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource({
        "first, '', first",
        "first, 2027-02-30, first",
        "first, tomorrow, first",
        "first, 2099-01-01, first",
        "last, 2020-01-01, last",
        "last, 2099-01-01, last",
        "name, '', name",
        "place, 999999999, placeName",
        "place, made-up, placeName",
        "version, made-up, version"
    })
    void whatDoesNotFitIsSaidAndNothingIsLost(String field, String value, String wrong) {
        Page page = make(field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select(".error-summary a[href=#" + wrong + "]")).hasSize(1);
        assertThat(page.html().select("#words").val()).isEqualTo("Books in a field.");
    }

    @Test
    void textsHaveTheirLimits() {
        assertThat(make("name", "n".repeat(121)).text("#name-error")).contains("120");
        assertThat(make("words", "w".repeat(4001)).text("#words-error")).contains("4000");
        assertThat(make("link", "https://example.org/" + "l".repeat(500)).text("#link-error"))
                .contains("500");
        assertThat(make("name", "a\0b").text("#name-error")).contains("cannot be printed");
    }

    @Test
    void whatIsOverIsNoNewOccasion() {
        LocalDate past = LocalDate.now().minusDays(9);

        Page page = make("first", past.toString(), "last", past.toString());

        assertThat(page.text("#last-error")).contains("must not be over");
    }

    @Test
    void whoMadeItEditsItAndNobodyElse() {
        String address = make().location();
        Someone other = community.librarian("Somebody Else", Community.CARDIFF);

        assertThat(pages.get(address, maker).html().select("a[href=" + address + "/edit]"))
                .hasSize(1);
        assertThat(pages.get(address, other).html().select("a[href=" + address + "/edit]"))
                .isEmpty();
        assertThat(pages.get(address + "/edit", other).status()).isEqualTo(403);
        assertThat(pages.post(address + "/edit", other, form("version", "0")).status())
                .isEqualTo(403);

        Page form = pages.get(address + "/edit", maker);
        assertThat(form.html().select("#name").val()).isEqualTo(name);
        assertThat(form.html().select("#first").val()).isEqualTo(FIRST.toString());
        Page edited = pages.post(address + "/edit", maker, form("name", name + " (renamed)", "version", "0"));

        assertThat(edited.location()).isEqualTo(address);
        assertThat(pages.get(address).text("h1")).isEqualTo(name + " (renamed)");
    }

    @Test
    void aStaleEditShowsBothVersions() {
        String address = make().location();
        pages.post(address + "/edit", maker, form("words", "Theirs", "version", "0"));

        Page stale = pages.post(address + "/edit", maker, form("words", "Mine", "version", "0"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice--warning")).contains("Theirs");
        assertThat(stale.html().select("#words").val()).isEqualTo("Mine");
        String version = stale.html().select("input[name=version]").val();
        assertThat(pages.post(address + "/edit", maker, form("words", "Mine", "version", version))
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(address).text(".prose")).isEqualTo("Mine");
    }

    @Test
    void anEditMayNotTakeTheNameOfAnother() {
        make();
        String other = make("place", "" + Community.NEWPORT).location();

        Page page = pages.post(other + "/edit", maker, form("version", "0"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#name-error")).contains("already");
    }
}
