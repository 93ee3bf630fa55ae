package org.shelfmates.place;

import java.util.List;
import java.util.function.Consumer;
import org.shelfmates.place.MapDrawing.Dot;
import org.shelfmates.place.MapDrawing.Marker;
import org.shelfmates.place.MapDrawing.ScaleBar;
import org.shelfmates.place.Outlines.Outline;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Draws maps of anywhere on earth from the coast and border lines of Natural Earth (1:10m, public domain), to about
 * 100 m. The lines are read at the first drawing and kept: some 5 MB. Safe for use by many threads.
 */
@Component
public class Atlas {

    public static final double MIN_RADIUS_KM = 2;
    public static final double MAX_RADIUS_KM = 5000;

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;

    /** Between the circle that was asked for and the nearer edges. */
    private static final double INSET = 10;

    /** Shapes are cut this far outside the frame, so that the cut edges and the ends of strokes stay out of sight. */
    private static final double BLEED = 8;

    /** Points nearer than this are left out at once, to save time; {@link SvgPath} does so again, finer. */
    private static final double DETAIL = 0.4;

    private static final double LONGEST_SCALE_BAR = 110;
    private static final double REACH = HEIGHT / 2.0 - INSET;
    private static final Box FRAME = new Box(0, 0, WIDTH, HEIGHT);
    private static final Box SQUARE = new Box((WIDTH - HEIGHT) / 2.0, 0, (WIDTH + HEIGHT) / 2.0, HEIGHT);
    private static final Box SHEET = FRAME.grownBy(BLEED);

    /** The room of the mark at the centre. */
    private static final Box CENTRE = new Box(WIDTH / 2.0, HEIGHT / 2.0, WIDTH / 2.0, HEIGHT / 2.0).grownBy(7);

    private final SingletonSupplier<Outlines> land =
            SingletonSupplier.of(() -> Outlines.read("map/land-10m.geojson.gz"));
    private final SingletonSupplier<Outlines> borders =
            SingletonSupplier.of(() -> Outlines.read("map/borders-10m.geojson.gz"));

    /**
     * Draws the land around a centre, north up, so that a circle of the radius fits the shorter side.
     *
     * @param radiusKm kilometres, {@link #MIN_RADIUS_KM} to {@link #MAX_RADIUS_KM}
     * @param markers in any order; those outside the map are left out
     * @throws IllegalArgumentException if the radius is out of range
     * @throws IllegalStateException if the map files cannot be read
     */
    public MapDrawing draw(Coordinates centre, double radiusKm, List<Marker> markers) {
        if (!(radiusKm >= MIN_RADIUS_KM && radiusKm <= MAX_RADIUS_KM)) {
            throw new IllegalArgumentException("No map can be drawn with a radius of " + radiusKm + " km");
        }
        double unitsPerKm = REACH / radiusKm;
        double cornerKm = Math.hypot(SHEET.maxX() - SHEET.minX(), SHEET.maxY() - SHEET.minY()) / 2 / unitsPerKm;
        Projection projection = new Projection(centre, unitsPerKm, WIDTH / 2.0, HEIGHT / 2.0);
        Box window = projection.around(cornerKm);
        ScaleBar scale = scaleBar(unitsPerKm);

        Symbols symbols = new Symbols(FRAME, SQUARE);
        markers.forEach(marker -> add(marker, projection, symbols));
        List<Dot> dots = symbols.dots(List.of(CENTRE, boxOf(scale)));
        return new MapDrawing(WIDTH, HEIGHT, land(window, projection), borders(window, projection), REACH, dots, scale);
    }

    private static void add(Marker marker, Projection projection, Symbols symbols) {
        Points at = new Points();
        projection.project(marker.at().longitude(), marker.at().latitude(), at);
        symbols.add(marker, at.x(0), at.y(0));
    }

    private String land(Box window, Projection projection) {
        SvgPath path = new SvgPath();
        forEachNear(window, projection, land.obtain(), ring -> {
            Points near = window.cutRing(ring);
            path.ring(SHEET.cutRing(projection.project(near, true)));
        });
        return path.toString();
    }

    private String borders(Box window, Projection projection) {
        SvgPath path = new SvgPath();
        forEachNear(window, projection, borders.obtain(), line -> {
            for (Points near : window.cutLine(line)) {
                SHEET.cutLine(projection.project(near, false)).forEach(path::line);
            }
        });
        return path.toString();
    }

    /** Outlines and the window may both run past the antimeridian, so each is tried a turn either way. */
    private static void forEachNear(Box window, Projection projection, Outlines outlines, Consumer<Points> draw) {
        double detail = DETAIL * projection.degreesPerUnit();
        for (int east = -360; east <= 360; east += 360) {
            Box moved = window.movedEast(-east);
            for (Outline outline : outlines.all()) {
                if (outline.bounds().meets(moved)) {
                    draw.accept(outline.points(east, detail));
                }
            }
        }
    }

    private static ScaleBar scaleBar(double unitsPerKm) {
        double longest = LONGEST_SCALE_BAR / unitsPerKm;
        int power = (int) Math.pow(10, Math.floor(Math.log10(longest)));
        int kilometres = power * (longest >= 5 * power ? 5 : longest >= 2 * power ? 2 : 1);
        double length = Lettering.tenths(kilometres * unitsPerKm);
        return new ScaleBar(SQUARE.minX() + INSET, HEIGHT - INSET, length, kilometres);
    }

    /** The room of the bar and of its words above. */
    private static Box boxOf(ScaleBar scale) {
        return new Box(scale.x(), scale.y() - 24, scale.x() + scale.length() + 4, scale.y() + 4);
    }
}
