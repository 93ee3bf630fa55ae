package org.shelfmates.tweetup.rsvp;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The places of a tweetup and of its parts. A party has all the places that it asks for or none: one for each person in the
 * whole, and one for each person in every part that they come to.
 */
final class Room {

    private final Space whole;
    private final Map<Long, Space> parts = new HashMap<>();

    /**
     * @param capacity how many may come, null for any number
     * @param taken how many have a place
     */
    Room(@Nullable Integer capacity, long taken) {
        whole = new Space(capacity, taken);
    }

    void part(long id, @Nullable Integer capacity, long taken) {
        parts.put(id, new Space(capacity, taken));
    }

    boolean hasParts() {
        return !parts.isEmpty();
    }

    boolean knows(Collection<Long> ids) {
        return parts.keySet().containsAll(ids);
    }

    boolean fits(int size, Set<Long> ids) {
        return spaces(ids).allMatch(space -> space.fits(size));
    }

    void take(int size, Set<Long> ids) {
        spaces(ids).forEach(space -> space.taken += size);
    }

    void giveBack(int size, Set<Long> ids) {
        spaces(ids).forEach(space -> space.taken -= size);
    }

    /** Whether nobody at all fits any more. */
    boolean full() {
        return !whole.fits(1) || hasParts() && parts.values().stream().noneMatch(space -> space.fits(1));
    }

    private Stream<Space> spaces(Set<Long> ids) {
        return Stream.concat(Stream.of(whole), ids.stream().map(parts::get));
    }

    private static final class Space {

        private final @Nullable Integer capacity;
        private long taken;

        Space(@Nullable Integer capacity, long taken) {
            this.capacity = capacity;
            this.taken = taken;
        }

        boolean fits(int size) {
            return capacity == null || taken + size <= capacity;
        }
    }
}
