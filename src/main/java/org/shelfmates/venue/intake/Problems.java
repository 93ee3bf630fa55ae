package org.shelfmates.venue.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is wrong with a list: the first of it, by line, and how much there is. A file of nothing else has millions. */
class Problems {

    /** So many are told. */
    static final int SHOWN = 200;

    private final List<Problem> first = new ArrayList<>();
    private int count;

    /** Whoever adds goes by line, so that the first ones are added first. */
    void add(Problem problem) {
        count++;
        if (first.size() < SHOWN) {
            first.add(problem);
        }
    }

    int count() {
        return count;
    }

    /** The first of these and of others, by line. */
    List<Problem> with(Problems others) {
        return Stream.concat(first.stream(), others.first.stream())
                .sorted(Comparator.comparingLong(Problem::line))
                .limit(SHOWN)
                .toList();
    }
}
