package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.librarian.DirectoryFilter.Sort;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory's orders, counts and map. */
@ShelfmatesTest
class DiscoveryTest {

    @Autowired
    Directory directory;

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private static final long FISHGUARD = 2649372;

    private String tag;
    private Someone nia;
    private Someone ceri;
    private Someone beca;

    @BeforeEach
    void three() {
        tag = Community.unique("disc");
        nia = community.librarian("Nia Newport", Community.NEWPORT, List.of("LAW"), List.of(tag, "tea"));
        ceri = community.librarian(
                "Ceri Cardiff", Community.CARDIFF, List.of("LAW", "HEALTH"), List.of(tag, "tea", "maps"));
        beca = community.librarian("Beca Bangor", Community.BANGOR, List.of("SCHOOL"), List.of(tag));
    }

    private static List<String> names(Page page) {
        return page.html().select(".library-card__name").eachText();
    }

    @Test
    void theAddressSaysWhatComesFirst() {
        Someone viewer = community.librarian("Viewer", Community.CARDIFF, List.of(), List.of("maps", "tea"));
        String found = "/librarians?interest=" + tag;
        String near = found + "&within=250&place=" + Community.NEWPORT;

        assertThat(names(pages.get(found))).containsExactly("Beca Bangor", "Ceri Cardiff", "Nia Newport");
        assertThat(names(pages.get(near))).containsExactly("Nia Newport", "Ceri Cardiff", "Beca Bangor");
        assertThat(names(pages.get(near + "&sort=NEWEST")))
                .containsExactly("Beca Bangor", "Ceri Cardiff", "Nia Newport");
        assertThat(names(pages.get(near + "&sort=RELEVANCE", viewer)))
                .containsExactly("Ceri Cardiff", "Nia Newport", "Beca Bangor");
        assertThat(names(pages.get(found + "&sort=DISTANCE"))).hasSize(3);
        assertThat(pages.get(found + "&sort=BEST").status()).isEqualTo(400);
    }

    @Test
    void eachOrderGoesOnByKeyAndMissesNobody() {
        // where few others live: of many, those who live nearest are ranked
        for (int i = 0; i < 11; i++) {
            community.librarian("More", FISHGUARD, List.of("LAW"), List.of(tag));
        }
        community.block(community.librarian("Blocker", FISHGUARD, List.of("LAW"), List.of(tag)), ceri);
        for (Sort sort : Sort.values()) {
            for (boolean few : List.of(true, false)) {
                var filter = new DirectoryFilter(FISHGUARD, null, 10, null, tag, null, null, null, sort);
                List<Long> ids = new ArrayList<>();
                String key = null;
                do {
                    Directory.Found page =
                            directory.find(filter, few ? directory.few(filter, ceri.id()) : null, key, ceri.id(), 4);
                    page.librarians().forEach(card -> ids.add(card.person().id()));
                    key = page.next() == null ? null : page.next().toString();
                } while (key != null);

                assertThat(ids).as(sort + " " + few).hasSize(11).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void sectorsAndInterestsAreCountedAndNarrow() {
        Page page = pages.get("/librarians?interest=" + tag);

        assertThat(page.text(".discovery")).contains("3 librarians");
        assertThat(page.html().select("[aria-labelledby=by-sector] li").eachText())
                .containsExactly("Law 2", "Health 1", "School 1");
        String law = page.html().select("[aria-labelledby=by-sector] a").attr("href");
        assertThat(names(pages.get(law))).containsExactly("Ceri Cardiff", "Nia Newport");
        assertThat(pages.get("/librarians?q=" + tag)
                        .html()
                        .select("[aria-labelledby=by-interest] li")
                        .eachText())
                .contains("tea 2", "maps 1");
    }

    @Test
    void theMapShowsThePlacesOfThoseFoundAndAListSaysTheSame() {
        Page page = pages.get("/librarians?interest=" + tag + "&within=50&place=" + Community.CARDIFF);

        assertThat(page.html().select(".map__dot")).hasSize(2);
        assertThat(page.html().select(".place__inhabited li").eachText())
                .containsExactlyInAnyOrder("Cardiff: 1 librarian", "Newport: 1 librarian");
        assertThat(pages.get("/librarians?interest=" + tag).html().select(".map"))
                .isEmpty();
    }

    @Test
    void whereNobodyFitsItSaysWhatToLeaveOut() {
        Page page = pages.get("/librarians?interest=" + tag + "&sector=MUSEUM&within=10&place=" + Community.CARDIFF);

        assertThat(names(page)).isEmpty();
        assertThat(page.html().select(".empty li").eachText())
                .containsExactly("Look without the interest", "Look in every sector", "Look everywhere");
        String everySector = page.html().select(".empty li:nth-child(2) a").attr("href");
        assertThat(names(pages.get(everySector))).containsExactly("Ceri Cardiff");
    }

    @Test
    void whoHidesOrBlocksIsNeitherFoundNorCounted() {
        jdbc.sql("update librarian set hidden = true where id = ?")
                .param(beca.id())
                .update();
        community.block(ceri, nia);
        String found = "/librarians?interest=" + tag;

        assertThat(names(pages.get(found))).containsExactly("Ceri Cardiff", "Nia Newport");
        assertThat(names(pages.get(found, nia))).containsExactly("Beca Bangor", "Nia Newport");
        assertThat(pages.get(found, nia).text(".discovery")).contains("2 librarians");
    }
}
