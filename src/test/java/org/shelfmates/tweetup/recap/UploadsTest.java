package org.shelfmates.tweetup.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Photos;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms with files over real HTTP: where they are read, and where nothing reads them. */
@ShelfmatesTest
class UploadsTest {

    private static final byte[] PHOTO = Photos.jpeg(600, 300);

    @Autowired
    Community community;

    @LocalServerPort
    int port;

    private Someone cerys;
    private String page;
    private Browser browser;

    @BeforeEach
    void oneThatIsOver() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        page = "/tweetups/" + community.happened("Tea", Community.CARDIFF, cerys) + "/a-tweetup";
        browser = new Browser(port);
    }

    private static byte[] megabytes(int size) {
        return Photos.joined(PHOTO, new byte[size << 20]);
    }

    @Test
    void aFileArrivesWithItsWordsAndItsToken() {
        Answer sent = browser.signedIn(cerys)
                .upload(page + "/pictures", Arrays.copyOf(megabytes(9), 9 << 20), "alt", "Paned o de ☕");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(browser.get(page).html().select(".gallery img").attr("alt")).isEqualTo("Paned o de ☕");
    }

    @Test
    void withoutTheTokenItIsRefused() {
        browser.signedIn(cerys);

        assertThat(browser.upload(page + "/pictures", PHOTO, "alt", "Forged", "_csrf", "made-up")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPictureOfMoreThanTenMegabytesIsTooMuchAndTheAnswerIsRead() {
        browser.signedIn(cerys);

        for (int size : new int[] {10, 12, 40}) {
            Answer refused = browser.upload(page + "/pictures", megabytes(size), "alt", "Heavy");

            assertThat(refused.status()).as(size + " MB").isEqualTo(413);
            assertThat(refused.text("main")).contains("a file of at most 10 MB");
            assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
        }
        assertThat(browser.get(page).html().select(".gallery")).isEmpty();
    }

    @Test
    void aListOfVenuesOfMoreThanTenMegabytesIsTooMuch() {
        Answer refused = browser.signedIn(cerys).upload("/admin/venues/import", megabytes(40), "source", "Heavy");

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("main")).contains("a file of at most 10 MB");
    }

    @Test
    void aListOfTwoHundredMegabytesIsRefusedWhetherOrNotItsSizeIsSaid() {
        browser.signedIn(cerys);

        for (boolean sized : new boolean[] {true, false}) {
            Answer refused = browser.uploadEndlessly("/admin/venues/import", 200L << 20, sized);

            assertThat(refused.status()).as("with its size: " + sized).isEqualTo(413);
            assertThat(refused.text("main")).contains("a file of at most 10 MB");
        }
    }

    @Test
    void aStrangerSignsInFirstAndComesBackToTheForm() {
        Answer sent = browser.upload(page + "/pictures", PHOTO, "alt", "Late");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith("/sign-in?next=%2Ftweetups%2F").endsWith("%2Fpictures");
        Answer in = browser.submit(
                browser.get(sent.location()).form("/sign-in"),
                "username",
                cerys.handle(),
                "password",
                Community.PASSWORD);
        assertThat(in.location()).isEqualTo(page + "/pictures");
    }

    @Test
    void noOtherAddressReadsAFile() {
        for (String address : new String[] {"/sign-in", "/sign-up", page + "/recap", "/", page}) {
            assertThat(browser.upload(address, PHOTO, "alt", "Elsewhere").status())
                    .as(address)
                    .isEqualTo(415);
        }
        assertThat(browser.signedIn(cerys)
                        .upload(page + "/recap", PHOTO, "version", "0", "body", "In parts")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aBrokenFormIsABadRequestAndNoFault() {
        browser.signedIn(cerys);

        Answer broken = browser.send("POST", page + "/pictures", "--parts\r\nnonsense", "Content-Type", "text/plain");
        assertThat(broken.status()).isIn(400, 403, 415);
        String text = new String(new byte[] {0, 1, 2}, StandardCharsets.ISO_8859_1);
        assertThat(browser.upload(page + "/pictures", PHOTO, "alt", text).status())
                .isEqualTo(422);
    }
}
