package org.shelfmates.librarian.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages.Page;

class AskingTest extends IntroductionCase {

    @Test
    void aProfileOffersItToWhoIsSignedInAndNotToStrangers() {
        assertThat(pages.get("/librarians/" + gwen.handle(), cerys).text("main"))
                .contains("Ask to be introduced", "Introduce Gwen Parry to somebody");
        assertThat(pages.get("/librarians/" + gwen.handle()).text("main")).doesNotContain("introduced", "Introduce");
        assertThat(pages.get("/librarians/" + cerys.handle(), cerys).text("main"))
                .doesNotContain("Ask to be introduced");
    }

    @Test
    void whoIsAskedIsToldAndSeesWhoAsksAndWhy() {
        Page asked = ask(cerys, gwen);

        assertThat(asked.status()).isEqualTo(303);
        assertThat(pages.get(asked.location(), cerys).text("main")).contains("That is asked", "Gwen Parry");
        assertThat(pages.get(MINE, gwen).text("main"))
                .contains("Cerys Morgan asks to be introduced to you", "You run zine fairs.", "Public", "Cardiff");
        told(gwen, "INTRODUCTION_ASKED", 1);
        assertThat(community.told(cerys, "INTRODUCTION_ASKED")).isEmpty();
        assertThat(pages.get("/me", gwen).text("main")).contains("One introduction waits for your answer");
    }

    @Test
    void whoIsIntroducedByAThirdIsToldOfBoth() {
        introduce(tom, cerys, gwen);

        assertThat(pages.get(MINE, cerys).text("main"))
                .contains("Gwen Parry", "Tom Price introduces you", "You both like zines.");
        assertThat(pages.get(MINE, gwen).text("main")).contains("Cerys Morgan", "Tom Price introduces you");
        told(cerys, "INTRODUCTION_ASKED", 1);
        told(gwen, "INTRODUCTION_ASKED", 1);
        assertThat(pages.get("/me/notices", gwen).text("main"))
                .contains("Tom Price would like to introduce you to Cerys Morgan");
    }

    @Test
    void askingTwiceIsAskingOnce() {
        ask(cerys, gwen);
        Page again = ask(cerys, gwen);

        assertThat(again.status()).isEqualTo(303);
        assertThat(rows(cerys, gwen)).containsExactly(cerys.handle() + " live");
    }

    @Test
    void aPairIsAskedOnceHoweverManyIntroduceThem() {
        introduce(tom, cerys, gwen);
        Someone other = community.librarian("Owen Rees", Community.CARDIFF);
        Page second = introduce(other, gwen, cerys);

        assertThat(second.location()).endsWith("/me/introductions?asked=yes");
        assertThat(rows(cerys, gwen)).containsExactly(tom.handle() + " live", other.handle());
        assertThat(pages.get(MINE, other).text("main")).contains("You asked for", "Gwen Parry", "Cerys Morgan");
        assertThat(pages.get(MINE, gwen).html().select("form[action$=/acceptance]"))
                .hasSize(1);
    }

    @Test
    void ofTwoWhoIntroduceThePairAtOnceOneReachesThem() throws Exception {
        Someone other = community.librarian("Owen Rees", Community.CARDIFF);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            both.invokeAll(
                    List.<Callable<Page>>of(() -> introduce(tom, cerys, gwen), () -> introduce(other, gwen, cerys)));
        } finally {
            both.shutdown();
        }

