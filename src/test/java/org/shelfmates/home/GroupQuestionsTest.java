package org.shelfmates.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions stand where people are who may be able to answer them. */
@ShelfmatesTest
class GroupQuestionsTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private String group;
    private long tea;

    @BeforeEach
    void aGroupWithATweetup() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        group = community.group("Readers", Community.CARDIFF, cerys);
        tea = community.tweetup("Tea", Community.CARDIFF, cerys, null);
        community.hold(tea, group);
    }

    private long ask(String words) {
        long id = community.comment(tea, cerys, words, null);
        jdbc.sql("update comment set question = true where id = ?").param(id).update();
        return id;
    }

    private Page page() {
        return pages.get("/groups/" + group + "?" + Community.unique("fresh") + "=1");
    }

    @Test
    void theNewestFiveThatNobodyAnsweredStandOnTheGroupsPage() {
        for (int i = 1; i <= 5; i++) {
            ask("Question *" + i + "*?");
        }
        long last = ask("What <b>now</b>?");
        community.comment(tea, cerys, "No question", null);

        Page read = page();

        assertThat(read.html().select("section:has(#questions) h3").eachText())
                .containsExactly("What now?", "Question 5?", "Question 4?", "Question 3?", "Question 2?");
        assertThat(read.html().select("section:has(#questions) h3 a").attr("href"))
                .isEqualTo("/comments/" + last);
        assertThat(read.text("section:has(#questions) p")).contains("Cerys Morgan, Tea");
    }

    @Test
    void whereNothingIsOpenThereIsNothing() {
        long answered = ask("Answered?");
        jdbc.sql("update comment set answer_id = ? where id = ?")
                .params(community.comment(tea, cerys, "Yes", answered), answered)
                .update();
        long deleted = ask("Deleted?");
        pages.post("/comments/" + deleted + "/deletion", cerys);

        assertThat(page().html().select("#questions")).isEmpty();
    }

    @Test
    void ofWhatIsCancelledNothingIsAsked() {
        ask("Is it on?");
        jdbc.sql("update tweetup set state = 'CANCELLED', cancelled_at = now() where id = ?")
                .param(tea)
                .update();

        assertThat(page().html().select("#questions")).isEmpty();
    }
}
