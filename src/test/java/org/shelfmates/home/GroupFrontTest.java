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

/** The latest of its board, and its open appeals, stand on a group's own page. */
@ShelfmatesTest
class GroupFrontTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private Someone outsider;
    private String slug;
    private String page;

    @BeforeEach
    void aGroup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        outsider = community.librarian("Owen Outsider", Community.CARDIFF);
        slug = community.group("Readers", Community.CARDIFF, cerys, tom);
        page = "/groups/" + slug;
    }

    private static List<String> posts(Page page) {
        return page.html()
                .select("section[aria-labelledby=board] .ledger__title")
                .eachText();
    }

    @Test
    void theLatestThreePostsStandThereWhetherPinnedOrNot() {
        List<Long> ids = java.util.stream.IntStream.range(0, 5)
                .mapToObj(n -> community.boardPost(slug, cerys, "Post " + n))
                .toList();
        jdbc.sql("update board_post set pinned_at = now() where id in (?, ?)")
                .params(ids.get(0), ids.get(3))
                .update();

        assertThat(posts(pages.get(page, tom))).containsExactly("Post 4", "Post 3", "Post 2");

        pages.post(page + "/board/" + ids.get(0) + "/comments", tom, "body", "Hello");

        Page now = pages.get(page, outsider);
        assertThat(posts(now)).containsExactly("Post 0", "Post 4", "Post 3");
        assertThat(now.html()
                        .select("section[aria-labelledby=board] .ledger__title a")
                        .first()
                        .attr("href"))
                .matches(page + "/board/" + ids.get(0) + "/[a-z-]+");
        assertThat(now.text("section[aria-labelledby=board]")).contains("1 answer", "Cerys Morgan", "Pinned");
    }

    @Test
    void whatIsHiddenTakenBackOrOfWhoBlockedTheViewerDoesNot() {
        long hidden = community.boardPost(slug, cerys, "Hidden");
        long gone = community.boardPost(slug, cerys, "Gone");
        community.boardPost(slug, cerys, "Of Cerys");
        community.boardPost(slug, tom, "Of Tom");
        jdbc.sql("update board_post set hidden_at = now() where id = ?")
                .param(hidden)
                .update();
        jdbc.sql("update board_post set taken_back_at = now() where id = ?")
                .param(gone)
                .update();
        community.block(cerys, outsider);

        assertThat(posts(pages.get(page, tom))).containsExactly("Of Tom", "Of Cerys");
        assertThat(posts(pages.get(page, outsider))).containsExactly("Of Tom");
    }

    @Test
    void theBoardOfAGroupThatIsNotOpenStandsThereForMembersAlone() {
        community.boardPost(slug, cerys, "Between us");

        for (String admission : List.of("ASK", "INVITATION")) {
            community.admit(slug, admission);
            assertThat(posts(pages.get(page, tom))).containsExactly("Between us");
            for (Page others : List.of(pages.get(page, outsider), pages.get(page))) {
                assertThat(others.status()).isEqualTo(200);
                assertThat(others.html().select("section[aria-labelledby=board]"))
                        .isEmpty();
                assertThat(others.text("main")).doesNotContain("Between us");
            }
        }
    }

    @Test
    void anEmptyBoardAsksMembersToBegin() {
        assertThat(pages.get(page, tom).html().select("section[aria-labelledby=board] a[href$=/board/new]"))
                .hasSize(1);
        assertThat(pages.get(page, outsider).html().select("section[aria-labelledby=board]"))
                .isEmpty();
    }

    @Test
    void openAppealsOfTheGroupAndOfWhatItPlansStandThere() {
        long plan = community.idea("Tea", Community.CARDIFF, cerys);
        community.hold(plan, slug);
        community.appeal("A room for twelve", plan);
        jdbc.sql("insert into appeal (words, details, place_id, people, budget, free_only, step_free, timing, group_id,"
                        + " opened_by, opened_at) select 'A hall', '', place_id, 40, '', true, false, '', id, ?, now()"
                        + " from city_group where slug = ?")
                .params(cerys.id(), slug)
                .update();
        community.appeal("Somebody else’s", cerys);

        for (Page one : List.of(pages.get(page, tom), pages.get(page))) {
            assertThat(one.html()
                            .select("section[aria-labelledby=appeals] .ledger__title")
                            .eachText())
                    .containsExactlyInAnyOrder("A room for twelve", "A hall");
        }
        jdbc.sql("update appeal set closed_at = now() where words = 'A hall' and opened_by = ?")
                .param(cerys.id())
                .update();
        assertThat(pages.get(page, tom).text("section[aria-labelledby=appeals]"))
                .doesNotContain("A hall");
    }
}
