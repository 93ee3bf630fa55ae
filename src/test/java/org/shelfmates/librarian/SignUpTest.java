package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.Browser;
import org.shelfmates.web.Browser.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class SignUpTest {

    private static final String PASSWORD = "violet lamp under granite";
    private static final String UNKNOWN_PLACE = "We know no place of that name.";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    /** A form that nothing is wrong with. */
    private static Map<String, String> form() {
        String handle = Community.unique("newcomer");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("name", "Gwen \"Gee\" Pritchard");
        form.put("handle", handle);
        form.put("email", handle + "@example.org");
        form.put("placeName", "Bangor, Gwynedd");
        form.put("password", PASSWORD);
        return form;
    }

    private Page send(Map<String, String> form) {
        return pages.postAsStranger("/sign-up", flat(form));
    }

    private static String[] flat(Map<String, String> form) {
        return form.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private long accounts(String handle) {
        return jdbc.sql("select count(*) from account a join librarian l on l.id = a.id where handle = ?")
                .param(handle)
                .query(Long.class)
                .single();
    }

    @Test
    void whoSignsUpIsWelcomedSignedIn() {
        var browser = new Browser(port);
        Map<String, String> form = form();

        Answer answer = browser.submit(browser.get("/sign-up").form("/sign-up"), flat(form));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/me?welcome");
        Answer page = browser.get(answer.location());
        assertThat(page.text("[role=status]")).contains("Welcome, Gwen \"Gee\" Pritchard");
        assertThat(page.text(".header")).contains("@" + form.get("handle"));
        assertThat(page.html()
                        .select(".library-card a[href=/places/gb/bangor-gwynedd]")
                        .text())
                .isEqualTo("Bangor");
        assertThat(page.text("main")).contains("Your e-mail address is not confirmed yet");
        assertThat(new Browser(port).get("/librarians/" + form.get("handle")).text("h1"))
                .isEqualTo("Gwen \"Gee\" Pritchard");
    }

    @Test
    void theHandleIsTakenAsPeopleWriteIt() {
        Map<String, String> form = form();
        String handle = form.get("handle");
        form.put("handle", " @" + handle.toUpperCase(java.util.Locale.ROOT) + " ");

        assertThat(send(form).status()).isEqualTo(303);
        assertThat(accounts(handle)).isEqualTo(1);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("name", "  ", "Write your name."),
                Arguments.of("name", "a".repeat(81), "Write at most 80 characters."),
                Arguments.of("name", "Gwen\0Pritchard", "Leave out characters that cannot be printed"),
                Arguments.of("name", "Gwen\ufffe", "Leave out characters that cannot be printed"),
                Arguments.of("handle", "", "Use 3 to 30 small letters"),
                Arguments.of("handle", "-gwen-", "Use 3 to 30 small letters"),
                Arguments.of("handle", "siân", "Use 3 to 30 small letters"),
                Arguments.of("handle", "a".repeat(31), "Use 3 to 30 small letters"),
                Arguments.of("handle", "admin", "This word is kept for the site itself."),
                Arguments.of("handle", "Shelfmates", "This word is kept for the site itself."),
                Arguments.of("email", "", "Write"),
                Arguments.of("email", "gwen", "Write an e-mail address like name@example.org."),
                Arguments.of("email", "gwen@localhost", "Write an e-mail address like name@example.org."),
                Arguments.of("email", "a@example.org, b@example.org", "Write an e-mail address like"),
                Arguments.of(
                        "email", "a@example.org\r\nBcc: b@example.org", "Leave out characters that cannot be printed"),
                Arguments.of("email", "Gwen <gwen@example.org>", "Write an e-mail address like"),
                Arguments.of("email", "a".repeat(250) + "@example.org", "Write"),
                Arguments.of("password", "quiet cloud", "Use 12 to 256 characters."),
                Arguments.of("password", "a b ".repeat(65), "Use 12 to 256 characters."),
                Arguments.of("password", "passwordpassword", "This password is easy to guess."),
                Arguments.of("password", "123456789012", "This password is easy to guess."),
                Arguments.of("password", "qwertyuiopasdf", "This password is easy to guess."),
                Arguments.of("password", "gwen pritchard", "This password is easy to guess."),
                Arguments.of("placeName", "", UNKNOWN_PLACE),
                Arguments.of("placeName", "Xqzwxqzwkj", UNKNOWN_PLACE),
                Arguments.of("placeName", "?", UNKNOWN_PLACE),
                Arguments.of("placeName", ",", UNKNOWN_PLACE),
                Arguments.of("placeName", " , , ", UNKNOWN_PLACE),
                Arguments.of("placeName", "a".repeat(201), "Write at most 200 characters."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsSaidBesideItsFieldAndNothingElseIsLost(String field, String typed, String message) {
        Map<String, String> form = form();
        form.put(field, typed);

        Page answer = send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#" + field + "-error")).contains(message);
        assertThat(answer.text(".error-summary a[href=#" + field + "]")).contains(message);
        assertThat(answer.html().select("#" + field).attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.html().select("#" + field).attr("aria-describedby")).contains(field + "-error");
        form.forEach((name, value) -> {
            if (!name.equals(field)) {
                assertThat(answer.html().select("#" + name).val()).isEqualTo(name.equals("password") ? "" : value);
            }
        });
        assertThat(answer.html().html()).doesNotContain(PASSWORD);
        assertThat(accounts(form.get("handle"))).isZero();
    }

    @Test
    void somebodysHandleIsTaken() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        Map<String, String> form = form();
        form.put("handle", cerys.handle());

        Page answer = send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#handle-error")).contains("Somebody already has that handle.");
        assertThat(answer.html().select("#handle").val()).isEqualTo(cerys.handle());
    }

    @Test
    void everyMistakeIsSaidAtOnce() {
        Page answer = send(Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select(".error-summary a").eachAttr("href"))
                .containsExactly("#name", "#handle", "#email", "#placeName", "#password");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"999999999", "999999999999999999", "Cardiff", "-1", "1e3", "٣"})
    void aPlaceThatDoesNotExistIsNotTaken(String place) {
        Map<String, String> form = form();
        form.put("place", place);

        Page answer = send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#placeName-error")).contains(UNKNOWN_PLACE);
        assertThat(answer.html().select("#placeName").val()).isEqualTo("Bangor, Gwynedd");
    }

    @Test
    void aPlaceBeyondItsLimitIsToBeChosenAgain() {
        Map<String, String> form = form();
        form.put("place", "9".repeat(50));

        Page answer = send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text(".error-summary a[href=#placeName]")).isEqualTo("Choose the place again.");
        assertThat(answer.text("#placeName-error")).contains("Choose the place again.");
        assertThat(answer.html().select("#placeName").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.html().select("#placeName").val()).isEqualTo("Bangor, Gwynedd");
    }

    @Test
    void aNameOfSeveralPlacesOffersThem() {
        Map<String, String> form = form();
        form.put("placeName", "Bangor");

        Page answer = send(form);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#place-error")).contains("There are several places of that name.");
        assertThat(answer.text("legend")).contains("Bangor");
        assertThat(answer.text("label[for=place-" + Community.BANGOR + "]")).contains("Gwynedd, Wales");
        assertThat(answer.text("label[for=place-2656396]")).contains("Northern Ireland");
        assertThat(answer.text("label[for=place-4957280]")).contains("Maine");
        assertThat(answer.html().select("input[name=place][checked]").val()).isEmpty();

        form.put("place", answer.html().select("#place-" + Community.BANGOR).val());
        assertThat(send(form).status()).isEqualTo(303);
        assertThat(pages.get("/librarians/" + form.get("handle")).html().select("a[href=/places/gb/bangor-gwynedd]"))
                .isNotEmpty();
    }

    @Test
    void tenThousandEmojiAreNoName() {
        Map<String, String> form = form();
        form.put("name", "👩🏽‍🚀".repeat(10_000));

        Page answer = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> send(form));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#name-error")).contains("Write at most 80 characters.");
    }

    @Test
    void emojiAreNamesAndPasswordsToo() {
        var browser = new Browser(port);
        Map<String, String> form = form();
        form.put("name", "📚 Gwen 👩🏽‍🚀");
        form.put("password", "☕📚 llyfr \u0000 ŷ 🦉 grisial");

        assertThat(browser.post("/sign-up", flat(form)).status()).isEqualTo(303);

        assertThat(new Browser(port)
                        .signIn(form.get("handle"), form.get("password"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void aLongPasswordCountsToItsLastLetter() {
        Map<String, String> form = form();
        String longOne = "violet lamp under granite, ".repeat(9);
        form.put("password", longOne);

        assertThat(send(form).status()).isEqualTo(303);

        assertThat(new Browser(port)
                        .signIn(form.get("handle"), longOne.substring(0, 200))
                        .status())
                .isEqualTo(401);
        assertThat(new Browser(port).signIn(form.get("handle"), longOne).status())
                .isEqualTo(303);
    }

    @Test
    void ofTwoWhoTakeOneHandleAtOnceOneHasIt() throws Exception {
        Map<String, String> form = form();
        Map<String, String> other = new LinkedHashMap<>(form);
        other.put("email", Community.unique("other") + "@example.org");

        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> both =
                    List.of(() -> send(form).status(), () -> send(other).status());
            List<Integer> answers = Stream.of(threads.invokeAll(both))
                    .flatMap(List::stream)
                    .map(SignUpTest::got)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(303, 422);
        } finally {
            threads.shutdown();
        }
        assertThat(accounts(form.get("handle"))).isEqualTo(1);
    }

    private static <T> T got(java.util.concurrent.Future<T> done) {
        try {
            return done.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A form in a second window, after having signed up in the first. */
    @Test
    void whoIsSignedInAlreadyOpensNoSecondAccount() {
        var browser = new Browser(port);
        browser.post("/sign-up", flat(form()));
        Map<String, String> second = form();

        Answer answer = browser.post("/sign-up", flat(second));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).startsWith("/me");
        assertThat(accounts(second.get("handle"))).isZero();
    }

    @Test
    void fieldsThatNoFormHasDoNothing() {
        Map<String, String> form = form();
        form.put("role", "ADMINISTRATOR");
        form.put("id", "1");
        form.put("emailConfirmedAt", "2020-01-01T00:00:00Z");

        assertThat(send(form).status()).isEqualTo(303);

        assertThat(jdbc.sql("select role || ' ' || (email_confirmed_at is null) from account where handle = ?")
                        .param(form.get("handle"))
                        .query(String.class)
                        .single())
                .isEqualTo("LIBRARIAN true");
    }
}
