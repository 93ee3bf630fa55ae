package org.shelfmates.librarian.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.shelfmates.support.Statements;
import org.springframework.beans.factory.annotation.Autowired;

@ShelfmatesTest
class ProfileEditTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    private Someone cerys;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("PUBLIC"), List.of("zines", "maps"));
    }

    private Page save(String version, String name, String about, String... more) {
        var fields = new java.util.ArrayList<>(
                List.of("version", version, "name", name, "placeName", "Cardiff, Wales", "about", about));
        fields.addAll(List.of(more));
        return pages.post("/me/profile", cerys, fields.toArray(String[]::new));
    }

    private Page profile() {
        return pages.get("/librarians/" + cerys.handle());
    }

    @Test
    void theFormHoldsWhatIsSaved() {
        Page form = pages.get("/me/profile", cerys);

        assertThat(form.html().select("#name").val()).isEqualTo("Cerys Morgan");
        assertThat(form.html().select("#placeName").val()).isEqualTo("Cardiff, Wales, United Kingdom");
        assertThat(form.html().select("#interests").val()).isEqualTo("zines, maps");
        assertThat(form.html().select("input[name=sectors][checked]").eachAttr("value"))
                .containsExactly("PUBLIC");
    }

    @Test
    void theFormAsItIsCanBeSaved() {
        Page form = pages.get("/me/profile", cerys);

        String[] fields = form.html().select("form[action=/me/profile]").forms().get(0).formData().stream()
                .flatMap(field -> Stream.of(field.key(), field.value()))
                .toArray(String[]::new);
        Page answer = pages.post("/me/profile", cerys, fields);

        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void emptyChoicesAreNone() {
        Page answer = save("0", "Cerys Morgan", "", "sectors", "", "sectors", "LAW", "offers", "", "offers", "TALK");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(profile().text("main")).contains("Law");
        assertThat(save("1", "Cerys Morgan", "", "sectors[1]", "HEALTH").status())
                .isEqualTo(303);
        assertThat(profile().text("main")).contains("Health");
        assertThat(save("2", "Cerys Morgan", "", "audience[1]", "WORK MEMBERS").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsSavedIsOnTheCard() {
        Page answer = save(
                "0",
                "Cerys Ann Morgan",
                "I like *tea* & <b>books</b>.",
                "work",
                "Subject librarian, Cardiff <University>",
                "sectors",
                "ACADEMIC",
                "sectors",
                "LAW",
                "interests",
                "#Makerspaces, Local  History");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/librarians/" + cerys.handle());
        Page card = profile();
        assertThat(card.text("h1")).isEqualTo("Cerys Ann Morgan");
        assertThat(card.text("main")).contains("Subject librarian, Cardiff <University>", "Academic, Law");
        assertThat(card.html().select(".tag").eachText()).containsExactly("makerspaces", "local-history");
        assertThat(card.text(".prose")).isEqualTo("I like tea & <b>books</b>.");
        assertThat(card.text(".prose em")).isEqualTo("tea");
    }

    @Test
    void movingHouseChangesThePlace() {
        save("0", "Cerys Morgan", "", "place", String.valueOf(Community.BANGOR));

        assertThat(profile().html().select("a[href=/places/gb/bangor-gwynedd]").text())
                .isEqualTo("Bangor");
    }

    @Test
    void whatChangedMeanwhileIsShownBesideWhatWasTyped() {
        save("0", "Cerys from the other window", "Saved first.");

        Page conflict = save("0", "Cerys from this window", "Typed for an hour.", "interests", "origami");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("[role=alert]"))
                .contains("Your card has changed meanwhile", "Cerys from the other window", "Saved first.");
        assertThat(conflict.html().select("#name").val()).isEqualTo("Cerys from this window");
        assertThat(conflict.html().select("#about").text()).isEqualTo("Typed for an hour.");
        assertThat(conflict.html().select("#interests").val()).isEqualTo("origami");
        assertThat(profile().text("h1")).isEqualTo("Cerys from the other window");

        String version = conflict.html().select("input[name=version]").val();
        assertThat(save(version, "Cerys from this window", "Typed for an hour.").status())
                .isEqualTo(303);
        assertThat(profile().text("h1")).isEqualTo("Cerys from this window");
    }

    @Test
    void nobodyEditsSomebodyElse() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);

        save("0", "Cerys Morgan", "", "id", String.valueOf(tom.id()), "handle", tom.handle(), "librarianId", "1");

        assertThat(pages.get("/librarians/" + tom.handle()).text("h1")).isEqualTo("Tom Price");
        assertThat(profile().text("h1")).isEqualTo("Cerys Morgan");
        assertThat(pages.get("/librarians/" + tom.handle() + "/profile", cerys).status())
                .isEqualTo(404);
        assertThat(pages.post("/librarians/" + tom.handle(), cerys, "name", "x").status())
                .isIn(404, 405);
    }

    @Test
    void onlyOnesOwnCardOffersToEditIt() {
        Someone tom = community.librarian("Tom Price", Community.CARDIFF);

        assertThat(pages.get("/librarians/" + tom.handle() + "?as=cerys", cerys)
                        .html()
                        .select("a[href=/me/profile]"))
                .isEmpty();
        assertThat(pages.get("/librarians/" + cerys.handle() + "?as=cerys", cerys)
                        .html()
                        .select("a[href=/me/profile]"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', Write your name.",
        "work, long 161, Write at most 160 characters.",
        "about, long 4001, Write at most 4000 characters.",
        "interests, commas 602, Write at most 600 characters.",
        "interests, 'a,b,c,d,e,f,g,h,i,j,k,l,m', Name at most 12 interests",
        "interests, long 41, Name at most 12 interests of at most 40 characters each.",
        "placeName, ',', We know no place of that name."
    })
    void aMistakeIsSaidBesideItsFieldAndNothingElseIsLost(String field, String typed, String message) {
        String value = typed.startsWith("long ")
                ? "a".repeat(Integer.parseInt(typed.substring(5)))
                : typed.startsWith("commas ") ? "a,".repeat(301) : typed;

        Page answer = pages.post(
                "/me/profile",
                cerys,
                "version",
                "0",
                "name",
                field.equals("name") ? value : "Cerys Kept",
                "placeName",
                field.equals("placeName") ? value : "Cardiff, Wales",
                "work",
                field.equals("work") ? value : "Kept work",
                "interests",
                field.equals("interests") ? value : "kept",
                "sectors",
                "LAW",
                "about",
                field.equals("about") ? value : "Kept text");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("#" + field + "-error")).contains(message);
        assertThat(answer.html().select("input[name=sectors][checked]").eachAttr("value"))
                .containsExactly("LAW");
        assertThat(answer.html().select("#name, #about").eachAttr("id")).hasSize(2);
        assertThat(profile().text("h1")).isEqualTo("Cerys Morgan");
    }

    @Test
    void aPlaceBeyondItsLimitIsToBeChosenAgain() {
        Page answer = save("0", "Cerys Kept", "", "place", "9".repeat(50));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text(".error-summary a[href=#placeName]")).isEqualTo("Choose the place again.");
        assertThat(answer.text("#placeName-error")).contains("Choose the place again.");
        assertThat(answer.html().select("#placeName").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.html().select("#name").val()).isEqualTo("Cerys Kept");
    }

    @Test
    void aPlaceNameBeyondItsLimitIsNotLookedFor() throws Exception {
        List<String> sent = Statements.of(() -> {
            Page answer = pages.post(
                    "/me/profile", cerys, "version", "0", "name", "Cerys Morgan", "placeName", "a".repeat(201));

            assertThat(answer.text(".error-summary li")).isEqualTo("Write at most 200 characters.");
        });

        assertThat(sent).noneMatch(sql -> sql.contains("from place_name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "99999999999", "1.5"})
    void aVersionThatNoFormSendsIsRefused(String version) {
        assertThat(save(version, "Cerys", "").status()).isEqualTo(400);
    }

    @Test
    void aSectorThatDoesNotExistIsRefused() {
        assertThat(save("0", "Cerys", "", "sectors", "PIRATE").status()).isEqualTo(400);
    }

    @Test
    void everySectorAtOnceAndTwiceIsNoHarm() {
        assertThat(save("0", "Cerys Morgan", "", "sectors", "LAW", "sectors", "LAW")
                        .status())
                .isEqualTo(303);

        assertThat(profile().text(".library-card__sector")).isEqualTo("Law · Cardiff");
    }
}
