package org.shelfmates.librarian.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each test has a place of its own, far from all others. */
@ShelfmatesTest
class WishesTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Wishes wishes;

    private record Lonely(long id, String path) {}

    private Lonely place;
    private Someone first;

    @BeforeEach
    void somewhereLonely() {
        place = jdbc.sql("""
                        select p.id, '/places/' || lower(p.country) || '/' || p.slug as path from place p
                        where p.country = 'AU' and not exists (
                            select from place n join librarian l on l.place_id = n.id
                            where n.position <@ cube_enlarge(p.position, chord_of(30), 3))
                        order by p.id limit 1""").query(Lonely.class).single();
        first = community.librarian("Perpetua First", place.id());
    }

    private void grant() {
        // all of them: others' wishes may be in front
        jdbc.sql("update place_wish set checked_at = checked_at - interval '1 day' where place_id = ?")
                .param(place.id())
                .update();
        wishes.grant();
    }

    @Test
    void theThirdOfUsEndsTheWishAndIsToldOnce() {
        assertThat(pages.get(place.path(), first).text("#wish")).contains("1 librarian lives within 25 km");
        assertThat(pages.post(place.path() + "/wishes", first).location()).isEqualTo(place.path() + "#wish");
        pages.post(place.path() + "/wishes", first);
        assertThat(pages.get(place.path(), first).text("#wish")).contains("You will be told");

        community.librarian("Second", place.id());
        grant();
        assertThat(community.told(first, "THREE_OF_US")).isEmpty();
        assertThat(pages.get(place.path(), first).text("#wish")).contains("You will be told");

        Someone third = community.librarian("Third", Community.BANGOR);
        jdbc.sql("update librarian set place_id = ? where id = ?")
                .params(place.id(), third.id())
                .update();
        grant();
        grant();

        await().untilAsserted(
                        () -> assertThat(community.told(first, "THREE_OF_US")).hasSize(1));
        assertThat(pages.get("/me/notices", first).html().select("a[href=" + place.path() + "]"))
                .isNotEmpty();
        assertThat(pages.get(place.path(), first).html().select("#wish")).isEmpty();
        assertThat(community.told(third, "THREE_OF_US")).isEmpty();
    }

    @Test
    void aWishIsTakenBack() {
        pages.post(place.path() + "/wishes", first);
        assertThat(pages.post(place.path() + "/wishes/withdrawal", first).location())
                .isEqualTo(place.path() + "#wish");
        community.librarian("Second", place.id());
        community.librarian("Third", place.id());

        grant();

        assertThat(jdbc.sql("select count(*) from place_wish where librarian_id = ?")
                        .param(first.id())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(community.told(first, "THREE_OF_US")).isEmpty();
    }

    @Test
    void whoHasBlockedOneIsNoCompany() {
        pages.post(place.path() + "/wishes", first);
        community.librarian("Second", place.id());
        Someone third = community.librarian("Third", place.id());
        jdbc.sql("insert into block values (?, ?, now())")
                .params(third.id(), first.id())
                .update();

        grant();

        assertThat(community.told(first, "THREE_OF_US")).isEmpty();
        assertThat(pages.get(place.path(), first).text("#wish")).contains("You will be told");
    }

    @Test
    void aStrangerIsLedThroughTheSignUpBackToTheWish() {
        String link = pages.get(place.path()).html().select("#wish a.button").attr("href");
        assertThat(link).isEqualTo("/sign-up?next=" + place.path() + "%23wish");
        assertThat(pages.get("/sign-up?next=" + place.path())
                        .html()
                        .select("input[name=next]")
                        .val())
                .isEqualTo(place.path());
        String handle = Community.unique("newcomer");

        assertThat(pages.postAsStranger(
                                "/sign-up",
                                "name",
                                "New Comer",
                                "handle",
                                handle,
                                "email",
                                handle + "@example.org",
                                "place",
                                "" + place.id(),
                                "password",
                                "a quiet storm of paper",
                                "next",
                                place.path() + "#wish")
                        .location())
                .isEqualTo(place.path() + "#wish");
        assertThat(pages.get("/sign-up?next=//evil.example").html().select("input[name=next]"))
                .isEmpty();
        assertThat(pages.postAsStranger(place.path() + "/wishes").location()).startsWith("/sign-in");
    }

    @Test
    void thereIsNoWishWhereThereIsNoPlaceOrCompanyEnough() {
        assertThat(pages.post("/places/gb/nowhere-at-all/wishes", first).status())
                .isEqualTo(404);
        for (int i = 0; i < 3; i++) {
            community.librarian("Somebody", place.id());
        }
        assertThat(pages.get(place.path(), first).html().select("#wish")).isEmpty();
    }
}
