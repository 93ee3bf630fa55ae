package org.shelfmates.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What a librarian's page tells of the tweetups that they come to. */
@ShelfmatesTest
class AheadTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    private Someone gwen;
    private Someone reader;
    private String page;

    @BeforeEach
    void somebodyComesToThreeAndPlansOne() {
        Someone cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        reader = community.librarian("Tom Prosser", Community.NEWPORT);
        page = "/librarians/" + gwen.handle();
        for (String visible : new String[] {"everyone", "members", "planners"}) {
            long id = community.tweetup("Seen by " + visible, Community.CARDIFF, cerys, null);
            pages.post("/tweetups/" + id + "/rsvp", gwen, "answer", "going", "visible", visible);
        }
        long own = community.tweetup("Planned in public", Community.BANGOR, gwen, null);
        pages.post("/tweetups/" + own + "/rsvp", gwen, "answer", "going", "visible", "planners");
    }

    @Test
    void strangersReadWhatTheyLetEverybodySee() {
        assertThat(pages.get(page).text("main"))
                .contains("Seen by everyone", "Planned in public")
                .doesNotContain("Seen by members", "Seen by planners");
    }

    @Test
    void membersReadWhatTheyLetMembersSee() {
        assertThat(pages.get(page, reader).text("main"))
                .contains("Seen by everyone", "Planned in public", "Seen by members")
                .doesNotContain("Seen by planners");
    }

    @Test
    void theyThemselvesReadAll() {
        for (String mine : new String[] {page, "/me"}) {
            assertThat(pages.get(mine, gwen).text("main"))
                    .contains("Seen by everyone", "Planned in public", "Seen by members", "Seen by planners");
        }
    }
}
