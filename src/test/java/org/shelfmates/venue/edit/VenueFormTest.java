package org.shelfmates.venue.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Waiters;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ShelfmatesTest
class VenueFormTest {

    private static final String FORM = "main form.venue-form";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Someone someone;
    private Someone other;

    @BeforeEach
    void people() {
        someone = community.librarian("Cadi Corrector", Community.CARDIFF);
        other = community.librarian("Owen Other", Community.CARDIFF);
    }

    /** A name like no other. */
    private static String name() {
        return Community.unique(java.util.UUID.randomUUID().toString());
    }

    private static String[] with(String[] fields, String... more) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] form(String name, String... more) {
        return with(new String[] {"name", name, "place", "" + Community.CARDIFF, "kind", "CAFE"}, more);
    }

    private String add(String name, String... more) {
        Page sent = pages.post("/venues/new", someone, form(name, more));
        assertThat(sent.status()).as(sent.text(".error-summary, #alike")).isEqualTo(303);
        return sent.location();
    }

    private Page edit(String venue, Someone who, Page form, String... changes) {
        return pages.post(venue + "/edit", who, Pages.filled(form, FORM, changes));
    }

    private static String id(String venue) {
        return venue.split("/")[2];
    }

    @Test
    void whatSomebodyKnowsIsShownAndTheRestIsUnknown() {
        String name = name();

        String venue = add(
                name, "cost", "BUY_SOMETHING", "amount", "3.5", "capacity", "20", "stepFree", "yes", "toilets", "no");

        Page page = pages.get(venue + "?people=2");
        assertThat(page.text("h1")).isEqualTo(name);
        assertThat(page.text("dl"))
                .contains("About £3.50 each: buy a drink; £7 in all for 2")
                .contains("20 people")
                .contains("Step-free access yes")
                .contains("Toilets no")
                .containsPattern("Not known yet .*Wi-Fi · ");
        assertThat(page.text("main")).contains("Cadi Corrector");
        assertThat(pages.get(venue + "/history").text("main")).contains("Added").contains("Cadi Corrector");
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "kind, SHIP",
        "kind, ''",
        "cost, MAYBE",
        "amount, -3",
        "amount, three",
        "amount, 0",
        "amount, 3.505",
        "amount, 99999999",
        "deposit, 0.00",
        "capacity, 0",
        "capacity, 100001",
        "stepFree, perhaps",
        "noise, DEAFENING",
        "website, javascript:alert(1)",
        "website, https://",
        "website, ftp://example.org/",
    })
    void whatCannotBeIsRefusedBesideItsFieldAndNothingIsLost(String field, String value) {
        String[] sent = form(name(), "booking", "Ring Mair.", "cost", "HIRE_PER_HOUR");
        Page refused = pages.post("/venues/new", someone, replaced(sent, field, value));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#" + field + "-error")).isNotEmpty();
        assertThat(refused.text("#booking")).isEqualTo("Ring Mair.");
    }

    private static String[] replaced(String[] fields, String field, String value) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                fields[i + 1] = value;
                return fields;
            }
        }
        return with(fields, field, value);
    }

    @Test
    void textsAreAsLongAsTheyMayBeAndHaveNoControlCharacters() {
        for (String field : List.of("name", "address", "directions", "stop", "lastConnection", "hours", "booking")) {
            assertThat(pages.post("/venues/new", someone, replaced(form(name()), field, "x".repeat(501)))
                            .text("#" + field + "-error"))
                    .as(field)
                    .contains("at most");
            assertThat(pages.post("/venues/new", someone, replaced(form(name()), field, "a\0b"))
                            .status())
                    .as(field)
                    .isEqualTo(422);
        }
        assertThat(pages.post("/venues/new", someone, replaced(form(name()), "place", "1"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAmountBelongsToSomethingThatAsksMoney() {
        assertThat(pages.post("/venues/new", someone, form(name(), "amount", "3"))
                        .text("#amount-error"))
                .contains("how it asks");
        assertThat(pages.post("/venues/new", someone, form(name(), "amount", "3", "cost", "FREE"))
                        .text("#amount-error"))
                .contains("cannot be free");
    }

    @Test
    void oneOnlineHasNeitherAddressNorToilets() {
        String venue = add(name(), "address", "Nowhere 1", "toilets", "yes");

        edit(venue, someone, pages.get(venue + "/edit", someone), "kind", "ONLINE");

        assertThat(pages.get(venue).text("dl")).doesNotContain("Toilets", "Nowhere");
        assertThat(pages.get(venue + "/history").text("main")).contains("Nowhere 1");
    }

    @Test
    void whatMayBeThereAlreadyIsAskedFirst() {
        String name = "Zzyx Reading Café " + name();
        String first = add(name);

        Page asked = pages.post("/venues/new", someone, form(name + " upstairs"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.html().select("a[href=" + first + "]")).hasSize(1);
        assertThat(asked.html().select("#name").val()).isEqualTo(name + " upstairs");
        assertThat(pages.post("/venues/new", someone, form(name + " upstairs", "distinct", "true"))
                        .status())
                .isEqualTo(303);

        String json = body(pages.get(
                "/venues/similar?placeName=Cardiff,%20Wales,%20United%20Kingdom&name="
                        + java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8),
                someone));
        assertThat(json).contains(first);
        assertThat(body(pages.get("/venues/similar?name=" + "x".repeat(300), someone)))
                .isEqualTo("[]");
        assertThat(body(pages.get("/venues/similar?name=a&placeName=Qqqxx", someone)))
                .isEqualTo("[]");
    }

    private static String body(Page page) {
        return page.html().body().text();
    }

    @Test
    void aCorrectionIsWrittenDownFieldByField() {
        String venue = add(name(), "capacity", "20");

        edit(venue, other, pages.get(venue + "/edit", other), "capacity", "30", "noise", "LOUD");

        String history =
                pages.get(venue + "/history").html().select("ol > li").get(0).text();
        assertThat(history)
                .contains("Corrected", "Owen Other", "Before: 20", "After: 30", "Before: unknown", "After: Loud")
                .doesNotContain("Toilets");
        assertThat(jdbc.sql("select added_by from venue where id = ?")
                        .param(Long.valueOf(id(venue)))
                        .query(Long.class)
                        .single())
                .isEqualTo(someone.id());
    }

    @Test
    void ofTwoWhoCorrectItAtOnceTheSecondSeesBothAndNothingIsLost() {
        String venue = add(name(), "capacity", "20");
        Page form = pages.get(venue + "/edit", someone);
        edit(venue, other, form, "capacity", "30");

        Page stale = edit(venue, someone, form, "capacity", "40", "booking", "Ring Mair.");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice--warning")).contains("Saved: 30").contains("Yours: 40");
        assertThat(stale.html().select("#capacity").val()).isEqualTo("40");
        assertThat(stale.text("#booking")).isEqualTo("Ring Mair.");
        assertThat(pages.get(venue).text("dl")).contains("30 people").doesNotContain("Ring Mair.");
        assertThat(pages.post(venue + "/edit", someone, Pages.filled(stale, FORM))
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(venue).text("dl")).contains("40 people").contains("Ring Mair.");
    }

    @Test
    void ofTwoCorrectionsInTheSameMomentOneIsSavedAndOneIsToldOf() throws Exception {
        String venue = add(name(), "capacity", "20");
        Page form = pages.get(venue + "/edit", someone);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> one =
                    () -> edit(venue, someone, form, "capacity", "30").status();
            Callable<Integer> another =
                    () -> edit(venue, other, form, "capacity", "40").status();
            List<Integer> statuses = new ArrayList<>();
            for (var answer : two.invokeAll(List.of(one, another))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(303, 409);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void whatIsSavedAfterBothWereShownIsAConflictAgain() throws Exception {
        String venue = add(name(), "capacity", "20");
        Page form = pages.get(venue + "/edit", someone);
        edit(venue, other, form, "capacity", "30");
        CompletableFuture<Page> sent = new CompletableFuture<>();
        CompletableFuture<Void> third = new CompletableFuture<>();
        // whoever sent the form waits for the row, and behind them a third one for the table: between the two
        // statements
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from venue where id = ? for update")
                    .param(Long.valueOf(id(venue)))
                    .query(Long.class)
                    .single();
            sent.completeAsync(() -> edit(venue, someone, form, "capacity", "40"));
            Waiters.one(jdbc);
            third.completeAsync(() -> {
                transaction.executeWithoutResult(then -> {
                    jdbc.sql("lock table venue in access exclusive mode").update();
                    jdbc.sql("update venue set capacity = 50, version = version + 1 where id = ?")
                            .param(Long.valueOf(id(venue)))
                            .update();
                });
                return null;
            });
            Waiters.forTable(jdbc, "venue");
        });
        third.get(20, TimeUnit.SECONDS);

        Page stale = sent.get(20, TimeUnit.SECONDS);
        assertThat(stale.text(".notice--warning")).contains("Saved: 30").contains("Yours: 40");
        Page again = pages.post(venue + "/edit", someone, Pages.filled(stale, FORM));

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text(".notice--warning")).contains("Saved: 50").contains("Yours: 40");
    }

    @Test
    void theSameFormSentTwiceIsNoConflict() {
        String venue = add(name());
        Page form = pages.get(venue + "/edit", someone);

        assertThat(edit(venue, someone, form, "capacity", "30").status()).isEqualTo(303);
        assertThat(edit(venue, someone, form, "capacity", "30").status()).isEqualTo(303);
        assertThat(pages.get(venue + "/history").html().select("ol > li")).hasSize(2);
    }

    private String lastRevision(String venue) {
        return pages.get(venue + "/history", someone)
                .html()
                .select("form[action$=/undo]")
                .get(0)
                .attr("action");
    }

    @Test
    void aCorrectionIsUndoneUnlessItWasChangedSince() {
        String venue = add(name(), "capacity", "20");
        edit(venue, other, pages.get(venue + "/edit", other), "capacity", "3000");
        String revision = lastRevision(venue);
        edit(venue, other, pages.get(venue + "/edit", other), "noise", "QUIET");

        assertThat(pages.post(revision, someone).status()).isEqualTo(303);
        assertThat(pages.get(venue).text("dl")).contains("20 people").contains("Quiet");
        assertThat(pages.get(venue + "/history").text("main")).contains("A change was undone");

        edit(venue, other, pages.get(venue + "/edit", other), "capacity", "25");
        Page conflict = pages.post(revision, someone);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text(".notice--warning")).contains("Now: 25").contains("It would become: 20");
        assertThat(pages.get(venue).text("dl")).contains("25 people");
    }

    @Test
    void onlyARevisionOfThisVenueIsUndone() {
        String venue = add(name(), "capacity", "20");
        String another = add(name(), "capacity", "20");
        edit(venue, other, pages.get(venue + "/edit", other), "capacity", "30");
        String revision = lastRevision(venue).replace("/venues/" + id(venue) + "/", "/venues/" + id(another) + "/");

        assertThat(pages.post(revision, someone).status()).isEqualTo(404);
        assertThat(pages.post("/venues/" + id(venue) + "/revisions/999999999/undo", someone)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNewNameHasANewAddressAndTheOldOneLeadsThere() {
        String venue = add(name());
        String now = edit(venue, someone, pages.get(venue + "/edit", someone), "name", "Llyfrgell Ganolog " + name())
                .location();

        assertThat(now).contains("/llyfrgell-ganolog-").isNotEqualTo(venue);
        assertThat(pages.get(venue).location()).isEqualTo(now);
        assertThat(pages.get(venue + "/edit", someone).location()).isEqualTo(now + "/edit");
        assertThat(pages.get(venue + "/history").location()).isEqualTo(now + "/history");
    }

    @Test
    void whatIsNotThereIsNotFoundAndStrangersSignInFirst() {
        assertThat(pages.get("/venues/999999999/x/edit", someone).status()).isEqualTo(404);
        assertThat(pages.get("/venues/999999999/x/history").status()).isEqualTo(404);
        assertThat(pages.get("/venues/new").location()).startsWith("/sign-in");
        assertThat(pages.get(add(name()) + "/history").html().select("main form"))
                .isEmpty();
    }
}
