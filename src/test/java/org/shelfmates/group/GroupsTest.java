package org.shelfmates.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.PageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class GroupsTest {

    private static final int MANY = 10_000;

    @Autowired
    Groups groups;

    @Autowired
    Places places;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Place cardiff;

    @BeforeEach
    void here() {
        cardiff = places.byId(Community.CARDIFF).orElseThrow();
    }

    private List<String> near(Place place, double kilometres) {
        return groups.near(place, kilometres, MANY).stream()
                .map(GroupCard::slug)
                .toList();
    }

    @Test
    void aGroupIsNearWhenItsRadiusReaches() {
        Place tubou = places.byAddress("fj", "tubou").orElseThrow();
        Place levuka = places.byAddress("fj", "levuka").orElseThrow(); // 200 km from there
        community.group("Tubou readers", tubou.id());
        String slug = community.group("Levuka readers", levuka.id());

        reach(slug, 100);
        assertThat(near(tubou, 50)).doesNotContain(slug);
        assertThat(near(tubou, 250)).contains(slug);
        reach(slug, 250);
        assertThat(near(tubou, 50)).contains(slug);
    }

    private void reach(String slug, int kilometres) {
        jdbc.sql("update city_group set radius_km = ? where slug = ?")
                .params(kilometres, slug)
                .update();
    }

    @Test
    void theNearestComesFirst() {
        community.group("Newport readers", Community.NEWPORT);
        community.group("Cardiff readers", Community.CARDIFF);

        assertThat(groups.near(cardiff, 50, MANY))
                .isSortedAccordingTo(Comparator.comparingDouble(GroupCard::kilometres))
                .first()
                .satisfies(group -> assertThat(group.roundKilometres()).isZero());
    }

    @Test
    void whereNoGroupIsNearTheNearestIsToldHoweverFar() {
        Place hangaRoa = places.byAddress("cl", "hanga-roa").orElseThrow();
        String far = community.group("Rapa Nui readers", hangaRoa.id());

        assertThat(groups.near(places.byAddress("pn", "adamstown").orElseThrow(), 100, 6))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.slug()).isEqualTo(far);
                    assertThat(group.kilometres()).isGreaterThan(2000);
                });
    }

    @Test
    void noMoreAreToldThanAskedFor() {
        for (int i = 0; i < 4; i++) {
            community.group("Cardiff readers", Community.CARDIFF);
        }

        assertThat(groups.near(cardiff, 25, 3)).hasSize(3);
    }

    @Test
    void aRegionIsToldHoweverManyGroupsAreNearer() {
        Place lerwick = places.byAddress("gb", "lerwick").orElseThrow();
        Place kirkwall = places.byAddress("gb", "kirkwall").orElseThrow(); // 160 km from there
        String region = community.group("Northern Isles readers", kirkwall.id());
        String elsewhere = community.group("Orkney readers", kirkwall.id());
        reach(region, 200);
        reach(elsewhere, 100);
        for (int i = 0; i < 45; i++) {
            community.group("Lerwick readers", lerwick.id());
        }

        assertThat(groups.near(lerwick, 25, MANY)).extracting(GroupCard::slug).contains(region);
        assertThat(groups.near(lerwick, 25, 3))
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparingDouble(GroupCard::kilometres))
                .extracting(GroupCard::slug)
                .contains(region)
                .doesNotContain(elsewhere);
        reach(region, 150);
        assertThat(groups.near(lerwick, 25, MANY)).extracting(GroupCard::slug).doesNotContain(region);
    }

    @Test
    void pagesVisitEveryGroupOnceBiggestFirst() {
        List<String> own = new ArrayList<>(IntStream.range(0, 5)
                .mapToObj(n -> community.group("Small readers", Community.CARDIFF))
                .toList());
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);
        own.add(community.group("Big readers", Community.CARDIFF, cerys, tom));

        List<GroupCard> visited = new ArrayList<>();
        PageKey next = null;
        do {
            Groups.Listing page = groups.all(next, 2);
            visited.addAll(page.groups());
            next = page.next() == null ? null : PageKey.parse(page.next().toString(), 2);
        } while (next != null);

        assertThat(visited).extracting(GroupCard::slug).doesNotHaveDuplicates().containsAll(own);
        assertThat(visited)
                .isSortedAccordingTo(Comparator.comparingInt(GroupCard::members).reversed());
        assertThat(visited).isEqualTo(groups.all(null, MANY).groups());
    }

    @Test
    void thePageGoesOnByItsLink() {
        IntStream.range(0, 31).forEach(n -> community.group("Listed readers", Community.CARDIFF));

        Pages.Page first = pages.get("/groups");
        Pages.Page second = pages.get(first.html().select("a[rel=next]").attr("href"));

        assertThat(first.html().select(".drawer")).hasSize(30);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.html().select(".drawer a").eachAttr("href"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(first.html().select(".drawer a").eachAttr("href"));
    }

    @Test
    void onesOwnGroupsComeByName() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        community.group("B readers", Community.CARDIFF, cerys);
        community.group("A readers", Community.CARDIFF, cerys);
        community.group("C readers", Community.CARDIFF);

        assertThat(groups.of(cerys.id(), null)).extracting(GroupCard::name).containsExactly("A readers", "B readers");
    }
}
