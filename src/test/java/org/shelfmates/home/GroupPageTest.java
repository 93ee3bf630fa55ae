package org.shelfmates.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a group's page tells of the group: plans, sectors, who is new, where they come from, and who is near. */
@ShelfmatesTest
class GroupPageTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone gwen;
    private String group;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("ACADEMIC"), List.of());
        tom = community.librarian("Tom Prosser", Community.NEWPORT, List.of("ACADEMIC", "PUBLIC"), List.of());
        gwen = community.librarian("Gwen Pugh", Community.BANGOR, List.of("LAW"), List.of());
        group = community.group("Readers", Community.CARDIFF, cerys, tom, gwen);
        community.organise(group, cerys);
    }

    private Page page() {
        return pages.get("/groups/" + group + "?" + Community.unique("fresh") + "=1");
    }

    @Test
    void theSectorsAreSaidInWordsAndWhoIsMissing() {
        Page page = page();

        assertThat(page.html().select(".sector-mix__one").eachText())
                .containsExactlyInAnyOrder(
                        "Academic: 2", "Public: 1", "Law: 1", "School: nobody yet", "Health: nobody yet");
        assertThat(page.html().select(".sector-bar").attr("aria-hidden")).isEqualTo("true");
        assertThat(page.html().select(".sector-bar rect")).hasSize(3);
    }

    @Test
    void aSeriesDoesNotCrowdOutWhatIsBeingPlanned() {
        for (int week = 0; week < 12; week++) {
            belong(community.tweetup("Weekly " + week, Community.CARDIFF, cerys, 5));
        }
        belong(community.idea("A walk, some day", Community.CARDIFF, cerys));

        Page page = page();

        assertThat(page.text("section:has(#plans)")).contains("A walk, some day");
        assertThat(page.html().select("section:has(#tweetups) .cards > li")).hasSize(6);
        assertThat(page.html().select("section:has(#tweetups) a[href^=/tweetups?place]"))
                .hasSize(1);
    }

    private void belong(long tweetup) {
        jdbc.sql("update tweetup set group_id = (select id from city_group where slug = ?) where id = ?")
                .params(group, tweetup)
                .update();
    }

    @Test
    void theMapHasAListThatSaysTheSame() {
        assertThat(page().html().select("section:has(#origins) li").eachText())
                .containsExactlyInAnyOrder("Cardiff: 1 librarian", "Newport: 1 librarian", "Bangor: 1 librarian");
    }

    @Test
    void whoHidesTheirMembershipIsCountedNowhere() {
        pages.post("/groups/" + group + "/membership", gwen, "audience", "MEMBERS");

        Page page = page();

        assertThat(page.text("section:has(#origins)")).doesNotContain("Bangor");
        assertThat(page.text("section:has(#sectors)")).doesNotContain("Law");
        assertThat(page.text("section:has(#members) .cards")).doesNotContain("Gwen Pugh");
        assertThat(pages.get("/groups/" + group, tom).text("section:has(#origins)"))
                .contains("Bangor");
    }

    @Test
    void whoBlockedTheReaderIsCountedNowhere() {
        community.block(gwen, tom);

        Page page = pages.get("/groups/" + group, tom);

        assertThat(page.text("main")).doesNotContain("Gwen Pugh");
        assertThat(page.text("section:has(#origins)")).contains("Newport").doesNotContain("Bangor");
        assertThat(page.text("section:has(#sectors)")).doesNotContain("Law");
    }

    @Test
    void organisersComeFirstThenTheNewest() {
        jdbc.sql("update membership set joined_at = joined_at - interval '1 day' where librarian_id = ?")
                .param(tom.id())
                .update();

        assertThat(page().html().select("section:has(#members) h3").eachText())
                .containsExactly("Cerys Morgan", "Gwen Pugh", "Tom Prosser");
    }

    @Test
    void whatIsPlannedStandsApartFromWhatHasADate() {
        long idea = community.idea("An idea of tea", Community.CARDIFF, cerys);
        community.hold(idea, group);
        long dated = community.tweetup("A dated tea", Community.CARDIFF, cerys, null);
        community.hold(dated, group);

        Page page = page();

        assertThat(page.text("section:has(#plans)")).contains("An idea of tea").doesNotContain("A dated tea");
        assertThat(page.text("section:has(#tweetups)")).contains("A dated tea").doesNotContain("An idea of tea");
    }

    @Test
    void otherGroupsNearbyStandThere() {
        long alone = community.placeWithoutGroups();
        group = community.group("Here", alone);
        String near = community.group("Near readers", alone);

        Page page = page();

        assertThat(page.html().select("section:has(#near) a[href=/groups/" + near + "]"))
                .hasSize(1);
        assertThat(page.html().select("section:has(#near) a[href=/groups/" + group + "]"))
                .isEmpty();
    }

    @Test
    void strangersGetNoForm() {
        assertThat(page().html().select("main form, main input")).isEmpty();
    }
}
