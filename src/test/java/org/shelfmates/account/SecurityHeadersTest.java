package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShelfmatesTest
class SecurityHeadersTest {

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void browser() {
        browser = new Browser(port);
    }

    private static void guarded(Answer answer) {
        List<String> policy = Stream.of(answer.header("Content-Security-Policy").split(";"))
                .map(String::strip)
                .toList();
        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .noneMatch(part -> part.contains("unsafe"));
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()", "geolocation=()", "microphone=()");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty(); // by http it would mean nothing
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/librarians",
                "/sign-in",
                "/sign-up",
                "/me",
                "/tweetups/new",
                "/nothing",
                "/places?q=%00",
                "/confirmations/x"
            })
    void everyAnswerIsGuarded(String address) {
        guarded(browser.get(address));
    }

    @Test
    void jsonFilesAndRedirectsAreGuardedToo() {
        guarded(browser.get("/places?q=bangor", "Accept", "application/json"));
        guarded(browser.get(
                browser.get("/").html().select("link[rel=stylesheet]").attr("href")));
        guarded(browser.signIn("nobody", "no password of anybody"));
        guarded(browser.signIn(
                community.librarian("Cerys Morgan", Community.CARDIFF).handle(), Community.PASSWORD));
    }

    @Test
    void noPageNeedsWhatThePolicyForbids() {
        var someone = community.librarian("Cerys Morgan", Community.CARDIFF);
        browser.signedIn(someone);

        for (String address :
                List.of("/", "/places/gb/cardiff", "/librarians", "/me", "/me/profile", "/tweetups/new", "/nothing")) {
            var html = browser.get(address).html();
            assertThat(html.select("script:not([src]), style, [style], [onclick], [onload], [onsubmit], [onchange]"))
                    .as(address)
                    .isEmpty();
            assertThat(html.select("[src], link[href]"))
                    .as(address)
                    .allMatch(element -> (element.attr("src") + element.attr("href")).startsWith("/assets/"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/librarians", "/groups", "/me", "/me/profile", "/places/gb/cardiff", "/nothing"})
    void whatSomebodyReadsSignedInIsStoredNowhere(String address) {
        browser.signedIn(community.librarian("Cerys Morgan", Community.CARDIFF));

        assertThat(browser.get(address).header("Cache-Control")).contains("no-store");
    }

    @Test
    void theCookiesAreOutOfReachForScriptsAndOtherSites() {
        var someone = community.librarian("Cerys Morgan", Community.CARDIFF);
        Answer form = browser.get("/sign-in");
        Answer in = browser.submit(form.form("/sign-in"), "username", someone.handle(), "password", Community.PASSWORD);

        List<String> session = in.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SESSION="))
                .toList();
        List<String> all = Stream.concat(
                        form.response().headers().allValues("Set-Cookie").stream(),
                        in.response().headers().allValues("Set-Cookie").stream())
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
        assertThat(session).singleElement().asString().contains("Max-Age=1209600");
        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("Path=/", "HttpOnly", "SameSite=Lax")
                        .doesNotContain("Domain="));
    }

    @Test
    void otherSitesMayNotReadOurs() {
        Answer answer = browser.get("/", "Origin", "https://evil.example");

        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    }
}
