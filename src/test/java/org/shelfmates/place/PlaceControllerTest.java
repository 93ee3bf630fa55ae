package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShelfmatesTest
class PlaceControllerTest {

    private static final String BROWSERS = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void browser() {
        browser = new Browser(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {BROWSERS, "*/*", "text/html", "text/*"})
    void peopleGetAPage(String accept) {
        Answer page = browser.get("/places?q=bangor", "Accept", accept);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text("h1")).isEqualTo("Places called “bangor”");
        assertThat(page.html().select(".place-list a").eachAttr("href"))
                .contains("/places/gb/bangor-gwynedd", "/places/gb/bangor");
        assertThat(page.html().select("#q").val()).isEqualTo("bangor");
    }

    @Test
    void whoSaysNothingAboutFormatsGetsAPage() {
        assertThat(browser.get("/places?q=bangor").header("Content-Type")).startsWith("text/html");
    }

    @Test
    void theFieldGetsSuggestions() {
        Answer suggestions = browser.get("/places?q=bangor", "Accept", "application/json");

        assertThat(suggestions.status()).isEqualTo(200);
        assertThat(suggestions.header("Content-Type")).startsWith("application/json");
        assertThat(suggestions.response().body())
                .startsWith("[")
                .contains("\"id\":" + Community.BANGOR)
                .contains("\"within\":\"Gwynedd, Wales, United Kingdom\"")
                .contains("\"path\":\"/places/gb/bangor-gwynedd\"")
                .doesNotContain("population");
    }

    @Test
    void nothingTypedSuggestsNothing() {
        for (String query : new String[] {"/places", "/places?q=", "/places?q=%20", "/places?q=" + "a".repeat(101)}) {
            assertThat(browser.get(query, "Accept", "application/json")
                            .response()
                            .body())
                    .isEqualTo("[]");
            assertThat(browser.get(query).status()).isEqualTo(200);
        }
    }

    @Test
    void whatIsTypedIsShownAsText() {
        Answer page = browser.get("/places?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22onfocus%3D%22");

        assertThat(page.html().select("script:not([src])")).isEmpty();
        assertThat(page.text("h1")).contains("<script>alert(1)</script>");
        assertThat(page.html().select("#q").hasAttr("onfocus")).isFalse();
        assertThat(page.text("main")).contains("We know no place of that name.");
    }

    @Test
    void thePageOfAPlaceSaysWhoIsThere() {
        Answer page = browser.get("/places/gb/bangor-gwynedd?within=10");

        assertThat(page.text("h1")).isEqualTo("Bangor");
        assertThat(page.text(".page-head__over")).isEqualTo("Gwynedd, Wales, United Kingdom");
        assertThat(page.html().select(".distance__link[aria-current]").text()).contains("10");
    }
}
