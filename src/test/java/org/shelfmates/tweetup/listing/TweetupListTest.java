package org.shelfmates.tweetup.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ShelfmatesTest
class TweetupListTest {

    /** Kirkwall in Orkney, where no other test meets. */
    private static final long KIRKWALL = 2645198;

    private static final String NEAR = "/tweetups?place=" + KIRKWALL + "&within=10";

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private String mark;

    @BeforeEach
    void aPlanner() {
        planner = community.librarian("Cerys Morgan", KIRKWALL);
        mark = Community.unique("list");
    }

    private long tweetup(String title, int inDays) {
        Instant start = Instant.now().plus(Duration.ofDays(inDays));
        return community.tweetup(mark + " " + title, KIRKWALL, planner, 10, "SCHEDULED", start);
    }

    private void set(long id, String change) {
        jdbc.sql("update tweetup set " + change + " where id = ?").param(id).update();
    }

    /** The titles of this test's tweetups on all pages. */
    private List<String> titles(String address) {
        List<String> titles = new ArrayList<>();
        for (String next = address; !next.isEmpty(); ) {
            Page page = pages.get(next);
            assertThat(page.status()).as(next).isEqualTo(200);
            titles.addAll(page.html().select(".catalogue-card__title").eachText());
            next = page.html().select("a[rel=next]").attr("href");
        }
        return titles.stream()
                .filter(title -> title.startsWith(mark + " "))
                .map(title -> title.substring(mark.length() + 1))
                .toList();
    }

    @Test
    void whatCostsNothingAndWhatIsStepFreeCanBeAskedFor() {
        set(tweetup("free", 1), "free = true");
        set(tweetup("step-free", 2), "step_free = true");
        set(tweetup("both", 3), "free = true, step_free = true");
        tweetup("neither", 4);

        assertThat(titles(NEAR + "&free=true")).containsExactly("free", "both");
        assertThat(titles(NEAR + "&step-free=true")).containsExactly("step-free", "both");
        assertThat(titles(NEAR + "&free=true&step-free=true")).containsExactly("both");
        assertThat(titles(NEAR)).containsExactly("free", "step-free", "both", "neither");
    }

    @Test
    void cardsSayWhatCostsNothingAndIsStepFree() {
        set(tweetup("both", 3), "free = true, step_free = true");

        Page page = pages.get(NEAR + "&free=true&step-free=true");

        assertThat(page.html().select(".catalogue-card .tag").eachText()).contains("Free", "Step-free");
        assertThat(page.html().select("#free").hasAttr("checked")).isTrue();
    }

    @Test
    void daysAreThoseOfTheTweetupsZone() {
        ZoneId zone = ZoneId.of("Pacific/Auckland");
        LocalDate day = LocalDate.now(zone).plusDays(30);
        for (int i = -1; i <= 1; i++) {
            Instant start = day.plusDays(i).atTime(0, 30).atZone(zone).toInstant();
            set(
                    community.tweetup(mark + " day " + i, KIRKWALL, planner, null, "SCHEDULED", start),
                    "zone = 'Pacific/Auckland'");
        }

        assertThat(titles(NEAR + "&from=" + day)).containsExactly("day 0", "day 1");
        assertThat(titles(NEAR + "&until=" + day)).containsExactly("day -1", "day 0");
        assertThat(titles(NEAR + "&from=" + day + "&until=" + day)).containsExactly("day 0");
        assertThat(titles(NEAR + "&from=&until=")).hasSize(3);
    }

    @Test
    void whatNeedsAnswersHasFewerThanAThirdOfItsPlacesTakenOrIsPolled() {
        long few = tweetup("few", 1);
        long enough = tweetup("enough", 2);
        set(tweetup("unlimited", 3), "capacity = null");
        set(tweetup("closed", 4), "answers_close_at = now() - interval '1 hour'");
        set(tweetup("polled", 5), "state = 'POLLING', starts_at = null, ends_at = null");
        set(tweetup("idea", 6), "state = 'IDEA', starts_at = null, ends_at = null");
        for (int i = 0; i < 4; i++) {
            Someone one = community.librarian("Somebody", KIRKWALL);
            pages.post("/tweetups/" + enough + "/rsvp", one, "answer", "going");
            if (i < 3) {
                pages.post("/tweetups/" + few + "/rsvp", one, "answer", "going");
            }
        }

        assertThat(titles(NEAR + "&needs-answers=true")).containsExactly("few");
        assertThat(titles(NEAR + "&show=planned&needs-answers=true")).containsExactly("polled");
        assertThat(titles(NEAR + "&show=planned")).containsExactlyInAnyOrder("polled", "idea");
    }

