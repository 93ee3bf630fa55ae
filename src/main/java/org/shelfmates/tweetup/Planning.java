package org.shelfmates.tweetup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shelfmates.group.GroupCard;
import org.shelfmates.group.Groups;
import org.shelfmates.place.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.Errors;

/** Makes plans. */
@Service
class Planning {

    private static final Duration LONGEST = Duration.ofDays(14);
    private static final Duration FARTHEST = Duration.ofDays(730);

    private final Tweetups tweetups;
    private final Groups groups;
    private final Copying copying;
    private final OccasionChoices occasions;
    private final Clock clock;

    Planning(Tweetups tweetups, Groups groups, Copying copying, OccasionChoices occasions, Clock clock) {
        this.tweetups = tweetups;
        this.groups = groups;
        this.copying = copying;
        this.occasions = occasions;
        this.clock = clock;
    }

    /** What annotations cannot say: times that exist at the place, in order and ahead, a group of the planner's, an occasion to come. */
    void check(TweetupForm form, @Nullable Place place, long planner, Errors errors) {
        if (!form.group().isEmpty() && groupOf(form, planner) == null) {
            errors.rejectValue("group", "tweetup.group.unknown");
        }
        if (!form.occasion().isEmpty() && occasions.id(form.occasion()) == null) {
            errors.rejectValue("occasion", "plan.occasion.unknown");
        }
        ZoneId zone = place == null ? ZoneOffset.UTC : place.zoneId();
        Instant start = LocalTimes.read("start", form.start(), zone, errors);
        Instant end = LocalTimes.read("end", form.end(), zone, errors);
        if (place == null || start == null || end == null) {
            return;
        }
        inOrder(start, end, clock.instant(), errors);
    }

    /** Says in the fields {@code start} and {@code end} whether they are ahead, in order, and neither far nor long. */
    static void inOrder(Instant start, Instant end, Instant now, Errors errors) {
        if (start.isBefore(now)) {
            errors.rejectValue("start", "tweetup.start.past");
        } else if (start.isAfter(now.plus(FARTHEST))) {
            errors.rejectValue("start", "tweetup.start.far");
        }
        if (!end.isAfter(start)) {
            errors.rejectValue("end", "tweetup.end.before");
        } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            errors.rejectValue("end", "tweetup.end.long");
        }
    }

    private @Nullable GroupCard groupOf(TweetupForm form, long planner) {
        List<GroupCard> own = groups.of(planner);
        return own.stream()
                .filter(group -> group.slug().equals(form.group()))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param form checked by {@link #check}
     * @return the address of the new plan
     */
    @Transactional
    public String schedule(TweetupForm form, Place place, long planner) {
        var slot = new Tweetup.Slot(
                LocalTimes.at(TweetupForm.time(form.start()), place.zoneId()),
                LocalTimes.at(TweetupForm.time(form.end()), place.zoneId()));
        Tweetup tweetup =
                Tweetup.scheduled(form.title(), form.plan(), place, form.venue(), slot, planner, clock.instant());
        GroupCard group = groupOf(form, planner);
        if (group != null) {
            tweetup.belongTo(group.id());
        }
        tweetup.hangOn(form.occasion().isEmpty() ? null : occasions.id(form.occasion()));
        tweetup.promise(!form.free().isEmpty(), !form.stepFree().isEmpty());
        tweetup.limitTo(form.places());
        tweetups.save(tweetup);
        copying.onto(form.copy(), tweetup, planner);
        return "/tweetups/" + tweetup.id() + "/" + tweetup.slug();
    }
}
