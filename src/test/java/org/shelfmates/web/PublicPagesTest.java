package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class PublicPagesTest {

    private static final Set<String> SECURITY = Set.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Permissions-Policy",
            "Cache-Control");

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

    private String tweetup(String title) {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        return "/tweetups/" + community.tweetup(title, Community.CARDIFF, planner, 10) + "/a-tweetup";
    }

    private void isPublic(String address) {
        for (Answer answer : List.of(stranger.get(address), stranger.get(address))) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
            assertThat(answer.header("ETag")).matches("\"[\\w-]+\"");
            assertThat(answer.header("Cache-Control")).contains("public", "no-cache");
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
            assertThat(answer.header("Vary")).contains("Cookie", "Accept-Encoding", "Accept-Language");
            for (String header : SECURITY) {
                assertThat(answer.header(header)).as(header).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/places",
                "/places?q=bangor",
                "/places/gb/cardiff",
                "/librarians",
                "/groups",
                "/tweetups",
                "/credits"
            })
    void aStrangerGetsNoCookieAndATagOfThePage(String address) {
        isPublic(address);
    }

    @Test
    void aTweetupAGroupAndALibrarianArePublicToo() {
        Someone someone = community.librarian("Gwen Pritchard", Community.BANGOR);

        isPublic(tweetup("Public tea"));
        isPublic("/groups/" + community.group("Bangor readers", Community.BANGOR, someone));
        isPublic("/librarians/" + someone.handle());
    }

    @Test
    void whoHasThePageIsToldSoWithTheSameHeaders() {
        String address = tweetup("Known tea");
        Answer first = stranger.get(address);

        Answer again = stranger.get(address, "If-None-Match", first.header("ETag"));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.response().body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        for (String header : SECURITY) {
            assertThat(again.header(header)).as(header).isNotEmpty().isEqualTo(first.header(header));
        }
        assertThat(stranger.get(address, "If-None-Match", "\"older\"").status()).isEqualTo(200);
    }

    @Test
    void aChangedPageHasAnotherTag() {
        String address = tweetup("Tagged tea");
        String tag = stranger.get(address).header("ETag");
        jdbc.sql("update tweetup set title = 'Tagged coffee' where id = ?")
                .param(id(address))
                .update();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> stranger.get(address, "If-None-Match", tag).status() == 200);

        assertThat(stranger.get(address).header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void compressedPagesAreTheSamePages() throws Exception {
        String address = tweetup("Compressed tea at the Tŷ");
        stranger.get(address);

        HttpResponse<byte[]> zipped = bytes(address, "gzip, deflate, br");
        HttpResponse<byte[]> plain = bytes(address, "identity");

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.body()).hasSizeLessThan(plain.body().length / 2);
        assertThat(unzipped(zipped.body())).isEqualTo(plain.body());
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).contains("Compressed tea at the Tŷ");
    }

    @Test
    void whoRefusesCompressionGetsThePlainPage() throws Exception {
        String address = tweetup("Plain tea");
        stranger.get(address);

        HttpResponse<byte[]> plain = bytes(address, "gzip;q=0, identity");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void askingForTheHeadGivesTheHead() {
        String address = tweetup("Headed tea");
        stranger.get(address);

        Answer head = stranger.send("HEAD", address, null);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
    }

    @Test
    void whatAnotherInstanceChangesIsShownSoon() {
        String address = tweetup("Old title");
        assertThat(stranger.get(address).text("h1")).isEqualTo("Old title");
        assertThat(stranger.get(address).text("h1")).isEqualTo("Old title");

        jdbc.sql("update tweetup set title = 'New title' where id = ?")
                .param(id(address))
                .update();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> stranger.get(address).text("h1").equals("New title"));
    }

    @Test
    void whatSomebodyDoesHereIsShownByTheVeryNextRequest() {
        Someone someone = community.librarian("Gwen Pritchard", Community.BANGOR);
        Browser member = new Browser(port).signedIn(someone);
        String address = "/groups/" + community.group("Coming and going", Community.BANGOR);

        for (int i = 0; i < 5; i++) {
            member.post(address + "/join");
            assertThat(stranger.get(address).text(".page-head .drawer-label__under"))
                    .isEqualTo("1 member");
            member.post(address + "/leave");
            assertThat(stranger.get(address).text(".page-head .drawer-label__under"))
                    .isEqualTo("no members yet");
        }
    }

    @Test
    void whoIsSignedInGetsTheirOwnPageAndNobodyElseDoes() {
        Someone someone = community.librarian("Gwen Pritchard", Community.BANGOR);
        Browser member = new Browser(port).signedIn(someone);
        String address = tweetup("Shared tea");
        stranger.get(address);
        stranger.get(address);

        Answer own = member.get(address);
        Answer others = stranger.get(address);

        assertThat(own.text(".header")).contains("@" + someone.handle(), "Sign out");
        assertThat(own.header("Cache-Control")).contains("no-store");
        assertThat(own.header("ETag")).isEmpty();
        assertThat(others.text(".header")).contains("Sign in").doesNotContain(someone.handle());
    }

    @Test
    void aKnownTagDoesNotKeepSomebodySignedInFromTheirPage() {
        Browser member = new Browser(port).signedIn(community.librarian("Gwen Pritchard", Community.BANGOR));
        String address = tweetup("Tagged for strangers");
        String tag = stranger.get(address).header("ETag");

        assertThat(member.get(address, "If-None-Match", tag).status()).isEqualTo(200);
    }

    @Test
    void suggestionsAndPagesOfOneAddressAreNotMixedUp() {
        Answer page = stranger.get("/places?q=aberystwyth", "Accept", "text/html");
        Answer suggestions = stranger.get("/places?q=aberystwyth", "Accept", "application/json");
        Answer pageAgain = stranger.get("/places?q=aberystwyth", "Accept", "text/html");

        assertThat(suggestions.header("Content-Type")).startsWith("application/json");
        assertThat(suggestions.header("Vary")).contains("Accept");
        assertThat(suggestions.header("ETag")).isNotEqualTo(page.header("ETag"));
        assertThat(pageAgain.response().body()).isEqualTo(page.response().body());
    }

    @Test
    void languagesAreNotMixedUp() {
        assertThat(stranger.get("/credits", "Accept-Language", "en-GB")
                        .html()
                        .select("html")
                        .attr("lang"))
                .startsWith("en");
        assertThat(stranger.get("/credits", "Accept-Language", "cy")
                        .html()
                        .select("html")
                        .attr("lang"))
                .startsWith("cy");
    }

    private static long id(String address) {
        return Long.parseLong(address.split("/")[2]);
    }

    private HttpResponse<byte[]> bytes(String address, String encodings) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Accept-Encoding", encodings)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static byte[] unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
