package org.shelfmates.tweetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    @Test
    void anOldSlugLeadsToTheFormAndLosesNoPost() {
        save(cerys, "title", "Coffee");

        String old = "/tweetups/" + id + "/a-tweetup/edit";
        assertThat(pages.get(old, cerys).location()).isEqualTo("/tweetups/" + id + "/coffee/edit");
        assertThat(pages.post(old, gwen, "version", version(), "title", "Cocoa").status())
                .isEqualTo(303);
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
                "close|2027-03-28T01:30|that hour does not exist",
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

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "99999999999", "-1"})
    void aMadeUpVersionIsABadRequest(String version) {
        assertThat(save(cerys, "version", version).status()).isEqualTo(400);
    }

    @Test
    void aStaleEditAnswersWithBothAndLosesNothing() {
        String version = version();
        save(cerys, "title", "Tea by Cerys", "cost", "Free");

        Page stale = save(gwen, "title", "Tea by Gwen", "version", version, "cost", "", "parts[0].name", "the walk");

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text(".notice--warning"))
                .contains("Another planner has changed this", "Tea by Cerys", "Tea by Gwen", "Free", "the walk");
        assertThat(stale.html().select("#title").val()).isEqualTo("Tea by Gwen");
        assertThat(stale.html().select("#part-1-name").val()).isEqualTo("the walk");
        assertThat(pages.get("/tweetups/" + id + "/tea-by-cerys").text("h1")).isEqualTo("Tea by Cerys");

        Page anyway = save(
                gwen,
                "title",
                "Tea by Gwen",
                "version",
                stale.html().select("input[name=version]").val());

        assertThat(anyway.location()).endsWith("/tea-by-gwen");
    }

    @Test
    void aChangeOfPartsAloneMakesAnOlderFormStale() {
        String version = version();
        save(cerys, "parts[0].name", "the visit");

        assertThat(save(gwen, "version", version, "parts[0].name", "").status()).isEqualTo(409);
    }

    @Test
    void theSameFormSentTwiceIsNoConflict() {
        String version = version();
        save(cerys, "title", "Twice", "version", version, "plan", "One\r\nTwo");

        assertThat(save(cerys, "title", "Twice", "version", version, "plan", "One\r\nTwo")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void ofTwoPlannersAtOnceOneIsToldOfTheOther() throws Exception {
        String version = version();
        String old = at("/edit");

        var one = CompletableFuture.supplyAsync(() -> pages.post(old, cerys, "version", version, "title", "One"));
        var other = CompletableFuture.supplyAsync(() -> pages.post(old, gwen, "version", version, "title", "Other"));

        assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(303, 409);
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

    @Test
    void fewerPlacesThrowNobodyOutAndThePageSaysSo() {
        List<Someone> crowd = answer(3);

        save(cerys, "capacity", "1");

        assertThat(standing("CONFIRMED"))
                .containsExactly(crowd.get(0).id(), crowd.get(1).id());
        assertThat(pages.get(at(""), cerys).text(".planner-box"))
                .contains("2 are confirmed and there is 1 place. Nobody loses their place.");
        assertThat(pages.get(at("/edit"), cerys).text("form")).contains("2 are confirmed; nobody loses their place.");
    }

    @Test
    void morePlacesGoToThoseWhoWaitInTheirOrder() {
        List<Someone> crowd = answer(6);

        save(cerys, "capacity", "4");

        assertThat(standing("CONFIRMED")).hasSize(4).endsWith(crowd.get(3).id());
        assertThat(standing("WAITING"))
                .containsExactly(crowd.get(4).id(), crowd.get(5).id());

        save(cerys, "capacity", "");

        assertThat(standing("WAITING")).isEmpty();
    }

    @Test
    void partsAreAddedRenamedReorderedAndRemoved() {
        save(cerys, "parts[0].name", "the visit", "parts[1].name", "the meal", "parts[1].capacity", "8");
        List<String> ids = partIds();

        save(
                cerys,
                "parts[0].id",
                ids.get(1),
                "parts[0].name",
                "the long meal",
                "parts[1].id",
                "",
                "parts[1].name",
                "the walk");

        assertThat(jdbc.sql("select name from part where tweetup_id = ? order by position")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("the long meal", "the walk");
        assertThat(partIds().get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void aPartThatSomebodyChoseCannotBeRemoved() {
        save(cerys, "parts[0].name", "the visit");
        answer(1);
        jdbc.sql(
                        "insert into rsvp_part select r.id, p.id from rsvp r, part p where r.tweetup_id = ? and p.tweetup_id = ?")
                .params(id, id)
                .update();

        Page page = save(cerys, "parts[0].name", "");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text("#parts-error")).contains("Somebody has chosen “the visit”, so it cannot be removed.");
        assertThat(partIds()).hasSize(1);
    }

    @Test
    void moreThanSixPartsOrTwoOfANameAreRefused() {
        List<String> seven = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            seven.addAll(List.of("parts[" + i + "].name", "part " + i));
        }
        assertThat(save(cerys, seven.toArray(String[]::new)).text("#parts-error"))
                .contains("at most six parts");
        assertThat(save(cerys, "parts[0].name", "Tea", "parts[1].name", "tea").text("#parts-error"))
                .contains("Two parts have the same name.");
    }

    @Test
    void closedAnswersAreRefusedWithTheReasonAndTheFormIsGone() {
        jdbc.sql("update tweetup set answers_close_at = ? where id = ?")
                .params(java.sql.Timestamp.from(Instant.now().minus(Duration.ofHours(1))), id)
                .update();

        Page refused = pages.post("/tweetups/" + id + "/rsvp", gwen, "answer", "going");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("[role=alert]")).contains("Your answer was not saved", "Answers closed on");
        assertThat(refused.html().select(".rsvp form")).isEmpty();
        assertThat(refused.text(".rsvp")).contains("Answers are closed");
    }

    private String version() {
        return jdbc.sql("select version from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private List<String> partIds() {
        return jdbc.sql("select id from part where tweetup_id = ? order by position")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Some who say one after the other that they come. */
    private List<Someone> answer(int size) {
        List<Someone> crowd = Stream.generate(() -> community.librarian("Somebody", Community.CARDIFF))
                .limit(size)
                .toList();
        crowd.forEach(one -> pages.post("/tweetups/" + id + "/rsvp", one, "answer", "going"));
        return crowd;
    }

    private List<Long> standing(String standing) {
        return jdbc.sql("select librarian_id from rsvp where tweetup_id = ? and standing = ? order by turn")
                .params(id, standing)
                .query(Long.class)
                .list();
    }

    /** Sends the form as it is filled, with changes. */
    private Page save(Someone who, String... changes) {
        Map<String, String> fields = new LinkedHashMap<>();
        pages.get(at("/edit"), cerys)
                .html()
                .select("form[action$=/edit]")
                .forms()
                .get(0)
                .formData()
                .forEach(field -> fields.put(field.key(), field.value()));
        fields.remove("_csrf");
        for (int i = 0; i < changes.length; i += 2) {
            fields.put(changes[i], changes[i + 1]);
        }
        return pages.post(
                at("/edit"),
                who,
                fields.entrySet().stream()
                        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    private String slug() {
        return jdbc.sql("select slug from tweetup where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
