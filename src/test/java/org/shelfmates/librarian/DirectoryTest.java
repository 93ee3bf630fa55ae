package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.place.Place;
import org.shelfmates.place.Places;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.BadRequestException;
import org.shelfmates.web.PageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class DirectoryTest {

    private static final double CARDIFF_TO_NEWPORT = 18;

    @Autowired
    Directory directory;

    @Autowired
    Places places;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    /** An interest that only the people of one test have. */
    private String tag;

    @BeforeEach
    void anInterest() {
        tag = Community.unique("cafe");
    }

    private Someone someone(String name, long place) {
        return community.librarian(name, place, List.of("LAW"), List.of(tag));
    }

    private DirectoryFilter near(long place, int within) {
        return new DirectoryFilter(place, null, within, null, tag, null, null, null, null);
    }

    private DirectoryFilter anywhere(@Nullable Sector sector, String interest, String words) {
        return new DirectoryFilter(null, null, null, sector, interest, null, null, words, null);
    }

    private List<String> handles(DirectoryFilter filter) {
        return directory.find(filter, null, null, 100).librarians().stream()
                .map(card -> card.person().handle())
                .toList();
    }

    @Test
    void whoIsNearestComesFirstAndWhoIsTooFarNotAtAll() {
        Someone newport = someone("Nia Newport", Community.NEWPORT);
        someone("Beca Bangor", Community.BANGOR);
        Someone first = someone("Ceri Cardiff", Community.CARDIFF);
        Someone second = someone("Carys Cardiff", Community.CARDIFF);

        assertThat(handles(near(Community.CARDIFF, 25)))
                .containsExactly(first.handle(), second.handle(), newport.handle());
        assertThat(handles(near(Community.NEWPORT, 25)))
                .containsExactly(newport.handle(), first.handle(), second.handle());
        assertThat(handles(near(Community.CARDIFF, 15))).containsExactly(first.handle(), second.handle());
        assertThat(handles(near(Community.CARDIFF, 300))).hasSize(4);
    }

    @Test
    void theDistanceIsTheWayBetweenTheTowns() {
        someone("Nia Newport", Community.NEWPORT);
        someone("Ceri Cardiff", Community.CARDIFF);

        List<LibrarianCard> found =
                directory.find(near(Community.CARDIFF, 25), null, null, 10).librarians();

        assertThat(found.get(0).roundKilometres()).isZero();
        assertThat(found.get(1).kilometres())
                .isCloseTo(CARDIFF_TO_NEWPORT, org.assertj.core.api.Assertions.within(3.0));
    }

    @Test
    void theCircleReachesAcrossTheDateLine() {
        Place tubou = places.byAddress("fj", "tubou").orElseThrow(); // 178.8° west
        Place levuka = places.byAddress("fj", "levuka").orElseThrow(); // 179.3° east, 200 km from there
        Someone across = someone("Ana", tubou.id());

        assertThat(handles(near(levuka.id(), 250))).containsExactly(across.handle());
        assertThat(handles(near(levuka.id(), 150))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 25, 50, 99, 250, 499, 500})
    void whoeverIsInTheCircleIsInACellThatItTouches(int within) {
        record Cells(long near, long missed) {}

        Cells cells = jdbc.sql("""
                        select count(*) as near,
                            count(*) filter (where not earth_cells(b.position) && earth_cells_around(a.position, chord_of(:within)))
                                as missed
                        from (select position from place order by id % 1009, id limit 40) a
                        join place b on b.position <@ cube_enlarge(a.position, chord_of(:within), 3)
                            and b.position <-> a.position <= chord_of(:within)""").param("within", within).query(Cells.class).single();

        assertThat(cells.near()).isGreaterThanOrEqualTo(40);
        assertThat(cells.missed()).isZero();
    }

    @Test
    void theCellsGoAlongWithTheHomePlace() {
        Someone mover = someone("Mair", Community.CARDIFF);
        jdbc.sql("update librarian set place_id = ? where id = ?")
                .params(Community.BANGOR, mover.id())
                .update();

        assertThat(handles(near(Community.BANGOR, 10))).contains(mover.handle());
        assertThat(handles(near(Community.CARDIFF, 10))).doesNotContain(mover.handle());
    }

    @Test
    void aSectorNarrowsTheList() {
        someone("Lowri Law", Community.CARDIFF);
        Someone school = community.librarian("Sali School", Community.CARDIFF, List.of("SCHOOL", "LAW"), List.of(tag));

        assertThat(handles(anywhere(Sector.SCHOOL, tag, ""))).containsExactly(school.handle());
        assertThat(handles(anywhere(Sector.LAW, tag, ""))).hasSize(2);
        assertThat(handles(anywhere(Sector.MUSEUM, tag, ""))).isEmpty();
    }

    @Test
    void anInterestIsFoundHoweverItIsTyped() {
        Someone someone = someone("Ceri Cardiff", Community.CARDIFF);
        String number = tag.substring("cafe-".length());

        for (String typed : List.of(tag, "#" + tag, "CAFE " + number, " Café  " + number + " ", "cafe_" + number)) {
            assertThat(handles(anywhere(null, typed, ""))).as(typed).containsExactly(someone.handle());
        }
        assertThat(handles(anywhere(null, tag + "0", ""))).isEmpty();
        assertThat(handles(anywhere(null, "cafe", ""))).doesNotContain(someone.handle());
    }

    @Test
    void wordsAreFoundInNameWorkInterestsAndAbout() {
        Someone someone = someone("Siân Ŵyn", Community.CARDIFF);
        jdbc.sql("update librarian set work = 'Keeper of palimpsests', about = 'I fold Origami cranes.' where id = ?")
                .param(someone.id())
                .update();

        for (String words :
                List.of("sian", "SIÂN wyn", "palimpsests", "origami", "cranes keeper", tag, "\"fold origami\"")) {
            assertThat(handles(anywhere(null, tag, words))).as(words).containsExactly(someone.handle());
        }
        assertThat(handles(anywhere(null, tag, "sian -origami"))).isEmpty();
        assertThat(handles(anywhere(null, tag, "zzzz"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "& | !", ":*", "a & & b", "\\", "%", "((", "-", "☕"})
    void oddWordsAreNoError(String words) {
        assertThat(directory.find(anywhere(null, tag, words), null, null, 10)).isNotNull();
    }

    @Test
    void sharedInterestsAreCountedForWhoLooks() {
        String other = Community.unique("maps");
        Someone viewer =
                community.librarian("Vera Viewer", Community.BANGOR, List.of(), List.of(tag, other, "unshared-" + tag));
        Someone both = community.librarian("Bethan Both", Community.CARDIFF, List.of(), List.of(other, tag));
        Someone one = someone("Owain One", Community.CARDIFF);

        List<LibrarianCard> found =
                directory.find(anywhere(null, tag, ""), null, viewer.id(), 10).librarians();

        assertThat(found)
                .extracting(card -> card.person().handle() + " " + card.shared())
                .containsExactly(one.handle() + " 1", both.handle() + " 2", viewer.handle() + " 0");
        assertThat(directory.find(anywhere(null, tag, ""), null, null, 10).librarians())
                .extracting(LibrarianCard::shared)
                .containsOnly(0);
    }

    @Test
    void pagesOfThoseNearVisitEverybodyOnceInOrder() {
        List<Long> homes = List.of(Community.CARDIFF, Community.NEWPORT, Community.BANGOR);
        IntStream.range(0, 31).forEach(n -> someone("Somebody", homes.get(n % 3)));

        List<LibrarianCard> all =
                directory.find(near(Community.CARDIFF, 300), null, null, 100).librarians();
        List<LibrarianCard> visited = visit(near(Community.CARDIFF, 300), 4);

        assertThat(all).hasSize(31);
        assertThat(visited).isEqualTo(all);
        assertThat(visited).isSortedAccordingTo(Comparator.comparingDouble(LibrarianCard::kilometres));
        assertThat(visit(near(Community.CARDIFF, 300), 31)).isEqualTo(all);
    }

    @Test
    void pagesOfTheNewestVisitEverybodyOnceWhoeverComesMeanwhile() {
        IntStream.range(0, 11).forEach(n -> someone("Somebody", Community.CARDIFF));
        List<LibrarianCard> all =
                directory.find(anywhere(null, tag, ""), null, null, 100).librarians();

        var first = directory.find(anywhere(null, tag, ""), null, null, 4);
        someone("Late Comer", Community.CARDIFF);
        List<LibrarianCard> visited = new ArrayList<>(first.librarians());
        visited.addAll(visitFrom(anywhere(null, tag, ""), first.next(), 4));

        assertThat(visited).isEqualTo(all);
        assertThat(visited)
                .isSortedAccordingTo(Comparator.<LibrarianCard>comparingLong(
                                card -> card.person().id())
                        .reversed());
    }

    private List<LibrarianCard> visit(DirectoryFilter filter, int size) {
        var first = directory.find(filter, null, null, size);
        List<LibrarianCard> visited = new ArrayList<>(first.librarians());
        visited.addAll(visitFrom(filter, first.next(), size));
        return visited;
    }

    private List<LibrarianCard> visitFrom(DirectoryFilter filter, @Nullable PageKey key, int size) {
        List<LibrarianCard> visited = new ArrayList<>();
        for (PageKey next = key; next != null; ) {
            var found = directory.find(filter, next.toString(), null, size);
            assertThat(found.librarians()).isNotEmpty().hasSizeLessThanOrEqualTo(size);
            visited.addAll(found.librarians());
            next = found.next();
        }
        return visited;
    }

    @Test
    void aKeyOfAnotherListIsRefused() {
        String key = PageKey.of(5).toString();

        assertThatThrownBy(() -> directory.find(near(Community.CARDIFF, 25), key, null, 10))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void whoIsAloneFarAwayIsFoundFromEvenFartherAway() {
        Place easterIsland = places.byAddress("cl", "hanga-roa").orElseThrow();
        Place pitcairn = places.byAddress("pn", "adamstown").orElseThrow();
        Someone far = community.librarian("Vaitea Far", easterIsland.id());

        LibrarianCard nearest = directory.nearest(pitcairn, null).orElseThrow();

        assertThat(nearest.person().handle()).isEqualTo(far.handle());
        assertThat(nearest.kilometres()).isBetween(2000.0, 2150.0);
        assertThat(directory.nearest(easterIsland, null).orElseThrow().kilometres())
                .isZero();
    }

    @Test
    void thePlacesAroundTellHowManyLiveThere() {
        Place pitcairn = places.byAddress("pn", "adamstown").orElseThrow();
        community.librarian("Merralda One", pitcairn.id());
        community.librarian("Merralda Two", pitcairn.id());

        assertThat(directory.inhabitedNear(pitcairn, 25, null)).singleElement().satisfies(here -> {
            assertThat(here.path()).isEqualTo("/places/pn/adamstown");
            assertThat(here.librarians()).isGreaterThanOrEqualTo(2);
        });
    }

    @Test
    void whoHidesOrBlocksIsNotCountedAtAPlace() {
        Place stanley = places.byAddress("fk", "stanley").orElseThrow();
        community.librarian("Falk Land", stanley.id());
        Someone hidden = community.librarian("Hidden Land", stanley.id());
        Someone viewer = community.librarian("Viewer Land", Community.CARDIFF);
        long before = inhabitants(stanley, null);
        jdbc.sql("update librarian set hidden = true where id = ?")
                .param(hidden.id())
                .update();

        assertThat(inhabitants(stanley, null)).isEqualTo(before - 1);
        assertThat(inhabitants(stanley, viewer.id())).isEqualTo(before);
        community.block(hidden, viewer);
        assertThat(inhabitants(stanley, viewer.id())).isEqualTo(before - 1);
    }

    private long inhabitants(Place place, @Nullable Long viewer) {
        return directory.inhabitedNear(place, 25, viewer).stream()
                .mapToInt(Directory.Inhabited::librarians)
                .sum();
    }

    @Test
    void thePageNarrowsAndKeepsWhatWasAsked() {
        Someone someone = someone("Ceri Cardiff", Community.CARDIFF);

        Pages.Page page = pages.get("/librarians?near=Cardiff, Wales&within=25&sector=LAW&q=ceri&interest=" + tag);

        assertThat(page.html().select(".library-card a").eachAttr("href"))
                .containsExactly("/librarians/" + someone.handle());
        assertThat(page.text(".page-head__lead")).contains("Within 25 km of Cardiff");
        assertThat(page.html().select("#within option[selected]").val()).isEqualTo("25");
        assertThat(page.html().select("#sector option[selected]").val()).isEqualTo("LAW");
        assertThat(page.html().select("#words").val()).isEqualTo("ceri");
    }

    @Test
    void theNextPageIsReachedByItsLink() {
        IntStream.range(0, 30).forEach(n -> someone("Somebody", Community.CARDIFF));

        Pages.Page first = pages.get("/librarians?place=" + Community.CARDIFF + "&interest=" + tag);
        Pages.Page second = pages.get(first.html().select("a[rel=next]").attr("href"));

        List<String> seen =
                new ArrayList<>(first.html().select(".library-card__name a").eachAttr("href"));
        seen.addAll(second.html().select(".library-card__name a").eachAttr("href"));
        assertThat(seen).hasSize(30).doesNotHaveDuplicates();
        assertThat(second.html().select("a[rel=next]")).isEmpty();
    }

    @Test
    void aPlaceThatNobodyKnowsIsSaidSo() {
        Pages.Page page = pages.get("/librarians?near=Xqzwxqzwkj");

        assertThat(page.text("#near-error")).contains("We know no place of that name.");
        assertThat(page.html().select(".library-card")).isEmpty();
    }
}
