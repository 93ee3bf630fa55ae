package org.shelfmates.librarian.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.shelfmates.web.PageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class ProgrammesTest {

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Someone organiser;
    private Someone cerys;
    private Someone tom;
    private String name;
    private String path;

    @BeforeEach
    void aProgramme() {
        organiser = community.librarian("Olwen Organiser", Community.BANGOR);
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF);
        tom = community.librarian("Tom Price", Community.NEWPORT);
        name = Community.unique("Things to learn");
        path = create("Blogs | https://example.org/blogs\nMentors\n\n").location();
    }

    @Autowired
    Programmes programmes;

    @Test
    void theyAreListedByNamePageByPage() {
        String word = Community.unique("zz");
        for (String one : List.of(" b", " A", " c ~")) {
            name = word + one;
            create("");
        }
        List<String> names = new ArrayList<>();
        PageKey key = null;
        do {
            Programmes.Listing listing = programmes.all(key, 2);
            listing.programmes().forEach(one -> names.add(one.name()));
            key = listing.next() == null ? null : PageKey.parse(listing.next().toString(), 1);
        } while (key != null);

        assertThat(names).doesNotHaveDuplicates();
        assertThat(names.stream().filter(one -> one.startsWith(word)))
                .containsExactly(word + " A", word + " b", word + " c ~");
    }

    private Page create(String things) {
        return pages.postAsStaff(
                "/programmes/new",
                cerys,
                "name",
                name,
                "organiser",
                "@" + organiser.handle(),
                "description",
                "Learn **much**.",
                "things",
                things);
    }

    private void join(Someone... people) {
        for (Someone one : people) {
            assertThat(pages.post(path + "/join", one).location()).isEqualTo(path);
        }
    }

    @Test
    void everybodyReadsAProgrammeAndNobodysNames() {
        join(cerys, tom);
        pages.post(path + "/showing", tom);

        Page page = pages.get(path);
        assertThat(page.text("h1")).isEqualTo(name);
        assertThat(page.text("main"))
                .contains("2 members")
                .contains("Blogs")
                .contains("Mentors")
                .contains("Olwen Organiser")
                .doesNotContain("Tom Price");
        assertThat(page.html().select("main form")).isEmpty();
        assertThat(page.html().select("a[href=https://example.org/blogs]").attr("rel"))
                .contains("nofollow");
        assertThat(pages.get("/programmes").text("main")).contains("Programmes");
        assertThat(pages.get("/programmes/none-of-this-name").status()).isEqualTo(404);
    }

    @Test
    void membersNearOneAreANumberUntilOneIsSeenOneself() {
        Someone hidden = community.librarian("Hid Den", Community.CARDIFF);
        Someone far = community.librarian("Far Away", Community.BANGOR);
        join(cerys, tom, hidden, far);
        pages.post(path + "/showing", tom);
        pages.post(path + "/showing", far);

        Page before = pages.get(path, cerys);
        assertThat(before.text("section[aria-labelledby=near]"))
                .contains("2 other members live within 50 km")
                .doesNotContain("Tom Price");

        pages.post(path + "/showing", cerys);

        assertThat(pages.get(path, cerys).text("section[aria-labelledby=near]"))
                .contains("Tom Price")
                .doesNotContain("Hid Den")
                .doesNotContain("Far Away");
        assertThat(pages.get(path, tom).text("section[aria-labelledby=near]")).contains("Cerys Morgan");
        pages.post(path + "/showing/withdrawal", cerys);
        assertThat(pages.get(path, tom).text("section[aria-labelledby=near]")).doesNotContain("Cerys Morgan");
    }

    @Test
    void whoHasBlockedOneIsNeitherCountedNorShown() {
        join(cerys, tom);
        pages.post(path + "/showing", tom);
        pages.post(path + "/showing", cerys);
        jdbc.sql("insert into block values (?, ?, now())")
                .params(tom.id(), cerys.id())
                .update();

        assertThat(pages.get(path, cerys).text("section[aria-labelledby=near]"))
                .contains("No other member lives")
                .doesNotContain("Tom Price");
    }

    @Test
    void whatIsTickedOffIsForOnesOwnEyesAndStays() {
        join(cerys, tom);
        assertThat(pages.post(path + "/progress", cerys, "done", "1").location())
                .isEqualTo(path + "#things");

        assertThat(pages.get(path, cerys).text("main")).contains("1 of 2 done");
        assertThat(pages.get(path, cerys).html().select("#thing-1[checked]")).hasSize(1);
        assertThat(pages.get(path, tom).text("main")).contains("0 of 2 done");
        pages.post(path + "/progress", cerys, "done", "2");
        assertThat(pages.get(path, cerys).html().select("input[checked]").eachAttr("value"))
                .containsExactly("2");
        pages.post(path + "/progress", cerys);
        assertThat(pages.get(path, cerys).text("main")).contains("0 of 2 done");
        assertThat(pages.post(path + "/progress", cerys, "done", "3").status()).isEqualTo(400);
        assertThat(pages.post(path + "/progress", cerys, "done", "x").status()).isEqualTo(400);
    }

    @Test
    void whoIsNoMemberTicksNothingOffAndShowsNothing() {
        assertThat(pages.post(path + "/progress", cerys, "done", "1").status()).isEqualTo(403);
        assertThat(pages.post(path + "/showing", cerys).status()).isEqualTo(403);
        assertThat(pages.post("/programmes/none/join", cerys).status()).isEqualTo(404);
        join(cerys);
        join(cerys);
        assertThat(pages.get(path).text("main")).contains("1 member");
        pages.post(path + "/leave", cerys);
        pages.post(path + "/leave", cerys);
        assertThat(pages.get(path).text("main")).contains("No members yet");
    }

    @Test
    void theOrganiserEditsItAndNobodyElse() {
        join(cerys);
        pages.post(path + "/progress", cerys, "done", "1");
        assertThat(pages.get(path + "/edit", cerys).status()).isEqualTo(403);
        assertThat(pages.post(path + "/edit", cerys, "name", "Mine now").status())
                .isEqualTo(403);
        Page form = pages.get(path + "/edit", organiser);
        assertThat(form.html().select("#things").text()).contains("Blogs | https://example.org/blogs");

        String[] changed = Pages.filled(form, "main form", "things", "Weblogs\nMentors\nMaps");
        assertThat(pages.post(path + "/edit", organiser, changed).status()).isEqualTo(303);

        assertThat(pages.get(path, cerys).text("main")).contains("Weblogs").contains("1 of 3 done");
        Page stale = pages.post(path + "/edit", organiser, changed);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text("main")).contains("It has changed meanwhile");
    }

    @Test
    void onlyAdministratorsMakeOne() {
        assertThat(pages.get("/programmes/new", cerys).status()).isEqualTo(403);
        assertThat(pages.post("/programmes/new", cerys, "name", "Mine").status())
                .isEqualTo(403);
        assertThat(pages.getAsStaff("/programmes/new", cerys).status()).isEqualTo(200);
        Page twice = create("");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text("#name-error")).contains("of this name already");
        assertThat(pages.postAsStaff(
                                "/programmes/new",
                                cerys,
                                "name",
                                Community.unique("x"),
                                "organiser",
                                "nobody-of-this-handle")
                        .text("#organiser-error"))
                .contains("no librarian of this handle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Evil | javascript:alert(1)", "| https://example.org/", "Long | https://example.org/ a b"})
    void aThingThatIsNoneIsRefused(String line) {
        name = Community.unique("Refused");
        assertThat(create("Fine\n" + line).text("#things-error")).contains("Give each thing a title");
        assertThat(create("x".repeat(201)).text("#things-error")).contains("Give each thing a title");
        assertThat(create("x\n".repeat(101)).text("#things-error")).contains("at most 100");
    }
}
