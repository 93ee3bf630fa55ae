package org.shelfmates.tweetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.validation.MapBindingResult;

class LocalTimesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MapBindingResult errors = new MapBindingResult(new java.util.HashMap<>(), "form");

    @ParameterizedTest
    @CsvSource({
        "2027-07-01T18:30, 2027-07-01T17:30:00Z",
        "2027-07-01 18:30, 2027-07-01T17:30:00Z",
        "2027-10-31T00:59, 2027-10-30T23:59:00Z",
        "2027-10-31T01:30, 2027-10-31T00:30:00Z", // the first of two
        "2027-10-31T02:00, 2027-10-31T02:00:00Z",
        "2027-03-28T00:59, 2027-03-28T00:59:00Z",
        "2027-03-28T01:00, 2027-03-28T01:00:00Z", // skipped: an hour later, 02:00
        "2027-03-28T01:59, 2027-03-28T01:59:00Z",
        "2027-03-28T02:00, 2027-03-28T01:00:00Z"
    })
    void aTimeIsWhatTheClocksOfThePlaceShow(String typed, Instant meant) {
        assertThat(LocalTimes.read("start", typed, LONDON, errors)).isEqualTo(meant);
        assertThat(errors.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2027-02-29T10:00, tweetup.time", "tomorrow, tweetup.time", "'', tweetup.time"})
    void whatIsNoTimeThereIsSaidBesideTheField(String typed, String message) {
        assertThat(LocalTimes.read("start", typed, LONDON, errors)).isNull();
        assertThat(errors.getFieldError("start").getCode()).isEqualTo(message);
    }

    @Test
    void aFieldThatIsWrongAlreadyIsNotReadAgain() {
        errors.rejectValue("start", "first");

        LocalTimes.read("start", "tomorrow", LONDON, errors);

        assertThat(errors.getFieldErrorCount("start")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-30T23:59:00Z, NOTHING",
        "2027-10-31T00:00:00Z, BACK",
        "2027-10-31T00:59:59Z, BACK",
        "2027-10-31T01:00:00Z, NOTHING", // the second of two
        "2027-10-31T12:00:00Z, NOTHING",
        "2027-03-28T00:59:59Z, NOTHING",
        "2027-03-28T01:00:00Z, FORWARD",
        "2027-03-28T01:59:59Z, FORWARD",
        "2027-03-28T02:00:00Z, NOTHING"
    })
    void whatTheClocksDoIsKnownToTheSecond(Instant time, Clocks clocks) {
        assertThat(Clocks.at(time, LONDON)).isEqualTo(clocks);
        assertThat(Clocks.at(time, ZoneId.of("Australia/Perth"))).isEqualTo(Clocks.NOTHING);
    }
}
