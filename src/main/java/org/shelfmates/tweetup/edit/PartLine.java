package org.shelfmates.tweetup.edit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a tweetup as its planners write it.
 *
 * @param id of the part that this was, or empty for a new one
 * @param name empty for none
 * @param capacity how many may come to it, empty for any number
 */
record PartLine(String id, String name, String capacity) {

    static final PartLine EMPTY = new PartLine("", "", "");

    PartLine {
        id = id == null ? "" : id.strip();
        name = name == null ? "" : name.strip();
        capacity = capacity == null ? "" : capacity.strip();
    }

    boolean empty() {
        return name.isEmpty() && capacity.isEmpty();
    }

    /**
     * The parts of another tweetup in the series after an edit of one: what was added, renamed, resized or removed there is
     * so here too. Parts of two tweetups are the same when they were called the same.
     *
     * @param before the parts that were edited
     * @param now what they became
     * @param theirs those of the other tweetup
     */
    static List<PartLine> merge(List<PartLine> before, List<PartLine> now, List<PartLine> theirs) {
        if (now.equals(before)) {
            return theirs;
        }
        List<PartLine> left = new ArrayList<>(theirs);
        List<PartLine> merged = new ArrayList<>();
        for (PartLine line : now) {
            PartLine was = before.stream()
                    .filter(part -> part.id.equals(line.id))
                    .findFirst()
                    .orElse(null);
            PartLine its = named(was == null ? line.name : was.name, left);
            if (its != null) {
                left.remove(its);
                merged.add(new PartLine(
                        its.id,
                        was == null || was.name.equals(line.name) ? its.name : line.name,
                        was == null || !was.capacity.equals(line.capacity) ? line.capacity : its.capacity));
            } else if (was == null) {
                merged.add(new PartLine("", line.name, line.capacity));
            }
        }
        before.stream()
                .filter(part -> now.stream().noneMatch(line -> line.id.equals(part.id)))
                .forEach(removed -> left.remove(named(removed.name, left)));
        merged.addAll(left);
        return merged;
    }

    private static @Nullable PartLine named(String name, List<PartLine> parts) {
        return parts.stream()
                .filter(part -> part.name.equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Integer places() {
        return capacity.isEmpty() ? null : Integer.valueOf(capacity);
    }
}
