package org.shelfmates.tweetup.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shelfmates.support.Community;
import org.shelfmates.support.Community.Someone;
import org.shelfmates.support.Pages;
import org.shelfmates.support.Pages.Page;
import org.shelfmates.support.ShelfmatesTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time, venue and cancellation: of one date of a series alone, or of all after it too. */
@ShelfmatesTest
class SeriesChangeTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Autowired
    Pages pages;

    @Autowired
    Community community;

    @Autowired
    JdbcClient jdbc;

    private Someone planner;
    private Someone guest;
    private Community.Series series;

    @BeforeEach
    void fiveWeeks() {
        planner = community.librarian("Cerys Morgan", Community.CARDIFF);
        guest = community.librarian("Gwen Pritchard", Community.BANGOR);
        series = community.series("Every week", Community.CARDIFF, planner, 5);
    }

    private long member(int n) {
        return series.tweetups().get(n);
    }

    private static String page(long tweetup) {
        return "/tweetups/" + tweetup + "/a-tweetup";
    }

    private Page change(long tweetup, String... changes) {
        Page form = pages.get(page(tweetup) + "/change", planner);
        String[] all = Stream.concat(Stream.of("reason", "The room is taken"), Stream.of(changes))
                .toArray(String[]::new);
        return pages.post(page(tweetup) + "/change", planner, Pages.filled(form, "form[action$=/change]", all));
    }

    private Page moveLater(long tweetup, LocalDateTime start) {
        return change(
                tweetup, "start", start.toString(), "end", start.plusHours(2).toString(), "scope", "LATER");
    }

    private LocalDateTime start(long tweetup) {
        return LocalDateTime.ofInstant(
                jdbc.sql("select starts_at from tweetup where id = ?")
                        .param(tweetup)
                        .query(Timestamp.class)
                        .single()
                        .toInstant(),
                LONDON);
    }

    private List<LocalDateTime> starts() {
        return series.tweetups().stream().map(this::start).toList();
    }

    private String text(long tweetup, String column) {
        return jdbc.sql("select " + column + " from tweetup where id = ?")
                .param(tweetup)
                .query((row, n) -> row.getString(1))
                .list()
                .get(0);
    }

    private List<String> texts(String column) {
        return series.tweetups().stream().map(id -> text(id, column)).toList();
    }

    private String ofSeries(String column) {
        return jdbc.sql("select " + column + " from series where id = ?")
                .param(series.id())
                .query(String.class)
                .single();
    }

    @Test
    void theFormsAskWhichDatesAndMeanTheOneByItself() {
        for (String form : List.of("/edit", "/change", "/cancellation")) {
            Page page = pages.get(page(member(1)) + form, planner);
            assertThat(page.html().select("input[name=scope]").eachAttr("value"))
                    .as(form)
                    .containsExactly("ONE", "LATER");
            assertThat(page.html().select("input[name=scope][checked]").val()).isEqualTo("ONE");
        }
        long alone = community.tweetup("Alone", Community.CARDIFF, planner, 4);
        assertThat(pages.get(page(alone) + "/change", planner).html().select("input[name=scope]"))
                .isEmpty();
    }

    @Test
    void aloneItLeavesTheOthersAsTheyAre() {
        List<LocalDateTime> before = starts();

        Page changed = change(member(1), "start", before.get(1).plusHours(1).toString(), "venue", "The park");

        assertThat(changed.location()).isEqualTo(page(member(1)));
        assertThat(starts())
                .containsExactly(
                        before.get(0), before.get(1).plusHours(1), before.get(2), before.get(3), before.get(4));
        assertThat(texts("venue")).containsExactly("The café", "The park", "The café", "The café", "The café");
        assertThat(ofSeries("start_time")).isEqualTo("18:00:00");
    }

    @Test
    void aVenueOfTheDirectoryIsThatOfAllAfterItAlsoWhereItsNameStoodThereAlready() {
        String name = Community.unique("The Room");
        long room = community.venue(name, Community.CARDIFF, "FREE", null);
        jdbc.sql("update tweetup set venue = ? where id in (?, ?)")
                .params(name, member(1), member(2))
                .update();
        jdbc.sql("update tweetup set state = 'POLLING', starts_at = null, ends_at = null where id = ?")
                .param(member(3))
                .update();
        jdbc.sql("update tweetup set venue = ? where id = ?")
                .params(name, member(3))
                .update();

        assertThat(change(member(1), "known", "" + room, "scope", "LATER").status())
                .isEqualTo(303);

        assertThat(texts("venue_id")).containsExactly(null, "" + room, "" + room, "" + room, null);
        assertThat(texts("venue")).containsExactly("The café", name, name, name, "The café");
    }

    @Test
    void anotherTimeLeavesTheVenueOfTheDirectoryToAllAfterIt() {
        long room = community.venue(Community.unique("The Room"), Community.CARDIFF, "FREE", null);
        change(member(1), "known", "" + room, "scope", "LATER");

        moveLater(member(2), start(member(2)).plusDays(1));

        assertThat(texts("venue_id")).containsExactly(null, "" + room, "" + room, "" + room, "" + room);
    }

    @Test
    void fromHereOnAllAfterItMoveByAsManyDaysToTheSameTimeAndWhoAnsweredIsAsked() {
        List<LocalDateTime> before = starts();
        pages.post("/tweetups/" + member(3) + "/rsvp", guest, "answer", "going");

        Page changed = moveLater(member(1), before.get(1).plusDays(1).with(LocalTime.of(19, 30)));

        assertThat(changed.location()).isEqualTo("/series/" + series.id() + "/a-tweetup?from=" + member(1));
        assertThat(pages.get(changed.location(), planner).text("[role=status]"))
                .isEqualTo("Saved, for that date and all after it");
        assertThat(starts().get(0)).isEqualTo(before.get(0));
        for (int n = 1; n < 5; n++) {
            assertThat(start(member(n))).isEqualTo(before.get(n).plusDays(1).with(LocalTime.of(19, 30)));
        }
        assertThat(pages.get(page(member(3)), guest).text("[aria-labelledby=still-coming]"))
                .contains("Still coming?", "19:30");
        assertThat(jdbc.sql("select count(*) from change c join tweetup t on t.id = c.tweetup_id"
                                + " where t.series_id = ? and reason = 'The room is taken'")
                        .param(series.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(pages.get(page(member(4))).text(".facts")).contains("Moved from", "The room is taken");
    }

    @Test
    void theRuleAndTheDatesOfASeriesFollowWhenItMoves() {
        LocalDate second = start(member(1)).toLocalDate();

        moveLater(member(1), second.plusDays(1).atTime(19, 30));

        assertThat(ofSeries("start_time")).isEqualTo("19:30:00");
        assertThat(ofSeries("rule"))
                .isEqualTo("FREQ=WEEKLY;INTERVAL=1;BYDAY="
                        + second.plusDays(1).getDayOfWeek().name().substring(0, 2));
        assertThat(ofSeries("first_date")).isEqualTo(second.plusDays(1).toString());
        assertThat(texts("series_date"))
                .containsExactly(
                        second.minusWeeks(1).toString(),
                        second.plusDays(1).toString(),
                        second.plusDays(8).toString(),
                        second.plusDays(15).toString(),
                        second.plusDays(22).toString());
        assertThat(ofSeries("until")).isEqualTo(second.plusDays(22).toString());
    }

    @Test
    void byAWholeWeekEachTakesTheDateOfTheNext() {
        LocalDateTime second = start(member(1));

        assertThat(moveLater(member(1), second.plusWeeks(1)).status()).isEqualTo(303);

        assertThat(texts("series_date").subList(1, 5))
                .containsExactly(
                        second.toLocalDate().plusWeeks(1).toString(),
                        second.toLocalDate().plusWeeks(2).toString(),
                        second.toLocalDate().plusWeeks(3).toString(),
                        second.toLocalDate().plusWeeks(4).toString());
    }

    @Test
    void onlyWhatTheChangeChangesIsCarriedOn() {
        List<LocalDateTime> before = starts();
        change(member(2), "start", before.get(2).minusHours(1).toString(), "venue", "The park");

        change(member(1), "venue", "The library", "scope", "LATER");

        assertThat(starts().get(2)).isEqualTo(before.get(2).minusHours(1));
        assertThat(texts("venue"))
                .containsExactly("The café", "The library", "The library", "The library", "The library");
        change(member(3), "venue", "The boat");
        moveLater(member(1), before.get(1).plusHours(1));
        assertThat(texts("venue").get(3)).isEqualTo("The boat");
        assertThat(start(member(2)).toLocalTime()).isEqualTo(LocalTime.of(19, 0));
    }

    @Test
    void theSeriesKeepsItsTimeWhenOneThatWasAloneAtAnotherTimeMovesByDays() {
        List<LocalDateTime> before = starts();
        change(member(1), "start", before.get(1).minusHours(2).toString());

        change(
                member(1),
                "start",
                before.get(1).minusHours(2).plusDays(1).toString(),
                "end",
                before.get(1).plusHours(2).plusDays(1).toString(),
                "scope",
                "LATER");

        assertThat(start(member(1))).isEqualTo(before.get(1).minusHours(2).plusDays(1));
        assertThat(start(member(2))).isEqualTo(before.get(2).plusDays(1));
        assertThat(ofSeries("start_time || ' ' || lasts")).isEqualTo("18:00:00 7200");
    }

    @Test
    void monthlyDatesThatAreIrregularAfterwardsLeaveTheRuleAsItIs() {
        LocalDate first = start(member(1)).toLocalDate();
        List<LocalDate> thursdays =
                Recurrence.parse("FREQ=MONTHLY;BYDAY=1TH").dates(LocalDate.of(2027, 1, 7), LocalDate.of(2027, 12, 31));
        jdbc.sql(
                        "update series set rule = 'FREQ=MONTHLY;BYDAY=1TH', first_date = '2027-01-07', until = '2027-12-31' where id = ?")
                .param(series.id())
                .update();
        for (int n = 0; n < 5; n++) {
            // from 7 January to 6 May; the first of January is a Friday, and the first Friday is before the first
            // Thursday
            jdbc.sql("update tweetup set series_date = ? where id = ?")
                    .params(thursdays.get(n), member(n))
                    .update();
        }

        moveLater(member(0), start(member(0)).plusDays(1));

        assertThat(ofSeries("rule")).isEqualTo("FREQ=MONTHLY;BYDAY=1TH");
        assertThat(text(member(0), "series_date")).isEqualTo("2027-01-07");
        assertThat(start(member(1)).toLocalDate()).isEqualTo(first.plusDays(1));
    }

    @Test
    void whatIsCancelledOrNotTheirsIsLeftOutAndCounted() {
        List<LocalDateTime> before = starts();
        pages.post("/tweetups/" + member(2) + "/cancellation", planner, "because", "Rain");
        jdbc.sql("update planner set librarian_id = ? where tweetup_id in (?, ?)")
                .params(guest.id(), member(0), member(4))
                .update();

        Page changed = moveLater(member(1), before.get(1).plusHours(1));

        assertThat(pages.get(changed.location(), planner).text("[role=status]"))
                .contains("1 later date was left out, because you do not plan it.");
        assertThat(starts())
                .containsExactly(
                        before.get(0),
                        before.get(1).plusHours(1),
                        before.get(2),
                        before.get(3).plusHours(1),
                        before.get(4));
    }

    @Test
    void whatWouldBePastIsRefusedAltogether() {
        LocalDate today = LocalDate.now(LONDON);
        long soon = member(1);
        List<LocalDateTime> before = starts();
        change(
                soon,
                "start",
                today.plusDays(300).atTime(18, 0).toString(),
                "end",
                today.plusDays(300).atTime(20, 0).toString());

        Page refused = moveLater(soon, before.get(1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("#start-error")).contains("a later date of the series would be in the past");
        assertThat(refused.html().select("input[name=scope][checked]").val()).isEqualTo("LATER");
        assertThat(starts().subList(2, 5)).isEqualTo(before.subList(2, 5));
        assertThat(start(soon).toLocalDate()).isEqualTo(today.plusDays(300));
    }

    @Test
    void cancelledFromHereOnAllAfterItAreCancelledWithTheReason() {
        pages.post("/tweetups/" + member(3) + "/cancellation", planner, "because", "Rain");

        Page cancelled =
                pages.post("/tweetups/" + member(1) + "/cancellation", planner, "because", "It ends", "scope", "LATER");

        assertThat(cancelled.location()).startsWith("/series/" + series.id());
        assertThat(texts("state")).containsExactly("SCHEDULED", "CANCELLED", "CANCELLED", "CANCELLED", "CANCELLED");
        assertThat(texts("cancelled_because")).containsExactly("", "It ends", "It ends", "Rain", "It ends");
    }

    @Test
    void cancelledAloneTheOthersTakePlaceAndTheNextIsTheOneAfter() {
        pages.post("/tweetups/" + member(1) + "/cancellation", planner, "because", "Rain");

        assertThat(texts("state")).containsExactly("SCHEDULED", "CANCELLED", "SCHEDULED", "SCHEDULED", "SCHEDULED");
        assertThat(pages.get(page(member(0))).html().select("a[rel=next]").attr("href"))
                .isEqualTo(page(member(2)));
    }

    @Test
    void twoChangesFromDifferentDatesOnDoNotBlockEachOther() throws Exception {
        List<LocalDateTime> before = starts();
        pages.csrf();

        var one = CompletableFuture.supplyAsync(() ->
                change(member(0), "venue", "The library", "scope", "LATER").status());
        var two = CompletableFuture.supplyAsync(
                () -> moveLater(member(2), before.get(2).plusHours(1)).status());

        assertThat(List.of(one.get(), two.get())).allMatch(status -> status == 303 || status == 409);
        assertThat(one.get()).isEqualTo(303);
    }

    @Test
    void nobodyElseChangesASeriesAndAMadeUpReachIsRefused() {
        assertThat(pages.post("/tweetups/" + member(1) + "/cancellation", guest, "because", "Mine", "scope", "LATER")
                        .status())
                .isEqualTo(403);
        assertThat(pages.post("/tweetups/" + member(1) + "/cancellation", planner, "because", "Mine", "scope", "ALL")
                        .status())
                .isEqualTo(400);
        assertThat(pages.post("/tweetups/999999999/cancellation", planner, "because", "Mine", "scope", "LATER")
                        .status())
                .isEqualTo(404);
        assertThat(texts("state")).containsOnly("SCHEDULED");
    }

    @Test
    void whatBelongsToNoSeriesHasNoneAfterIt() {
        long alone = community.tweetup("Alone", Community.CARDIFF, planner, 4);

        assertThat(change(alone, "venue", "The park", "scope", "LATER").location())
                .isEqualTo(page(alone));
        assertThat(text(alone, "venue")).isEqualTo("The park");
    }

    @Test
    void throughAChangeOfTheClocksTheTimeStaysTheSame() {
        Community.Series year = community.series("A year", Community.CARDIFF, planner, 45);
        LocalDateTime first = start(year.first());

        moveLater(year.first(), first.with(LocalTime.of(17, 15)));

        List<Instant> starts = year.tweetups().stream()
                .map(id -> start(id).atZone(LONDON).toInstant())
                .toList();
        assertThat(starts).allMatch(start -> LocalTime.ofInstant(start, LONDON).equals(LocalTime.of(17, 15)));
        assertThat(starts.stream().map(LONDON.getRules()::getOffset).distinct()).hasSize(2);
    }
}
