package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody without an account asks, a planner finds the question and answers it, and the answer comes by mail; on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class TalkJourneyTest {

    private static final int PHONE = 360;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @LocalServerPort
    int port;

    @Test
    void aGuestsQuestionIsFoundAndAnswered() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long tweetup = community.tweetup("Tea", Community.CARDIFF, planner, 12);
        String address = "/tweetups/" + tweetup + "/a-tweetup";
        String email = Community.unique("mair") + "@example.org";
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            page.navigate(address);
            page.click("text=Comment without an account");
            page.fill("#name", "Mair Guest");
            page.fill("#email", email);
            page.fill("#body", "Is there a step at the door?");
            Browser.assertAccessible(page);
            page.click("main form button[type=submit]:not([name])");
            assertThat(page.locator("h1")).hasText("Look into your mail");

            page.navigate(mailbox.link(email, 1));
            Browser.assertAccessible(page);
            page.click("main form button[type=submit]");
            assertThat(page.locator(".comment")).containsText("Is there a step at the door?");
        }
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.DARK, true)) {
            Page page = window.newPage();
            page.navigate("/sign-in");
            page.fill("#username", planner.handle());
            page.fill("#password", Community.PASSWORD);
            page.click("main button[type=submit]");
            page.navigate("/me/ledger");
            assertThat(page.locator(".ledger__unread")).hasText("1 unread comment");
            Browser.assertAccessible(page);
            page.click(".ledger__unread");
            assertThat(page.locator(".comment__author")).hasText("Mair Guest");
            page.click(".comment__actions >> text=Reply");
            page.fill("#body", "None at all.");
            Browser.assertAccessible(page);
            page.click("#comment-form button[type=submit]:not([name])");
            assertThat(page.locator(".thread__item--1 .comment__body")).hasText("None at all.");

            for (String own : new String[] {"/me/ledger?show=all", "/me/notices", "/me/settings/notices"}) {
                page.navigate(own);
                Browser.assertAccessible(page);
            }
        }
        org.assertj.core.api.Assertions.assertThat(
                        Mailbox.text(mailbox.mails(email, 2).get(1)))
                .contains("None at all.");
    }
}
