package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class CopyTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private long id;

    @BeforeEach
    void aTweetup() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        id = community.tweetup("Tea", Community.CARDIFF, planner, 7);
        jdbc.sql("update tweetup set cost = 'Free', companions_max = 2, greeter_id = ? where id = ?")
                .params(planner.id(), id)
                .update();
        jdbc.sql("insert into part (tweetup_id, position, name, capacity) values (?, 0, 'the visit', 3)")
                .param(id)
                .update();
        pages.post("/tweetups/" + id + "/rsvp", planner, "answer", "going");
    }

    @Test
    void aCopyHasTheWordsAndTheDetailsAndNobodysAnswers() {
        Page form = pages.get("/tweetups/new?copy=" + id, planner);

        assertThat(form.html().select("#title").val()).isEqualTo("Tea");
        assertThat(form.html().select("#venue").val()).isEqualTo("The café");
        assertThat(form.html().select("#capacity").val()).isEqualTo("7");
        assertThat(form.html().select("#placeName").val()).startsWith("Cardiff, ");
        assertThat(form.html().select("#start").val()).isEmpty();

        LocalDateTime start = LocalDateTime.now().plusMonths(1).truncatedTo(ChronoUnit.HOURS);
        Page made = publish(planner, start);

        Page page = pages.get(made.location());
        assertThat(page.text(".facts")).contains("Cost Free", "You are greeted by Cerys Morgan");
        assertThat(page.text(".date-due-slip")).contains("Nobody has answered yet.");
        long copy = Long.parseLong(made.location().split("/")[2]);
        assertThat(jdbc.sql("select name || ' ' || p.capacity || ' ' || companions_max"
                                + " from part p join tweetup t on t.id = p.tweetup_id where t.id = ?")
                        .param(copy)
                        .query(String.class)
                        .single())
                .isEqualTo("the visit 3 2");
    }

    private Page publish(Someone who, LocalDateTime start) {
        return pages.post(
                "/tweetups",
                who,
                "copy",
                Long.toString(id),
                "title",
                "Tea again",
                "placeName",
                "Cardiff, Wales, United Kingdom",
                "start",
                start.toString(),
                "end",
                start.plusHours(2).toString());
    }

    @Test
    void onlyItsPlannersCopyIt() {
        Someone other = community.librarian("Gwen Pritchard", Community.BANGOR);

        assertThat(pages.get("/tweetups/new?copy=" + id, other).status()).isEqualTo(403);
        assertThat(pages.get("/tweetups/new?copy=999999999", planner).status()).isEqualTo(404);
        assertThat(publish(other, LocalDateTime.now().plusMonths(1)).status()).isEqualTo(403);
        assertThat(jdbc.sql("select count(*) from planner where librarian_id = ?")
                        .param(other.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
