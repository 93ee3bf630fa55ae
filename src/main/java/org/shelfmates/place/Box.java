package org.shelfmates.place;

import java.util.ArrayList;
import java.util.List;

/** An upright rectangle in the plane: of longitudes and latitudes in degrees, or of units of a drawing. */
record Box(double minX, double minY, double maxX, double maxY) {

    Box grownBy(double margin) {
        return new Box(minX - margin, minY - margin, maxX + margin, maxY + margin);
    }

    Box movedEast(double distance) {
        return new Box(minX + distance, minY, maxX + distance, maxY);
    }

    /** Whether the two share some area; touching is not enough. */
    boolean meets(Box other) {
        return minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY;
    }

    boolean contains(Box other) {
        return minX <= other.minX && other.maxX <= maxX && minY <= other.minY && other.maxY <= maxY;
    }

    boolean contains(double x, double y) {
        return minX <= x && x <= maxX && minY <= y && y <= maxY;
    }

    /**
     * The part of a closed ring inside this box, as one closed ring: the parts of a ring that leaves and comes back
     * stay joined along the edge of the box. Method: I. E. Sutherland and G. W. Hodgman, "Reentrant Polygon Clipping",
     * Communications of the ACM 17 (1974).
     */
    Points cutRing(Points ring) {
        Points cut = ring;
        for (Side side : Side.values()) {
            cut = cutRing(cut, side);
        }
        return cut;
    }

    private Points cutRing(Points ring, Side side) {
        Points kept = new Points();
        int last = ring.size() - 1;
        double before = last < 0 ? 0 : inside(ring, last, side);
        for (int i = 0, previous = last; i <= last; previous = i++) {
            double here = inside(ring, i, side);
            if (before >= 0 != here >= 0) {
                double part = before / (before - here);
                kept.add(
                        ring.x(previous) + part * (ring.x(i) - ring.x(previous)),
                        ring.y(previous) + part * (ring.y(i) - ring.y(previous)));
            }
            if (here >= 0) {
                kept.add(ring.x(i), ring.y(i));
            }
            before = here;
        }
        return kept;
    }

    /** How far a point lies on the inner side of an edge; negative outside. */
    private double inside(Points points, int index, Side side) {
        return switch (side) {
            case LEFT -> points.x(index) - minX;
            case RIGHT -> maxX - points.x(index);
            case TOP -> points.y(index) - minY;
            case BOTTOM -> maxY - points.y(index);
        };
    }

    /** The runs of a line's segments that may touch this box, whole: their ends stick out. */
    List<Points> cutLine(Points line) {
        List<Points> runs = new ArrayList<>();
        Points run = new Points();
        for (int i = 1; i < line.size(); i++) {
            if (near(line, i - 1, i)) {
                if (run.isEmpty()) {
                    run.add(line.x(i - 1), line.y(i - 1));
                    runs.add(run);
                }
                run.add(line.x(i), line.y(i));
            } else if (!run.isEmpty()) {
                run = new Points();
            }
        }
        return runs;
    }

    private boolean near(Points line, int from, int to) {
        return Math.max(line.x(from), line.x(to)) >= minX
                && Math.min(line.x(from), line.x(to)) <= maxX
                && Math.max(line.y(from), line.y(to)) >= minY
                && Math.min(line.y(from), line.y(to)) <= maxY;
    }

    private enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }
}
