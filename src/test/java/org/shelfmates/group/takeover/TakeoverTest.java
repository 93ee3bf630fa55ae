package org.shelfmates.group.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.MovableClock;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A group that nobody runs is taken over by a member, after a stated time and notice. */
@ShelfmatesTest
class TakeoverTest {

    private static final Duration OVER = Duration.ofDays(14).plusMinutes(1);

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    Takeovers takeovers;

    @Autowired
    TakeoverWork work;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private String slug;
    private String takeover;

    @BeforeEach
    void aGroupWhoseOrganiserIsAway() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys, tom);
        takeover = "/groups/" + slug + "/takeover";
        community.organise(slug, cerys);
        community.seen(cerys, 180);
    }

    private boolean organises(Someone who) {
        return jdbc.sql("select exists (select from membership where librarian_id = ? and organiser"
                        + " and group_id = (select id from city_group where slug = ?))")
                .params(who.id(), slug)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aMemberTakesOverWhenNobodyObjects() throws Exception {
        assertThat(pages.post(takeover, tom).status()).isEqualTo(303);
        clock.after(OVER.minusMinutes(5), () -> work.catchUp());
        assertThat(organises(tom)).isFalse();
        clock.after(OVER, () -> work.catchUp());

        assertThat(organises(tom)).isTrue();
        assertThat(organises(cerys)).isTrue();
    }

    @Test
    void whoRunsAGroupWasHereInTheLastHalfYear() {
        community.seen(cerys, 179);
        assertThat(pages.post(takeover, tom).status()).isEqualTo(409);
        community.seen(cerys, 180);
        assertThat(pages.get(takeover, tom).html().select("form[action=" + takeover + "]"))
                .hasSize(1);

        pages.get("/me", cerys);

        assertThat(pages.post(takeover, tom).status()).isEqualTo(409);
        assertThat(pages.get(takeover, tom).text("main")).contains("Somebody runs this group");
    }

    @Test
    void aGroupWithoutAnOrganiserIsRunByNobody() {
        String nobodys = community.group("Nobody’s", Community.CARDIFF, tom);

        assertThat(pages.post("/groups/" + nobodys + "/takeover", tom).status()).isEqualTo(303);
    }

    @Test
    void membersAloneAsk() {
        Someone stranger = community.librarian("Other", Community.CARDIFF);

        assertThat(pages.post(takeover, stranger).status()).isEqualTo(403);
        assertThat(pages.get(takeover, stranger).status()).isEqualTo(403);
        assertThat(pages.get("/groups/no-such-group/takeover", tom).status()).isEqualTo(404);
    }

    @Test
    void anObjectionEndsIt() throws Exception {
        pages.post(takeover, tom);
        assertThat(pages.post(takeover + "/objection", tom).status()).isEqualTo(403);
        assertThat(pages.get(takeover, cerys).text("main")).contains("Tom Prosser", "I still run it");
        pages.post(takeover + "/objection", cerys);
        assertThat(outcomes()).containsExactly("OBJECTED");
        clock.after(OVER, () -> work.catchUp());

        assertThat(organises(tom)).isFalse();
    }

    @Test
    void whoBlocksTheOrganisersIsTalkedOfWithoutAName() {
        community.block(tom, cerys);
        pages.post(takeover, tom);

        assertThat(pages.get(takeover, cerys).text("main"))
                .contains("A member has asked to run this group. They organise it from", "I still run it")
                .doesNotContain("Tom");
    }

    @Test
    void nobodyTakesOverWhenAnOrganiserIsBack() throws Exception {
        pages.post(takeover, tom);
        community.seen(cerys, 0);
        assertThat(pages.get(takeover, tom).text("main")).contains("One of its organisers has been here since");
        clock.after(OVER, () -> work.catchUp());

        assertThat(organises(tom)).isFalse();
        assertThat(outcomes()).containsExactly("RUN");
        assertThat(takeovers.due()).doesNotContain(slug);
    }

    private List<String> outcomes() {
        return jdbc.sql("select coalesce(outcome, '') from takeover"
                        + " where group_id = (select id from city_group where slug = ?) order by id")
                .param(slug)
                .query(String.class)
                .list();
    }

    @Test
    void whoseRequestCameToNothingWaitsAMonth() throws Exception {
        pages.post(takeover, tom);
        pages.post(takeover + "/withdrawal", tom);

        assertThat(pages.get(takeover, tom).html().select("form[action=" + takeover + "]"))
                .isEmpty();
        Page again = pages.post(takeover, tom);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("main")).contains("You can ask again from");
        assertThat(outcomes()).containsExactly("WITHDRAWN");
        clock.after(Duration.ofDays(30), () -> {
            assertThat(pages.post(takeover, tom).status()).isEqualTo(303);
            pages.post(takeover + "/objection", cerys);
        });
        community.seen(cerys, 180);
        clock.after(
                Duration.ofDays(59),
                () -> assertThat(pages.post(takeover, tom).text("main")).contains("You can ask again from"));
        assertThat(outcomes()).containsExactly("WITHDRAWN", "OBJECTED");
    }

    @Test
    void nobodyAsksWithoutEnd() {
        for (int i = 0; i < 5; i++) {
            assertThat(pages.post(takeover, tom).status()).isEqualTo(303);
        }

        assertThat(pages.post(takeover, tom).status()).isEqualTo(429);
    }

    @Test
    void whoWithdrawsDoesNotTakeOver() throws Exception {
        pages.post(takeover, tom);
        pages.post(takeover + "/withdrawal", tom);
        clock.after(OVER, () -> work.catchUp());

        assertThat(organises(tom)).isFalse();
    }

    @Test
    void whoLeavesDoesNotTakeOver() throws Exception {
        pages.post(takeover, tom);
        pages.post("/groups/" + slug + "/leave", tom);
        pages.post("/groups/" + slug + "/join", tom);
        clock.after(OVER, () -> work.catchUp());
        assertThat(organises(tom)).isFalse();
    }

    @Test
    void twoAtOnceAskOnceAndFinishOnce() throws Exception {
        Someone gwen = community.librarian("Gwen Pugh", Community.CARDIFF);
        pages.post("/groups/" + slug + "/join", gwen);
        var threads = Executors.newFixedThreadPool(6);
        try {
            for (Someone one : List.of(tom, gwen)) {
                Callable<Integer> ask = () -> pages.post(takeover, one).status();
                for (Future<Integer> done : threads.invokeAll(Collections.nCopies(3, ask))) {
                    assertThat(done.get()).isEqualTo(303);
                }
            }
            clock.after(OVER, () -> {
                Callable<Boolean> finish = () -> {
                    takeovers.finish(slug);
                    return true;
                };
                for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(4, finish))) {
                    assertThat(done.get()).isTrue();
                }
            });
        } finally {
            threads.shutdown();
        }

        assertThat(organises(tom)).isTrue();
        assertThat(organises(gwen)).isFalse();
        assertThat(jdbc.sql("select count(*) from takeover where outcome = 'DONE'"
                                + " and group_id = (select id from city_group where slug = ?)")
                        .param(slug)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    private java.sql.Timestamp told() {
        return jdbc.sql("select unrun_told_at from city_group where slug = ?")
                .param(slug)
                .query((row, n) -> java.util.Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .orElse(null);
    }

    @Test
    void membersAreToldOnceEachTimeThatNobodyRunsTheirGroup() throws Exception {
        work.catchUp();
        var first = told();
        assertThat(first).isNotNull();
        clock.after(Duration.ofDays(31), () -> work.catchUp());
        assertThat(told()).isEqualTo(first);

        community.seen(cerys, 0);
        clock.after(Duration.ofDays(62), () -> work.catchUp());
        assertThat(told()).isNull();

        jdbc.sql("update membership set organiser = false where librarian_id = ?")
                .param(cerys.id())
                .update();
        work.catchUp();
        assertThat(told()).isNotNull();
    }

    @Test
    void nobodyIsToldBeforeTheHalfYearIsOver() throws Exception {
        community.seen(cerys, 170);
        work.catchUp();
        assertThat(told()).isNull();
        clock.after(Duration.ofDays(9), () -> work.catchUp());
        assertThat(told()).isNull();
        clock.after(Duration.ofDays(10), () -> work.catchUp());
        assertThat(told()).isNotNull();
    }

    @Test
    void whoJoinsAGroupOfNobodyIsToldThatNobodyRunsIt() {
        pages.post("/groups/" + slug + "/leave", tom);
        pages.post("/groups/" + slug + "/leave", cerys);
        work.catchUp();
        assertThat(told()).isNull();

        pages.post("/groups/" + slug + "/join", tom);
        work.catchUp();
        assertThat(told()).isNotNull();
    }
}
