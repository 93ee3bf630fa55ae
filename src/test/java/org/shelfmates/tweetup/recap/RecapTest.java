package org.shelfmates.tweetup.recap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class RecapTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    private Someone cerys;
    private Someone gwen;
    private long id;
    private String page;

    @BeforeEach
    void oneThatIsOver() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.happened("Tea", Community.CARDIFF, cerys);
        page = "/tweetups/" + id + "/a-tweetup";
    }

    private Page write(Someone who, String version, String body) {
        return pages.post(page + "/recap", who, "version", version, "body", body);
    }

    @Test
    void aPlannerWritesAndEverybodyReads() {
        assertThat(pages.get(page, cerys).html().select("a[href$=/recap]")).hasSize(1);

        Page saved = write(cerys, "0", "We had *tea*.\n\nAnd <script>alert(1)</script> [cake](javascript:alert(1))");

        assertThat(saved.location()).isEqualTo(page + "#recap");
        Page read = pages.get(page);
        assertThat(read.text(".recap")).contains("How it was", "We had tea.", "Written by Cerys Morgan");
        assertThat(read.html().select(".recap em").text()).isEqualTo("tea");
        assertThat(read.html().select("main script, .recap a[href^=javascript]"))
                .isEmpty();
        assertThat(read.html().select("main .prose").eachText()).element(1).isEqualTo("Tea and talk.");
        assertThat(read.html().select("main form")).isEmpty();
        assertThat(read.header("Set-Cookie")).isNull();
    }

    @Test
    void beforeItIsOverThereIsNothingToWrite() {
        String coming = "/tweetups/" + community.tweetup("Soon", Community.CARDIFF, cerys, 2) + "/a-tweetup";

        assertThat(pages.get(coming, cerys).html().select("a[href$=/recap], .afterwards"))
                .isEmpty();
        assertThat(pages.get(coming + "/recap", cerys).status()).isEqualTo(409);
        assertThat(pages.post(coming + "/recap", cerys, "version", "0", "body", "Early.")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whatWasCancelledHasNoRecap() {
        long cancelled = community.tweetup(
                "Off",
                Community.CARDIFF,
                cerys,
                2,
                "CANCELLED",
                java.time.Instant.now().minusSeconds(90_000));

        assertThat(pages.get("/tweetups/" + cancelled + "/a-tweetup/recap", cerys)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void onlyPlannersWrite() {
        community.going(id, gwen);

        assertThat(pages.get(page + "/recap", gwen).status()).isEqualTo(403);
        assertThat(write(gwen, "0", "Mine.").status()).isEqualTo(403);
        assertThat(pages.get(page + "/recap").location()).startsWith("/sign-in");
        assertThat(pages.get(page).html().select(".recap")).isEmpty();
        assertThat(pages.get("/tweetups/999999999/a-tweetup/recap", cerys).status())
                .isEqualTo(404);
    }

    @Test
    void ofTwoPlannersTheSecondGetsBothVersions() {
        community.letPlan(id, gwen);
        write(cerys, "0", "By Cerys");

        Page stale = write(gwen, "0", "By Gwen");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice--warning")).contains("By Cerys");
        assertThat(stale.html().select("#body").val()).isEqualTo("By Gwen");
        assertThat(pages.get(page).text(".recap")).contains("By Cerys");
        String version = stale.html().select("input[name=version]").val();
        assertThat(write(gwen, version, "By Gwen").status()).isEqualTo(303);
        assertThat(pages.get(page).text(".recap")).contains("By Gwen");
    }

    @Test
    void theSameFormSentTwiceIsNoConflict() {
        write(cerys, "0", "One\r\nTwo");

        assertThat(write(cerys, "0", "One\r\nTwo").status()).isEqualTo(303);
    }

    @Test
    void anEmptyOneIsTakenOffThePage() {
        write(cerys, "0", "Too much");
        write(cerys, "1", " ");

        assertThat(pages.get(page).html().select(".recap")).isEmpty();
        assertThat(write(cerys, "1", "Stale").status()).isEqualTo(409);
    }

    @Test
    void aPreviewSavesNothing() {
        Page preview = pages.post(page + "/recap", cerys, "version", "0", "body", "*So far*", "preview", "true");

        assertThat(preview.html().select("#preview em").text()).isEqualTo("So far");
        assertThat(preview.html().select("#body").val()).isEqualTo("*So far*");
        assertThat(pages.get(page).html().select(".recap")).isEmpty();
    }

    @Test
    void whatIsTooLongOrUnprintableIsRefusedAndKept() {
        Page tooLong = write(cerys, "0", "a".repeat(10_001));

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text(".error-summary")).contains("Write at most 10,000 characters.");
        assertThat(tooLong.html().select("#body").val()).hasSize(10_001);
        assertThat(write(cerys, "0", "a\0b").status()).isEqualTo(422);
        assertThat(write(cerys, "0", "a".repeat(10_000)).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "99999999999"})
    void aMadeUpVersionIsABadRequest(String version) {
        assertThat(write(cerys, version, "Tea").status()).isEqualTo(400);
    }

    @Test
    void anOldSlugLeadsToTheForm() {
        assertThat(pages.get("/tweetups/" + id + "/old/recap", cerys).location())
                .isEqualTo(page + "/recap");
    }
}
