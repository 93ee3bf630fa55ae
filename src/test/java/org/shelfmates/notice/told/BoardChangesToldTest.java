package org.shelfmates.notice.told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class BoardChangesToldTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone gwen;
    private Someone cerys;
    private Someone tom;
    private String path;
    private String address;

    @BeforeEach
    void everybodyIsTold() {
        gwen = community.librarian("Gwen Rees", Community.CARDIFF);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        String group = community.group("Told", Community.CARDIFF, gwen, cerys, tom);
        community.organise(group, gwen);
        path = pages.post("/groups/" + group + "/board", cerys, "kind", "ASK", "title", "A secret", "body", "Of mine")
                .location();
        address = path.replaceAll("/[^/]+$", "");
        pages.post(address + "/comments", tom, "body", "Oh");
        await().untilAsserted(() -> {
            assertThat(community.told(tom, "BOARD_POST")).isNotEmpty();
            assertThat(community.told(gwen, "BOARD_POST")).isNotEmpty();
            assertThat(community.told(cerys, "COMMENT")).isNotEmpty();
        });
    }

    private List<String> told(Someone one) {
        return jdbc.sql("select title || ' ' || words || ' ' || path from notice where librarian_id = ?")
                .param(one.id())
                .query(String.class)
                .list();
    }

    @Test
    void whatPeopleWereToldSaysWhatThePostSaysNow() {
        String[] filled = Pages.filled(
                pages.get(path + "/edit", cerys), "form[action$=/edit]", "title", "A room", "body", "For 12");
        pages.post(path + "/edit", cerys, filled);

        await().untilAsserted(() -> {
            assertThat(told(tom)).singleElement().asString().contains("A room", address + "/a-room");
            assertThat(told(cerys)).singleElement().asString().contains("A room", "/a-room#comment-");
        });
        assertThat(told(tom)).noneMatch(said -> said.contains("secret"));
        assertThat(told(cerys)).noneMatch(said -> said.contains("secret"));
    }

    @Test
    void whatPeopleWereToldGoesWithAPostThatIsTakenBack() {
        pages.post(address + "/withdrawal", cerys);

        await().untilAsserted(() -> {
            assertThat(told(tom)).isEmpty();
            assertThat(told(gwen)).isEmpty();
            assertThat(told(cerys)).isEmpty();
        });
    }

    @Test
    void whatPeopleWereToldGoesWithAPostThatIsHidden() {
        pages.post(address + "/hiding", gwen, "because", "It names a child");

        await().untilAsserted(() -> {
            assertThat(told(tom)).isEmpty();
            assertThat(told(cerys)).isEmpty();
        });
    }
}
