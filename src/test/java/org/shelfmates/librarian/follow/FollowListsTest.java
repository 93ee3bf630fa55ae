package org.shelfmates.librarian.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

@ShelfmatesTest
class FollowListsTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private Someone tom;
    private Someone huw;

    @BeforeEach
    void four() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("PUBLIC"), List.of("tea"));
        gwen = community.librarian("Gwen Parry", Community.BANGOR, List.of("HEALTH"), List.of("tea", "maps"));
        tom = community.librarian("Tom Prosser", Community.NEWPORT, List.of("LAW", "HEALTH"), List.of("maps"));
        huw = community.librarian("Huw Rees", Community.CARDIFF, List.of("SCHOOL"), List.of());
        community.follow(gwen, cerys, tom, huw);
        community.follow(tom, gwen);
        community.follow(huw, cerys);
    }

    private static String following(Someone one) {
        return "/librarians/" + one.handle() + "/following";
    }

    private static String followers(Someone one) {
        return "/librarians/" + one.handle() + "/followers";
    }

    private static List<String> names(Page page) {
        return page.html().select(".library-card__name").eachText();
    }

    @Test
    void bothListsShowTheNewestFirstToStrangersToo() {
        assertThat(names(pages.get(following(gwen)))).containsExactly("Huw Rees", "Tom Prosser", "Cerys Morgan");
        assertThat(names(pages.get(followers(gwen)))).containsExactly("Tom Prosser");
        assertThat(pages.get(following(gwen)).html().select("form[method=post]"))
                .isEmpty();
    }

    @Test
    void aProfileLeadsToThemAndSaysHowManyThereAre() {
        assertThat(pages.get("/librarians/" + gwen.handle())
                        .html()
                        .select(".tabs__link")
                        .eachText())
                .containsExactly("Card", "Following 3", "Followers 1");
    }

    @Test
    void theyAreNarrowedByDistanceFromOnesHomeAndForStrangersFromTheirs() {
        assertThat(names(pages.get(following(gwen) + "?within=10", cerys))).containsExactly("Huw Rees", "Cerys Morgan");
        assertThat(names(pages.get(following(gwen) + "?within=50", cerys)))
                .containsExactly("Huw Rees", "Tom Prosser", "Cerys Morgan");
        assertThat(names(pages.get(following(gwen) + "?within=10"))).isEmpty();
    }

    @Test
    void theyAreNarrowedBySectorAndInterestAndWhatIsShared() {
        assertThat(names(pages.get(following(gwen) + "?sector=HEALTH"))).containsExactly("Tom Prosser");
        assertThat(names(pages.get(following(gwen) + "?interest=Maps"))).containsExactly("Tom Prosser");
        assertThat(names(pages.get(followers(tom) + "?shared=true&sector=HEALTH", cerys)))
                .containsExactly("Gwen Parry");
        assertThat(names(pages.get(followers(tom) + "?shared=true&within=25", cerys)))
                .isEmpty();
        assertThat(names(pages.get(following(gwen) + "?shared=true"))).hasSize(3);
    }

    @Test
    void interestsThatOneMayNotSeeFindNobody() {
        jdbc.sql("update librarian set audience = '{INTERESTS NOBODY}' where id = ?")
                .param(gwen.id())
                .update();

        for (String filter :
                List.of("?interest=maps", "?interest=maps&within=500", "?shared=true", "?shared=true&within=500")) {
            assertThat(names(pages.get(followers(tom) + filter, cerys)))
                    .as(filter)
                    .isEmpty();
        }
        assertThat(names(pages.get(followers(tom) + "?interest=maps", gwen))).containsExactly("Gwen Parry");
    }

    @Test
    void whatNoFormOfOursSendsIsRefused() {
        for (String wrong : List.of("within=0", "within=501", "within=x", "sector=NONE", "after=x", "shared=perhaps")) {
            assertThat(pages.get(following(gwen) + "?" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(pages.get("/librarians/nobody-of-this-name/following").status())
                .isEqualTo(404);
    }

    @Test
    void marksSayWhoFollowsWhom() {
        Page page = pages.get(following(gwen), huw);

        assertThat(page.text("li:has(a[href$=" + tom.handle() + "]) .follow__mark"))
                .isEqualTo("Gwen Parry and they follow each other");
        assertThat(pages.get(following(gwen), gwen).text("li:has(a[href$=" + tom.handle() + "]) .follow__mark"))
                .isEqualTo("You follow each other");
        assertThat(pages.get(followers(cerys), cerys).text("li:has(a[href$=" + huw.handle() + "]) .follow__mark"))
                .isEqualTo("Follows you");
    }

    @Test
    void aCardsButtonComesBackToTheSamePage() {
        String here = following(gwen) + "?sector=SCHOOL";
        var form = pages.get(here, cerys).html().select(".follow__actions form");
        assertThat(form.select("button").text()).isEqualTo("Follow Huw Rees");

        Page followed = pages.post(
                form.attr("action"), cerys, "next", form.select("[name=next]").val());

        assertThat(followed.location()).isEqualTo(here);
        assertThat(pages.get(here, cerys).text(".follow__actions button")).isEqualTo("Stop following Huw Rees");
        assertThat(pages.post("/librarians/" + huw.handle() + "/unfollow", cerys, "next", "https://example.org/")
                        .location())
                .isEqualTo("/librarians/" + huw.handle());
    }

    @Test
    void aLongListGoesOnByKeyAndMissesNobody() {
        Someone many = community.librarian("Many Follow", Community.CARDIFF);
        for (int i = 0; i < 30; i++) {
            community.follow(community.librarian("Fan", Community.CARDIFF), many);
        }

        for (String filter : List.of("", "?within=10")) {
            Page first = pages.get(followers(many) + filter);
            Page second = pages.get(first.html().select("[rel=next]").attr("href"));

            assertThat(names(first)).hasSize(24);
            assertThat(names(second)).hasSize(6);
            assertThat(second.html().select("[rel=next]")).isEmpty();
        }
    }

    @Test
    void oneMayHideBothLists() {
        Page saved = pages.post("/me/follow-lists", gwen, "shown", "MEMBERS");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(names(pages.get(following(gwen), huw))).hasSize(3);
        assertThat(names(pages.get(following(gwen)))).isEmpty();
        assertThat(pages.get(following(gwen)).text(".tabs")).isEqualTo("Card Following Followers");
        assertThat(pages.get(followers(gwen)).text(".empty")).contains("Members can see them");

        pages.post("/me/follow-lists", gwen, "shown", "NOBODY");

        assertThat(names(pages.get(followers(gwen), huw))).isEmpty();
        assertThat(pages.get("/librarians/" + gwen.handle(), huw).text(".tabs")).isEqualTo("Card Following Followers");
        assertThat(names(pages.get(followers(gwen), gwen))).hasSize(1);
        assertThat(pages.post("/me/follow-lists", gwen, "shown", "FRIENDS").status())
                .isEqualTo(400);
    }

    @Test
    void aFollowerCanBeRemoved() {
        Page page = pages.get(followers(gwen), gwen);
        assertThat(page.html().select("form[action$=removal] button").text()).isEqualTo("Remove Tom Prosser");

        pages.post("/me/followers/" + tom.handle() + "/removal", gwen);

        assertThat(names(pages.get(followers(gwen)))).isEmpty();
        assertThat(names(pages.get(following(gwen)))).contains("Tom Prosser");
        assertThat(pages.post("/me/followers/" + tom.handle() + "/removal", gwen)
                        .status())
                .isEqualTo(303);
        assertThat(pages.post("/me/followers/nobody-of-this-name/removal", gwen).status())
                .isEqualTo(404);
    }

    @Test
    void whoHidesFromStrangersStandsInNoListOfTheirs() {
        jdbc.sql("update librarian set hidden = true where id = ?")
                .param(tom.id())
                .update();

        assertThat(names(pages.get(following(gwen)))).doesNotContain("Tom Prosser");
        assertThat(names(pages.get(following(gwen), huw))).contains("Tom Prosser");
        assertThat(pages.get(following(tom)).status()).isEqualTo(404);
        assertThat(pages.get("/librarians/" + tom.handle()).status()).isEqualTo(404);
    }

    @Test
    void whoIsFollowedIsToldOfEachPersonOnce() {
        Someone nia = community.librarian("Nia Bevan", Community.CARDIFF);
        for (int i = 0; i < 2; i++) {
            pages.post("/librarians/" + nia.handle() + "/follow", cerys);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !community.told(nia, "FOLLOWED").isEmpty());
            pages.post("/librarians/" + nia.handle() + "/unfollow", cerys);
        }
        pages.post("/librarians/" + nia.handle() + "/follow", huw);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> community.told(nia, "FOLLOWED").size() == 2);
        assertThat(community.told(nia, "FOLLOWED")).doesNotHaveDuplicates();
        assertThat(pages.get("/me/notices", nia).text("main")).contains("2 people followed you");
        assertThat(community.told(cerys, "FOLLOWED")).isEmpty();
    }
}
