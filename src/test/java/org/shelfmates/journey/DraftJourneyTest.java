package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Writing a comment in a browser with script: nothing that is written is lost, and handles are suggested; on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class DraftJourneyTest {

    private static final int PHONE = 360;
    private static final String SEND = "#comment-form button[type=submit]:not([name])";
    private static final String NOTICE = "[data-draft-notice]";

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    private Someone planner;
    private Someone tom;
    private String address;

    @BeforeEach
    void somethingToTalkAbout() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        long tweetup = community.tweetup("Tea", Community.CARDIFF, planner, 12);
        community.comment(tweetup, planner, "Who comes?", null);
        address = "/tweetups/" + tweetup + "/a-tweetup";
    }

    private static void signIn(Page page, Someone someone) {
        page.fill("#username", someone.handle());
        page.fill("#password", Community.PASSWORD);
        page.click("main button[type=submit]");
    }

    private Page write(BrowserContext window, String words) {
        Page page = window.newPage();
        page.navigate("/sign-in");
        signIn(page, tom);
        page.navigate(address);
        page.fill("#body", words);
        return page;
    }

    @Test
    void whatWasNotPostedIsThereAgainAndGoneOnceItIs() {
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            write(window, "I shall bring cake").close();

            Page page = window.newPage();
            page.navigate(address);
            assertThat(page.locator("#body")).hasValue("I shall bring cake");
            assertThat(page.locator(NOTICE)).isVisible();
            Browser.assertAccessible(page);
            page.click(SEND);
            assertThat(page.locator(".comment__body").last()).hasText("I shall bring cake");

            page.navigate(address);
            assertThat(page.locator("#body")).hasValue("");
            assertThat(page.locator(NOTICE)).isHidden();
        }
    }

    @Test
    void aLostSessionTakesNoWords() {
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.DARK, true)) {
            Page page = write(window, "Written for an hour");
            window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
            page.click(SEND);
            assertThat(page.locator("#password")).isVisible();
            page.close(); // and even the way round by the sign-in is not gone

            Page again = window.newPage();
            again.navigate("/sign-in");
            signIn(again, tom);
            again.navigate(address);
            assertThat(again.locator("#body")).hasValue("Written for an hour");
        }
    }

    @Test
    void handlesAreSuggestedAndChosenByKeyboard() {
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            Page page = write(window, "");
            String begun = planner.handle().substring(0, planner.handle().length() - 1);
            page.locator("#body").pressSequentially("Well, @" + begun);
            assertThat(page.locator("[role=option]").first()).containsText("@" + planner.handle());
            assertThat(page.locator("[role=option]").first()).hasAttribute("aria-selected", "true");
            Browser.assertAccessible(page);
            page.keyboard().press("Escape");
            assertThat(page.locator("[role=listbox]")).isHidden();

            page.keyboard().press("Backspace");
            assertThat(page.locator("[role=listbox]")).isVisible();
            assertThat(page.locator("[role=option]").first()).containsText("@" + planner.handle());
            page.keyboard().press("Enter");

            assertThat(page.locator("#body")).hasValue("Well, @" + planner.handle() + " ");
            assertThat(page.locator("[role=listbox]")).isHidden();
        }
    }
}
