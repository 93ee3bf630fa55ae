package org.shelfmates.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * How often somebody may do what costs others something: token buckets by name and key, in this instance's memory
 * (several instances allow as many times more).
 */
@Component
public class RateLimits {

    private static final int LONGEST_KEY = 100;

    /** Full again after {@code per}, and forgotten then. */
    private record Kept(Bucket bucket, Duration per) {}

    private final Cache<String, Kept> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfter(Expiry.accessing((String key, Kept kept) -> kept.per()))
            .build();

    /**
     * Takes one of {@code times}, which come back evenly over {@code per}.
     *
     * @param name what is limited
     * @param key for whom, such as a network address
     * @throws TooManyRequestsException when none is left
     */
    public void take(String name, String key, int times, Duration per) {
        Duration wait = tryTake(name, key, times, per);
        if (!wait.isZero()) {
            throw new TooManyRequestsException(wait);
        }
    }

    /** @return how long to wait for one when none is left; zero when it was taken */
    public Duration tryTake(String name, String key, int times, Duration per) {
        var probe = bucket(name, key, times, per).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** What was taken turned out to cost nobody anything. */
    public void giveBack(String name, String key, int times, Duration per) {
        bucket(name, key, times, per).addTokens(1);
    }

    private Bucket bucket(String name, String key, int times, Duration per) {
        // a stranger chooses some keys: however long, they take as little room
        String kept = key.length() > LONGEST_KEY ? HexFormat.of().formatHex(Token.hash(key)) : key;
        return buckets.get(
                        name + ' ' + kept,
                        any -> new Kept(
                                Bucket.builder()
                                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                                        .build(),
                                per))
                .bucket();
    }
}
