package org.shelfmates.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spaces to meet, on the pages of places and groups. */
@ShelfmatesTest
class SpacesTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPlaceShowsAFewOfItsSpacesAndWhereAllOfThemAre() {
        for (int i = 0; i < 7; i++) {
            community.venue("Bangor hall " + i, Community.BANGOR, "FREE", null);
        }
        String slug = jdbc.sql("select slug from place where id = ?")
                .param(Community.BANGOR)
                .query(String.class)
                .single();

        Page page = pages.get("/places/gb/" + slug + "?within=10");

        assertThat(page.html().select("section[aria-labelledby=venues] .catalogue-card"))
                .hasSize(6);
        assertThat(page.text("section[aria-labelledby=venues] .catalogue-card")).contains("Free");
        String all = page.html()
                .select("section[aria-labelledby=venues] .section__more")
                .attr("href");
        assertThat(pages.get(all).html().select(".catalogue-card").size()).isGreaterThanOrEqualTo(7);
    }

    @Test
    void theFrontPageLeadsToThem() {
        assertThat(pages.get("/").html().select("main section[aria-labelledby=spaces] a[href=/venues]"))
                .hasSize(1);
    }

    @Test
    void aGroupShowsTheSpacesOfAllItsReachNearestFirst() {
        long place = community.placeWithoutGroups();
        String word = Community.unique("far");
        venueBeside(place, 0, "UNKNOWN", "Here " + word);
        venueBeside(place, 300, "FREE", "Far " + word);
        venueBeside(place, 490, "FREE", "Further " + word);
        venueBeside(place, 520, "FREE", "Beyond " + word);
        String group = community.group("Remote readers", place);
        jdbc.sql("update city_group set radius_km = 500 where slug = ?")
                .param(group)
                .update();

        List<String> seen = new ArrayList<>();
        String next = "/groups/" + group + "/venues";
        String all = pages.get(next).html().select(".section__more").attr("href");
        while (!next.isEmpty()) {
            Page page = pages.get(next);
            seen.addAll(page.html().select(".catalogue-card__title").eachText());
            next = page.html().select("a[rel=next]").attr("href");
        }

        assertThat(seen)
                .filteredOn(name -> name.endsWith(word))
                .containsExactly("Here " + word, "Far " + word, "Further " + word);
        assertThat(all).contains("within=500");
        assertThat(pages.get(all).status()).isEqualTo(200);
    }

    /** A venue that many kilometres north or south of where the place is. */
    private void venueBeside(long place, int kilometres, String cost, String name) {
        jdbc.sql("""
                        update venue v set position = earth_position(p.latitude
                            + (case when p.latitude < 0 then 1 else -1 end) * cast(:km as double precision) / 111.2, p.longitude)
                        from place p where p.id = :place and v.id = :venue""")
                .param("km", kilometres)
                .param("place", place)
                .param("venue", community.venue(name, place, cost, null))
                .update();
    }

    @Test
    void aGroupShowsTheSpacesWithinItsReach() {
        String word = Community.unique("reach");
        community.venue("Near " + word, Community.NEWPORT, "FREE", null);
        community.venue("Far " + word, Community.BANGOR, "FREE", null);
        String group = community.group("Reaching readers", Community.NEWPORT);
        jdbc.sql("update city_group set radius_km = 5 where slug = ?")
                .param(group)
                .update();

        StringBuilder seen = new StringBuilder();
        String next = "/groups/" + group + "/venues";
        while (!next.isEmpty()) {
            Page page = pages.get(next);
            assertThat(page.status()).isEqualTo(200);
            seen.append(page.text("main"));
            next = page.html().select("a[rel=next]").attr("href");
        }
        assertThat(seen.toString()).contains("Near " + word).doesNotContain("Far " + word);
        assertThat(pages.get("/groups/no-such-group/venues").status()).isEqualTo(404);
    }
}
