package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The main job from end to end, in a real browser: with script and without, on a desk and on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class JourneyTest {

    private static final int PHONE = 360;
    private static final int DESK = 1280;

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewcomerFindsCardiffSignsUpAnswersAndComments(boolean script) {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        String title = Community.unique("Tea at the Hayes");
        community.tweetup(
                title,
                Community.CARDIFF,
                planner,
                5,
                "SCHEDULED",
                java.time.Instant.now().plus(java.time.Duration.ofMinutes(90)));
        String handle = Community.unique("newcomer");
        try (BrowserContext window = Browser.window(port, script ? DESK : PHONE, ColorScheme.LIGHT, script)) {
            Page page = window.newPage();

            page.navigate("/");
            page.fill("#q", "Cardiff");
            page.click("main form button");
            page.click(".place-list a >> nth=0");
            assertThat(page.locator("h1")).hasText("Cardiff");
            page.click("text=" + title);
            page.click("text=No account yet? Sign up");

            page.fill("#name", "Anna Jones");
            page.fill("#handle", handle);
            page.fill("#email", handle + "@example.org");
            page.fill("#placeName", "Barry, Wales");
            page.fill("#password", "three green reading lamps");
            page.click("main button[type=submit]");
            assertThat(page.locator(".notice").first()).containsText("Welcome, Anna Jones");

            page.navigate("/tweetups");
            page.click("text=" + title);
            page.check("#answer-going", new Page.CheckOptions().setForce(true));
            page.fill("#note", "With cake");
            page.click(".rsvp button[type=submit]");
            assertThat(page.locator(".rsvp .notice")).containsText("You are going");
            assertThat(page.locator(".date-due-slip")).containsText("With cake");

            page.fill("#body", "Is there **parking**?");
            page.click("button[name=preview]");
            assertThat(page.locator("#preview strong")).hasText("parking");
            page.click("#comment-form button[type=submit]:not([name])");
            assertThat(page.locator(".comment__body strong")).hasText("parking");
            page.click(".comment__actions >> text=Reply");
            page.fill("#body", "Yes, behind the library.");
            page.click("#comment-form button[type=submit]:not([name])");
            assertThat(page.locator(".thread__item--1 .comment__body")).hasText("Yes, behind the library.");
        }
    }

    @Test
    void aCommentWrittenAfterTheSessionEndedSurvivesTheSignIn() {
        Someone one = community.librarian("Gwen Pritchard", Community.BANGOR);
        long tweetup = community.tweetup("By train", Community.CARDIFF, one, null);
        try (BrowserContext window = Browser.window(port, DESK, ColorScheme.DARK, true)) {
            Page page = window.newPage();
            signIn(page, one);
            page.navigate("/tweetups/" + tweetup);
            page.fill("#body", "It takes all day by train.");
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));

            page.click("#comment-form button[type=submit]:not([name])");
            assertThat(page.locator("h1")).hasText("Sign in");
            page.fill("#username", one.email());
            page.fill("#password", Community.PASSWORD);
            page.click("main button[type=submit]");
            page.click("main button[type=submit]");

            assertThat(page.locator(".comment__body")).hasText("It takes all day by train.");
        }
    }

    @Test
    void theKeyboardAloneChoosesAPlaceFromTheSuggestions() {
        Someone one = community.librarian("Gwen Pritchard", Community.BANGOR);
        try (BrowserContext window = Browser.window(port, DESK, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            signIn(page, one);
            page.navigate("/tweetups/new");
            page.fill("#placeName", "");
            page.focus("#placeName");
            page.keyboard().type("aberystw");
            assertThat(page.locator(".combobox__option").first()).containsText("Aberystwyth");

            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");

            assertThat(page.locator("#placeName")).hasValue("Aberystwyth, County of Ceredigion, Wales, United Kingdom");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PHONE, DESK})
    void everyPageIsAccessible(int width) {
        Someone one = community.librarian("Siân Cadwaladr", Community.NEWPORT);
        String group = community.group("Gwent librarians", Community.NEWPORT, one);
        long tweetup = community.tweetup("Makerspaces", Community.NEWPORT, one, 3);
        // colours do not depend on the width, so the phone is looked at in one scheme
        List<ColorScheme> schemes =
                width == PHONE ? List.of(ColorScheme.LIGHT) : List.of(ColorScheme.LIGHT, ColorScheme.DARK);
        for (ColorScheme scheme : schemes) {
            try (BrowserContext window = Browser.window(port, width, scheme, true)) {
                Page page = window.newPage();
                visit(
                        page,
                        scheme,
                        "/",
                        "/places?q=bangor",
                        "/places/gb/newport",
                        "/librarians?near=Newport",
                        "/groups",
                        "/groups/" + group,
                        "/groups/" + group + "/members",
                        "/tweetups",
                        "/tweetups?show=past",
                        "/tweetups/" + tweetup,
                        "/librarians/" + one.handle(),
                        "/sign-in",
                        "/sign-up",
                        "/credits",
                        "/no-such-page");
                signIn(page, one);
                visit(page, scheme, "/me", "/me/profile", "/tweetups/new", "/tweetups/" + tweetup, "/groups/" + group);
                page.navigate("/tweetups/new");
                page.fill("#placeName", "Newport");
                page.click("main form.form button[type=submit]");
                assertThat(page.locator(".error-summary")).isVisible();
                Browser.assertAccessible(page);
            }
        }
    }

    private static void visit(Page page, ColorScheme scheme, String... addresses) {
        for (String address : addresses) {
            int status = page.navigate(address).status();
            Assertions.assertThat(status).as(address).isEqualTo(address.equals("/no-such-page") ? 404 : 200);
            if (scheme == ColorScheme.DARK) {
                Browser.assertContrast(page);
            } else {
                Browser.assertAccessible(page);
            }
        }
    }

    private static void signIn(Page page, Someone one) {
        page.navigate("/sign-in");
        page.fill("#username", one.handle());
        page.fill("#password", Community.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.locator(".header__handle")).hasText("@" + one.handle());
    }
}
