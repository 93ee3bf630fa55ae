package org.shelfmates.picture;

import java.util.Optional;
import java.util.stream.Stream;

/** The sizes that a picture is kept in: as it is looked at, and as lists show it; those of portraits are squares. */
enum Size {
    LARGE(1600),
    SMALL(480),
    CARD(256),
    AVATAR(96);

    private final int pixels;

    Size(int pixels) {
        this.pixels = pixels;
    }

    static Optional<Size> of(int pixels) {
        return Stream.of(values()).filter(size -> size.pixels == pixels).findFirst();
    }

    /** The longest that its width and height may be. */
    int pixels() {
        return pixels;
    }

    /** The column of the table {@code picture} that holds it. */
    String column() {
        return this == LARGE || this == CARD ? "large" : "small";
    }
}
