package org.shelfmates.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often somebody may do what costs others something: token buckets by name and key, in this instance's memory
 * (several instances allow as many times more).
 */
@Component
public class RateLimits {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(LONGEST)
            .build();

    /**
     * Takes one of {@code times}, which come back evenly over {@code per} (an hour at most).
     *
     * @param name what is limited
     * @param key for whom, such as a network address
     * @throws TooManyRequestsException when none is left
     */
    public void take(String name, String key, int times, Duration per) {
        var probe = bucket(name, key, times, per).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** @return whether {@link #take} would succeed, without taking */
    public boolean allows(String name, String key, int times, Duration per) {
        return bucket(name, key, times, per).getAvailableTokens() > 0;
    }

    private Bucket bucket(String name, String key, int times, Duration per) {
        return buckets.get(
                name + ' ' + key,
                any -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, per))
                        .build());
    }
}
