package org.shelfmates.librarian.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Pages.Page;

class AnsweringTest extends IntroductionCase {

    private String conversation() {
        return pages.get(MINE, cerys).html().select("a[href^=/conversations/]").attr("href");
    }

    @Test
    void aYesMakesBothFollowEachOtherAndOpensTheirConversation() {
        ask(cerys, gwen);
        yes(gwen);

        assertThat(together(cerys, gwen)).isTrue();
        assertThat(pages.get(MINE, gwen).text("main")).contains("You are introduced to", "Cerys Morgan");
        assertThat(pages.get(conversation(), cerys).status()).isEqualTo(200);
        assertThat(pages.get(conversation(), gwen).status()).isEqualTo(200);
        assertThat(pages.get(conversation(), tom).status()).isEqualTo(404);
        told(cerys, "INTRODUCTION_AGREED", 1);
        assertThat(community.told(gwen, "INTRODUCTION_AGREED")).isEmpty();
    }

    @Test
    void whereAThirdIntroducesBothHaveToSayYesAndTheThirdIsNotToldOfIt() {
        introduce(tom, cerys, gwen);
        String asked = pages.get(MINE, tom).text("main");

        yes(cerys);
        assertThat(follow(cerys, gwen)).isFalse();
        assertThat(pages.get(MINE, cerys).text("main")).contains("You said yes to", "Gwen Parry");
        yes(gwen);

        assertThat(together(cerys, gwen)).isTrue();
        assertThat(pages.get(MINE, tom).text("main")).isEqualTo(asked);
        told(cerys, "INTRODUCTION_AGREED", 1);
        assertThat(community.told(tom, "INTRODUCTION_AGREED")).isEmpty();
        assertThat(pages.get(conversation(), tom).status()).isEqualTo(404);
    }

    @Test
    void aNotNowIsSilentForTheOther() {
        introduce(tom, cerys, gwen);
        notNow(gwen);

        assertThat(waits(cerys)).isTrue();
        yes(cerys);
        assertThat(pages.get(MINE, cerys).text("main")).contains("You said yes to", "Gwen Parry");
        assertThat(follow(cerys, gwen)).isFalse();
        assertThat(pages.get(MINE, gwen).text("main")).doesNotContain("Cerys Morgan");
    }

    @Test
    void ofTwoAnswersAtOnceNoneIsLost() throws Exception {
        introduce(tom, cerys, gwen);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            both.invokeAll(
                    List.<Callable<Page>>of(() -> answer(cerys, "acceptance"), () -> answer(gwen, "acceptance")));
        } finally {
            both.shutdown();
        }

        assertThat(together(cerys, gwen)).isTrue();
        assertThat(jdbc.sql("select count(*) from exchange where one_id in (:ids) and other_id in (:ids)")
                        .param("ids", List.of(cerys.id(), gwen.id()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void answeringTwiceIsAnsweringOnceAndAYesStays() {
        introduce(tom, cerys, gwen);
        String address =
                pages.get(MINE, gwen).html().select("form[action$=/acceptance]").attr("action");

        pages.post(address, gwen);
        assertThat(pages.post(address, gwen).status()).isEqualTo(303);
        assertThat(pages.post(address.replace("acceptance", "refusal"), gwen).status())
                .isEqualTo(303);
        yes(cerys);

        assertThat(together(cerys, gwen)).isTrue();
    }

    @Test
    void whoSaidNotNowMayAskAfterAll() {
        ask(cerys, gwen);
        notNow(gwen);

        ask(gwen, cerys);

        assertThat(together(cerys, gwen)).isTrue();
    }

    @Test
    void nobodyElseAnswersAndNothingThatIsOver() throws Exception {
        ask(cerys, gwen);
        String address =
                pages.get(MINE, gwen).html().select("form[action$=/acceptance]").attr("action");

        assertThat(pages.post(address, tom).status()).isEqualTo(404);
        assertThat(pages.post(MINE + "/0/acceptance", gwen).status()).isEqualTo(404);
        clock.after(
                Duration.ofDays(61),
                () -> assertThat(pages.post(address, gwen).status()).isEqualTo(404));
        block(cerys, gwen);
        assertThat(pages.post(address, gwen).status()).isEqualTo(404);
        assertThat(follow(cerys, gwen)).isFalse();
    }

    @Test
    void whoIsBlockedMeanwhileIsShownNoMore() {
        ask(cerys, gwen);
        block(gwen, cerys);

        assertThat(waits(gwen)).isFalse();
        assertThat(pages.get(MINE, cerys).text("main")).doesNotContain("Gwen Parry");
        assertThat(pages.get("/me", gwen).text("main")).doesNotContain("waits for your answer");
    }

    @Test
    void whatWasAsIfSentCannotBeAnswered() {
        block(gwen, tom);
        introduce(tom, cerys, gwen);
        introduce(cerys, tom, gwen);
        long silent = jdbc.sql("select id from introduction where asked_by = ? and not live")
                .param(cerys.id())
                .query(Long.class)
                .single();

        assertThat(pages.post(MINE + "/" + silent + "/acceptance", gwen).status())
                .isEqualTo(404);
    }
}
