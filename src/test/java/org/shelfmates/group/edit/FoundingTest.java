package org.shelfmates.group.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.Photos;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class FoundingTest {

    private static final String NEW = "/groups/new";

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone cerys;

    @BeforeEach
    void somebody() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
    }

    private String[] form(String slug, String... changes) {
        Page blank = pages.get(NEW + "?place=" + Community.CARDIFF + "&anyway=true", cerys);
        List<String> all = new java.util.ArrayList<>(List.of("name", "Cardiff readers", "slug", slug));
        all.addAll(List.of(changes));
        return Pages.filled(blank, "main form", all.toArray(String[]::new));
    }

    private Page start(Someone who, String slug, String... changes) {
        return pages.post(NEW, who, form(slug, changes));
    }

    private String started() {
        String slug = Community.unique("readers");
        assertThat(start(cerys, slug).location()).isEqualTo("/groups/" + slug);
        return slug;
    }

    @Test
    void whoStartsAGroupSeesFirstWhichAreNearIt() {
        long alone = community.placeWithoutGroups();
        String near = community.group("Already here", alone);
        String there = NEW + "?place=" + alone;

        assertThat(pages.get(NEW, cerys).html().select("input[name=placeName]")).hasSize(1);
        Page looked = pages.get(there, cerys);

        assertThat(looked.html().select("form[action=/groups/" + near + "/join]"))
                .hasSize(1);
        assertThat(looked.html().select("input[name=name]")).isEmpty();
        String anyway = looked.html().select("a[href*=anyway]").attr("href");
        assertThat(pages.get(anyway, cerys)
                        .html()
                        .select("input[name=placeName]")
                        .val())
                .isNotEmpty();
    }

    @Test
    void whereThereIsNoGroupTheFormComesAtOnce() {
        Page form = pages.get(NEW + "?place=" + community.placeWithoutGroups(), cerys);

        assertThat(form.html().select("input[name=name]")).hasSize(1);
    }

    @Test
    void aPlaceThatNobodyKnowsIsSaid() {
        assertThat(pages.get(NEW + "?placeName=Xyzzyville", cerys).text(".error-summary"))
                .isNotEmpty();
    }

    @Test
    void whoStartsAGroupOrganisesIt() {
        String slug = started();

        Page page = pages.get("/groups/" + slug, cerys);
        assertThat(page.text("h1")).isEqualTo("Cardiff readers");
        assertThat(page.html().select("a[href$=/edit]")).hasSize(1);
        assertThat(page.text(".drawer-label__under")).contains("1 member");
    }

    @Test
    void theAddressIsMadeFromTheName() {
        String name = Community.unique("Llyfrgellwyr Tŷ Ddewi");

        Page answer = start(cerys, "", "name", name);

        assertThat(answer.location())
                .isEqualTo("/groups/" + name.toLowerCase().replace('ŷ', 'y').replace(' ', '-'));
    }

    @ParameterizedTest
    @CsvSource({
        "radius,0",
        "radius,50000",
        "radius,-5",
        "radius,501",
        "radius,ten",
        "radius,''",
        "slug,Two Words",
        "slug,-a",
        "slug,new",
        "name,''",
        "admission,NOBODY",
        "placeName,''",
        "name,a\0b"
    })
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsLost(String field, String value) {
        String word = Community.unique("kept");

        Page answer = start(cerys, Community.unique("wrong"), "description", word, field, value.replace("\\0", "\0"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.html().select("[id=" + field + "-error]")).isNotEmpty();
        assertThat(answer.text("textarea")).contains(word);
    }

    @Test
    void whoLetsPeopleAskHasAQuestionForThem() {
        assertThat(start(cerys, Community.unique("asking"), "admission", "ASK").text("#question-error"))
                .isNotEmpty();
        assertThat(start(cerys, Community.unique("asking"), "admission", "ASK", "question", "Where?")
                        .status())
                .isEqualTo(303);
        assertThat(start(cerys, Community.unique("asking"), "admission", "ASK", "question", "x".repeat(201))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAddressIsTakenOnce() {
        String slug = started();

        Page second = start(community.librarian("Tom", Community.CARDIFF), slug);

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.text("#slug-error")).contains(slug);
    }

    @Test
    void ofTwoWhoWantAnAddressAtOnceOneGetsIt() throws Exception {
        String slug = Community.unique("wanted");
        Someone tom = community.librarian("Tom", Community.CARDIFF);
        String[] form = form(slug);
        List<Callable<Integer>> both = List.of(
                () -> pages.post(NEW, cerys, form).status(),
                () -> pages.post(NEW, tom, form).status());

        var threads = Executors.newFixedThreadPool(2);
        List<Integer> answers;
        try {
            answers = threads.invokeAll(both).stream().map(FoundingTest::get).toList();
        } finally {
            threads.shutdown();
        }

        assertThat(answers).containsExactlyInAnyOrder(303, 422);
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anAddressThatWasLeftLeadsOnForEverAndNobodyElseGetsIt() {
        String before = started();
        String after = Community.unique("renamed");
        String[] form = Pages.filled(pages.get("/groups/" + before + "/edit", cerys), "main form", "slug", after);

        assertThat(pages.post("/groups/" + before + "/edit", cerys, form).location())
                .isEqualTo("/groups/" + after);

        for (String below : List.of("", "/members", "/history?after=")) {
            Page moved = pages.get("/groups/" + before + below);
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.location()).isEqualTo("/groups/" + after + below);
        }
        assertThat(pages.post("/groups/" + before + "/join", cerys).status()).isEqualTo(308);
        assertThat(start(cerys, before).text("#slug-error")).contains(before);
        String[] back = Pages.filled(pages.get("/groups/" + after + "/edit", cerys), "main form", "slug", before);
        pages.post("/groups/" + after + "/edit", cerys, back);
        assertThat(pages.get("/groups/" + before).status()).isEqualTo(200);
        assertThat(pages.get("/groups/" + after).location()).isEqualTo("/groups/" + before);
    }

    @Test
    void onlyOrganisersChangeAGroup() {
        String slug = started();
        Someone tom = community.librarian("Tom", Community.CARDIFF);
        pages.post("/groups/" + slug + "/join", tom);

        for (String below : List.of("/edit", "/picture", "/requests", "/invitations", "/removed")) {
            assertThat(pages.get("/groups/" + slug + below, tom).status())
                    .as(below)
                    .isEqualTo(403);
            assertThat(pages.get("/groups/no-such-group" + below, tom).status())
                    .as(below)
                    .isEqualTo(404);
        }
        assertThat(pages.post("/groups/" + slug + "/edit", tom, form(slug)).status())
                .isEqualTo(403);
        assertThat(pages.upload("/groups/" + slug + "/picture", tom, Photos.jpeg(40, 30), "alt", "Us")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoWasSlowerSeesBothVersions() {
        String slug = started();
        String edit = "/groups/" + slug + "/edit";
        Page opened = pages.get(edit, cerys);
        pages.post(edit, cerys, Pages.filled(opened, "main form", "description", "First words"));

        Page answer = pages.post(edit, cerys, Pages.filled(opened, "main form", "description", "Second words"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text(".notice--warning")).contains("First words");
        assertThat(answer.text("textarea")).isEqualTo("Second words");
        assertThat(pages.post(edit, cerys, Pages.filled(answer, "main form")).status())
                .isEqualTo(303);
        assertThat(pages.get("/groups/" + slug, cerys).text(".prose")).isEqualTo("Second words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Us at the library"})
    void aPictureNeedsWords(String alt) {
        String slug = started();

        Page answer = pages.upload("/groups/" + slug + "/picture", cerys, Photos.jpeg(400, 300), "alt", alt);

        assertThat(answer.status()).isEqualTo(alt.isEmpty() ? 422 : 303);
        assertThat(pages.get("/groups/" + slug, cerys).html().select("img[alt=Us at the library]"))
                .hasSize(alt.isEmpty() ? 0 : 1);
    }

    @Test
    void aPictureThatIsReplacedOrRemovedIsGone() {
        String slug = started();
        String picture = "/groups/" + slug + "/picture";
        pages.upload(picture, cerys, Photos.jpeg(400, 300), "alt", "Us");
        String first = pages.get(picture, cerys).html().select("main img").attr("src");

        pages.upload(picture, cerys, Photos.jpeg(300, 400), "alt", "Them");

        String second = pages.get(picture, cerys).html().select("main img").attr("src");
        assertThat(pages.get(first).status()).isEqualTo(404);
        assertThat(pages.get(second).status()).isEqualTo(200);
        pages.post(picture + "/removal", cerys);
        assertThat(pages.get(second).status()).isEqualTo(404);
        assertThat(pages.upload(picture, cerys, "no picture".getBytes(), "alt", "Us")
                        .status())
                .isEqualTo(422);
    }
}
