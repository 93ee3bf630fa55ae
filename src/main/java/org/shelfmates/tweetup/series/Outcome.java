package org.shelfmates.tweetup.series;

import org.shelfmates.web.BadRequestException;

/** What came of a form that changes a series. */
enum Outcome {
    DONE,
    /** Something is wrong with it, said beside its fields. */
    REFUSED,
    /** Somebody else changed the series after this form was filled. */
    STALE;

    /** @return whether a form was filled from the series as it is now */
    static boolean current(String version, SeriesPage series) {
        BadRequestException.unless(version.matches("\\d{1,9}"), "no version");
        return Integer.parseInt(version) == series.version();
    }
}
