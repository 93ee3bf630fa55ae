package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShelfmatesTest
class AssetsTest {

    @Autowired
    Assets assets;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void stranger() {
        browser = new Browser(port);
    }

    @Test
    void theSameFilesHaveTheSameAddressAfterARestart() throws IOException {
        assertThat(assets.url("site.css")).matches("/assets/[\\w-]{16}/site\\.css");
        assertThat(new Assets().url("site.css")).isEqualTo(assets.url("site.css"));
        assertThat(assets.url("js/site.js")).isEqualTo(assets.url("site.css").replace("site.css", "js/site.js"));
    }

    @Test
    void oneByteMoreIsAnotherAddress() {
        byte[] one = "a { color: red }".getBytes(StandardCharsets.UTF_8);
        byte[] other = "a { color: red } ".getBytes(StandardCharsets.UTF_8);

        assertThat(Assets.hash(one)).isNotEqualTo(Assets.hash(other)).isEqualTo(Assets.hash(one.clone()));
    }

    @Test
    void pagesNameNoAssetThatDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> assets.url("js/none.js"));
    }

    @Test
    void everythingThatAPageAsksForIsThereAndKeptForEver() {
        Answer page = browser.get("/");
        var addresses =
                page.html().select("link[rel=stylesheet], link[rel=icon]").eachAttr("href");
        addresses.addAll(page.html().select("script[src]").eachAttr("src"));

        assertThat(addresses).hasSizeGreaterThanOrEqualTo(3);
        for (String address : addresses) {
            Answer file = browser.get(address);
            assertThat(file.status()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("max-age=31536000", "immutable");
            assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(file.response().headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void filesSayWhatTheyAre() {
        assertThat(browser.get(assets.url("site.css")).header("Content-Type")).startsWith("text/css");
        assertThat(browser.get(assets.url("js/site.js")).header("Content-Type")).contains("javascript");
        assertThat(browser.get(assets.url("img/favicon.svg")).header("Content-Type"))
                .startsWith("image/svg+xml");
    }

    @Test
    void theLayersOfTheStylesComeFirst() {
        assertThat(browser.get(assets.url("site.css")).response().body().strip())
                .contains("@layer reset")
                .satisfies(css -> assertThat(css.indexOf("@layer")).isEqualTo(css.indexOf("@layer reset")));
    }

    @Test
    void aPageFromBeforeTheUpdateStillGetsItsStylesAndKeepsThemNot() {
        Answer old = browser.get("/assets/0123456789abcdef/site.css");

        assertThat(old.status()).isEqualTo(200);
        assertThat(old.header("Cache-Control")).contains("no-cache").doesNotContain("immutable");
    }

    @Test
    void whatIsNoAssetIsNotServed() {
        String version = assets.url("site.css").replace("site.css", "");

        assertThat(browser.get(version + "none.css").status()).isEqualTo(404);
        assertThat(browser.get(version).status()).isEqualTo(404);
        assertThat(browser.get("/assets/").status()).isEqualTo(404);
        assertThat(browser.get(version + "application.yml").status()).isEqualTo(404);
        assertThat(browser.get(version + "..%2f..%2fapplication.yml").status()).isIn(400, 404);
        assertThat(browser.get(version + "js/%2e%2e/%2e%2e/application.yml").status())
                .isIn(400, 404);
    }
}
