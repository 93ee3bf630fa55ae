package org.shelfmates.notice.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.shelfmates.notice.Channel;

class MorningsTest {

    private static Instant last(Channel channel, String zone, String now) {
        return Mornings.last(channel, ZoneId.of(zone), Instant.parse(now));
    }

    @Test
    void aDayBeginsAtEightByTheClocksOfThePlaceInWinterAndInSummer() {
        assertThat(last(Channel.DAILY, "Europe/London", "2027-01-12T08:00:00Z")).isEqualTo("2027-01-12T08:00:00Z");
        assertThat(last(Channel.DAILY, "Europe/London", "2027-01-12T07:59:59Z")).isEqualTo("2027-01-11T08:00:00Z");
        assertThat(last(Channel.DAILY, "Europe/London", "2027-07-12T07:00:00Z")).isEqualTo("2027-07-12T07:00:00Z");
        assertThat(last(Channel.DAILY, "Australia/Perth", "2027-07-12T07:00:00Z"))
                .isEqualTo("2027-07-12T00:00:00Z");
    }

    @Test
    void theDayOfAnotherTimeIsShorterOrLonger() {
        assertThat(last(Channel.DAILY, "Europe/London", "2027-03-28T07:30:00Z")).isEqualTo("2027-03-28T07:00:00Z");
        assertThat(last(Channel.DAILY, "Europe/London", "2027-03-28T06:59:00Z")).isEqualTo("2027-03-27T08:00:00Z");
        assertThat(last(Channel.DAILY, "Europe/London", "2027-10-31T07:30:00Z")).isEqualTo("2027-10-30T07:00:00Z");
    }

    @Test
    void aWeekBeginsOnMonday() {
        assertThat(last(Channel.WEEKLY, "Europe/London", "2027-01-11T07:59:00Z"))
                .isEqualTo("2027-01-04T08:00:00Z");
        assertThat(last(Channel.WEEKLY, "Europe/London", "2027-01-11T08:00:00Z"))
                .isEqualTo("2027-01-11T08:00:00Z");
        assertThat(last(Channel.WEEKLY, "Europe/London", "2027-01-17T23:00:00Z"))
                .isEqualTo("2027-01-11T08:00:00Z");
        assertThat(last(Channel.WEEKLY, "Australia/Perth", "2027-01-17T23:59:00Z"))
                .isEqualTo("2027-01-11T00:00:00Z");
    }
}
