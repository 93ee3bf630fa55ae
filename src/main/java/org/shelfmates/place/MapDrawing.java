package org.shelfmates.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map ready to be written as SVG with {@code viewBox="0 0 width height"}; every length and position is in units of
 * that viewBox, with y growing downwards and north up. The centre of the map is the centre of the viewBox.
 *
 * <p>On a narrow screen a page may show only the middle square of the drawing: the reach and the scale bar always lie
 * within it, and dots and names that do not are marked.
 *
 * @param width of the viewBox
 * @param height of the viewBox
 * @param land SVG path data, to be filled by the evenodd rule; empty when there is only sea. Its outer edges run
 *     outside the viewBox
 * @param borders SVG path data of borders between countries, to be stroked; may be empty
 * @param reach radius of the circle around the centre that the map was asked for
 * @param dots the markers that lie in the viewBox, largest first, so that small ones are painted last
 * @param scale the scale bar
 */
public record MapDrawing(
        int width, int height, String land, String borders, double reach, List<Dot> dots, ScaleBar scale) {

    public MapDrawing {
        dots = List.copyOf(dots);
    }

    /** The horizontal middle. */
    public double centreX() {
        return width / 2.0;
    }

    /** The vertical middle. */
    public double centreY() {
        return height / 2.0;
    }

    /**
     * Something to put on a map.
     *
     * @param label its name for people, such as "Cardiff"
     * @param href where its link leads: a path of our own or a fragment
     * @param at where it is
     * @param people how many people it stands for, 0 or more
     */
    public record Marker(String label, String href, Coordinates at, int people) {

        /** @throws IllegalArgumentException if the label is blank or people is negative */
        public Marker {
            if (label.isBlank()) {
                throw new IllegalArgumentException("A marker needs a label: it is the text of its link");
            }
            if (people < 0) {
                throw new IllegalArgumentException("people must not be negative: " + people);
            }
        }
    }

    /**
     * A marker placed on the map.
     *
     * @param x of the centre
     * @param y of the centre
     * @param r radius; the area grows with the people
     * @param label as in the marker
     * @param href as in the marker
     * @param people as in the marker
     * @param central whether the whole dot lies in the middle square
     * @param name where to write the label; null when there is no room for it
     */
    public record Dot(
            double x,
            double y,
            double r,
            String label,
            String href,
            int people,
            boolean central,
            @Nullable Name name) {

        /** Whether there is room to write the label beside the dot. */
        public boolean named() {
            return name != null;
        }
    }

    /**
     * Where a label is written.
     *
     * @param x of the anchor
     * @param y of the baseline
     * @param anchor the value of {@code text-anchor}: start, middle or end
     * @param width estimated length of the text
     * @param central whether the whole text lies in the middle square
     */
    public record Name(double x, double y, String anchor, double width, boolean central) {

        /** The left end of the text. */
        public double left() {
            return switch (anchor) {
                case "start" -> x;
                case "middle" -> x - width / 2;
                default -> x - width;
            };
        }
    }

    /**
     * A horizontal bar that stands for a round length.
     *
     * @param x of its left end
     * @param y of the bar
     * @param length of the bar
     * @param kilometres that it stands for: 1, 2 or 5 times a power of ten
     */
    public record ScaleBar(double x, double y, double length, int kilometres) {}
}