    @Test
    void furtherPagesAndTheOtherSidesKeepWhatIsAskedFor() {
        for (int i = 0; i < 22; i++) {
            set(tweetup("page " + i, 1 + i), "free = true, step_free = true");
            tweetup("no", 1 + i);
        }
        String query = "&from=" + LocalDate.now() + "&until=" + LocalDate.now().plusDays(60)
                + "&free=true&step-free=true&needs-answers=true";

        assertThat(titles(NEAR + query)).hasSize(22).doesNotHaveDuplicates().doesNotContain("no");
        Page page = pages.get(NEAR + query);
        assertThat(page.html().select(".tabs__link").eachAttr("href"))
                .hasSize(3)
                .allSatisfy(address -> assertThat(address)
                        .contains("place=" + KIRKWALL, "within=10", "free=true", "step-free=true", "from=", "until="));
        Page second = pages.get(page.html().select("a[rel=next]").attr("href"));
        assertThat(second.html().select(".pager a").last().attr("href"))
                .contains("free=true")
                .doesNotContain("after=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "free=yes",
                "step-free=1",
                "needs-answers=maybe",
                "show=all",
                "within=0",
                "from=2027-02-30",
                "from=soon",
                "until=99999-01-01",
                "until=0000-01-01",
                "from=2027-03-02&until=2027-03-01",
                "after=made-up"
            })
    void whatIsMadeUpIsABadRequest(String query) {
        assertThat(pages.get("/tweetups?" + query).status()).isEqualTo(400);
    }

    @Test
    void whatIsWrongWithTheDaysIsSaidBesideThem() {
        Page page = pages.get("/tweetups?from=2027-03-02&until=2027-03-01");

        assertThat(page.text("#days-error")).contains("must not be before the first");
        assertThat(page.html().select("#from").val()).isEqualTo("2027-03-02");
        assertThat(page.html().select("details.filter").hasAttr("open")).isTrue();
        assertThat(pages.get("/tweetups?from=14/03/2027").text("#days-error")).contains("Give days such as");
    }

    @Test
    void aPlanIsHungOnAnOccasionAndSaysWhatItPromises() {
        String slug = community.occasion("Book week", KIRKWALL, planner, 30);
        String past = community.occasion("Past week", KIRKWALL, planner, -30);
        Page form = pages.get("/tweetups/new?occasion=" + slug, planner);
        assertThat(form.html().select("#occasion option[selected]").val()).isEqualTo(slug);
        assertThat(form.html().select("#occasion option[value=" + past + "]")).isEmpty();
        LocalDate day = LocalDate.now().plusDays(30);

        Page made = plan(day, slug, "free", "true", "stepFree", "true");

        assertThat(made.status()).isEqualTo(303);
        Page page = pages.get(made.location());
        assertThat(page.text(".facts")).contains("Around Book week", "Free", "Step-free");
        assertThat(pages.get("/occasions/" + slug).text(".catalogue-card__title"))
                .isEqualTo(mark);
        Page plain = pages.get(plan(day, "").location());
        assertThat(plain.text(".facts")).doesNotContain("Around").doesNotContain("Free");
        for (String wrong : List.of(past, "made-up-occasion")) {
            Page refused = plan(day, wrong, "free", "true");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("#occasion-error")).contains("not over");
            assertThat(refused.html().select("#free").hasAttr("checked")).isTrue();
        }
        assertThat(plan(day, slug, "free", "perhaps").status()).isEqualTo(422);
    }

    private Page plan(LocalDate day, String occasion, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "title",
                mark,
                "place",
                "" + KIRKWALL,
                "start",
                day + "T18:00",
                "end",
                day + "T20:00",
                "occasion",
                occasion));
        fields.addAll(List.of(more));
        return pages.post("/tweetups", planner, fields.toArray(String[]::new));
    }
}
