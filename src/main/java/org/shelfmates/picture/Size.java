package org.shelfmates.picture;

/** The sizes that a picture is kept in: as it is looked at, and as lists show it. */
enum Size {
    LARGE(1600),
    SMALL(480);

    private final int pixels;

    Size(int pixels) {
        this.pixels = pixels;
    }

    /** The longest that its width and height may be. */
    int pixels() {
        return pixels;
    }
}
