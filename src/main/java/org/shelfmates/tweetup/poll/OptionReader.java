package org.shelfmates.tweetup.poll;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shelfmates.tweetup.LocalTimes;
import org.springframework.validation.Errors;

/** Reads the options that somebody has written, and says beside each what is wrong with it. */
final class OptionReader {

    /** How many options a poll has at most, and at least. */
    static final int MOST = 20;

    static final int LEAST = 2;

    private final Kind kind;
    private final ZoneId zone;
    private final Instant now;
    private final Errors errors;
    private final Set<Object> seen;

    /** @param before what the poll has already ({@link Draft#same}) */
    OptionReader(Kind kind, ZoneId zone, Instant now, Collection<Object> before, Errors errors) {
        this.kind = kind;
        this.zone = zone;
        this.now = now;
        this.errors = errors;
        this.seen = new HashSet<>(before);
    }

    /**
     * @param least how many there have to be
     * @return those that are right
     */
    List<Draft> read(PollForm form, int least) {
        List<Draft> drafts = new ArrayList<>();
        int filled = 0;
        for (int i = 0; i < form.options().size(); i++) {
            OptionForm option = form.options().get(i);
            if (option.empty()) {
                continue;
            }
            filled++;
            Draft draft =
                    kind == Kind.DATE ? date("options[" + i + "].", option) : venue("options[" + i + "].", option);
            if (draft != null && !seen.add(draft.same())) {
                errors.rejectValue("options[" + i + "]." + first(), "poll.option.twice");
            } else if (draft != null) {
                drafts.add(draft);
            }
        }
        if (filled < least && !form.options().isEmpty()) {
            int missing = Math.min(filled, form.options().size() - 1);
            errors.rejectValue(
                    "options[" + missing + "]." + first(), least == 1 ? "poll.option.none" : "poll.option.few");
        }
        return drafts;
    }

    /** The first field of an option. */
    private String first() {
        return kind == Kind.DATE ? "start" : "venue";
    }

    private @Nullable Draft date(String at, OptionForm option) {
        Instant start = LocalTimes.read(at + "start", option.start(), zone, errors);
        Instant end = LocalTimes.read(at + "end", option.end(), zone, errors);
        if (start == null || end == null) {
            return null;
        }
        LocalTimes.check(at + "start", start, at + "end", end, now, errors);
        return new Draft(start, end, null, "", null, "", null);
    }

    private @Nullable Draft venue(String at, OptionForm option) {
        if (option.venue().isEmpty()) {
            errors.rejectValue(at + "venue", "poll.option.venue");
        }
        boolean wrong = List.of("venue", "cost", "capacity", "access").stream()
                .anyMatch(field -> errors.hasFieldErrors(at + field));
        return wrong
                ? null
                : new Draft(null, null, option.venue(), option.cost(), option.places(), option.access(), null);
    }
}
