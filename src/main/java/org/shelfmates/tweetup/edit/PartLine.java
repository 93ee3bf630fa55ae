package org.shelfmates.tweetup.edit;

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

    @Nullable
    Integer places() {
        return capacity.isEmpty() ? null : Integer.valueOf(capacity);
    }
}
