package org.shelfmates.librarian.introduction;

/** Two librarians, in the order of their ids. */
record Pair(long one, long other) {

    static Pair of(long a, long b) {
        return new Pair(Math.min(a, b), Math.max(a, b));
    }

    boolean has(long librarian) {
        return librarian == one || librarian == other;
    }
}
