package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shelfmates.place.MapDrawing.Dot;
import org.shelfmates.place.MapDrawing.Marker;
import org.shelfmates.place.MapDrawing.Name;

class MapDrawingTest {

    private static final Atlas ATLAS = new Atlas();
    private static final Coordinates CENTRE = new Coordinates(51.48, -3.18);
    private static final double RADIUS_KM = 50;

    @Test
    void markerLiesWhereDistanceAndDirectionSay() {
        Marker north = marker("North", 0.2, 0, 1);

        Dot dot = draw(north).get(0);

        double km = CENTRE.kilometresTo(north.at());
        assertThat(dot.x()).isCloseTo(320, within(0.05));
        assertThat(dot.y()).isCloseTo(200 - km * 190 / RADIUS_KM, within(0.06));
    }

    @Test
    void markersOutsideTheMapAreDropped() {
        List<Dot> dots = draw(
                marker("Inside", 0.1, 0.1, 1),
                marker("Just north", 0.6, 0, 50),
                new Marker("Far side of the earth", "/far", new Coordinates(-51.48, 176.82), 50));

        assertThat(dots).extracting(Dot::label).containsExactly("Inside");
    }

    @Test
    void areaGrowsWithPeople() {
        List<Dot> dots = draw(marker("Four", 0.1, 0, 4), marker("Sixteen", 0, 0.2, 16), marker("One", -0.1, 0, 1));

        assertThat(dots).extracting(Dot::r).containsExactly(16.0, 8.0, 4.0);
    }

    @Test
    void largestDotComesFirstSoThatSmallOnesStayOnTop() {
        List<Dot> dots = draw(marker("Two", 0, 0, 2), marker("Nine", 0, 0, 9), marker("Nobody", 0, 0, 0));

        assertThat(dots).extracting(Dot::label).containsExactly("Nine", "Two", "Nobody");
    }

    @Test
    void crowdsDoNotOutgrowTheMap() {
        List<Dot> dots = draw(marker("City", 0, 0, 4000), marker("Town", 0.2, 0, 1000), marker("Village", -0.2, 0, 1));

        assertThat(dots).extracting(Dot::r).containsExactly(18.0, 9.0, 4.0);
    }

    @Test
    void loneMarkerIsNamed() {
        Dot dot = draw(marker("Pontypridd", 0.1, 0, 3)).get(0);

        assertThat(dot.named()).isTrue();
        assertThat(dot.central()).isTrue();
    }

    @Test
    void biggestIsNamedWhereOnlyOneNameFits() {
        List<Marker> heap = new ArrayList<>();
        for (int people = 1; people <= 9; people++) {
            heap.add(marker("Neighbouring library " + people, 0.001 * people, 0.3, people));
        }

        List<Dot> dots = draw(heap.toArray(Marker[]::new));

        assertThat(dots.get(0).named()).isTrue();
        assertThat(dots).filteredOn(dot -> !dot.named()).isNotEmpty();
    }

    @Test
    void namesCoverNeitherEachOtherNorDotsNorTheScaleBarAndStayInTheFrame() {
        Marker[] crowd = IntStream.range(0, 150)
                .mapToObj(i ->
                        marker("Library no. " + i, (i * 37 % 100 - 50) / 120.0, (i * 61 % 100 - 50) / 45.0, i % 12))
                .toArray(Marker[]::new);
        MapDrawing drawing = ATLAS.draw(CENTRE, RADIUS_KM, List.of(crowd));

        List<Dot> named = drawing.dots().stream().filter(Dot::named).toList();
        assertThat(named).hasSizeBetween(15, 149);
        for (Dot dot : named) {
            Rectangle2D box = box(dot.name());
            assertThat(new Rectangle2D.Double(0, 0, 640, 400).contains(box))
                    .as(dot.label())
                    .isTrue();
            assertThat(named)
                    .filteredOn(other -> other != dot && box(other.name()).intersects(box))
                    .as(dot.label())
                    .isEmpty();
            assertThat(drawing.dots())
                    .filteredOn(other -> box.intersects(box(other)))
                    .as(dot.label())
                    .isEmpty();
            assertThat(box.intersects(drawing.scale().x(), 385, drawing.scale().length(), 5))
                    .as(dot.label())
                    .isFalse();
        }
    }

    @Test
    void longNameNearTheRightEdgeIsWrittenOnTheLeft() {
        Name name = draw(marker("Stow-on-the-Wold Public Library", 0, 1.1, 1))
                .get(0)
                .name();

        assertThat(name).isNotNull();
        assertThat(name.anchor()).isEqualTo("end");
    }

    @Test
    void nameKeepsOffTheScaleBar() {
        Dot dot = draw(marker("Minehead", -0.438, -0.753, 1)).get(0);

        assertThat(dot.x()).isBetween(115.0, 125.0);
        assertThat(dot.y()).isBetween(380.0, 390.0);
        assertThat(dot.name().anchor()).isEqualTo("end");
    }

    @Test
    void nameKeepsOffTheCentre() {
        Dot dot = draw(marker("Ely", 0, -0.05, 1)).get(0);

        assertThat(dot.name().anchor()).isEqualTo("end");
    }

    @Test
    void dotsAndNamesOutsideTheMiddleSquareAreMarked() {
        List<Dot> dots = draw(marker("Middle", 0.1, 0, 2), marker("West", 0, -1, 1));

        assertThat(dots).extracting(Dot::central).containsExactly(true, false);
        assertThat(dots).extracting(dot -> dot.name().central()).containsExactly(true, false);
    }

    @Test
    void markerWithoutLabelIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Marker(" ", "/here", CENTRE, 1));
    }

    @Test
    void markerWithFewerThanNobodyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Marker("Here", "/here", CENTRE, -1));
    }

    private static List<Dot> draw(Marker... markers) {
        return ATLAS.draw(CENTRE, RADIUS_KM, List.of(markers)).dots();
    }

    private static Marker marker(String label, double north, double east, int people) {
        var at = new Coordinates(CENTRE.latitude() + north, CENTRE.longitude() + east);
        return new Marker(label, "/places/1", at, people);
    }

    /** The letters themselves, without the room that is left around them. */
    private static Rectangle2D box(Name name) {
        return new Rectangle2D.Double(name.left(), name.y() - 10, name.width(), 12);
    }

    private static Rectangle2D box(Dot dot) {
        return new Rectangle2D.Double(dot.x() - dot.r(), dot.y() - dot.r(), 2 * dot.r(), 2 * dot.r());
    }
}
