package org.shelfmates.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shelfmates.place.MapDrawing.Dot;
import org.shelfmates.place.MapDrawing.Marker;

/** Sizes, orders, places and names the dots of one map. */
final class Symbols {

    private static final double SMALLEST = 4;
    private static final double LARGEST = 18;

    private final Box frame;
    private final Box square;
    private final List<Spot> spots = new ArrayList<>();

    /** @param square the middle part that a narrow screen shows */
    Symbols(Box frame, Box square) {
        this.frame = frame;
        this.square = square;
    }

    /** Takes a marker at a place in the drawing, unless it is outside. */
    void add(Marker marker, double x, double y) {
        if (frame.contains(x, y)) {
            spots.add(new Spot(marker, Lettering.tenths(x), Lettering.tenths(y)));
        }
    }

    /** The dots, largest first; names keep off the dots and off whatever else is taken. */
    List<Dot> dots(List<Box> taken) {
        spots.sort(Comparator.comparingInt((Spot spot) -> spot.marker.people())
                .reversed()
                .thenComparing(spot -> spot.marker.label()));
        int most = spots.isEmpty() ? 0 : spots.get(0).marker.people();

        List<Box> obstacles = new ArrayList<>(taken);
        spots.forEach(spot -> obstacles.add(spot.box(radius(spot.marker.people(), most))));
        Lettering lettering = new Lettering(frame, square, obstacles);
        return spots.stream()
                .map(spot -> dot(spot, radius(spot.marker.people(), most), lettering))
                .toList();
    }

    /**
     * One person has the smallest dot and areas grow in proportion; where the largest would grow too large, all shrink
     * with it, down to the smallest that can still be seen.
     */
    private static double radius(int people, int most) {
        double onePerson = Math.min(SMALLEST, LARGEST / Math.sqrt(Math.max(1, most)));
        return Lettering.tenths(Math.max(SMALLEST, onePerson * Math.sqrt(people)));
    }

    private Dot dot(Spot spot, double r, Lettering lettering) {
        Marker marker = spot.marker;
        return new Dot(
                spot.x,
                spot.y,
                r,
                marker.label(),
                marker.href(),
                marker.people(),
                spot.x - r >= square.minX() && spot.x + r <= square.maxX(),
                lettering.place(marker.label(), spot.x, spot.y, r));
    }

    private record Spot(Marker marker, double x, double y) {

        Box box(double r) {
            return new Box(x, y, x, y).grownBy(r);
        }
    }
}
