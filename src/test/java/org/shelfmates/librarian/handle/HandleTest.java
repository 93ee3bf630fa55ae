package org.shelfmates.librarian.handle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class HandleTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
    }

    private Page change(Someone someone, String handle) {
        return pages.post("/me/handle", someone, "handle", handle);
    }

    private static String fresh() {
        return Community.unique("fresh");
    }

    private Page signUp(String handle) {
        return pages.postAsStranger(
                "/sign-up",
                "name",
                "Somebody Else",
                "handle",
                handle,
                "email",
                Community.unique("else") + "@example.org",
                "placeName",
                "Cardiff, Wales",
                "password",
                "a kettle of quiet geese");
    }

    @Test
    void theOldAddressLeadsToTheNewOneForGood() {
        String handle = fresh();

        Page answer = change(cerys, " @" + handle.toUpperCase(java.util.Locale.ROOT));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/librarians/" + handle);
        Page old = pages.get("/librarians/" + cerys.handle());
        assertThat(old.status()).isEqualTo(301);
        assertThat(old.location()).isEqualTo("/librarians/" + handle);
        assertThat(pages.get("/librarians/" + cerys.handle() + "?a=b", tom).location())
                .isEqualTo("/librarians/" + handle + "?a=b");
        assertThat(pages.get("/librarians/" + handle).text("h1")).isEqualTo("Cerys Morgan");
    }

    @Test
    void aFormThatWasOpenMeanwhileIsSentOnceMore() {
        String handle = fresh();
        change(cerys, handle);

        Page answer = pages.post("/librarians/" + cerys.handle() + "/follow", tom);

        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.location()).isEqualTo("/librarians/" + handle + "/follow");
    }

    @Test
    void ofSeveralChangesEveryOldAddressLeadsToTheLast() {
        String first = fresh();
        String second = fresh();
        change(cerys, first);
        change(cerys, second);

        for (String old : List.of(cerys.handle(), first)) {
            assertThat(pages.get("/librarians/" + old).location()).isEqualTo("/librarians/" + second);
        }
    }

    @Test
    void nobodyElseGetsAnOldHandle() {
        change(cerys, fresh());

        assertThat(change(tom, cerys.handle()).text("#handle-error")).contains("Somebody already has that handle.");
        assertThat(signUp(cerys.handle()).text("#handle-error")).contains("Somebody already has that handle.");
    }

    @Test
    void nobodyElseGetsItWhenTheAccountIsGone() {
        change(cerys, fresh());
        jdbc.sql("delete from account where id = ?").param(cerys.id()).update();

        assertThat(change(tom, cerys.handle()).status()).isEqualTo(422);
        assertThat(pages.get("/librarians/" + cerys.handle()).status()).isEqualTo(404);
    }

    @Test
    void onesOwnOldHandleMayBeHadAgain() {
        String handle = fresh();
        change(cerys, handle);

        assertThat(change(cerys, cerys.handle()).status()).isEqualTo(303);
        assertThat(pages.get("/librarians/" + cerys.handle()).status()).isEqualTo(200);
        assertThat(pages.get("/librarians/" + handle).location()).isEqualTo("/librarians/" + cerys.handle());
    }

    @Test
    void theSameHandleIsNoChange() {
        for (int i = 0; i < 5; i++) {
            assertThat(change(cerys, cerys.handle()).status()).isEqualTo(303);
        }
        assertThat(change(cerys, fresh()).status()).isEqualTo(303);
    }

    @Test
    void itIsChangedThreeTimesInThirtyDays() {
        for (int i = 0; i < 3; i++) {
            assertThat(change(cerys, fresh()).status()).isEqualTo(303);
        }
        String last = fresh();

        Page refused = change(cerys, last);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#handle-error")).contains("You have changed your handle 3 times in 30 days.");
        jdbc.sql("update past_handle set left_at = left_at - interval '31 days' where account_id = ?")
                .param(cerys.id())
                .update();
        assertThat(change(cerys, last).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"me", "admin", "new", "Settings", "sign-in", "api", "null", "contact"})
    void aWordOfTheSiteItselfIsRefused(String word) {
        Page refused = change(cerys, word);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("#handle-error").size()).isEqualTo(1);
        assertThat(signUp(word).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "settings"})
    void itIsSaidThatAWordIsKept(String word) {
        assertThat(change(cerys, word).text("#handle-error")).contains("This word is kept for the site itself.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"сerys", "cerys\u0301", "ceryş", "ce rys", "-cerys", "cerys_m", "ce", "cerys\0", "", "ｃerys"})
    void lettersThatOnlyLookAlikeAreRefusedWithAClearMessage(String handle) {
        Page refused = change(cerys, handle);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#handle-error")).contains("those that look alike");
        assertThat(pages.get("/librarians/" + cerys.handle()).status()).isEqualTo(200);
    }

    @Test
    void mentionsOfTheOldHandleStayLinks() {
        long tweetup = community.tweetup("Tea", Community.CARDIFF, tom, null);
        String page = "/tweetups/" + tweetup + "/a-tweetup";
        pages.post("/tweetups/" + tweetup + "/comments", tom, "body", "Ask @" + cerys.handle() + " for cake.");
        String handle = fresh();
        change(cerys, handle);
        pages.post(
                "/tweetups/" + tweetup + "/comments", tom, "body", "Or @" + cerys.handle() + " and @" + handle + ".");

        assertThat(pages.get(page).html().select(".comment .prose a").eachAttr("href"))
                .containsExactly(
                        "/librarians/" + cerys.handle(), "/librarians/" + cerys.handle(), "/librarians/" + handle);
    }

    @Test
    void whoIsHiddenIsNotFoundByTheirOldHandle() {
        jdbc.sql("update librarian set hidden = true where id = ?")
                .param(cerys.id())
                .update();
        String handle = fresh();
        change(cerys, handle);

        assertThat(pages.get("/librarians/" + cerys.handle()).status()).isEqualTo(404);
        assertThat(pages.get("/librarians/" + cerys.handle(), tom).location()).isEqualTo("/librarians/" + handle);
    }

    @Test
    void whereverOneIsSignedInOneHasTheNewHandle() {
        Browser desk = new Browser(port).signedIn(cerys);
        Browser phone = new Browser(port).signedIn(cerys);
        String handle = fresh();

        assertThat(desk.post("/me/handle", "handle", handle).location()).isEqualTo("/librarians/" + handle);

        for (Browser browser : List.of(desk, phone)) {
            assertThat(browser.get("/me").status()).isEqualTo(200);
            assertThat(browser.get("/me/handle").html().select("#handle").val()).isEqualTo(handle);
        }
        String again = fresh();
        phone.post("/me/handle", "handle", again);
        assertThat(desk.get("/me/handle").html().select("#handle").val()).isEqualTo(again);
        assertThat(new Browser(port).signIn(again, Community.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void ofManyWhoTakeOneHandleAtOnceOneHasIt() throws Exception {
        List<Someone> all = java.util.stream.IntStream.range(0, 6)
                .mapToObj(i -> community.librarian("Someone", Community.CARDIFF))
                .toList();
        String wanted = fresh();
        var threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Integer>> tries = all.stream()
                    .map(one -> (Callable<Integer>) () -> change(one, wanted).status())
                    .toList();
            assertThat(threads.invokeAll(tries))
                    .extracting(java.util.concurrent.Future::get)
                    .containsOnlyOnce(303);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void whoTakesAHandleAtTheMomentWhenItIsLeftDoesNotGetIt() throws Exception {
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 8; i++) {
                Someone leaver = community.librarian("Leaver", Community.CARDIFF);
                Someone taker = community.librarian("Taker", Community.CARDIFF);
                List<Callable<Integer>> both = List.of(
                        () -> change(leaver, fresh()).status(),
                        () -> change(taker, leaver.handle()).status());
                assertThat(threads.invokeAll(both))
                        .extracting(java.util.concurrent.Future::get)
                        .containsExactly(303, 422);
            }
        } finally {
            threads.shutdown();
        }
    }
}
