package org.shelfmates.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class VisitsTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));

    private Someone visitor;
    private Someone local;

    @BeforeEach
    void people() {
        visitor = community.librarian(Community.unique("Perth Visitor"), Community.BANGOR);
        local = community.librarian("Lowri Local", Community.CARDIFF);
    }

    private String[] form(long place, int from, int to, String words) {
        return new String[] {
            "place", "" + place, "first", "" + today.plusDays(from), "last", "" + today.plusDays(to), "words", words
        };
    }

    private String announce(long place, int from, int to) {
        Page sent = pages.post("/visits/new", visitor, form(place, from, to, "The new makerspace"));
        assertThat(sent.status()).as(sent.text(".error-summary")).isEqualTo(303);
        return sent.location();
    }

    @Test
    void aVisitIsShownToMembersAndIsANumberToStrangers() {
        String visit = announce(Community.CARDIFF, 3, 6);
        String group = "/groups/" + community.group("Visited readers", Community.CARDIFF, local);

        for (String address :
                List.of("/places/gb/cardiff", group, "/librarians/" + visitor.handle(), "/visits", visit)) {
            Page seen = pages.get(address, local);
            assertThat(seen.text("main")).as(address).contains(visitor.name());
            assertThat(seen.text("main")).as(address).contains("The new makerspace");
        }
        for (String address : List.of("/places/gb/cardiff", group)) {
            Page seen = pages.get(address);
            assertThat(seen.text("main")).as(address).doesNotContain(visitor.name());
            assertThat(seen.html().select("section[aria-labelledby=visitors]").text())
                    .as(address)
                    .containsPattern("visitors? (is|are) coming\\. Sign in to see who");
        }
        assertThat(pages.get("/librarians/" + visitor.handle()).text("main")).doesNotContain("The new makerspace");
        assertThat(pages.get(visit).location()).startsWith("/sign-in");
        assertThat(pages.get("/visits", visitor).text("section[aria-labelledby=mine]"))
                .contains("Cardiff");
        assertThat(pages.get("/visits/999999999", local).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "5, 3, last, must not be before",
        "-1, 3, first, is past",
        "3, 63, last, 60 days at most",
        "3, 3653, last, 60 days at most",
        "367, 370, first, within the next year",
    })
    void daysThatCannotBeAreRefusedBesideTheirField(int from, int to, String field, String words) {
        Page refused = pages.post("/visits/new", visitor, form(Community.CARDIFF, from, to, "Kept words"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#" + field + "-error")).contains(words);
        assertThat(refused.text("#words")).isEqualTo("Kept words");
        assertThat(pages.get("/visits", visitor).text("section[aria-labelledby=mine]"))
                .contains("You have none ahead");
    }

    @Test
    void whatIsNoDayOrNoPlaceOrTooLongIsRefused() {
        assertThat(pages.post("/visits/new", visitor, "place", "" + Community.CARDIFF, "first", "soon")
                        .text("#first-error"))
                .contains("Give a day");
        assertThat(pages.post("/visits/new", visitor, "first", "" + today).status())
                .isEqualTo(422);
        assertThat(pages.post("/visits/new", visitor, form(Community.CARDIFF, 1, 2, "x".repeat(301)))
                        .text("#words-error"))
                .contains("at most 300");
        assertThat(pages.post("/visits/new", visitor, form(Community.CARDIFF, 1, 2, "a\0b"))
                        .status())
                .isEqualTo(422);
        assertThat(pages.post("/visits/new", visitor, form(1, 1, 2, "")).status())
                .isEqualTo(422);
    }

    @Test
    void nobodyIsAtTwoPlacesAtOnce() {
        String visit = announce(Community.CARDIFF, 3, 6);

        Page refused = pages.post("/visits/new", visitor, form(Community.NEWPORT, 6, 8, ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#first-error")).contains("another visit on one of these days");
        String other = announce(Community.NEWPORT, 7, 8);
        Page edited = pages.post(
                other + "/edit",
                visitor,
                Pages.filled(pages.get(other + "/edit", visitor), "main form", "first", "" + today.plusDays(5)));
        assertThat(edited.status()).isEqualTo(422);
        assertThat(pages.get(visit, visitor).status()).isEqualTo(200);
    }

    @Test
    void ofTwoThatAreSentAtOnceOneIsKept() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> send = () -> pages.post("/visits/new", visitor, form(Community.CARDIFF, 10, 12, ""))
                    .status();
            List<Integer> statuses = two.invokeAll(List.of(send, send)).stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(303, 422);
        } finally {
            two.shutdown();
        }
    }

    @Test
    void aVisitEndsByItself() {
        String visit = announce(Community.CARDIFF, 0, 0);
        assertThat(pages.get("/places/gb/cardiff?within=10", local).text("main"))
                .contains(visitor.name());

        jdbc.sql("update visit set first_day = first_day - 3, last_day = last_day - 3 where librarian_id = ?")
                .param(visitor.id())
                .update();

        assertThat(pages.get("/places/gb/cardiff?within=10", local).text("main"))
                .doesNotContain(visitor.name());
        assertThat(pages.get(visit, local).text("main")).contains("This visit is over");
        assertThat(pages.post(visit + "/hello", local).status()).isEqualTo(409);
        assertThat(pages.get(visit + "/edit", visitor).status()).isEqualTo(409);
        assertThat(pages.post(visit + "/cancellation", visitor).status()).isEqualTo(409);
    }

    @Test
    void onesOwnVisitIsChangedAndCancelledByNobodyElse() {
        String visit = announce(Community.CARDIFF, 3, 6);
        Page form = pages.get(visit + "/edit", visitor);

        assertThat(pages.get(visit + "/edit", local).status()).isEqualTo(403);
        assertThat(pages.post(visit + "/edit", local, form(Community.CARDIFF, 4, 5, ""))
                        .status())
                .isEqualTo(403);
        assertThat(pages.post(visit + "/cancellation", local).status()).isEqualTo(403);
        assertThat(pages.post(visit + "/edit", visitor, Pages.filled(form, "main form", "words", "First"))
                        .status())
                .isEqualTo(303);
        Page stale = pages.post(visit + "/edit", visitor, Pages.filled(form, "main form", "words", "Second"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("main")).contains("It has changed meanwhile").contains("First");
        assertThat(stale.text("#words")).isEqualTo("Second");
        assertThat(pages.post(visit + "/cancellation", visitor).status()).isEqualTo(303);
        assertThat(pages.get(visit, visitor).status()).isEqualTo(404);
    }

    @Test
    void whoSaysHelloIsInAConversationWithTheVisitor() {
        String visit = announce(Community.CARDIFF, 3, 6);

        Page said = pages.post(visit + "/hello", local);

        assertThat(said.location()).matches("/conversations/\\d+");
        assertThat(pages.get(said.location(), local).text("h1")).contains(visitor.name());
        assertThat(pages.get(said.location(), visitor).text("h1")).contains(local.name());
        assertThat(pages.post(visit + "/hello", visitor).status()).isEqualTo(400);
    }

    @Test
    void whomTheVisitorHasBlockedFindsNoVisit() {
        String visit = announce(Community.CARDIFF, 3, 6);
        jdbc.sql("insert into block values (?, ?, now())")
                .params(visitor.id(), local.id())
                .update();

        assertThat(pages.get(visit, local).status()).isEqualTo(404);
        assertThat(pages.post(visit + "/hello", local).status()).isEqualTo(404);
        assertThat(pages.get("/places/gb/cardiff", local).text("main")).doesNotContain(visitor.name());
        assertThat(pages.get("/visits", local).text("main")).doesNotContain(visitor.name());
    }

    @Test
    void aTweetupIsPlannedWithTheVisitorOnTheirFirstDay() {
        Page visit = pages.get(announce(Community.CARDIFF, 3, 6), local);
        String plan = visit.html().select("a[href^=/tweetups/new]").attr("href");

        Page form = pages.get(plan, local);
        assertThat(form.html().select("#placeName").val()).startsWith("Cardiff");
        assertThat(form.html().select("#start").val()).isEqualTo(today.plusDays(3) + "T18:00");
        assertThat(form.text("main")).contains("@" + visitor.handle() + " is asked to plan it with you");
        Page made = pages.post("/tweetups", local, Pages.filled(form, "main form", "title", "Meet the visitor"));
        assertThat(made.status()).as(made.text(".error-summary")).isEqualTo(303);
        assertThat(jdbc.sql("select count(*) from planner_invitation where librarian_id = ? and invited_by = ?")
                        .params(visitor.id(), local.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aMadeUpLinkToThePlanFillsNothingIn() {
        Page form = pages.get("/tweetups/new?place=abc&day=someday&with=%3Cb%3E", local);

        assertThat(form.status()).isEqualTo(200);
        assertThat(form.html().select("#start").val()).isEmpty();
        assertThat(form.html().select("input[name=with]")).isEmpty();
        assertThat(pages.post(
                                "/tweetups",
                                local,
                                Pages.filled(form, "main form", "title", "T", "with", "nobody-at-all"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void thoseWhoLiveThereAreToldOnceAndWhoDoesNotWantToKnowIsNot() {
        Someone deaf = community.librarian("Dai Deaf", Community.CARDIFF);
        community.tell(deaf, "VISIT", "OFF");
        Someone blocked = community.librarian("Bob Blocked", Community.CARDIFF);
        jdbc.sql("insert into block values (?, ?, now())")
                .params(visitor.id(), blocked.id())
                .update();
        Someone member = community.librarian("Mair Member", Community.BANGOR);
        community.group("Met readers", Community.CARDIFF, member);
        // who follows comes first: others of this database may be more than are told
        for (Someone one : List.of(local, member, deaf, blocked)) {
            jdbc.sql("insert into follow values (?, ?, now())")
                    .params(one.id(), visitor.id())
                    .update();
        }

        String visit = announce(Community.CARDIFF, 3, 6);
        String key = "visit:" + visit.replaceAll("\\D", "");

        await().untilAsserted(() -> assertThat(community.told(local, "VISIT")).containsExactly(key));
        assertThat(community.told(member, "VISIT")).containsExactly(key);
        pages.post(
                visit + "/edit",
                visitor,
                Pages.filled(pages.get(visit + "/edit", visitor), "main form", "words", "Changed"));
        for (Someone one : List.of(deaf, blocked, visitor)) {
            assertThat(community.told(one, "VISIT")).isEmpty();
        }
        assertThat(community.told(local, "VISIT")).containsExactly(key);
    }
}
