package org.shelfmates.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShelfmatesTest
class SignInTest {

    private static final String REFUSED = "We don’t know that handle or e-mail address with that password.";

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    private Browser browser;
    private Someone cerys;

    @BeforeEach
    void someone() {
        browser = new Browser(port);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    @ParameterizedTest
    @CsvSource({"handle, false", "handle, true", "email, false", "email, true"})
    void theHandleOrTheAddressInAnyCaseOpensTheDoor(String by, boolean capitals) {
        String name = by.equals("email") ? cerys.email() : cerys.handle();

        Answer answer = browser.signIn(capitals ? name.toUpperCase(java.util.Locale.ROOT) : name, Community.PASSWORD);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/me");
        assertThat(browser.get("/me").text(".header")).contains("@" + cerys.handle());
    }

    @Test
    void aWrongPasswordLeavesTheFormFilledInButForThePassword() {
        Answer answer = browser.signIn(cerys.handle(), "not the password");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("#username-error")).contains(REFUSED);
        assertThat(answer.html().select("#username").val()).isEqualTo(cerys.handle());
        assertThat(answer.html().select("#password").val()).isEmpty();
        assertThat(answer.response().body()).doesNotContain("not the password");
        assertThat(browser.get("/me").status()).isEqualTo(303);
    }

    @Test
    void anUnknownNameIsToldInTheSameWords() {
        String wrong = browser.signIn(cerys.handle(), "not the password").text("main");

        for (String unknown : new String[] {"nobody-of-that-name", "nobody@example.org", "' or 1=1 --", "a\0b"}) {
            Answer answer = browser.signIn(unknown, "not the password");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.text("main")).isEqualTo(wrong);
        }
    }

    @Test
    void nothingFilledInIsRefusedToo() {
        assertThat(browser.post("/sign-in").status()).isEqualTo(401);
        assertThat(browser.signIn("", "").status()).isEqualTo(401);
    }

    @Test
    void onesOwnPageIsReachedAfterSigningIn() {
        Answer sent = browser.get("/me/profile?a=b");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith("/sign-in?next=");

        Answer answer = browser.submit(
                browser.get(sent.location()).form("/sign-in"),
                "username",
                cerys.handle(),
                "password",
                Community.PASSWORD);

        assertThat(answer.location()).isEqualTo("/me/profile?a=b");
    }

    @Test
    void theWayOnSurvivesAWrongPassword() {
        Answer wrong = browser.submit(
                browser.get("/sign-in?next=/me/profile").form("/sign-in"),
                "username",
                cerys.handle(),
                "password",
                "not the password");

        Answer answer = browser.submit(wrong.form("/sign-in"), "password", Community.PASSWORD);

        assertThat(answer.location()).isEqualTo("/me/profile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/me\r\nSet-Cookie: a=b",
                "/\t/evil.example"
            })
    void nobodyIsSentElsewhere(String next) {
        Answer answer =
                browser.post("/sign-in", "username", cerys.handle(), "password", Community.PASSWORD, "next", next);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/me");
        assertThat(browser.cookie("a")).isEmpty();
    }

    @Test
    void whoIsSignedInAlreadyIsSentOnAndNotElsewhere() {
        browser.signedIn(cerys);

        assertThat(browser.get("/sign-in?next=%2Fgroups").location()).isEqualTo("/groups");
        assertThat(browser.get("/sign-in?next=%2F%2Fevil.example").location()).isEqualTo("/me");
    }

    @Test
    void theSessionGetsAnotherNumberAtTheDoor() {
        browser.post("/me/confirmation"); // kept in a session until somebody signs in
        String before = browser.cookie("SESSION").orElseThrow();

        browser.signedIn(cerys);

        assertThat(browser.cookie("SESSION")).isPresent().get().isNotEqualTo(before);
        assertThat(new Browser(port).get("/me", "Cookie", "SESSION=" + before).status())
                .isEqualTo(303);
    }

    @Test
    void aLinkSignsNobodyOut() {
        browser.signedIn(cerys);

        assertThat(browser.get("/sign-out").status()).isEqualTo(404);
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signedIn(cerys);
        String session = browser.cookie("SESSION").orElseThrow();

        Answer answer = browser.submit(browser.get("/me").form("/sign-out"));

        assertThat(answer.status()).isIn(302, 303);
        assertThat(answer.location()).endsWith("/");
        assertThat(browser.get("/me").status()).isEqualTo(303);
        assertThat(new Browser(port).get("/me", "Cookie", "SESSION=" + session).status())
                .isEqualTo(303);
    }

    @Test
    void whoGuessesAPasswordIsStoppedAndNobodyElseIs() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        for (int i = 0; i < 10; i++) {
            assertThat(browser.signIn(cerys.handle(), "guess " + i).status()).isEqualTo(401);
        }

        Answer answer = browser.signIn(cerys.handle().toUpperCase(java.util.Locale.ROOT), Community.PASSWORD);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text("#username-error")).contains("Too many tries");
        assertThat(browser.signIn(tom.handle(), Community.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void manyGuessesAtOnceAreNoMoreThanAsManyOneByOne() {
        List<Integer> statuses = IntStream.range(0, 40)
                .parallel()
                .mapToObj(guess -> new Browser(port)
                        .signIn(cerys.handle(), "guess " + guess)
                        .status())
                .toList();

        assertThat(statuses).containsOnly(401, 429);
        assertThat(statuses).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(10);
    }
}
