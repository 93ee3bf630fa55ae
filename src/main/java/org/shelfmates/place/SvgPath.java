package org.shelfmates.place;

/**
 * Writes SVG path data, to a tenth of a unit, in relative coordinates, which are the shortest. Points too near to the
 * one before are left out.
 */
final class SvgPath {

    private static final double NEAREST = 0.7;

    private final StringBuilder data = new StringBuilder();
    private int lastX;
    private int lastY;

    /** Adds a closed ring; one too small to see is left out. */
    void ring(Points points) {
        Points thinned = thin(points, true);
        if (thinned.size() > 2) {
            write(thinned);
            data.append('z');
        }
    }

    /** Adds an open line. */
    void line(Points points) {
        Points thinned = thin(points, false);
        if (thinned.size() > 1) {
            write(thinned);
        }
    }

    @Override
    public String toString() {
        return data.toString();
    }

    /** An open line keeps its end, so that lines which meet still do. */
    private static Points thin(Points points, boolean closed) {
        Points thinned = new Points();
        int last = points.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (i == 0 || i == last && !closed || far(points, i, thinned)) {
                thinned.add(points.x(i), points.y(i));
            }
        }
        return thinned;
    }

    private static boolean far(Points points, int index, Points kept) {
        int last = kept.size() - 1;
        double dx = points.x(index) - kept.x(last);
        double dy = points.y(index) - kept.y(last);
        return dx * dx + dy * dy >= NEAREST * NEAREST;
    }

    private void write(Points points) {
        // Each step is taken from the rounded position before it, so that rounding does not add up.
        for (int i = 0; i < points.size(); i++) {
            int x = (int) Math.round(points.x(i) * 10);
            int y = (int) Math.round(points.y(i) * 10);
            if (i == 0) {
                data.append('M');
                number(x, false);
                number(y, true);
            } else {
                if (i == 1) {
                    data.append('l');
                }
                number(x - lastX, i > 1);
                number(y - lastY, true);
            }
            lastX = x;
            lastY = y;
        }
    }

    /** A number of tenths; a minus sign parts it from the one before as well as a space does. */
    private void number(int tenths, boolean parted) {
        if (tenths < 0) {
            data.append('-');
        } else if (parted) {
            data.append(' ');
        }
        int size = Math.abs(tenths);
        if (size >= 10 || size == 0) {
            data.append(size / 10);
        }
        if (size % 10 != 0) {
            data.append('.').append(size % 10);
        }
    }
}
