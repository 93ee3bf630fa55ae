package org.shelfmates.librarian.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
class SuggestionsTest {

    private static final String REASONS = ".suggestion__reasons li";

    @Autowired
    Suggestions suggestions;

    @Autowired
    Community community;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private final String tag = Community.unique("knots");
    private Someone cerys;

    @BeforeEach
    void inCardiff() {
        cerys = community.librarian("Cerys Morgan", Community.CARDIFF, List.of("PUBLIC"), List.of(tag, tag + "-2"));
    }

    private List<String> handles() {
        return suggestions.of(cerys.id(), null, 100).stream()
                .map(one -> one.card().person().handle())
                .toList();
    }

    private Suggestion suggested(Someone one) {
        return suggestions.of(cerys.id(), null, 100).stream()
                .filter(other -> other.card().person().id() == one.id())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(Suggestion one) {
        return one.reasons().stream().map(Suggestion.Reason::what).toList();
    }

    private void block(Someone blocker, Someone blocked) {
        jdbc.sql("insert into block values (?, ?, now())")
                .params(blocker.id(), blocked.id())
                .update();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, , false, 6",
        "0, 0, 20, , false, 3",
        "0, 0, 100, , true, 3",
        "4, 0, 20, , false, 15",
        "12, 0, 20, , false, 15",
        "0, 1, 20, , false, 7",
        "0, 5, 20, , false, 23",
        "0, 40, 20, , false, 23",
        "0, 0, 20, cpd23, false, 7",
        "2, 3, 0, , true, 26",
        "2, 3, 0, cpd23, true, 30"
    })
    void theScoreIsAsStated(
            int shared, int known, double kilometres, @Nullable String programme, boolean otherSector, double score) {
        Double scored = jdbc.sql("select " + Scoring.SQL + " from (values (cast(? as int), cast(? as int),"
                        + " cast(? as double precision), cast(? as text), cast(? as boolean)))"
                        + " x (shared, known, kilometres, programme, other_sector)")
                .params(shared, known, kilometres, programme, otherSector)
                .query(Double.class)
                .single();

        assertThat(scored).isCloseTo(score, within(0.001));
    }

    @Test
    void neighboursAreSuggestedAndWhoSharesMoreComesFirst() {
        Someone home = community.librarian("Home Body", Islands.QAQORTOQ, List.of("PUBLIC"), List.of(tag, tag + "-2"));
        Someone same = community.librarian("Same Town", Islands.QAQORTOQ, List.of("PUBLIC"), List.of(tag));
        Someone near = community.librarian("Near By", Islands.NARSAQ, List.of("HEALTH"), List.of(tag, tag + "-2"));
        Someone stranger = community.librarian("Strange R", Islands.NARSAQ, List.of(), List.of());

        List<Suggestion> all = suggestions.of(home.id(), null, 100);

        assertThat(all)
                .extracting(one -> one.card().person().handle())
                .containsSubsequence(near.handle(), same.handle(), stranger.handle())
                .doesNotContain(home.handle());
        assertThat(all)
                .isSortedAccordingTo(
                        java.util.Comparator.comparingDouble(Suggestion::score).reversed());
        assertThat(all.stream().filter(one -> one.card().person().id() == near.id()))
                .extracting(one -> one.card().roundKilometres())
                .allSatisfy(kilometres -> assertThat(kilometres).isBetween(10L, 40L));
    }

    @Test
    void whomThoseFollowWhomIFollowIsSuggestedHoweverFarAway() {
        long far = Islands.next();
        Someone wanted = community.librarian("Far Away", far, List.of("PUBLIC"), List.of());
        for (int i = 0; i < 4; i++) {
            Someone between = community.librarian("Between", Community.BANGOR);
            community.follow(cerys, between);
            community.follow(between, wanted);
        }

        Suggestion one = suggested(wanted);

        assertThat(one.known()).isEqualTo(4);
        assertThat(reasons(one)).containsExactly("known");
    }

    @Test
    void whoSharesAnInterestAndIsNewIsSuggestedHoweverFarAway() {
        Someone wanted = community.librarian("Far Away", Islands.next(), List.of("HEALTH"), List.of(tag));

        assertThat(reasons(suggested(wanted))).containsExactly("shared", "sector");
    }

    @Test
    void thereAreAtMostThreeReasonsTheWeightiestFirst() {
        Someone wanted = community.librarian("Gwen Parry", Community.CARDIFF, List.of("HEALTH"), List.of(tag));
        Someone between = community.librarian("Between", Community.BANGOR);
        community.follow(cerys, between);
        community.follow(between, wanted);

        assertThat(reasons(suggested(wanted))).containsExactly("shared", "known", "near");
    }

    @Test
    void whoIsSeenInTheSameProgrammeIsSuggestedHoweverFarAway() {
        Someone far = community.librarian("Far Away", Islands.next());
        Someone near = community.librarian("Near By", Community.NEWPORT, List.of(), List.of(tag));
        String programme = community.programme("cpd23", cerys, far, near);

        assertThat(reasons(suggested(far))).containsExactly("programme");
        assertThat(reasons(suggested(near))).containsExactly("shared", "programme.near");
        assertThat(suggested(near).programme()).isEqualTo(programme);
        assertThat(pages.get("/me/suggestions", cerys).text("main"))
                .contains("also in " + programme, "also in " + programme + ", 1");
    }

