package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One address from an idea to an invitation that somebody without an account answers, on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class PlanJourneyTest {

    private static final int PHONE = 360;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @LocalServerPort
    int port;

    @Test
    void anIdeaBecomesAnInvitationThatAGuestAnswersThroughTheMail() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        String title = Community.unique("Tea for everybody");
        String address;
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.DARK, true)) {
            Page page = window.newPage();
            signIn(page, planner);
            page.navigate("/tweetups/new");
            page.fill("#title", title);
            page.fill("#placeName", "Cardiff, Wales");
            page.click("main form.form button[type=submit]");
            assertThat(page.locator(".stamp")).hasText("Idea");
            address = page.url();
            Browser.assertAccessible(page);

            page.click("text=Ask for a date");
            LocalDateTime day = LocalDateTime.now().plusDays(30).truncatedTo(ChronoUnit.HOURS);
            for (int option = 0; option < 2; option++) {
                page.fill("[name='options[%d].start']".formatted(option), typed(day.plusDays(option)));
                page.fill(
                        "[name='options[%d].end']".formatted(option),
                        typed(day.plusDays(option).plusHours(2)));
            }
            page.click("main form button:not([name])");
            Browser.assertAccessible(page);
            page.check("[id$=-yes] >> nth=1", new Page.CheckOptions().setForce(true));
            page.click("text=Send your answers");
            page.click(".poll__option:nth-child(2) button");

            page.navigate(address);
            assertThat(page.locator(".stamp")).not().hasText("Idea");
            page.click("text=I am coming");
            assertThat(page.locator(".rsvp .notice")).containsText("You are going");
            Browser.assertAccessible(page);
            for (String form : new String[] {"edit", "change", "cancellation", "register"}) {
                page.navigate(address + "/" + form);
                Browser.assertAccessible(page);
            }
        }
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            page.navigate(address);
            page.click("text=Answer without an account");
            Browser.assertAccessible(page);
            String email = Community.unique("tom") + "@example.org";
            page.fill("#name", "Tom Guest");
            page.fill("#email", email);
            page.check("#answer-going", new Page.CheckOptions().setForce(true));
            page.click("main form button[type=submit]");
            assertThat(page.locator("h1")).hasText("Look into your mail");

            page.navigate(mailbox.link(email, 1));
            page.click("text=Confirm my answer");
            assertThat(page.locator("main .notice")).containsText("You are going");
            Browser.assertAccessible(page);

            page.navigate(address);
            assertThat(page.locator(".date-due-slip")).containsText("Tom Guest");
        }
    }

    private static String typed(LocalDateTime time) {
        return time.toString();
    }

    private static void signIn(Page page, Someone one) {
        page.navigate("/sign-in");
        page.fill("#username", one.handle());
        page.fill("#password", Community.PASSWORD);
        page.click("main button[type=submit]");
    }
}
