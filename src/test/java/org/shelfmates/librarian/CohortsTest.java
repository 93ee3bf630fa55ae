package org.shelfmates.librarian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.librarian.card.Offer;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory's filters by programme and by what people offer. */
@ShelfmatesTest
class CohortsTest {

    @Autowired
    Directory directory;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone shy;
    private String programme;

    @BeforeEach
    void aProgramme() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.NEWPORT);
        shy = community.librarian("Shy Member", Community.CARDIFF);
        programme = community.programme("cpd23", cerys, tom);
        community.join(programme, shy, false);
    }

    private String found() {
        return "/librarians?programme=" + programme;
    }

    private static List<String> names(Page page) {
        return page.html().select(".library-card__name").eachText();
    }

    private void offers(Someone one, String audience, String... offers) {
        jdbc.sql(
                        "update librarian set offers = string_to_array(?, ','), audience = string_to_array(?, ',') where id = ?")
                .params(String.join(",", offers), audience, one.id())
                .update();
    }

    @Test
    void membersWhoLetThemselvesBeSeenFindEachOther() {
        assertThat(names(pages.get(found(), cerys))).containsExactly("Tom Price", "Cerys Morgan");
        assertThat(names(pages.get(found() + "&place=" + Community.CARDIFF, cerys)))
                .containsExactly("Cerys Morgan", "Tom Price");
        assertThat(names(pages.get(found() + "&place=" + Community.CARDIFF + "&within=10", tom)))
                .containsExactly("Cerys Morgan");
        assertThat(pages.get(found(), cerys).text(".discovery")).contains("2 librarians");
    }

    @Test
    void nobodyElseFindsThem() {
        Someone other = community.librarian("Other Reader", Community.CARDIFF);
        community.programme("other", other);

        for (Page page : List.of(pages.get(found()), pages.get(found(), shy), pages.get(found(), other))) {
            assertThat(page.status()).isEqualTo(200);
            assertThat(names(page)).isEmpty();
            assertThat(page.text(".empty")).contains("Only members of a programme", "Look outside the programme");
        }
        assertThat(names(pages.get("/librarians?programme=no-such-programme", cerys)))
                .isEmpty();
        assertThat(pages.get("/librarians?programme=" + "x".repeat(141)).status())
                .isEqualTo(400);
    }

    @Test
    void whoBlocksIsNotFoundInItEither() {
        community.block(tom, cerys);

        assertThat(names(pages.get(found(), cerys))).containsExactly("Cerys Morgan");
        assertThat(names(pages.get(found(), tom))).containsExactly("Tom Price", "Cerys Morgan");
    }

    @Test
    void manyAreFoundByWalkingOutwardsOrBackFromTheNewest() {
        long fishguard = 2649372; // where few others live: of many, those who live nearest are ranked
        jdbc.sql("update librarian set place_id = ? where id = ?")
                .params(fishguard, tom.id())
                .update();
        for (DirectoryFilter.Sort sort : DirectoryFilter.Sort.values()) {
            var filter = new DirectoryFilter(fishguard, null, 50, null, null, programme, Offer.LIFT, null, sort);
            offers(tom, "", "LIFT");

            assertThat(directory.find(filter, null, null, cerys.id(), 9).librarians())
                    .extracting(card -> card.person().handle())
                    .containsExactly(tom.handle());
        }
    }

    @Test
    void whatSomebodyOffersIsFoundByThoseWhoMaySeeIt() {
        offers(tom, "", "SPACE", "TALK");
        offers(cerys, "OFFERS MEMBERS", "SPACE");
        offers(shy, "OFFERS NOBODY", "SPACE");
        String tag = Community.unique("offer");
        jdbc.sql("update librarian set interests = array[?] where id in (?, ?, ?)")
                .params(tag, tom.id(), cerys.id(), shy.id())
                .update();
        String space = "/librarians?offers=SPACE&interest=" + tag;

        assertThat(names(pages.get(space))).containsExactly("Tom Price");
        assertThat(names(pages.get(space, tom))).containsExactly("Tom Price", "Cerys Morgan");
        assertThat(names(pages.get(space, shy))).containsExactly("Shy Member", "Tom Price", "Cerys Morgan");
        assertThat(names(pages.get("/librarians?offers=TALK&interest=" + tag, tom)))
                .containsExactly("Tom Price");
        assertThat(pages.get("/librarians?offers=MONEY").status()).isEqualTo(400);
    }

    @Test
    void bothStandInTheFormAndInEveryAddressThatLeadsOn() {
        offers(tom, "", "SPACE");
        jdbc.sql("update librarian set sectors = '{LAW}' where id = ?")
                .param(tom.id())
                .update();

        Page page = pages.get(found() + "&offers=SPACE", cerys);

        assertThat(page.html().select("#programme option[selected]").val()).isEqualTo(programme);
        assertThat(page.html().select("#offers option[selected]").val()).isEqualTo("SPACE");
        assertThat(page.html().select("[aria-labelledby=by-sector] a").attr("href"))
                .contains("programme=" + programme, "offers=SPACE", "sector=LAW");
        assertThat(pages.get("/librarians", shy).html().select("#programme")).isEmpty();
        assertThat(pages.get("/librarians").html().select("#programme")).isEmpty();
    }

    @Test
    void theProgrammesPageLeadsThereForThoseWhoAreSeen() {
        String link = "a[href=/librarians?programme=" + programme + "]";
        String path = "/programmes/" + programme;

        assertThat(pages.get(path, cerys).html().select(link)).hasSize(1);
        assertThat(pages.get(path, shy).html().select(link)).isEmpty();
        assertThat(pages.get(path).html().select(link)).isEmpty();
    }
}
