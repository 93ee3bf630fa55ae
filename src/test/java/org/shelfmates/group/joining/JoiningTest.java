package org.shelfmates.group.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.springframework.security.access.AccessDeniedException;

/** Asking to join, being asked in, and links. */
@ShelfmatesTest
class JoiningTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    MovableClock clock;

    @Autowired
    Requests requests;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private String slug;
    private String group;

    @BeforeEach
    void aGroupThatAsks() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys);
        group = "/groups/" + slug;
        community.organise(slug, cerys);
        community.admit(slug, "ASK");
    }

    private boolean member(Someone who) {
        return pages.get(group, who).html().select("a[href$=/membership]").size() == 1;
    }

    private int count() {
        return jdbc.sql("select members from city_group where slug = ? and members ="
                        + " (select count(*) from membership where group_id = city_group.id)")
                .param(slug)
                .query(Integer.class)
                .single();
    }

    @Test
    void whoAsksAnswersTheQuestionAndWaits() {
        assertThat(pages.get(group + "/join", tom).text("main form")).contains("Where do you work?");
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(422);
        assertThat(pages.post(group + "/join", tom, "answer", "x".repeat(1001)).status())
                .isEqualTo(422);

        pages.post(group + "/join", tom, "answer", "At the <b>Central</b>");
        pages.post(group + "/join", tom, "answer", "Again");

        assertThat(member(tom)).isFalse();
        assertThat(pages.get(group, tom).text("main")).contains("You have asked to join");
        assertThat(pages.get(group, cerys).text("main")).contains("1 asks to join");
        assertThat(pages.get(group + "/requests", cerys).text("main"))
                .contains("Tom Prosser", "At the <b>Central</b>")
                .doesNotContain("Again");
        assertThat(pages.get(group + "/requests", tom).status()).isEqualTo(403);
    }

    @Test
    void whoIsLetInIsAMember() {
        pages.post(group + "/join", tom, "answer", "At the Central");

        String accept = group + "/requests/" + tom.handle() + "/acceptance";
        assertThat(pages.post(accept, tom).status()).isEqualTo(403);
        assertThat(pages.post(accept, cerys).status()).isEqualTo(303);
        assertThat(pages.post(accept, cerys).status()).isEqualTo(303);

        assertThat(member(tom)).isTrue();
        assertThat(count()).isEqualTo(2);
        assertThat(pages.post(
                                group + "/requests/"
                                        + community.librarian("Nobody", 2653822).handle() + "/acceptance",
                                cerys)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsDeclinedIsNotToldAndMayAskAgainLater() throws Exception {
        pages.post(group + "/join", tom, "answer", "At the Central");
        pages.post(group + "/requests/" + tom.handle() + "/refusal", cerys);

        assertThat(pages.get(group, tom).text("main")).contains("You have asked to join");
        pages.post(group + "/join", tom, "answer", "Please");
        assertThat(pages.get(group + "/requests", cerys).text("main")).doesNotContain("Tom Prosser");
        pages.post(group + "/requests/" + tom.handle() + "/acceptance", cerys);
        assertThat(member(tom)).isFalse();
        clock.after(Duration.ofDays(91), () -> {
            assertThat(pages.get(group, tom).text("main")).doesNotContain("You have asked to join");
            pages.post(group + "/join", tom, "answer", "Please");
            assertThat(pages.get(group + "/requests", cerys).text("main")).contains("Tom Prosser", "Please");
        });
    }

    @Test
    void aGroupByInvitationLetsInWhomAnOrganiserAsked() {
        community.admit(slug, "INVITATION");

        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(403);
        assertThat(pages.get(group + "/join", tom).text("main")).contains("asks you in");
        assertThat(pages.post(group + "/invitations", tom, "handle", tom.handle())
                        .status())
                .isEqualTo(403);
        assertThat(pages.post(group + "/invitations", cerys, "handle", "@" + tom.handle())
                        .status())
                .isEqualTo(303);
        assertThat(pages.get(group + "/invitations", cerys).text("main")).contains("Tom Prosser");
        assertThat(pages.get(group, tom).text("main")).contains("asks you to join");

        pages.post(group + "/join", tom);

        assertThat(member(tom)).isTrue();
        assertThat(pages.get(group + "/invitations", cerys).text("main")).doesNotContain("Tom Prosser");
    }

    @Test
    void anInvitationIsTakenBackOrRefused() {
        community.admit(slug, "INVITATION");
        pages.post(group + "/invitations", cerys, "handle", tom.handle());
        pages.post(group + "/invitations/" + tom.handle() + "/withdrawal", cerys);
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(403);

        pages.post(group + "/invitations", cerys, "handle", tom.handle());
        pages.post(group + "/invitation/refusal", tom);
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(403);
    }

    @Test
    void whoCannotBeInvitedIsSaidBesideTheField() {
        Someone blocker = community.librarian("Blocker", Community.CARDIFF);
        community.block(blocker, cerys);

        for (String handle : List.of("nobody-of-this-handle", "", cerys.handle(), blocker.handle())) {
            Page answer = pages.post(group + "/invitations", cerys, "handle", handle);
            assertThat(answer.status()).as(handle).isEqualTo(422);
            assertThat(answer.text("#handle-error")).as(handle).isNotEmpty();
        }
    }

    private String link() {
        Page made = pages.post(group + "/links", cerys, "days", "7");
        assertThat(made.status()).isEqualTo(200);
        return made.html().select("section.notice a").attr("href").replaceFirst("http://[^/]+", "");
    }

    @Test
    void aLinkLetsInWhoeverHasIt() {
        community.admit(slug, "INVITATION");
        String link = link();

        assertThat(pages.get(link).location()).startsWith("/sign-in");
        assertThat(pages.get(link, tom).text("h1")).isEqualTo("Readers");
        assertThat(member(tom)).isFalse();
        assertThat(pages.post(link, tom).location()).isEqualTo(group);
        pages.post(link, tom);

        assertThat(member(tom)).isTrue();
        assertThat(count()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from group_link where token_hash = ?")
                        .param(link.getBytes())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aLinkEndsAndCanBeTakenBack() throws Exception {
        String expiring = link();
        clock.after(Duration.ofDays(8), () -> {
            assertThat(pages.get(expiring, tom).status()).isEqualTo(410);
            assertThat(pages.post(expiring, tom).status()).isEqualTo(410);
        });

        String back = pages.get(group + "/invitations", cerys)
                .html()
                .select("form[action*=/links/]")
                .attr("action");
        assertThat(pages.post(back, tom).status()).isEqualTo(403);
        pages.post(back, cerys);

        assertThat(pages.get(expiring, tom).status()).isEqualTo(404);
        assertThat(pages.post(expiring, tom).status()).isEqualTo(404);
        assertThat(pages.post(group + "/links", cerys, "days", "10000").status())
                .isEqualTo(400);
        assertThat(member(tom)).isFalse();
    }

    @Test
    void whoWasRemovedIsToldThatALinkDoesNotLetThemIn() {
        String link = link();
        pages.post(link, tom);
        pages.post(group + "/members/" + tom.handle() + "/removal", cerys);

        Page page = pages.get(link, tom);

        assertThat(page.text("main")).contains("An organiser has taken you out of this group");
        assertThat(page.html().select("form[action*=/group-links/]")).isEmpty();
        assertThat(pages.post(link, tom).status()).isEqualTo(403);
    }

    @Test
    void whoJoinsBySeveralWaysAtOnceIsOneMember() throws Exception {
        String link = link();
        pages.post(group + "/join", tom, "answer", "At the Central");
        List<Callable<Integer>> ways = List.of(
                () -> pages.post(link, tom).status(),
                () -> pages.post(group + "/requests/" + tom.handle() + "/acceptance", cerys)
                        .status());

        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Callable<Integer> way : ways) {
                for (Future<Integer> done : threads.invokeAll(Collections.nCopies(4, way))) {
                    assertThat(done.get()).isEqualTo(303);
                }
            }
        } finally {
            threads.shutdown();
        }

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void organisersDoNotSeeWhoBlockedThem() {
        pages.post(group + "/join", tom, "answer", "At the Central");
        community.block(tom, cerys);

        assertThat(pages.get(group + "/requests", cerys).text("main")).doesNotContain("Tom Prosser");
        assertThat(pages.get(group, cerys).text("main")).contains("Nobody asks to join");
    }

    @Test
    void whoWasRemovedCannotAskAgain() {
        pages.post(link(), tom);
        pages.post(group + "/members/" + tom.handle() + "/removal", cerys);

        assertThat(pages.get(group, tom).html().select("main a[href$=/join]")).isEmpty();
        assertThat(pages.get(group, tom).text("main")).contains("An organiser has taken you out of this group");
        assertThat(pages.get(group + "/join", tom).html().select("main form")).isEmpty();
        Page answer = pages.post(group + "/join", tom, "answer", "At the Central");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("main")).contains("An organiser has taken you out of this group");
        assertThatThrownBy(() -> requests.ask(slug, tom.id(), "At the Central"))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(pages.get(group + "/requests", cerys).text("main")).doesNotContain("Tom Prosser");

        pages.post(group + "/invitations", cerys, "handle", tom.handle());
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(303);
    }

    @Test
    void nobodyJoinsAndLeavesWithoutEnd() {
        community.admit(slug, "OPEN");
        for (int i = 0; i < 30; i++) {
            assertThat(pages.post(group + "/join", tom).status()).isEqualTo(303);
        }

        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(429);
    }

    @Test
    void whoAsksReadsThatNobodyRunsTheGroup() {
        assertThat(pages.get(group, tom).text("main")).doesNotContain("Nobody runs this group");
        community.seen(cerys, 180);
        jdbc.sql("update city_group set unrun_told_at = now() where slug = ?")
                .param(slug)
                .update();

        for (String page : List.of(group, group + "/join")) {
            assertThat(pages.get(page, tom).text("main"))
                    .as(page)
                    .contains("Nobody runs this group", "nobody lets you in");
        }
        pages.post(link(), tom);
        community.seen(cerys, 180);
        assertThat(pages.get(group, tom).html().select("section.notice a").attr("href"))
                .isEqualTo(group + "/takeover");

        community.seen(cerys, 0);
        assertThat(pages.get(group, tom).text("main")).doesNotContain("Nobody runs this group");
    }
}
