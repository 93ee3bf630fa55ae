package org.shelfmates.notice.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.group.OrganiserNeeded;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;

/** Who is told of joining a group and of running it, and who is not. */
@ShelfmatesTest
class GroupsToldTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    TakeoversTold takeovers;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone gwen;
    private String slug;

    @BeforeEach
    void aGroup() {
        takeovers = AopTestUtils.getUltimateTargetObject(takeovers);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        gwen = community.librarian("Gwen Pugh", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys, gwen);
        community.organise(slug, cerys);
    }

    private List<String> told(Someone someone, String kind) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(someone, kind), keys -> !keys.isEmpty());
    }

    @Test
    void organisersAreToldWhoAsksAndTheAskerThatTheyAreIn() {
        community.admit(slug, "ASK");
        pages.post("/groups/" + slug + "/join", tom, "answer", "At the Central");
        assertThat(told(cerys, "JOIN_ASKED")).hasSize(1);
        pages.post("/groups/" + slug + "/requests/" + tom.handle() + "/acceptance", cerys);

        assertThat(told(tom, "JOIN_ACCEPTED")).hasSize(1);
        assertThat(community.told(gwen, "JOIN_ASKED")).isEmpty();
    }

    @Test
    void whoIsAskedInIsTold() {
        pages.post("/groups/" + slug + "/invitations", cerys, "handle", tom.handle());

        assertThat(told(tom, "GROUP_INVITED")).hasSize(1);
        assertThat(pages.get("/me/notices", tom).text("main")).contains("Cerys Morgan", "Readers");
    }

    @Test
    void whoIsMadeAnOrganiserIsTold() {
        pages.post("/groups/" + slug + "/members/" + gwen.handle() + "/organising", cerys);

        assertThat(told(gwen, "ORGANISER_MADE")).hasSize(1);

        pages.post("/groups/" + slug + "/resignation", gwen);
        pages.post("/groups/" + slug + "/members/" + gwen.handle() + "/organising", cerys);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(gwen, "ORGANISER_MADE").size() == 2);
    }

    @Test
    void organisersAndMembersAreToldWhoWantsToTakeOver() {
        community.seen(cerys, 200);
        pages.post("/groups/" + slug + "/takeover", gwen);

        assertThat(told(cerys, "TAKEOVER_ASKED")).hasSize(1);
        assertThat(community.told(gwen, "TAKEOVER_ASKED")).isEmpty();
    }

    @Test
    void whoIsBlockedIsToldThatTheirGroupIsTakenOver() {
        community.block(gwen, cerys);
        community.seen(cerys, 200);
        pages.post("/groups/" + slug + "/takeover", gwen);

        assertThat(told(cerys, "TAKEOVER_ASKED")).hasSize(1);
        assertThat(pages.get("/me/notices", cerys).text("main"))
                .contains("Somebody wants to run “Readers”")
                .doesNotContain("Gwen Pugh");
    }

    @Test
    void membersAreToldOnceThatNobodyRunsTheirGroup() {
        long group = jdbc.sql("update city_group set unrun_told_at = now() where slug = ? returning id")
                .param(slug)
                .query(Long.class)
                .single();
        takeovers.on(new OrganiserNeeded(group));
        takeovers.on(new OrganiserNeeded(group));

        assertThat(community.told(gwen, "ORGANISER_NEEDED")).hasSize(1);
        assertThat(community.told(tom, "ORGANISER_NEEDED")).isEmpty();
    }
}
