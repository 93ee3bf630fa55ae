package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answering polls, reading how they stand, and choosing. */
@ShelfmatesTest
class VotingTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;
    private long id;
    private long poll;
    private List<Long> options;
    private String path;
    private String post;

    @BeforeEach
    void anOpenPoll() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Prosser", Community.CARDIFF);
        id = community.idea("Tea, some day", Community.CARDIFF, cerys);
        poll = community.datePoll(id);
        options = community.options(poll);
        path = "/tweetups/" + id + "/an-idea";
        post = "/tweetups/" + id + "/polls/" + poll;
    }

    private Page vote(Someone who, String first, String second) {
        return pages.post(post + "/votes", who, "option-" + options.get(0), first, "option-" + options.get(1), second);
    }

    private Page choose(int option) {
        return pages.post(post + "/options/" + options.get(option) + "/choice", cerys);
    }

    @Test
    void answersAreGivenAndChangedAndEverybodySeesThem() {
        assertThat(vote(tom, "no", "yes").status()).isEqualTo(303);
        vote(cerys, "if-need-be", "yes");
        vote(tom, "if-need-be", "yes");

        Page page = pages.get(path + "/polls");
        assertThat(page.text("main")).doesNotContain("??");
        assertThat(page.html().select("tbody th[scope=row]").eachText()).containsExactly("Cerys Morgan", "Tom Prosser");
        assertThat(page.html().select("tbody td").eachText())
                .containsExactly("~ if need be", "✓ yes", "~ if need be", "✓ yes");
        assertThat(page.html().select("tfoot td").eachText())
                .containsExactly("0 yes, 2 if need be, 0 no", "2 yes, 0 if need be, 0 no");
        assertThat(page.text(".poll .notice")).contains("Best so far", "2 can come; nobody says no");
        assertThat(page.html().select("table caption, table th[scope=col]")).hasSize(4);
        assertThat(page.html().select("[role=region][tabindex=0] table")).hasSize(1);
        assertThat(pages.get(path).text(".poll-summary")).contains("2 can come; nobody says no");
        assertThat(pages.get(path + "/polls", tom)
                        .html()
                        .select("input[checked]")
                        .eachAttr("value"))
                .containsExactly("if-need-be", "yes");
    }

    @Test
    void oneOptionCanBeAnsweredAlone() {
        pages.post(post + "/votes", tom, "option-" + options.get(1), "no");

        assertThat(pages.get(path + "/polls").html().select("tbody td").eachText())
                .containsExactly("– no answer", "✗ no");
    }

    @Test
    void noAnswerAtAllIsRefusedWithAMessage() {
        Page page = pages.post(post + "/votes", tom);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("[role=alert]")).isEqualTo("Answer at least one option.");
    }

    @Test
    void madeUpAnswersAreRefused() {
        long other = community.datePoll(community.idea("Other", Community.CARDIFF, cerys));

        assertThat(vote(tom, "yes", "perhaps").status()).isEqualTo(400);
        assertThat(pages.post(post + "/votes", tom, "option-x", "yes").status()).isEqualTo(400);
        assertThat(pages.post(post + "/votes", tom, "option-1", "yes", "option-1", "no")
                        .status())
                .isEqualTo(400);
        String theirs = "option-" + community.options(other).get(0);
        assertThat(pages.post(post + "/votes", tom, "option-" + options.get(0), "yes", theirs, "yes")
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/tweetups/" + id + "/polls/" + other + "/votes", tom, theirs, "yes")
                        .status())
                .isEqualTo(404);
        assertThat(pages.get(path + "/polls").html().select("tbody")).isEmpty();
    }

    @Test
    void aClosedPollTakesNoAnswers() {
        pages.post(post + "/close", cerys);

        Page page = vote(tom, "yes", "yes");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text("[role=alert]")).contains("This poll is closed.");
        assertThat(page.html().select("form[action$=/votes]")).isEmpty();
        assertThat(page.html().select("tbody")).isEmpty();
    }

    @Test
    void aPollWhoseTimeIsPastTakesNoAnswersAndAnotherCanBeOpened() {
        jdbc.sql(
                        "update poll set opened_at = now() - interval '2 days', closes_at = now() - interval '1 day' where id = ?")
                .param(poll)
                .update();

        assertThat(vote(tom, "yes", "yes").status()).isEqualTo(409);
        String[] fields = {
            "options[0].start", "2027-05-01T10:00", "options[0].end", "2027-05-01T12:00",
            "options[1].start", "2027-05-02T10:00", "options[1].end", "2027-05-02T12:00"
        };
        assertThat(pages.post("/tweetups/" + id + "/polls", cerys, fields).status())
                .isEqualTo(303);
    }

    @Test
    void theChosenDateIsTheTweetupsAndWhoSaidYesConfirms() {
        vote(tom, "no", "yes");
        vote(cerys, "yes", "if-need-be");

        assertThat(choose(1).location()).isEqualTo(path);

        assertThat(pages.get(path).text(".together__lines")).contains("The date is settled");
        assertThat(pages.get(path).text(".rsvp")).contains("Sign in to answer");
        assertThat(pages.get(path, cerys).text("main")).doesNotContain("You said yes to this date");
        Page page = pages.get(path, tom);
        assertThat(page.text(".poll-summary")).contains("You said yes to this date");
        assertThat(page.html().select(".poll-summary input[name=answer]").val()).isEqualTo("going");
        assertThat(pages.get(path + "/polls").text(".poll__options")).contains("Chosen");
        assertThat(vote(tom, "yes", "yes").status()).isEqualTo(409);
        assertThat(choose(0).status()).isEqualTo(409);

        pages.post("/tweetups/" + id + "/rsvp", tom, "answer", "going");

        assertThat(pages.get(path, tom).text("main")).doesNotContain("You said yes to this date");
    }

    @Test
    void theChosenVenueIsTheTweetups() {
        pages.post(
                "/tweetups/" + id + "/polls",
                cerys,
                "kind",
                "venue",
                "options[0].venue",
                "Here",
                "options[1].venue",
                "There");
        String choice = pages.get(path + "/polls", cerys).html().select("form[action$=/choice]").stream()
                .map(form -> form.attr("action"))
                .reduce((one, other) -> other)
                .orElseThrow();

        pages.post(choice, cerys);

        assertThat(pages.get(path).text(".facts")).contains("There", "No date yet");
        assertThat(pages.get(path).text(".together__lines")).contains("The venue is settled: There");
        assertThat(vote(tom, "yes", "no").status()).isEqualTo(303);
    }

    @Test
    void withTwoPlannersWhoAgreeAChoiceIsAProposal() {
        community.letPlan(id, tom);
        pages.post("/tweetups/" + id + "/agreement", tom, "second", "true");

        assertThat(choose(0).location()).isEqualTo(path + "#together");

        assertThat(pages.get(path).text(".stamp")).isEqualTo("Polling");
        String confirm = pages.get(path, tom)
                .html()
                .select("form[action$=/confirmation]")
                .attr("action");
        pages.post(confirm, tom);
        assertThat(pages.get(path + "/polls").text(".poll")).contains("Closed", "Chosen");
        assertThat(pages.get(path).text(".rsvp")).contains("Sign in to answer");
    }

    @Test
    void anOptionOfAnotherTweetupCannotBeChosen() {
        long other = community.datePoll(community.idea("Other", Community.CARDIFF, tom));
        long theirs = community.options(other).get(0);

        assertThat(pages.post(post + "/options/" + theirs + "/choice", cerys).status())
                .isEqualTo(404);
        assertThat(pages.post("/tweetups/" + id + "/polls/" + other + "/options/" + theirs + "/choice", cerys)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDateThatIsPastCannotBeChosen() {
        jdbc.sql("update poll_option set starts_at = now() - interval '1 day' where id = ?")
                .param(options.get(0))
                .update();

        assertThat(choose(0).status()).isEqualTo(409);
    }

    @Test
    void theTableIsPagedAndTakesTheSameStatementsHoweverManyAnswer() throws Exception {
        vote(tom, "yes", "no");
        int few = statements();
        for (int i = 0; i < 101; i++) {
            Someone one = community.librarian("Somebody", Community.CARDIFF);
            jdbc.sql("insert into vote (option_id, librarian_id, answer, voted_at) values (?, ?, 'YES', now())")
                    .params(options.get(i % 2), one.id())
                    .update();
        }

        assertThat(statements()).isEqualTo(few).isLessThanOrEqualTo(6);

        Page page = pages.get(path + "/polls", tom);
        assertThat(page.html().select("tbody tr")).hasSize(100);
        assertThat(page.html().select("tfoot td").eachText())
                .containsExactly("52 yes, 0 if need be, 0 no", "50 yes, 0 if need be, 1 no");
        Page next = pages.get(page.html().select(".pager a[rel=next]").attr("href"), tom);
        assertThat(next.html().select("tbody tr")).hasSize(2);
    }

    private int statements() throws Exception {
        return Statements.of(() -> pages.get(path + "/polls", cerys)).size();
    }
}
