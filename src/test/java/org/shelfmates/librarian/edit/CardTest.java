package org.shelfmates.librarian.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shelfmates.librarian.card.Part;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a card tells, and whom. */
@ShelfmatesTest
class CardTest {

    private static final String WORD = "zyzzyva";

    /** Where each part of {@link #everything} is on the page. */
    private static final String ALL = "they/them " + WORD + "work Returning to work tag-" + WORD
            + " A space to meet A lift Looking for " + WORD + " Welsh, Breton 0000-0002-1825-0097 About " + WORD;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;
    private Someone tom;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.CARDIFF, List.of(), List.of("tag-" + WORD));
    }

    private Page save(String... changes) {
        Page form = pages.get("/me/profile", cerys);
        List<String> fields = new java.util.ArrayList<>(List.of(changes));
        form.html().select("form[action=/me/profile]").forms().get(0).formData().stream()
                .filter(field ->
                        !List.of(changes).contains(field.key()) && !field.key().equals("_csrf"))
                .forEach(field -> fields.addAll(List.of(field.key(), field.value())));
        return pages.post("/me/profile", cerys, fields.toArray(String[]::new));
    }

    private void everything(String audience) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "pronouns", "they/them",
                "work", WORD + "work",
                "stage", "RETURNING",
                "interests", "tag-" + WORD,
                "offers", "SPACE",
                "offers", "LIFT",
                "lookingFor", "Looking for " + WORD,
                "languages", "welsh, br",
                "links.orcid", "0000000218250097",
                "about", "About " + WORD));
        Stream.of(Part.values()).forEach(part -> fields.addAll(List.of("audience", part + " " + audience)));
        assertThat(save(fields.toArray(String[]::new)).status()).isEqualTo(303);
    }

    private String card() {
        return "/librarians/" + cerys.handle();
    }

    private static String seen(Page page) {
        return String.join(
                " ",
                page.html()
                        .select(
                                ".library-card__aside, .library-card__body p:not([class]), .tag, .library-card__details dd,"
                                        + " .prose")
                        .eachText());
    }

    private boolean found(String query, Someone viewer) {
        Page list = viewer == null ? pages.get("/librarians?" + query) : pages.get("/librarians?" + query, viewer);
        return !list.html().select("a[href=" + card() + "]").isEmpty();
    }

    @Test
    void whatIsForEveryoneIsOnTheCardOfEverybody() {
        everything("EVERYONE");

        for (Page page : List.of(pages.get(card()), pages.get(card(), tom))) {
            assertThat(seen(page)).contains("they/them", WORD + "work", "Returning to work", "tag-" + WORD);
            assertThat(seen(page)).contains("A space to meet A lift", "Looking for " + WORD, "Welsh, Breton");
            assertThat(page.text(".prose")).isEqualTo("About " + WORD);
            assertThat(page.html().select(".seen-mark")).isEmpty();
        }
        assertThat(found("q=" + WORD + "work", null)).isTrue();
        assertThat(found("interest=tag-" + WORD, null)).isTrue();
        assertThat(pages.get(card(), tom).text(".library-card__share")).contains("1 interest");
    }

    @Test
    void linksSayThatTheyAreOnesOwnAndLendNoWeight() {
        everything("EVERYONE");

        assertThat(pages.get(card()).html().select(".library-card__links a").outerHtml())
                .isEqualTo("<a rel=\"me nofollow noopener\" href=\"https://orcid.org/0000-0002-1825-0097\">"
                        + "0000-0002-1825-0097</a>");
    }

    @Test
    void languagesAreNamedInTheReadersLanguage() {
        everything("EVERYONE");

        assertThat(pages.get("/me/profile", cerys).html().select("#languages").val())
                .isEqualTo("Welsh, Breton");
    }

    @Test
    void whatIsForMembersIsNotForStrangers() {
        everything("MEMBERS");

        assertThat(seen(pages.get(card()))).doesNotContain(ALL.split(" ")).isEmpty();
        assertThat(pages.get(card()).html().html()).doesNotContain(WORD, "orcid");
        assertThat(seen(pages.get(card(), tom))).contains("they/them", WORD + "work", "0000-0002-1825-0097");
        assertThat(found("interest=tag-" + WORD, null)).isFalse();
        assertThat(found("interest=tag-" + WORD, tom)).isTrue();
    }

    @Test
    void whatIsForThoseIFollowIsForThemAlone() {
        everything("FOLLOWED");
        Someone followed = community.librarian("Gwen Pugh", Community.CARDIFF);
        jdbc.sql("insert into follow values (?, ?, now())")
                .params(cerys.id(), followed.id())
                .update();
        jdbc.sql("insert into follow values (?, ?, now())")
                .params(tom.id(), cerys.id())
                .update();

        assertThat(seen(pages.get(card(), tom))).isEmpty();
        assertThat(pages.get(card(), tom).html().select(".library-card__share")).isEmpty();
        assertThat(seen(pages.get(card()))).isEmpty();
        assertThat(seen(pages.get(card(), followed))).contains("they/them", WORD + "work", "About " + WORD);
        assertThat(found("interest=tag-" + WORD, tom)).isFalse();
        assertThat(found("interest=tag-" + WORD, followed)).isTrue();
    }

    @Test
    void whatIsForNobodyIsForItsLibrarianWithAMark() {
        everything("NOBODY");

        assertThat(seen(pages.get(card(), tom))).isEmpty();
        Page own = pages.get(card(), cerys);
        assertThat(seen(own)).contains("they/them", WORD + "work", "About " + WORD);
        assertThat(own.html().select(".seen-mark").eachText()).hasSize(9).containsOnly("Seen by: Nobody");
        assertThat(pages.get("/me", cerys).html().select(".seen-mark")).isNotEmpty();
        assertThat(found("interest=tag-" + WORD, cerys)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MEMBERS", "FOLLOWED", "NOBODY"})
    void whatIsNotForEveryoneIsFoundByNoWords(String audience) {
        everything(audience);

        for (String word : List.of(WORD, WORD + "work", "tag-" + WORD)) {
            assertThat(found("q=" + word, null)).isFalse();
            assertThat(found("q=" + word, tom)).isFalse();
        }
        assertThat(found("q=cerys", tom)).isTrue();
    }

    @Test
    void listsShowWorkToWhomItIsForOnly() {
        everything("MEMBERS");
        String group = community.group("Readers", Community.CARDIFF, cerys);
        String occasion = community.occasion("Festival", Community.CARDIFF, cerys, 9);
        pages.post("/occasions/" + occasion + "/presence", cerys);

        for (String list : List.of("/groups/" + group + "/members", "/occasions/" + occasion)) {
            assertThat(pages.get(list).text("main")).contains("Cerys Morgan").doesNotContain(WORD);
        }
        assertThat(pages.get("/occasions/" + occasion, tom).text("main")).contains(WORD + "work");
    }

    @Test
    void aHiddenCardIsNotThereForStrangers() {
        everything("EVERYONE");
        save("hidden", "true");

        Page stranger = pages.get(card());
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.html().html()).doesNotContain("Cerys", WORD);
        assertThat(pages.get(card(), tom).text("h1")).isEqualTo("Cerys Morgan");
        assertThat(pages.get(card(), tom).text("main")).doesNotContain("is hidden");
        assertThat(pages.get(card(), cerys).text("main")).contains("Your card is hidden from strangers");
        assertThat(pages.get("/me/profile", cerys).html().select("#hidden[checked]"))
                .hasSize(1);
    }

    @Test
    void whatAHiddenPersonSaysStillHasTheirName() {
        save("hidden", "true");
        long tweetup = community.tweetup("Tea", Community.CARDIFF, tom, null);
        community.comment(tweetup, cerys, "I will bring cake.", null);
        community.going(tweetup, cerys);

        Page page = pages.get("/tweetups/" + tweetup + "/a-tweetup");

        assertThat(page.html().select(".comment a[href=" + card() + "]").text()).contains("Cerys Morgan");
    }

    @Test
    void whoIsBlockedFindsNoCard() {
        jdbc.sql("insert into block values (?, ?, now())")
                .params(cerys.id(), tom.id())
                .update();

        assertThat(pages.get(card(), tom).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pronouns | long 41 | Write at most 40 characters.",
                "languages | Welsh, Klingonish | We know no language called “Klingonish”.",
                "languages | en,cy,fr,de,es,it,pt,nl,sv,da,no,fi,pl | Name at most 12 languages.",
                "interests | '   ' | Write a word or two for each interest.",
                "interests | 'zines,   ,maps' | Write a word or two for each interest.",
                "interests | 'zines, ☕' | Write a word or two for each interest.",
                "interests | long 300 | of at most 40 characters each.",
                "lookingFor | long 301 | Write at most 300 characters.",
                "links.blog | javascript:alert(1) | Write the address of a web page",
                "links.blog | long 301 | Write at most 300 characters.",
                "links.mastodon | cerys | Write an account such as @cerys@glammr.us",
                "links.bluesky | javascript:x | Write a handle such as",
                "links.linkedin | https://evil.example/in/x | Write the address of your page",
                "links.orcid | 0000-0002-1825-0098 | These are not a valid number.",
                "links.other3 | data:text/html,x | Write the address of a web page",
            })
    void aMistakeIsSaidBesideItsFieldAndNothingElseIsLost(String field, String typed, String message) {
        String value = typed.startsWith("long ") ? "a".repeat(Integer.parseInt(typed.substring(5))) : typed;

        Page answer = save(
                field,
                value,
                "name",
                "Cerys Kept",
                "stage",
                "LEADING",
                "offers",
                "TALK",
                "hidden",
                "true",
                "links.other1",
                "example.org");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().getElementById(field + "-error").text()).contains(message);
        assertThat(answer.text(".error-summary a[href=\"#" + field + "\"]")).contains(message);
        assertThat(answer.html().getElementById(field).val()).isEqualTo(value);
        assertThat(answer.html().select("#name").val()).isEqualTo("Cerys Kept");
        assertThat(answer.html().select("#stage option[selected]").val()).isEqualTo("LEADING");
        assertThat(answer.html().select("#offers-TALK[checked], #hidden[checked]"))
                .hasSize(2);
        assertThat(answer.html().getElementById("links.other1").val()).isEqualTo("example.org");
        assertThat(pages.get(card()).text("h1")).isEqualTo("Cerys Morgan");
    }

    @Test
    void aListThatEndsWithACommaIsNoMistake() {
        assertThat(save("interests", "zines, ", "languages", "Welsh,").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "stage, PIRATE",
        "offers, GOLD",
        "audience, WORK EVERYBODY",
        "audience, NOSE NOBODY",
        "audience, WORK NOBODY",
        "audience, NOBODY",
        "hidden, perhaps"
    })
    void aChoiceThatDoesNotExistIsRefused(String field, String value) {
        assertThat(save(field, value).status()).isEqualTo(400);
    }

    @Test
    void aFormWithoutAudiencesLeavesThemAsTheyAre() {
        everything("NOBODY");

        pages.post(
                "/me/profile",
                cerys,
                "version",
                "1",
                "name",
                "Cerys Morgan",
                "placeName",
                "Cardiff, Wales",
                "work",
                WORD);

        assertThat(pages.get(card(), tom).text("main")).doesNotContain(WORD);
    }

    @Test
    void aConflictShowsAllThatIsSaved() {
        everything("FOLLOWED");
        save("hidden", "true", "links.blog", "example.org/saved");

        Page conflict = save("version", "0", "pronouns", "she/her");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("[role=alert]"))
                .contains("they/them", "Welsh, Breton", "Returning to work", "A space to meet, A lift")
                .contains("Looking for " + WORD, "https://example.org/saved https://orcid.org/0000-0002-1825-0097")
                .contains("Hide my card", "Work: People I follow.");
        assertThat(conflict.html().select("#pronouns").val()).isEqualTo("she/her");
    }
}
