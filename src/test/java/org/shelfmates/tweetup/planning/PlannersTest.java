package org.shelfmates.tweetup.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class PlannersTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    private Someone cerys;
    private Someone tom;
    private long id;
    private String path;
    private String planners;

    @BeforeEach
    void anIdea() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        path = "/tweetups/" + id + "/an-idea";
        planners = "/tweetups/" + id + "/planners";
    }

    @Test
    void aPlannerAsksSomebodyWhoAccepts() {
        Page asked = pages.post(planners, cerys, "handle", "@" + tom.handle());

        assertThat(asked.location()).isEqualTo(path + "#together");
        assertThat(pages.get(path, cerys).text("#together")).contains("Tom Prosser has not answered yet.");
        assertThat(pages.get(path, tom).text("#together")).contains("Cerys Morgan asks you to plan this with them.");
        assertThat(pages.get("/me", tom).text("main"))
                .contains("You are asked to plan", "Tea, some day", "Cerys Morgan asks you");

        pages.post(planners + "/acceptance", tom);

        assertThat(pages.get(path).text(".planners")).contains("Cerys Morgan", "Tom Prosser");
        assertThat(pages.get(path, tom).text("#together")).contains("Write down a decision");
        assertThat(pages.get("/me", tom).text("main")).doesNotContain("You are asked to plan");
        assertThat(pages.post(planners + "/acceptance", tom).status()).isEqualTo(303);
    }

    @Test
    void whoDeclinesIsNotAskedAnyMore() {
        pages.post(planners, cerys, "handle", tom.handle());

        pages.post(planners + "/refusal", tom);

        assertThat(pages.get(path, tom).html().select("#together")).isEmpty();
        assertThat(pages.post(planners + "/acceptance", tom).status()).isEqualTo(404);
    }

    @Test
    void anInvitationCanBeWithdrawn() {
        pages.post(planners, cerys, "handle", tom.handle());

        pages.post(planners + "/withdrawal", cerys, "handle", tom.handle());

        assertThat(pages.post(planners + "/acceptance", tom).status()).isEqualTo(404);
        assertThat(pages.post(planners + "/withdrawal", cerys, "handle", tom.handle())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aHandleThatCannotBeAskedIsSaidBesideTheField() {
        pages.post(planners, cerys, "handle", tom.handle());

        assertThat(refused("")).contains("Write a handle");
        assertThat(refused("nobody-of-that-name")).contains("We know no librarian of that handle.");
        assertThat(refused(cerys.handle())).contains("They are a planner already.");
        assertThat(refused(tom.handle())).contains("They have been asked already");
        assertThat(refused("a".repeat(61))).contains("at most 60 characters");
    }

    private String refused(String handle) {
        Page page = pages.post(planners, cerys, "handle", handle);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("#handle").val()).isEqualTo(handle);
        assertThat(page.html().select(".error-summary a[href=#handle]")).isNotEmpty();
        return page.text("#handle-error");
    }

    @Test
    void theOnlyPlannerCannotStepDown() {
        Page alone = pages.post(planners + "/resignation", cerys);

        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text("[role=alert]")).contains("You are the only planner.");

        community.letPlan(id, tom);
        pages.post(planners + "/resignation", cerys);

        assertThat(pages.get(path).text(".planners")).isEqualTo("TP Tom Prosser");
        assertThat(pages.post(planners + "/resignation", cerys).status()).isEqualTo(403);
    }

    @Test
    void onlyPlannersInvite() {
        for (String address : new String[] {planners, planners + "/withdrawal", planners + "/resignation"}) {
            assertThat(pages.post(address, tom, "handle", cerys.handle()).status())
                    .as(address)
                    .isEqualTo(403);
        }
        assertThat(pages.postAsStranger(planners, "handle", tom.handle()).location())
                .startsWith("/sign-in");
    }

    @Test
    void strangersSeeNoForms() {
        assertThat(pages.get(path).html().select("form[method=post]")).isEmpty();
        assertThat(pages.get(path).html().select("#together")).isEmpty();
    }
}
