package org.shelfmates.tweetup;

/** Who came: whom the planners ticked off, and of those whom nobody has marked yet, who had a place. */
public final class Attendance {

    private Attendance() {}

    /** @param rsvp the name that a statement gives to the table of answers; not null where there is an answer */
    public static String came(String rsvp) {
        return "coalesce(R.attended, R.standing = 'CONFIRMED' and R.held_until is null, false)"
                .replace("R.", rsvp + ".");
    }
}
