package org.shelfmates.tweetup;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.place.Place;
import org.shelfmates.web.Slug;

/** A meet-up. */
@Entity
class Tweetup {

    private static final int LONGEST_SLUG = 60;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String slug;
    private String title;
    private String plan;

    @Enumerated(EnumType.STRING)
    private State state;

    private @Nullable Long groupId;
    private long placeId;
    private String venue;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private String zone;
    private @Nullable Integer capacity;
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "planner", joinColumns = @JoinColumn(name = "tweetup_id"))
    @Column(name = "librarian_id")
    private Set<Long> planners = new HashSet<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Tweetup() {}

    /**
     * When a tweetup is.
     *
     * @param start before {@code end}
     */
    record Slot(Instant start, Instant end) {

        Slot {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("ends before it starts");
            }
        }
    }

    /** A plan whose date and place are settled from the beginning. */
    static Tweetup scheduled(
            String title, String plan, Place place, String venue, Slot slot, long planner, Instant now) {
        Tweetup tweetup = new Tweetup();
        tweetup.title = title;
        tweetup.plan = plan;
        String slug = Slug.ascii(title, LONGEST_SLUG);
        tweetup.slug = slug.isEmpty() ? "tweetup" : slug;
        tweetup.state = State.SCHEDULED;
        tweetup.placeId = place.id();
        tweetup.zone = place.zone();
        tweetup.venue = venue;
        tweetup.startsAt = slot.start();
        tweetup.endsAt = slot.end();
        tweetup.planners.add(planner);
        tweetup.createdAt = now;
        return tweetup;
    }

    /** What the conversation on a tweetup's page is about. */
    static Subject subject(long id) {
        return new Subject("tweetup", id);
    }

    void belongTo(long group) {
        groupId = group;
    }

    void limitTo(@Nullable Integer people) {
        capacity = people;
    }

    /** Whether people may say that they come, or do not: from the day there is a date until it is over. */
    boolean takesAnswers(Instant now) {
        return State.at(state, endsAt, now) == State.SCHEDULED;
    }

    /** @param taken how many places are confirmed */
    boolean hasRoom(long taken) {
        return capacity == null || taken < capacity;
    }

    long id() {
        return java.util.Objects.requireNonNull(id);
    }

    String slug() {
        return slug;
    }
}
