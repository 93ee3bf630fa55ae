package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Browser;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Mailbox;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody starts a group and asks for a room; a stranger knows one, and it is taken; on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class SpaceJourneyTest {

    private static final int PHONE = 360;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"Tenby, DARK, true", "Pwllheli, LIGHT, false"})
    void aGroupAsksForARoomAndTakesTheOneThatAStrangerKnows(String town, ColorScheme scheme, boolean script)
            throws Exception {
        Someone organiser = community.librarian("Cerys Morgan", Community.CARDIFF);
        String name = Community.unique("Readers of " + town);
        String room = Community.unique("The quiet room");
        String email = Community.unique("mair") + "@example.org";
        String appeal;
        try (BrowserContext window = Browser.window(port, PHONE, scheme, script)) {
            Page page = window.newPage();
            signIn(page, organiser);
            start(page, town, name, script);

            page.click("text=Ask for a space");
            page.fill("#words", "We need a free room for 12, a weekday evening in March");
            page.fill("#people", "12");
            look(page, script);
            page.click("main form.form button[type=submit]");
            assertThat(page.locator("h1")).containsText("We need a free room for 12");
            look(page, script);
            appeal = page.url();
        }
        try (BrowserContext window = Browser.window(port, PHONE, ColorScheme.LIGHT, script)) {
            Page page = window.newPage();
            suggest(page, appeal, room, email, script);
            page.navigate(mailbox.link(email, 1));
            look(page, script);
            page.click("main form button[type=submit]");
            look(page, script);
            page.navigate(appeal);
            assertThat(page.locator("main")).containsText(room);
        }
        try (BrowserContext window = Browser.window(port, PHONE, scheme, script)) {
            Page page = window.newPage();
            signIn(page, organiser);
            page.navigate(appeal);
            look(page, script);
            take(page, script);
            page.click("text=" + room);
            assertThat(page.locator("h1")).hasText(room);
            assertThat(page.locator("main")).containsText("Free");
            look(page, script);
            page.navigate("/venues?near=" + town + "&people=12");
            assertThat(page.locator("main")).containsText(room);
            look(page, script);
        }
        org.assertj.core.api.Assertions.assertThat(
                        Mailbox.text(mailbox.mails(email, 2).get(1)))
                .contains(room);
    }

    private static void start(Page page, String town, String name, boolean script) {
        page.navigate("/groups");
        page.click("a[href='/groups/new'] >> nth=0");
        page.fill("#placeName", town + ", Wales");
        page.click("main form button[type=submit]");
        look(page, script);
        if (page.locator("text=Start a new one anyway").count() > 0) {
            page.click("text=Start a new one anyway");
        }
        page.fill("#name", name);
        page.fill("#radius", "20");
        look(page, script);
        page.click("main form.form button[type=submit]");
        assertThat(page.locator("h1")).hasText(name);
        look(page, script);
    }

    private static void suggest(Page page, String appeal, String room, String email, boolean script) {
        page.navigate(appeal);
        page.click("main a[href$='/suggestions/guest'] >> nth=0");
        page.check("#venue-new", new Page.CheckOptions().setForce(true));
        page.fill("#venueName", room);
        page.selectOption("#kind", "LIBRARY_ROOM");
        page.selectOption("#cost", "FREE");
        page.fill("#name", "Mair Guest");
        page.fill("#email", email);
        look(page, script);
        page.click("main form[method=post] button[type=submit]");
        assertThat(page.locator("h1")).hasText("Look into your mail");
        look(page, script);
    }

    private static void take(Page page, boolean script) {
        page.click("details:has(form[action$='/mark']) > summary");
        page.check("input[name=state][value=taken]", new Page.CheckOptions().setForce(true));
        page.click("form[action$='/mark'] button[type=submit]");
        assertThat(page.locator(".stamp").first()).containsText("Taken");
        look(page, script);
    }

    private static void signIn(Page page, Someone one) {
        page.navigate("/sign-in");
        page.fill("#username", one.handle());
        page.fill("#password", Community.PASSWORD);
        page.click("main button[type=submit]");
    }

    /** The same markup with script and without is looked at once. */
    private static void look(Page page, boolean script) {
        if (script) {
            Browser.assertAccessible(page);
        }
    }
}
