package org.shelfmates.group.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisers, removed members, who sees whom, and leaving. */
@ShelfmatesTest
class RunningTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone gwen;
    private String slug;
    private String group;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        gwen = community.librarian("Gwen Pugh", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys, tom, gwen);
        group = "/groups/" + slug;
        community.organise(slug, cerys);
    }

    private List<Long> organisers() {
        return jdbc.sql("select librarian_id from membership where organiser"
                        + " and group_id = (select id from city_group where slug = ?) order by librarian_id")
                .param(slug)
                .query(Long.class)
                .list();
    }

    private String members(Someone viewer) {
        String page = group + "/members?" + Community.unique("fresh") + "=1";
        return (viewer == null ? pages.get(page) : pages.get(page, viewer)).text("main .cards");
    }

    @Test
    void anOrganiserMakesAnother() {
        String tomHere = group + "/members/" + tom.handle();

        assertThat(pages.get(tomHere, gwen).status()).isEqualTo(403);
        assertThat(pages.post(tomHere + "/organising", gwen).status()).isEqualTo(403);
        assertThat(pages.get(tomHere, cerys).text("main")).contains("Make them an organiser");
        pages.post(tomHere + "/organising", cerys);
        pages.post(tomHere + "/organising", cerys);

        assertThat(organisers()).containsExactlyInAnyOrder(cerys.id(), tom.id());
        assertThat(pages.get(
                                group + "/members/"
                                        + community
                                                .librarian("No", Community.CARDIFF)
                                                .handle(),
                                cerys)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theLastOrganiserHandsOverFirst() {
        for (String way : List.of("/leave", "/resignation")) {
            Page answer = pages.post(group + way, cerys);
            assertThat(answer.status()).as(way).isEqualTo(409);
            assertThat(answer.text("main")).as(way).contains("make them an organiser");
        }
        assertThat(organisers()).containsExactly(cerys.id());

        pages.post(group + "/members/" + tom.handle() + "/organising", cerys);
        assertThat(pages.post(group + "/resignation", cerys).status()).isEqualTo(303);
        assertThat(pages.post(group + "/leave", cerys).status()).isEqualTo(303);

        assertThat(organisers()).containsExactly(tom.id());
        assertThat(pages.post(group + "/resignation", gwen).status()).isEqualTo(403);
    }

    @Test
    void ofTwoOrganisersWhoGoAtOnceOneStays() throws Exception {
        community.organise(slug, tom);
        List<Callable<Integer>> both = List.of(
                () -> pages.post(group + "/leave", cerys).status(),
                () -> pages.post(group + "/resignation", tom).status());

        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new java.util.ArrayList<>();
            for (Future<Integer> one : threads.invokeAll(both)) {
                answers.add(one.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(303, 409);
        } finally {
            threads.shutdown();
        }

        assertThat(organisers()).hasSize(1);
    }

    @Test
    void whoIsAloneLeavesAGroupThatLetsEverybodyIn() {
        String alone = community.group("Alone", Community.CARDIFF, cerys);
        community.organise(alone, cerys);
        community.admit(alone, "INVITATION");

        assertThat(pages.post("/groups/" + alone + "/leave", cerys).status()).isEqualTo(303);

        assertThat(pages.post("/groups/" + alone + "/join", tom).status()).isEqualTo(303);
    }

    @Test
    void whoWasRemovedComesBackWhenAskedIn() {
        assertThat(pages.post(group + "/members/" + tom.handle() + "/removal", gwen)
                        .status())
                .isEqualTo(403);
        assertThat(pages.post(group + "/members/" + cerys.handle() + "/removal", cerys)
                        .status())
                .isEqualTo(409);
        pages.post(group + "/members/" + tom.handle() + "/removal", cerys);

        assertThat(members(null)).doesNotContain("Tom Prosser");
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(403);
        assertThat(pages.get(group + "/removed", cerys).text("main")).contains("Tom Prosser");
        pages.post(group + "/invitations", cerys, "handle", tom.handle());
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(303);
        assertThat(members(null)).contains("Tom Prosser");
        assertThat(pages.get(group + "/removed", cerys).text("main")).doesNotContain("Tom Prosser");
    }

    @Test
    void whoBlocksTheOrganisersIsManagedByThemAllTheSame() {
        String tomHere = group + "/members/" + tom.handle();
        community.block(tom, cerys);
        community.block(tom, gwen);

        assertThat(members(cerys)).contains("Tom Prosser");
        assertThat(members(gwen)).doesNotContain("Tom Prosser");
        assertThat(pages.get(tomHere, cerys).text("main")).contains("Remove them from the group");
        pages.post(tomHere + "/removal", cerys);
        assertThat(members(cerys)).doesNotContain("Tom Prosser");
        assertThat(pages.get(group + "/removed", cerys).text("main")).contains("Tom Prosser");
        pages.post(group + "/removed/" + tom.handle() + "/withdrawal", cerys);
        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(303);
    }

    @Test
    void theLastOrganiserHandsOverToWhoHasBlockedThem() {
        String two = community.group("Two", Community.CARDIFF, cerys, tom);
        community.organise(two, cerys);
        community.block(tom, cerys);

        pages.post("/groups/" + two + "/members/" + tom.handle() + "/organising", cerys);

        assertThat(pages.post("/groups/" + two + "/leave", cerys).status()).isEqualTo(303);
    }

    @Test
    void aRemovalIsTakenBack() {
        pages.post(group + "/members/" + tom.handle() + "/removal", cerys);
        pages.post(group + "/removed/" + tom.handle() + "/withdrawal", cerys);

        assertThat(pages.post(group + "/join", tom).status()).isEqualTo(303);
    }

    @Test
    void eachMemberChoosesWhoSeesThem() {
        Someone stranger = community.librarian("Other Reader", Community.CARDIFF);
        String own = group + "/membership";
        assertThat(pages.post(own, stranger, "audience", "MEMBERS").status()).isEqualTo(403);
        assertThat(pages.get(own, stranger).status()).isEqualTo(403);
        assertThat(pages.post(own, tom, "audience", "SOMEBODY").status()).isEqualTo(400);

        pages.post(own, tom, "audience", "MEMBERS");
        assertThat(members(null)).doesNotContain("Tom Prosser");
        assertThat(members(stranger)).doesNotContain("Tom Prosser");
        assertThat(members(gwen)).contains("Tom Prosser");
        assertThat(pages.get("/librarians/" + tom.handle(), stranger).html().select("a[href=" + group + "]"))
                .isEmpty();
        assertThat(pages.get("/librarians/" + tom.handle(), gwen).html().select("a[href=" + group + "]"))
                .isNotEmpty();

        pages.post(own, tom, "audience", "ORGANISERS");
        assertThat(members(gwen)).doesNotContain("Tom Prosser");
        assertThat(members(cerys)).contains("Tom Prosser");
        assertThat(members(tom)).contains("Tom Prosser");

        pages.post(own, cerys, "audience", "ORGANISERS");
        assertThat(members(null)).contains("Cerys Morgan");
    }

    private long heldTweetup(String title, int capacity) {
        long id = community.tweetup(
                title,
                Community.CARDIFF,
                cerys,
                capacity,
                "SCHEDULED",
                Instant.now().plus(20, ChronoUnit.DAYS));
        community.hold(id, slug);
        return id;
    }

    private String standing(long tweetup, Someone who) {
        return jdbc.sql(
                        "select answer || coalesce(' ' || standing, '') from rsvp where tweetup_id = ? and librarian_id = ?")
                .params(tweetup, who.id())
                .query(String.class)
                .single();
    }

    @Test
    void whoLeavesKeepsTheirAnswersOrTakesThemBack() {
        long first = heldTweetup("First tea", 1);
        long second = heldTweetup("Second tea", 1);
        long elsewhere = community.tweetup("Elsewhere", Community.CARDIFF, cerys, 1);
        for (long one : List.of(first, second, elsewhere)) {
            pages.post("/tweetups/" + one + "/rsvp", tom, "answer", "going");
            pages.post("/tweetups/" + one + "/rsvp", gwen, "answer", "going");
        }
        assertThat(standing(first, gwen)).isEqualTo("GOING WAITING");
        Page leave = pages.get(group + "/leave", tom);
        assertThat(leave.text("main")).contains("First tea", "Second tea").doesNotContain("Elsewhere");
        assertThat(pages.post(group + "/leave", tom, "answers", "burn").status())
                .isEqualTo(400);

        pages.post(group + "/leave", tom, "answers", "release");

        for (long one : List.of(first, second)) {
            assertThat(standing(one, tom)).isEqualTo("NOT_GOING");
            assertThat(standing(one, gwen)).isEqualTo("GOING CONFIRMED");
        }
        assertThat(standing(elsewhere, tom)).isEqualTo("GOING CONFIRMED");
        pages.post(group + "/leave", gwen, "answers", "keep");
        assertThat(standing(first, gwen)).isEqualTo("GOING CONFIRMED");
        assertThat(pages.get(group + "/leave", gwen).status()).isEqualTo(403);
    }
}
