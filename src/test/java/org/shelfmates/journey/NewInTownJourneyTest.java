package org.shelfmates.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
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

/** A newcomer to a town knows within minutes who is near and worth meeting, and follows three of them; on a phone. */
@ShelfmatesTest
@ExtendWith(Browser.class)
class NewInTownJourneyTest {

    private static final int PHONE = 360;

    @Autowired
    Community community;

    @Autowired
    Mailbox mailbox;

    @LocalServerPort
    int port;

    // each run has a town of its own, so that nobody of the others is found in it
    @ParameterizedTest
    @CsvSource({"Fishguard, fishguard, 2649372, DARK, true", "Holyhead, holyhead, 2646686, LIGHT, false"})
    void aNewcomerFindsThreePeopleFollowsThemAndIsGreetedElsewhere(
            String town, String slug, long place, ColorScheme scheme, boolean script) throws Exception {
        String interest = Community.unique("tide-tables");
        List<Someone> near = Stream.of("Alys Beynon", "Bryn Carew", "Ceri Dafis", "Delyth Ellis", "Emyr Ffransis")
                .map(name -> community.librarian(name, place, List.of("PUBLIC"), List.of(interest)))
                .toList();
        Someone host = community.librarian("Heledd Host", Community.CARDIFF);
        String handle = Community.unique("new-in-town");
        try (BrowserContext window = Browser.window(port, PHONE, scheme, script)) {
            Page page = window.newPage();
            signUp(page, handle, town, script);
            sayWhatFor(page, interest, script);

            page.navigate("/");
            page.fill("#q", town);
            page.click("main form button");
            page.click(".place-list a >> nth=0");
            assertThat(page.locator("h1")).hasText(town);
            look(page, script);
            open(page, near.get(0));
            follow(page, script);

            page.navigate("/places/gb/" + slug);
            page.click("section[aria-labelledby=people] .section__more");
            page.click(".filter__summary >> nth=0");
            page.selectOption("#sector", "PUBLIC");
            page.fill("#interest", interest);
            page.click(".filter__form button[type=submit]");
            assertThat(page.locator(".discovery").first()).containsText("5 librarians");
            look(page, script);
            String found = page.url();
            open(page, near.get(1));
            follow(page, script);
            page.navigate(found);
            open(page, near.get(2));
            follow(page, script);

            page.navigate("/librarians/" + handle);
            page.click(".tabs__link[href$='/following']");
            assertThat(page.locator(".library-card")).hasCount(3);
            for (Someone followed : near.subList(0, 3)) {
                assertThat(page.locator(to(followed))).isVisible();
            }
            look(page, script);

            getToKnow(page, near.get(3), near.get(4), script);
            announceVisit(page, script);
        }
        try (BrowserContext window = Browser.window(port, PHONE, scheme, script)) {
            Page page = window.newPage();
            greet(page, host, handle, script);
        }
    }

    private void signUp(Page page, String handle, String town, boolean script) throws Exception {
        page.navigate("/sign-up");
        page.fill("#name", "Nia Newydd");
        page.fill("#handle", handle);
        page.fill("#email", handle + "@example.org");
        page.fill("#placeName", town + ", Wales");
        page.fill("#password", "three green reading lamps");
        look(page, script);
        page.click("main button[type=submit]");
        assertThat(page.locator(".notice").first()).containsText("Welcome, Nia Newydd");
        look(page, script);

        page.navigate(mailbox.link(handle + "@example.org", 1));
        look(page, script);
        page.click("main button[type=submit]");
        assertThat(page.locator("h1")).hasText("Your address is confirmed");
        look(page, script);
    }

    private static void sayWhatFor(Page page, String interest, boolean script) {
        page.navigate("/me/profile");
        page.fill("#interests", interest);
        page.check("#sectors-SCHOOL", new Page.CheckOptions().setForce(true));
        look(page, script);
        page.click("main form.form button[type=submit]");
        assertThat(page.locator(".library-card .tags").first()).containsText(interest);
    }

    /** Opens one suggestion for the reason that it gives, and says of another that it is none. */
    private static void getToKnow(Page page, Someone one, Someone other, boolean script) {
        page.navigate("/me");
        look(page, script);
        page.click("a[href='/me/suggestions']");
        assertThat(page.locator(".library-card", containing(page, one))).containsText("1 interest in common");
        look(page, script);
        page.click("form[action='/me/suggestions/" + other.handle() + "/dismissal'] button");
        assertThat(page.locator(".notice")).containsText("@" + other.handle() + " will not be suggested");
        assertThat(page.locator(to(other))).hasCount(0);
        look(page, script);
        open(page, one);
        look(page, script);
    }

    private static void announceVisit(Page page, boolean script) {
        page.navigate("/places/gb/cardiff");
        page.click("section[aria-labelledby=visitors] .section__more");
        LocalDate day = LocalDate.now(ZoneId.of("Europe/London")).plusDays(9);
        page.fill("#first", day.plusDays(2).toString());
        page.fill("#last", day.toString());
        page.fill("#words", "Would love to see the new makerspace.");
        page.click("main form.form button[type=submit]");
        assertThat(page.locator(".error-summary")).containsText("The last day must not be before the first.");
        look(page, script);
        page.fill("#last", day.plusDays(3).toString());
        page.click("main form.form button[type=submit]");
        assertThat(page.locator("h1")).hasText("Nia Newydd in Cardiff");
        look(page, script);
    }

    private static void greet(Page page, Someone host, String visitor, boolean script) {
        page.navigate("/sign-in");
        page.fill("#username", host.handle());
        page.fill("#password", Community.PASSWORD);
        page.click("main button[type=submit]");
        page.navigate("/librarians/" + visitor);
        page.click("section[aria-labelledby=visits] a");
        assertThat(page.locator("main")).containsText("Would love to see the new makerspace.");
        look(page, script);
        page.click("text=Say hello");
        assertThat(page.locator("h1")).hasText("You and Nia Newydd");
        page.fill("#body", "Croeso! Shall I show you round?");
        look(page, script);
        page.click("#comment-form button[type=submit]:not([name])");
        assertThat(page.locator(".comment__body")).hasText("Croeso! Shall I show you round?");
        look(page, script);
    }

    private static void follow(Page page, boolean script) {
        page.click("main form[action$='/follow'] button >> nth=0");
        assertThat(page.locator("main form[action$='/unfollow'] button").first())
                .isVisible();
        look(page, script);
    }

    private static void open(Page page, Someone one) {
        page.click(to(one));
        assertThat(page.locator("h1")).hasText(one.name());
    }

    private static String to(Someone one) {
        return ".library-card__name a[href='/librarians/" + one.handle() + "']";
    }

    private static Page.LocatorOptions containing(Page page, Someone one) {
        return new Page.LocatorOptions().setHas(page.locator(to(one)));
    }

    /** The same markup with script and without is looked at once. */
    private static void look(Page page, boolean script) {
        if (script) {
            Browser.assertAccessible(page);
        }
    }
}
