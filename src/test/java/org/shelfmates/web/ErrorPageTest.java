package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class ErrorPageTest {

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Browser stranger;

    @BeforeEach
    void stranger() {
        stranger = new Browser(port);
    }

    private static void isErrorPage(Answer answer, int status, String title) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("h1")).isEqualTo(title);
        assertThat(answer.text("main .mono")).isEqualTo(String.valueOf(status));
        assertThat(answer.html().select("header.header a[href=/]")).isNotEmpty();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).containsAnyOf("no-store", "no-cache");
        assertThat(answer.response().body()).doesNotContain("Exception", "org.springframework", "at java.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/nothing/at/all",
                "/tweetups/999999999999",
                "/tweetups/999999999999/tea",
                "/groups/no-such-group",
                "/librarians/no-such-person",
                "/places/gb/no-such-place",
                "/places/xx/cardiff",
                "/error",
                "/assets/x/none.css"
            })
    void whatDoesNotExistIsNotFound(String address) {
        isErrorPage(stranger.get(address), 404, "There is nothing at this address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "image/png", "text/html;q=0.1, application/xml", "nonsense"})
    void thePageIsForPeopleWhateverIsAskedFor(String accept) {
        isErrorPage(stranger.get("/nothing", "Accept", accept), 404, "There is nothing at this address");
    }

    /** A zone that no calendar knows: nothing writes such a row, so the page fails where nobody expects it to. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whatGoesWrongInsideIsInTheLogUnderTheNumberOnThePage(CapturedOutput log) {
        long tweetup = community.tweetup(
                "Far out", Community.CARDIFF, community.librarian("Cerys Morgan", Community.CARDIFF), null);
        String address = "/tweetups/" + tweetup + "/a-tweetup";
        jdbc.sql("update tweetup set zone = 'Mars/Olympus' where id = ?")
                .param(tweetup)
                .update();

        Answer answer;
        try {
            answer = stranger.get(address);
        } finally {
            jdbc.sql("delete from tweetup where id = ?").param(tweetup).update();
        }

        isErrorPage(answer, 500, "Something went wrong on our side");
        assertThat(answer.response().body()).doesNotContain("Mars", "zone");
        String reference = answer.text(".reference");
        assertThat(reference).matches("[0-9a-f]{8}");
        String logged = log.getAll().substring(log.getAll().indexOf("Reference " + reference));
        assertThat(logged).startsWith("Reference " + reference + ": GET " + address);
        assertThat(logged).contains("Unknown time-zone ID: Mars/Olympus");
    }

    @Test
    void whoIsSignedInStaysSoOnAnErrorPage() {
        var someone = community.librarian("Cerys Morgan", Community.CARDIFF);

        Answer answer = new Browser(port).signedIn(someone).get("/nothing");

        isErrorPage(answer, 404, "There is nothing at this address");
        assertThat(answer.text(".header")).contains("@" + someone.handle());
    }

    @Test
    void whatCannotBeAskedInThisWaySaysInWhich() {
        Answer answer = stranger.get("/groups/some-group/resignation");

        isErrorPage(answer, 405, "That is not how this address works");
        assertThat(answer.header("Allow")).contains("POST").doesNotContain("GET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/librarians?after=made-up",
                "/librarians?place=2653822&after=MX4y",
                "/groups?after=%25",
                "/tweetups?after=MX4y",
                "/librarians?within=lots",
                "/librarians?within=501",
                "/librarians?within=-1",
                "/librarians?place=Cardiff",
                "/librarians?sector=PIRATE",
                "/tweetups?within=0",
                "/tweetups?show=everything",
                "/places/gb/cardiff?within=24",
                "/places?q=a%00b",
                "/places?q=%EF%BF%BF",
                "/librarians?q=%1B%5B31m",
                "/librarians?near=a%0Ab",
                "/groups?unknown=%00"
            })
    void whatNoPageOfOursAsksForIsRefused(String address) {
        isErrorPage(stranger.get(address), 400, "We could not read that");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/librarians?q=a%00b", "/librarians?interest=a%00b", "/groups/a%00b", "/places?q=a%00b"})
    void askingForTheHeadIsRefusedInTheSameWay(String address) {
        assertThat(stranger.send("HEAD", address, null).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/librarians?near=,",
                "/librarians?near=%20,%20,Wales",
                "/librarians?near=%25_'",
                "/tweetups?near=,",
                "/librarians?q=%22%20-%20%22%20or%20%26%20%7C%20!%3A*",
                "/librarians?interest=%E2%98%95",
                "/librarians?q=",
                "/librarians?place=999999999",
                "/places?q=%F0%9F%93%9A",
                "/places?q=%25%25%25",
                "/tweetups?place=999999999"
            })
    void oddThingsToLookForAreNoErrors(String address) {
        assertThat(stranger.get(address).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 1~+1000000000-12-31T23:59:59.999999999Z~1 and 1~+200000-01-01T00:00:00Z~1
                "MX4rMTAwMDAwMDAwMC0xMi0zMVQyMzo1OTo1OS45OTk5OTk5OTlafjE",
                "MX4rMjk0Mjc3LTAxLTAxVDAwOjAwOjAwWn4x"
            })
    void anInstantBeyondTheDatabasesCalendarIsAMadeUpKey(String key) {
        String group = community.group("Far readers", Community.CARDIFF);

        isErrorPage(stranger.get("/groups/" + group + "/members?after=" + key), 400, "We could not read that");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        isErrorPage(stranger.send("POST", "/sign-up", Browser.encoded("name", "Cerys")), 403, "You may not do that");
    }

    @Test
    void aFormWithAnotherTokenIsRefused() {
        stranger.get("/sign-in");

        isErrorPage(
                stranger.send(
                        "POST", "/sign-in", Browser.encoded("username", "a", "password", "b", "_csrf", "made-up")),
                403,
                "You may not do that");
    }

    @Test
    void aFormOfAMegabyteIsTooMuch() {
        stranger.get("/sign-up");

        isErrorPage(stranger.send("POST", "/sign-up", "name=" + "a".repeat(1 << 20)), 413, "That is too much at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "BREW", "PROPFIND"})
    void otherMethodsAreNotAllowed(String method) {
        Answer answer = stranger.send(method, "/groups", null);

        isErrorPage(answer, 405, "That is not how this address works");
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void traceIsNotAllowed() throws IOException {
        assertThat(raw("TRACE / HTTP/1.1\r\nHost: localhost\r\nX-Secret: 1\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405")
                .doesNotContain("X-Secret");
    }

    @Test
    void aForeignHostIsRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("evil.example");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost.evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void twoHostsAreRefused() throws IOException {
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aForwardedHostIsNotBelieved() {
        assertThat(stranger.get("/sign-in", "X-Forwarded-Host", "evil.example").status())
                .isEqualTo(200);
        assertThat(stranger.get("/me", "X-Forwarded-Host", "evil.example").location())
                .startsWith("/sign-in");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