        assertThat(rows(cerys, gwen)).hasSize(2);
        assertThat(rows(cerys, gwen).get(0)).endsWith(" live");
        assertThat(rows(cerys, gwen).get(1)).doesNotEndWith(" live");
    }

    @Test
    void twoWhoAskForEachOtherAreIntroducedAtOnce() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            both.invokeAll(List.<Callable<Page>>of(() -> ask(cerys, gwen), () -> ask(gwen, cerys)));
        } finally {
            both.shutdown();
        }

        assertThat(together(cerys, gwen)).isTrue();
    }

    @Test
    void afterANotNowNobodyReachesThePairForAYearAndTheAskerSeesTheSame() throws Exception {
        ask(cerys, gwen);
        String before = pages.get(MINE, cerys).text("main");
        notNow(gwen);

        assertThat(pages.get(MINE, cerys).text("main")).isEqualTo(before);
        introduce(tom, cerys, gwen);
        assertThat(rows(cerys, gwen)).containsExactly(cerys.handle() + " live", tom.handle());
        assertThat(waits(gwen)).isFalse();
        clock.after(Duration.ofDays(90), () -> {
            assertThat(ask(cerys, gwen).location()).endsWith("/me/introductions?asked=yes");
            assertThat(pages.get(MINE, cerys).text("main")).contains("Gwen Parry");
            assertThat(waits(gwen)).isFalse();
        });
        clock.after(Duration.ofDays(370), () -> {
            ask(cerys, gwen);
            assertThat(waits(gwen)).isTrue();
        });
    }

    @Test
    void onesOwnNotNowIsNoReasonAgainstAskingOneself() throws Exception {
        ask(cerys, gwen);
        notNow(gwen);
        clock.after(Duration.ofDays(90), () -> {
            ask(gwen, cerys);
            assertThat(waits(cerys)).isTrue();
        });
    }

    @Test
    void whatNobodyAnswersIsOverAfter60DaysAndMayBeAskedAgain() throws Exception {
        ask(cerys, gwen);
        clock.after(Duration.ofDays(61), () -> {
            assertThat(waits(gwen)).isFalse();
            assertThat(pages.get(MINE, cerys).text("main")).doesNotContain("Gwen Parry");
            ask(cerys, gwen);
            assertThat(waits(gwen)).isTrue();
        });
    }

    @Test
    void fiveAWeekAreEnough() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(cerys, community.librarian("Somebody", Community.CARDIFF))
                            .status())
                    .isEqualTo(303);
        }

        Page sixth = ask(cerys, gwen);

        assertThat(sixth.status()).isEqualTo(422);
        assertThat(sixth.text(".error-summary")).contains("five introductions within a week");
        assertThat(sixth.html().select("input[name=words]").val()).isEqualTo("You run zine fairs.");
        clock.after(
                Duration.ofDays(8), () -> assertThat(ask(cerys, gwen).status()).isEqualTo(303));
    }

    @Test
    void betweenBlockedPeopleItIsAsIfSentAndNobodyIsTold() {
        block(gwen, cerys);

        assertThat(introduce(tom, cerys, gwen).location()).endsWith("/me/introductions?asked=yes");
        assertThat(pages.get(MINE, tom).text("main")).contains("Cerys Morgan", "Gwen Parry");
        assertThat(rows(cerys, gwen)).containsExactly(tom.handle());
        assertThat(waits(cerys)).isFalse();
        assertThat(waits(gwen)).isFalse();
    }

    @Test
    void whoBlocksMeIsNobodyIKnowOf() {
        block(gwen, cerys);

        assertThat(ask(cerys, gwen).status()).isEqualTo(404);
        assertThat(introduce(cerys, gwen, tom).status()).isEqualTo(404);
        assertThat(introduce(cerys, tom, gwen).text(".error-summary")).contains("We know nobody of that handle");
    }

    @Test
    void whoFollowEachOtherNeedNoIntroduction() {
        community.follow(cerys, gwen);
        community.follow(gwen, cerys);

        assertThat(ask(cerys, gwen).text(".error-summary")).contains("You follow each other already");
        assertThat(introduce(tom, cerys, gwen).status()).isEqualTo(303);
        assertThat(waits(gwen)).isFalse();
    }

    @Test
    void formsWithErrorsComeBackFilledIn() {
        String long301 = "x".repeat(301);
        assertThat(pages.post(of(gwen), cerys, "words", " ").text(".error-summary"))
                .contains("Say why in a line.");
        assertThat(pages.post(of(gwen), cerys, "words", long301).text(".error-summary"))
                .contains("at most 300");
        assertThat(pages.post(of(gwen), cerys, "words", "a\0b").status()).isIn(400, 422);
        Page unknown = pages.post(of(gwen) + "/others", cerys, "handle", "nobody-at-all", "words", "Why not");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.html().select("#words").val()).isEqualTo("Why not");
        assertThat(introduce(cerys, gwen, gwen).text(".error-summary")).contains("Name somebody else");
        assertThat(introduce(cerys, gwen, cerys).text(".error-summary")).contains("Name somebody else");
        assertThat(rows(cerys, gwen)).isEmpty();
    }

    @Test
    void nobodyAsksForThemselvesNorForWhomNobodyKnows() {
        assertThat(ask(cerys, cerys).status()).isEqualTo(400);
        assertThat(pages.get(of(cerys), cerys).status()).isEqualTo(400);
        assertThat(introduce(cerys, cerys, gwen).status()).isEqualTo(400);
        assertThat(pages.get("/librarians/nobody-at-all/introduction", cerys).status())
                .isEqualTo(404);
        assertThat(pages.post("/librarians/nobody-at-all/introduction", cerys, "words", "x")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void thoseWhomOneFollowsAreSuggested() {
        community.follow(tom, cerys);

        assertThat(pages.get(of(gwen) + "/others", tom).html().select("datalist option[value=" + cerys.handle() + "]"))
                .hasSize(1);
    }
}
