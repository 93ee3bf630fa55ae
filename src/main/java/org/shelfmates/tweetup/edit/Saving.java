package org.shelfmates.tweetup.edit;

import org.shelfmates.tweetup.Tweetup;
import org.shelfmates.web.BadRequestException;

/** What came of a form that several planners may have open at once. */
enum Saving {
    SAVED,
    /** Something is wrong with it, said beside its fields. */
    REFUSED,
    /** Another planner saved something else after this form was filled. */
    STALE;

    /** @return whether a form was filled from the tweetup as it is now */
    static boolean current(String version, Tweetup tweetup) {
        BadRequestException.unless(version.matches("\\d{1,9}"), "no version");
        return Integer.parseInt(version) == tweetup.version();
    }
}
