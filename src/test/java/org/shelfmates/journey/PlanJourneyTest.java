package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.Photos;
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

    @Test
    void aSeriesIsPlannedOnceAndMovedFromOneOfItsDatesOn() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long first = community.tweetup("Every so often", Community.CARDIFF, planner, 12);
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            signIn(page, planner);
            page.navigate("/tweetups/" + first + "/a-tweetup");
            page.click("a[href$='/series']");
            page.check("main form input[type=radio] >> nth=1", new Page.CheckOptions().setForce(true));
            page.click("text=Show the dates");
            Browser.assertAccessible(page);
            page.click("text=Make the series");
            Browser.assertAccessible(page);

            page.click("main a[href^='/tweetups/'] >> nth=2");
            assertThat(page.locator(".facts")).containsText("Every two weeks");
            Browser.assertAccessible(page);
            page.click("text=Change time or venue");
            page.fill("#venue", "The market hall");
            page.fill("#reason", "The café has closed");
            page.check("#scope-later", new Page.CheckOptions().setForce(true));
            Browser.assertAccessible(page);
            page.click("main form button[type=submit]");
            assertThat(page.locator("main .catalogue-card:has-text('The market hall')"))
                    .not()
                    .hasCount(0);
            Browser.assertAccessible(page);
        }
    }

    @Test
    void whoWasThereKeepsWhatItWasLike() {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        String group = community.group("Kept", Community.CARDIFF, planner);
        long past = community.happened("An evening", Community.CARDIFF, planner);
        community.hold(past, group);
        community.going(past, planner);
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.DARK, true)) {
            Page page = window.newPage();
            signIn(page, planner);
            String address = "/tweetups/" + past + "/a-tweetup";
            page.navigate(address);
            page.click("text=Write the recap");
            page.fill("#body", "Six of us, and **cake**.");
            Browser.assertAccessible(page);
            page.click("text=Save the recap");
            page.click("text=Add a picture");
            page.setInputFiles("#picture", new FilePayload("cake.jpg", "image/jpeg", Photos.jpeg(1200, 900)));
            page.fill("#alt", "Six people around a cake");
            Browser.assertAccessible(page);
            page.click("text=Add this picture");
            assertThat(page.locator("main img[alt='Six people around a cake']")).isVisible();
            Browser.assertAccessible(page);

            page.navigate(address);
            page.click(".again button >> nth=0");
            assertThat(page.locator(".recap")).containsText("Six of us, and cake.");
            Browser.assertAccessible(page);
            page.navigate("/groups/" + group + "/history");
            assertThat(page.locator("main")).containsText("Six of us, and cake.");
            Browser.assertAccessible(page);
        }
    }

    @Test
    void somebodyWithoutAnAccountSaysWhenTheyCan() throws Exception {
        Someone planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        long idea = community.idea("When can you?", Community.CARDIFF, planner);
        long poll = community.datePoll(idea);
        String email = Community.unique("tom") + "@example.org";
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, true)) {
            Page page = window.newPage();
            page.navigate("/tweetups/" + idea + "/an-idea/polls/" + poll + "/vote");
            page.fill("#name", "Tom Guest");
            page.fill("#email", email);
            page.check("[id$=-yes] >> nth=0", new Page.CheckOptions().setForce(true));
            Browser.assertAccessible(page);
            page.click("main form button[type=submit]");

            page.navigate(mailbox.link(email, 1));
            Browser.assertAccessible(page);
            page.click("main form button[type=submit]");
            Browser.assertAccessible(page);
            page.navigate("/tweetups/" + idea + "/an-idea/polls");
            assertThat(page.locator("main table")).containsText("Tom Guest");
            Browser.assertAccessible(page);
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
