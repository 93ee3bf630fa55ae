package org.shelfmates.tweetup.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class EditTest {

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone gwen;
    private long id;

    @BeforeEach
    void twoPlanners() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        gwen = community.librarian("Gwen Pritchard", Community.BANGOR);
        id = community.tweetup("Tea", Community.CARDIFF, cerys, 2);
        community.letPlan(id, gwen);
    }

    private String at(String rest) {
        return "/tweetups/" + id + "/" + slug() + rest;
    }

    @Test
    void whatPlannersWriteStandsOnThePageForEverybody() {
        Page saved = save(
                cerys,
                "title",
                "Coffee & cake",
                "hashtag",
                "#cpd23",
                "cost",
                "Free",
                "access",
                "No steps",
                "bring",
                "A book",
                "sign",
                "A red scarf",
                "lastConnection",
                "22:18 to Newport",
                "greeter",
                gwen.handle());

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.location()).isEqualTo("/tweetups/" + id + "/coffee-cake");
        Page page = pages.get(saved.location());
        assertThat(page.text("h1")).isEqualTo("Coffee & cake");
        assertThat(page.text(".facts"))
                .contains(
                        "Hashtag #cpd23",
                        "Cost Free",
                        "Accessibility No steps",
                        "Bring A book",
                        "Look for A red scarf",
                        "Last connection home 22:18 to Newport",
                        "You are greeted by Gwen Pritchard");
        assertThat(pages.get("/tweetups/" + id + "/a-tweetup").location()).isEqualTo(saved.location());
    }

    @Test
    void whatIsEmptyIsNotOnThePage() {
        assertThat(pages.get(at("")).text(".facts"))
                .doesNotContain("Cost", "Hashtag", "New here?", "Answer by", "Changes");
    }

    @Test
    void theFormIsFilledWithWhatIsSaved() {
        save(cerys, "cost", "Free", "parts[0].name", "the visit", "parts[0].capacity", "3", "greeter", cerys.handle());

        Page form = pages.get(at("/edit"), gwen);

        assertThat(form.html().select("#cost").val()).isEqualTo("Free");
        assertThat(form.html().select("#part-1-name").val()).isEqualTo("the visit");
        assertThat(form.html().select("#part-1-capacity").val()).isEqualTo("3");
        assertThat(form.html().select("#greeter option[selected]").text()).isEqualTo("Cerys Morgan");
    }

    @Test
    void plannersFindWhatTheyCanDoInOneBoxAndOthersDoNot() {
        assertThat(pages.get(at(""), gwen).html().select(".planner-box a").eachText())
                .contains("Edit", "Change time or venue", "Plan another like this", "Cancel this tweetup");
        Someone other = community.librarian("Tom Prosser", Community.CARDIFF);
        assertThat(pages.get(at(""), other).html().select(".planner-box")).isEmpty();
        assertThat(pages.get(at("")).html().select(".planner-box, form[method=post]"))
                .isEmpty();
    }

    @Test
    void nobodyElseEdits() {
        Someone other = community.librarian("Tom Prosser", Community.CARDIFF);

        assertThat(pages.get(at("/edit"), other).status()).isEqualTo(403);
        assertThat(save(other, "title", "Mine now").status()).isEqualTo(403);
        assertThat(pages.get(at("/edit")).location()).startsWith("/sign-in");
        assertThat(pages.get("/tweetups/999999999/a-tweetup/edit", cerys).status())
                .isEqualTo(404);
        assertThat(pages.get(at("")).text("h1")).isEqualTo("Tea");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title|''|Write a title.",
                "hashtag|two words|Use letters, digits and underscores",
                "capacity|0|Give a whole number from 1",
                "companions|21|Give a whole number from 0 to 20.",
                "companions|-1|Give a whole number from 0 to 20.",
                "close|soon|Give a date and a time",
                "close|2999-01-01T10:00|Answers must close before it starts",
                "close|0027-01-01T10:00|Give a date and a time",
                "cost|a\u0000b|cannot be printed",
                "group|not-mine|Choose one of your groups",
                "greeter|nobody-of-that-name|Choose one of the planners",
                "parts[0].capacity|5|Give every part a name."
            })
    void badInputIsRefusedBesideItsFieldAndNothingIsLost(String field, String value, String message) {
        Page page = save(cerys, "sign", "A red scarf", field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text(".error-summary")).contains(message);
        assertThat(page.html().select("#sign").val()).isEqualTo("A red scarf");
    }

    @Test
    void textsOverTheirLimitsAreRefused() {
        for (String field :
                List.of("title", "plan", "cost", "access", "lastConnection", "bring", "sign", "hashtag", "close")) {
            Page page = save(cerys, field, "a".repeat(10_001));

            assertThat(page.status()).as(field).isEqualTo(422);
            assertThat(page.html().select(".error-summary a[href=#" + field + "]"))
                    .as(field)
                    .isNotEmpty();
        }
        assertThat(save(cerys, "cost", "a".repeat(301)).text("#cost-error")).contains("Write at most 300 characters.");
    }

    @Test
    void aGreeterWhoIsNoPlannerIsRefused() {
        Someone other = community.librarian("Tom Prosser", Community.CARDIFF);

        assertThat(save(cerys, "greeter", other.handle()).text("#greeter-error"))
                .isEqualTo("Choose one of the planners, or nobody.");
    }

    @Test
    void whoPlansNoLongerGreetsNobody() {
        save(cerys, "greeter", gwen.handle());
        jdbc.sql("delete from planner where tweetup_id = ? and librarian_id = ?")
                .params(id, gwen.id())
                .update();

        assertThat(pages.get(at(""), cerys).text(".facts")).doesNotContain("You are greeted by");
        assertThat(save(cerys, "cost", "Free").status()).isEqualTo(303);
    }

    @Test
    void aGroupOfAnotherPlannersStaysAndOneOfNobodysIsRefused() {
        String hers = community.group("Bangor readers", Community.BANGOR, gwen);
        String others = community.group("Newport readers", Community.NEWPORT);

        assertThat(save(cerys, "group", hers).status()).isEqualTo(422);
        assertThat(save(gwen, "group", hers).status()).isEqualTo(303);
        assertThat(save(cerys, "cost", "Free").status()).isEqualTo(303);
        assertThat(pages.get(at("")).text(".facts")).contains("Bangor readers");
        assertThat(save(gwen, "group", others).status()).isEqualTo(422);
    }

    /** Sends the form as it is filled, with changes. */
    @Test
    void whatItCostsHowOneGetsInAndWhatItHangsOnCanChange() {
        String fair = community.occasion("Fair", Community.CARDIFF, gwen, 20);

        save(cerys, "free", "true", "stepFree", "true", "occasion", fair);

        assertThat(pages.get(at("")).text(".catalogue-card")).contains("Free", "Step-free", "Fair " + fair);
        Page form = pages.get(at("/edit"), cerys);
        assertThat(form.html().select("#free[checked], #stepFree[checked]")).hasSize(2);

        save(cerys, "free", "", "stepFree", "", "occasion", "");

        assertThat(pages.get(at("")).text(".catalogue-card")).doesNotContain("Free", "Step-free", "Fair");
    }

    @Test
    void anOccasionThatIsOverByNowStays() {
        String over = community.occasion("Fair", Community.CARDIFF, gwen, -20);
        String other = community.occasion("Fair", Community.CARDIFF, gwen, -30);
        community.hang(id, over);

        assertThat(save(cerys, "sign", "A red scarf").status()).isEqualTo(303);
        assertThat(pages.get(at("")).text(".catalogue-card")).contains("Fair " + over);

        Page refused = save(cerys, "occasion", other);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select(".error-summary a[href=#occasion]")).isNotEmpty();
    }

    private Page save(Someone who, String... changes) {
        Page form = pages.get(at("/edit"), cerys);
        return pages.post(at("/edit"), who, Pages.filled(form, "form[action$=/edit]", changes));
    }

    private String slug() {
        return jdbc.sql("select slug from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