    @Test
    void aProgrammeIsNoReasonUnlessBothLetThemselvesBeSeenInIt() {
        Someone seen = community.librarian("Seen There", Islands.next());
        Someone unseen = community.librarian("Unseen There", Community.CARDIFF, List.of(), List.of(tag));
        String programme = community.programme("cpd23", seen);
        community.join(programme, unseen, false);
        community.join(programme, cerys, false);

        assertThat(handles()).contains(unseen.handle()).doesNotContain(seen.handle());
        assertThat(reasons(suggested(unseen))).containsExactly("shared", "near");

        pages.post("/programmes/" + programme + "/showing", cerys);

        assertThat(reasons(suggested(seen))).containsExactly("programme");
        assertThat(reasons(suggested(unseen))).containsExactly("shared", "near");
        block(seen, cerys);
        assertThat(handles()).doesNotContain(seen.handle());
    }

    @Test
    void whoNamesNoSectorIsNotFromAnother() {
        Someone none = community.librarian("No Sector", Community.CARDIFF, List.of(), List.of(tag));
        Someone both = community.librarian("Both", Community.CARDIFF, List.of("HEALTH", "PUBLIC"), List.of(tag));

        assertThat(reasons(suggested(none))).containsExactly("shared", "near");
        assertThat(reasons(suggested(both))).containsExactly("shared", "near");
    }

    @Test
    void neverWhoIsFollowedOrBlockedEitherWayOrDismissed() {
        List<Someone> all = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(community.librarian("Near " + i, Community.CARDIFF, List.of(), List.of(tag)));
        }
        Someone between = community.librarian("Between", Community.BANGOR);
        community.follow(cerys, between);
        all.forEach(one -> community.follow(between, one));
        assertThat(handles()).containsAll(all.stream().map(Someone::handle).toList());

        community.follow(cerys, all.get(0));
        block(all.get(1), cerys);
        block(cerys, all.get(2));
        pages.post("/me/suggestions/" + all.get(3).handle() + "/dismissal", cerys);

        assertThat(handles())
                .contains(all.get(4).handle())
                .doesNotContain(
                        all.get(0).handle(),
                        all.get(1).handle(),
                        all.get(2).handle(),
                        all.get(3).handle());
    }

    @Test
    void myPageShowsThemWithReasonsInWords() {
        community.librarian("Gwen Parry", Community.CARDIFF, List.of("HEALTH"), List.of(tag, tag + "-2"));

        Page mine = pages.get("/me", cerys);

        assertThat(mine.text("section[aria-labelledby=worth-meeting]"))
                .contains("Gwen Parry", "2 interests in common", "lives where you live", "from another sector: Health");
        assertThat(mine.html().select("form[action$=/dismissal]")).isNotEmpty();
    }

    @Test
    void besideAProfileOthersAreSuggestedAndToStrangersNobody() {
        Someone gwen = community.librarian("Gwen Parry", Community.CARDIFF, List.of("HEALTH"), List.of(tag));
        Someone tom = community.librarian("Tom Price", Community.CARDIFF, List.of("HEALTH"), List.of(tag));

        Page hers = pages.get("/librarians/" + gwen.handle(), cerys);

        assertThat(hers.text("aside")).contains("Also worth meeting", tom.name());
        assertThat(hers.html().select("aside .library-card").size()).isBetween(1, 3);
        assertThat(hers.text("aside")).doesNotContain("@" + gwen.handle());
        assertThat(pages.get("/librarians/" + gwen.handle()).text("aside")).doesNotContain("Also worth meeting");
    }

    @Test
    void whoIsDismissedCanBeHadBackOnThePageThatFollows() {
        Someone gwen = community.librarian("Gwen Parry", Community.CARDIFF, List.of("HEALTH"), List.of(tag));
        String address = "/me/suggestions/" + gwen.handle() + "/dismissal";

        pages.post(address, cerys);
        Page again = pages.post(address, cerys);

        assertThat(again.status()).isEqualTo(303);
        Page after = pages.get(again.location(), cerys);
        assertThat(after.text(".notice")).contains("@" + gwen.handle() + " will not be suggested to you again");
        assertThat(handles()).doesNotContain(gwen.handle());

        pages.post(after.html().select(".notice form").attr("action"), cerys);
        assertThat(handles()).contains(gwen.handle());
    }

    @Test
    void whatIsNoHandleIsNotRepeated() {
        assertThat(pages.get("/me/suggestions?dismissed=%3Cb%3Eyou+won%3C/b%3E", cerys)
                        .html()
                        .select(".notice"))
                .isEmpty();
    }

    @Test
    void nobodyDismissesThemselvesNorWhomNobodyKnowsNorWhoBlocksThem() {
        Someone gwen = community.librarian("Gwen Parry", Community.CARDIFF);
        block(gwen, cerys);

        assertThat(pages.post("/me/suggestions/" + cerys.handle() + "/dismissal", cerys)
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/me/suggestions/nobody-of-this-name/dismissal", cerys)
                        .status())
                .isEqualTo(404);
        assertThat(pages.post("/me/suggestions/" + gwen.handle() + "/dismissal", cerys)
                        .status())
                .isEqualTo(404);
        assertThat(pages.post("/me/suggestions/" + gwen.handle() + "/dismissal/withdrawal", cerys)
                        .status())
                .isEqualTo(404);
    }
}
