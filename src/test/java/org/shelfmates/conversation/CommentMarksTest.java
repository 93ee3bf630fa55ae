package org.shelfmates.conversation;

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

@ShelfmatesTest
class CommentMarksTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone tom;
    private Someone gwen;
    private long tweetup;
    private String page;

    @BeforeEach
    void somethingToTalkAbout() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        tweetup = community.tweetup("Talked about", Community.CARDIFF, planner, null);
        page = "/tweetups/" + tweetup + "/a-tweetup";
    }

    private long say(Someone who, String body, String... more) {
        String[] fields = new String[more.length + 2];
        fields[0] = "body";
        fields[1] = body;
        System.arraycopy(more, 0, fields, 2, more.length);
        Page posted = pages.post("/tweetups/" + tweetup + "/comments", who, fields);
        return Long.parseLong(posted.location().replaceAll(".*#comment-", ""));
    }

    private String at(long comment, String more) {
        return "/comments/" + comment + more;
    }

    @Test
    void aReactionIsOnePressAndAnotherTakesItBack() {
        long comment = say(tom, "I bring scones");
        String button = ".reaction[value=thanks]";
        String address = pages.get(page, gwen).html().select(button).attr("formaction");
        assertThat(pages.get(page, gwen).html().select("form#talk input[name=_csrf]"))
                .hasSize(1);

        assertThat(pages.post(address, gwen, "kind", "thanks").location()).isEqualTo(at(comment, ""));
        pages.post(address, gwen, "kind", "thanks");
        pages.post(address, planner, "kind", "thanks");
        pages.post(address, planner, "kind", "can-help");

        assertThat(pages.get(page).text(".comment__reacted summary")).isEqualTo("I can help 1 · Thanks 2");
        assertThat(pages.get(page).text(".comment__reacted p")).contains("Thanks: Gwen Pritchard, Cerys Morgan");
        Page mine = pages.get(page, gwen);
        assertThat(mine.html().select(button).attr("aria-pressed")).isEqualTo("true");
        assertThat(mine.html().select(".reaction[value=can-help]").attr("aria-pressed"))
                .isEqualTo("false");
        pages.post(mine.html().select(button).attr("formaction"), gwen, "kind", "thanks");
        assertThat(pages.get(page).text(".comment__reacted summary")).isEqualTo("I can help 1 · Thanks 1");
    }

    @Test
    void nobodyReactsToTheirOwnOrInOtherWords() {
        long comment = say(tom, "I bring scones");

        assertThat(pages.post(at(comment, "/reactions"), tom, "kind", "thanks").status())
                .isEqualTo(403);
        assertThat(pages.post(at(comment, "/reactions"), gwen, "kind", "boo").status())
                .isEqualTo(400);
        assertThat(pages.post(at(comment, "/reactions"), gwen).status()).isEqualTo(400);
        assertThat(pages.post(at(0, "/reactions"), gwen, "kind", "thanks").status())
                .isEqualTo(404);
        assertThat(pages.get(page, tom).html().select(".reaction")).isEmpty();
        assertThat(pages.get(page).html().select(".reaction, .comment__action")).isEmpty();
    }

    @Test
    void aQuestionIsAnsweredWhenItsAskerSaysSo() {
        long question = say(tom, "Is there parking?", "question", "true");
        long one = say(gwen, "Behind the library.", "parent", "" + question);
        long two = say(planner, "And before it.", "parent", "" + question);
        assertThat(pages.get(page).text(".section__head")).contains("One question waits for an answer");
        assertThat(pages.post(at(one, "/answer"), gwen).status()).isEqualTo(403);

        pages.post(at(one, "/answer"), tom);
        pages.post(at(two, "/answer"), planner);

        Page read = pages.get(page);
        assertThat(read.html().select("#comment-" + question + " a[href=" + at(two, "]")))
                .hasSize(1);
        assertThat(read.text("#comment-" + two + " .comment__role")).isEqualTo("The answer");
        assertThat(read.text("#comment-" + one + " .comment__role")).isEmpty();
        assertThat(read.text(".section__head")).doesNotContain("waits for an answer");

        pages.post(at(one, "/answer/withdrawal"), tom);
        assertThat(pages.get(page).text(".section__head")).doesNotContain("waits for an answer");
        pages.post(at(two, "/answer/withdrawal"), tom);
        assertThat(pages.get(page).text(".section__head")).contains("One question waits for an answer");
    }

    @Test
    void aQuestionWhoseAnswerIsDeletedIsOpenAgain() {
        long question = say(tom, "Is there parking?", "question", "true");
        long reply = say(gwen, "Behind the library.", "parent", "" + question);
        pages.post(at(reply, "/answer"), tom);

        pages.post(at(reply, "/deletion"), gwen);

        assertThat(pages.get(page).text(".section__head")).contains("One question waits for an answer");
    }

    @Test
    void onlyItsAuthorMakesACommentAQuestion() {
        long comment = say(tom, "Is there parking?");
        long reply = say(gwen, "Yes", "parent", "" + comment);

        assertThat(pages.post(at(comment, "/question"), planner).status()).isEqualTo(403);
        assertThat(pages.post(at(reply, "/answer"), tom).status()).isEqualTo(400);
        assertThat(pages.post(at(comment, "/answer"), tom).status()).isEqualTo(400);
        pages.post(at(comment, "/question"), tom);
        assertThat(pages.get(page).text(".comment__role")).isEqualTo("Question, not answered yet");
        pages.post(at(reply, "/answer"), tom);
        pages.post(at(comment, "/question/withdrawal"), tom);
        assertThat(pages.get(page).text(".comment__role")).isEmpty();
    }

    @Test
    void aMegabyteIsTooLongAndNamesAreShownAsTheyAre() {
        assertThat(pages.post("/tweetups/" + tweetup + "/comments", tom, "body", "a".repeat(1 << 20))
                        .status())
                .isEqualTo(422);
        String nasty = "<script>alert(1)</script> [x](javascript:alert(1)) [y](data:text/html,z) \u202Eabc שלום";
        say(tom, nasty);

        Page read = pages.get(page);
        assertThat(read.html().select(".comment script, .comment__body a")).isEmpty();
        assertThat(read.text(".comment__body")).contains("<script>alert(1)</script>", "שלום");
    }

    @Test
    void everythingOnThePageHasAnIdOfItsOwn() {
        say(gwen, "Is there parking?", "question", "true");
        say(tom, "Hello");

        assertThat(pages.get(page, tom).html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(pages.get(page).html().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void theConversationIsReadInOtherOrders() {
        say(tom, "one");
        say(tom, "two");
        say(tom, "three?", "question", "true");

        Page first = pages.get(page);
        assertThat(first.html().select(".orders__link[aria-current]").text()).isEqualTo("Oldest first");
        String newest = first.html().select(".orders__link").get(1).attr("href");
        String open = first.html().select(".orders__link").get(2).attr("href");

        assertThat(pages.get(newest.replace("#conversation", ""))
                        .html()
                        .select(".comment__body")
                        .eachText())
                .containsExactly("three?", "two", "one");
        assertThat(pages.get(open.replace("#conversation", ""))
                        .html()
                        .select(".comment__body")
                        .eachText())
                .containsExactly("three?", "one", "two");
        assertThat(pages.get(page + "?order=sideways").status()).isEqualTo(400);
    }

    @Test
    void whoIsMentionedIsWrittenDownAndLinkedAndNobodyElse() {
        String words = "@%s and @%s, not `@%s` or @nobody-of-this-name or tea@%s.example"
                .formatted(gwen.handle(), tom.handle().toUpperCase(), planner.handle(), planner.handle());
        long comment = say(tom, words);

        Page read = pages.get(page);
        assertThat(read.html().select(".comment__body a").eachAttr("href"))
                .contains("/librarians/" + gwen.handle(), "/librarians/" + tom.handle())
                .doesNotContain("/librarians/" + planner.handle(), "/librarians/nobody-of-this-name");
        assertThat(jdbc.sql("select librarian_id from mention where comment_id = ?")
                        .param(comment)
                        .query(Long.class)
                        .list())
                .contains(gwen.id(), tom.id());
        pages.post(at(comment, "/edit"), tom, "body", "Only @" + planner.handle(), "version", "1");
        assertThat(jdbc.sql("select librarian_id from mention where comment_id = ?")
                        .param(comment)
                        .query(Long.class)
                        .list())
                .containsExactly(planner.id());
    }
}
