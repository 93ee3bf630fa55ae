package org.shelfmates.tweetup;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.conversation.Subject;
import org.shelfmates.place.Place;
import org.shelfmates.web.Slug;

/** A meet-up. */
@Entity
public class Tweetup {

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
    private @Nullable Long occasionId;
    private long placeId;
    private String venue;
    private @Nullable Long venueId;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private String zone;
    private @Nullable Integer capacity;
    private int companionsMax;
    private @Nullable Instant answersCloseAt;
    private boolean agreement;
    private @Nullable Instant datedAt;
    private boolean free;
    private boolean stepFree;
    private @Nullable Instant cancelledAt;
    private String cancelledBecause = "";
    private Instant createdAt;

    // written with the row; afterwards tweetup.series changes them, by statements of its own
    @Column(updatable = false)
    private @Nullable Long seriesId;

    @Column(updatable = false)
    private @Nullable LocalDate seriesDate;

    @Embedded
    private Details details = Details.NONE;

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
    public record Slot(Instant start, Instant end) {

        public Slot {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException("ends before it starts");
            }
        }
    }

    /** A wish to meet, with neither date nor venue. */
    public static Tweetup idea(String title, String plan, Place place, long planner, Instant now) {
        Tweetup tweetup = new Tweetup();
        tweetup.rewrite(title, plan);
        tweetup.state = State.IDEA;
        tweetup.placeId = place.id();
        tweetup.zone = place.zone();
        tweetup.venue = "";
        tweetup.planners.add(planner);
        tweetup.createdAt = now;
        return tweetup;
    }

    /** A plan whose date and place are settled from the beginning. */
    public static Tweetup scheduled(
            String title, String plan, Place place, String venue, Slot slot, long planner, Instant now) {
        Tweetup tweetup = idea(title, plan, place, planner, now);
        tweetup.schedule(slot, venue, now);
        return tweetup;
    }

    /**
     * One like this in the same series: with its words, place, details and planners, and nobody's answers.
     *
     * @param date that the series' rule gives it
     * @param close when its answers close, or null for not before it is over
     */
    public Tweetup again(long series, LocalDate date, Slot slot, @Nullable Instant close, Instant now) {
        Tweetup another = new Tweetup();
        another.rewrite(title, plan);
        another.state = State.SCHEDULED;
        another.seriesId = series;
        another.seriesDate = date;
        another.groupId = groupId;
        another.placeId = placeId;
        another.venue = venue;
        another.venueId = venueId;
        another.zone = zone;
        another.date(slot, now);
        another.answersCloseAt = close;
        another.capacity = capacity;
        another.companionsMax = companionsMax;
        another.promise(free, stepFree);
        another.details = details;
        another.agreement = agreement;
        another.planners.addAll(planners);
        another.createdAt = now;
        return another;
    }

    /** Changes what it is called and what it is about; its old addresses lead to the new one. */
    public void rewrite(String title, String plan) {
        this.title = title;
        this.plan = plan;
        String words = Slug.ascii(title, LONGEST_SLUG);
        slug = words.isEmpty() ? "tweetup" : words;
    }

    /** Asks people when and where. */
    void poll(Instant now) {
        require(now, State.IDEA, State.POLLING);
        state = State.POLLING;
    }

    /** Settles the date: the plan becomes an invitation. */
    public void schedule(Slot slot, String venue, Instant now) {
        require(now, State.IDEA, State.POLLING);
        state = State.SCHEDULED;
        date(slot, now);
        name(venue);
    }

    /** Other words are another venue, of which the directory is not known to have anything. */
    private void name(String venue) {
        if (!venue.equals(this.venue)) {
            venueId = null;
        }
        this.venue = venue;
    }

    /** @param known the venue of the directory that its words name, or null for one that is not in it */
    public void meetAt(@Nullable Long known) {
        venueId = known;
    }

    /** The venue of the directory that it is at, null for words alone. */
    public @Nullable Long venueId() {
        return venueId;
    }

    /** Moves an invitation to another time. */
    public void reschedule(Slot slot, Instant now) {
        require(now, State.SCHEDULED);
        date(slot, now);
        if (answersCloseAt != null && answersCloseAt.isAfter(slot.start())) {
            answersCloseAt = null;
        }
    }

    private void date(Slot slot, Instant now) {
        startsAt = slot.start();
        endsAt = slot.end();
        datedAt = now;
    }

    /** Takes it to another venue, or names the first one. */
    public void moveTo(String venue, Instant now) {
        require(now, State.IDEA, State.POLLING, State.SCHEDULED);
        name(venue);
    }

    /** The date falls through and people are asked again; who was going keeps their place. */
    public void askAgain(Instant now) {
        require(now, State.SCHEDULED);
        state = State.POLLING;
        startsAt = null;
        endsAt = null;
        answersCloseAt = null;
    }

    public void cancel(String because, Instant now) {
        require(now, State.IDEA, State.POLLING, State.SCHEDULED);
        state = State.CANCELLED;
        cancelledAt = now;
        cancelledBecause = because;
    }

    /** Takes a cancellation back: with its date while that is ahead, and as a plan without one when it is not. */
    public void reopen(Instant now) {
        require(now, State.CANCELLED);
        cancelledAt = null;
        cancelledBecause = "";
        boolean ahead = startsAt != null && startsAt.isAfter(now);
        state = ahead ? State.SCHEDULED : State.IDEA;
        if (!ahead) {
            startsAt = null;
            endsAt = null;
            answersCloseAt = null;
        }
    }

    /** @throws WrongStateException unless its date can be settled */
    public void requireUndated(Instant now) {
        require(now, State.IDEA, State.POLLING);
    }

    /** @throws WrongStateException when it is over or cancelled */
    public void requireOpen(Instant now) {
        require(now, State.IDEA, State.POLLING, State.SCHEDULED);
    }

    /** Whether it is neither over nor cancelled. */
    public boolean open(Instant now) {
        State is = stateAt(now);
        return is != State.HAPPENED && is != State.CANCELLED;
    }

    private void require(Instant now, State... states) {
        State is = stateAt(now);
        if (!List.of(states).contains(is)) {
            throw new WrongStateException(is);
        }
    }

    public void addPlanner(long librarian) {
        planners.add(librarian);
    }

    /** @return false when they are the only planner, who cannot leave */
    public boolean stepDown(long librarian) {
        return planners.size() > 1 && planners.remove(librarian);
    }

    public boolean plannedByOne() {
        return planners.size() == 1;
    }

    public boolean isPlannedBy(long librarian) {
        return planners.contains(librarian);
    }

    /** What the conversation on a tweetup's page is about. */
    public static Subject subject(long id) {
        return new Subject("tweetup", id);
    }

    public void belongTo(@Nullable Long group) {
        groupId = group;
    }

    /** @param occasion the festival or conference that it is around, or null */
    public void hangOn(@Nullable Long occasion) {
        occasionId = occasion;
    }

    /**
     * @param free costs nobody anything
     * @param stepFree can be reached without a step
     */
    public void promise(boolean free, boolean stepFree) {
        this.free = free;
        this.stepFree = stepFree;
    }

    public void limitTo(@Nullable Integer people) {
        capacity = people;
    }

    /** @param companions how many each person may bring */
    public void allow(int companions) {
        companionsMax = companions;
    }

    /** @param close after which nobody can answer or change an answer, or null for not before it is over */
    public void closeAnswersAt(@Nullable Instant close) {
        answersCloseAt = close;
    }

    public void describe(Details details) {
        this.details = details;
    }

    public void requireAgreement(boolean second) {
        agreement = second;
    }

    public State stateAt(Instant now) {
        return State.at(state, endsAt, now);
    }

    /** Whether people may say that they come, or do not: from the day there is a date until answers close or it is over. */
    public boolean takesAnswers(Instant now) {
        return stateAt(now) == State.SCHEDULED && (answersCloseAt == null || now.isBefore(answersCloseAt));
    }

    /** Refuses what only a tweetup with a date has, whether it is ahead or over. */
    public void requireDate(Instant now) {
        require(now, State.SCHEDULED, State.HAPPENED);
    }

    public boolean hasBegun(Instant now) {
        return startsAt != null && !now.isBefore(startsAt);
    }

    public long id() {
        return java.util.Objects.requireNonNull(id);
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** The series that it belongs to, or null. */
    @Nullable
    public Long series() {
        return seriesId;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    @Nullable
    public Slot slot() {
        return startsAt == null || endsAt == null ? null : new Slot(startsAt, endsAt);
    }

    /** The place that it is in. */
    public long placeId() {
        return placeId;
    }

    public String venue() {
        return venue;
    }

    @Nullable
    public Integer capacity() {
        return capacity;
    }

    public int companionsMax() {
        return companionsMax;
    }

    @Nullable
    public Instant answersCloseAt() {
        return answersCloseAt;
    }

    public Details details() {
        return details;
    }

    public boolean agreement() {
        return agreement;
    }

    public int version() {
        return version;
    }
}
