package org.shelfmates.tweetup.poll;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A poll as pages show it.
 *
 * @param closesAt after which it takes no answers, or null where planners close it
 * @param open whether it takes answers now
 * @param best by {@link Ranking}, or null
 */
record PollView(
        long id,
        Kind kind,
        @Nullable Instant closesAt,
        boolean open,
        List<Option> options,
        @Nullable Option best) {

    /** Whether the viewer has answered. */
    public boolean answered() {
        return options.stream().anyMatch(option -> option.mine() != null);
    }

    public boolean full() {
        return options.size() >= OptionReader.MOST;
    }

    /** The same as if the viewer had answered so: a form that was sent comes back as it was filled in. */
    PollView answering(Map<Long, Voice> voices) {
        List<Option> said = options.stream()
                .map(option -> option.saying(voices.get(option.id())))
                .toList();
        return new PollView(id, kind, closesAt, open, said, best);
    }
}
