package org.shelfmates.librarian.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class SomeoneNewTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 25);

    @Autowired
    Suggestions suggestions;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private final String tag = Community.unique("knots");
    private long island;
    private Someone cerys;

    @BeforeEach
    void onAnIsland() {
        island = Islands.next();
        cerys = community.librarian("Cerys Morgan", island, List.of("PUBLIC"), List.of(tag));
    }

    private Optional<String> pick(LocalDate day) {
        return suggestions
                .someoneNew(cerys.id(), day)
                .map(one -> one.card().person().handle());
    }

    @Test
    void itIsSomebodyNearOfAnotherSectorOrWithoutASharedInterest() {
        community.librarian("Like Me", island, List.of("PUBLIC"), List.of(tag));
        Someone other = community.librarian("Other Sector", island, List.of("HEALTH"), List.of(tag));

        assertThat(pick(WEDNESDAY)).contains(other.handle());
    }

    @Test
    void itStaysTheSameAllWeekAndIsAnotherInTheNext() {
        Someone one = community.librarian("One", island, List.of("HEALTH"), List.of());
        String first = pick(WEDNESDAY).orElseThrow();
        Someone two = community.librarian("Two", island, List.of("LAW"), List.of());

        assertThat(first).isEqualTo(one.handle());
        assertThat(pick(LocalDate.of(2026, 11, 23))).contains(first);
        assertThat(pick(LocalDate.of(2026, 11, 29))).contains(first);
        assertThat(pick(LocalDate.of(2026, 11, 30))).contains(two.handle());
    }

    @Test
    void itIsNobodyWhomThoseFollowWhomIFollow() {
        Someone friend = community.librarian("Friend", island, List.of("HEALTH"), List.of());
        Someone known = community.librarian("Known", island, List.of("HEALTH"), List.of());
        Someone unknown = community.librarian("Unknown", island, List.of("HEALTH"), List.of());
        community.follow(cerys, friend);
        community.follow(friend, known);

        assertThat(pick(WEDNESDAY)).contains(unknown.handle());
    }

    @Test
    void whoHasBlockedMeMeanwhileIsShownNoMore() {
        Someone one = community.librarian("One", island, List.of("HEALTH"), List.of());
        assertThat(pick(WEDNESDAY)).contains(one.handle());
        jdbc.sql("insert into block values (?, ?, now())")
                .params(one.id(), cerys.id())
                .update();
        assertThat(pick(WEDNESDAY)).isEmpty();
    }

    @Test
    void whoIsFollowedMeanwhileIsShownNoMore() {
        Someone one = community.librarian("One", island, List.of("HEALTH"), List.of());
        assertThat(pick(WEDNESDAY)).contains(one.handle());

        community.follow(cerys, one);

        assertThat(pick(WEDNESDAY)).isEmpty();
    }

    @Test
    void notNowIsForTheRestOfTheWeek() {
        community.librarian("One", island, List.of("HEALTH"), List.of());
        assertThat(pages.get("/me", cerys).text("section[aria-labelledby=someone-new]"))
                .contains("Someone new this week", "One", "Introduce us", "Not now");

        pages.post("/me/someone-new/postponement", cerys);

        assertThat(pages.get("/me", cerys).html().select("section[aria-labelledby=someone-new]"))
                .isEmpty();
    }

    @Test
    void whereNobodyIsNearItMayBeSomebodyFarAway() {
        community.librarian("Far", Islands.next(), List.of("HEALTH"), List.of());

        Suggestion far = suggestions.someoneNew(cerys.id(), WEDNESDAY).orElseThrow();

        assertThat(jdbc.sql("""
                        select kilometres_of(there.position <-> here.position) from librarian l
                        join place there on there.id = l.place_id, place here where l.id = ? and here.id = ?""")
                        .params(far.card().person().id(), island)
                        .query(Double.class)
                        .single())
                .isGreaterThan(100);
    }
}
