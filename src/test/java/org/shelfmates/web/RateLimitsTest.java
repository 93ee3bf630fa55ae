package org.shelfmates.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final RateLimits limits = new RateLimits();

    private void take(String name, String key) {
        limits.take(name, key, 3, Duration.ofHours(1));
    }

    @Test
    void whoAsksTooOftenIsToldHowLongToWait() {
        for (int i = 0; i < 3; i++) {
            take("mail", "cerys");
        }

        var refusal = catchThrowableOfType(TooManyRequestsException.class, () -> take("mail", "cerys"));

        assertThat(refusal.seconds()).isBetween(1100L, 1200L);
    }

    @Test
    void nobodyPaysForAnother() {
        for (int i = 0; i < 3; i++) {
            take("mail", "cerys");
        }

        assertThatNoException().isThrownBy(() -> take("mail", "tom"));
        assertThatNoException().isThrownBy(() -> take("comment", "cerys"));
        assertThatThrownBy(() -> take("mail", "cerys")).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        for (int i = 0; i < 20; i++) {
            take("mail", "cerys");
            limits.giveBack("mail", "cerys", 3, Duration.ofHours(1));
        }
        for (int i = 0; i < 3; i++) {
            take("mail", "cerys");
        }

        assertThat(limits.tryTake("mail", "cerys", 3, Duration.ofHours(1))).isPositive();
    }

    @Test
    void longKeysThatDifferAtTheirEndAreNotTheSame() {
        String key = "a".repeat(1000);
        for (int i = 0; i < 3; i++) {
            take("mail", key + "b");
        }

        assertThatNoException().isThrownBy(() -> take("mail", key + "c"));
        assertThatThrownBy(() -> take("mail", key + "b")).isInstanceOf(TooManyRequestsException.class);
    }

    @Test
    void aCrowdAtOnceGetsAsManyAsThereAre() {
        var taken = new AtomicInteger();

        IntStream.range(0, 200).parallel().forEach(n -> {
            try {
                limits.take("mail", "crowd", 30, Duration.ofHours(1));
                taken.incrementAndGet();
            } catch (TooManyRequestsException e) {
                // as it should be for most
            }
        });

        assertThat(taken).hasValue(30);
    }

    @Test
    void theWaitIsNeverToldAsNothing() {
        limits.take("quick", "cerys", 1, Duration.ofMillis(900));

        var refusal = catchThrowableOfType(
                TooManyRequestsException.class, () -> limits.take("quick", "cerys", 1, Duration.ofMillis(900)));

        assertThat(refusal.seconds()).isEqualTo(1);
    }
}
