package org.shelfmates.tweetup.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shelfmates.tweetup.Clocks;

class RankingTest {

    private static final Instant NOON = Instant.parse("2027-03-14T12:00:00Z");

    private static Option option(long id, int day, int yes, int ifNeedBe, int no) {
        Instant start = NOON.plus(Duration.ofDays(day));
        Instant end = start.plus(Duration.ofHours(2));
        return new Option(id, start, end, Clocks.NOTHING, null, "", null, "", false, yes, ifNeedBe, no, null);
    }

    private static Option venue(long id, int yes) {
        return new Option(id, null, null, Clocks.NOTHING, "The café", "", null, "", false, yes, 0, 0, null);
    }

    private static Long best(Option... options) {
        return Ranking.best(List.of(options)).map(Option::id).orElse(null);
    }

    @Test
    void mostYesIsBest() {
        assertThat(best(option(1, 1, 2, 9, 0), option(2, 2, 3, 0, 5))).isEqualTo(2);
    }

    @Test
    void ofThoseWithMostYesTheOneToWhichMostCouldCome() {
        assertThat(best(option(1, 1, 3, 0, 0), option(2, 2, 3, 2, 4))).isEqualTo(2);
    }

    @Test
    void thenTheOneToWhichFewestSayNo() {
        assertThat(best(option(1, 1, 3, 1, 2), option(2, 2, 3, 1, 1))).isEqualTo(2);
    }

    @Test
    void thenTheEarliest() {
        assertThat(best(option(1, 5, 3, 1, 2), option(2, 2, 3, 1, 2))).isEqualTo(2);
    }

    @Test
    void ofVenuesTheOneThatWasNamedFirst() {
        assertThat(best(venue(2, 1), venue(1, 1))).isEqualTo(1);
    }

    @Test
    void noneIsBestWhereNobodyCouldCome() {
        assertThat(best(option(1, 1, 0, 0, 4), option(2, 2, 0, 0, 0))).isNull();
    }

    @Test
    void ifNeedBeIsEnoughToBeBest() {
        assertThat(best(option(1, 1, 0, 0, 0), option(2, 2, 0, 1, 3))).isEqualTo(2);
    }
}
