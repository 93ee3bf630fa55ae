package org.shelfmates.web;

/** The colour of a picture that nobody uploaded. */
public final class Avatar {

    private static final int COLOURS = 12;

    private Avatar() {}

    /** @return which of the avatar's colours, 0 to 11: always the same for a handle */
    public static int colour(String handle) {
        return Math.floorMod(handle.hashCode(), COLOURS);
    }
}
