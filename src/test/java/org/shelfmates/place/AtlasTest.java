package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shelfmates.place.MapDrawing.Dot;
import org.shelfmates.place.MapDrawing.Marker;

class AtlasTest {

    private static final Atlas ATLAS = new Atlas();
    private static final Coordinates CARDIFF = new Coordinates(51.48, -3.18);
    private static final Coordinates SUVA = new Coordinates(-18.14, 178.44);

    @Test
    void southWalesShowsTheCoastSouthOfCardiff() {
        assertThat(isLand(CARDIFF, 50, CARDIFF)).isTrue();
        assertThat(isLand(CARDIFF, 50, new Coordinates(51.35, -3.3))).isFalse();
        assertThat(isLand(CARDIFF, 50, new Coordinates(51.15, -3.3))).isTrue();
    }

    @Test
    void inlandMapIsAllLand() {
        var denver = new Coordinates(39.739, -104.985);

        Path2D land = path(ATLAS.draw(denver, 100, List.of()).land());

        assertThat(land.contains(0, 0, 640, 400)).isTrue();
    }

    @Test
    void oceanMapHasNoLand() {
        MapDrawing drawing = ATLAS.draw(new Coordinates(-30, -120), 100, List.of());

        assertThat(drawing.land()).isEmpty();
        assertThat(drawing.borders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-17.8, 178.0, true", // Viti Levu, west of the antimeridian
        "-16.83, 179.99, true", // Taveuni, just west of it
        "-16.85, -179.97, true", // Taveuni, just east of it
        "-18.0, -179.7, false", // the Koro Sea, east of it
        "-16.5, 177.6, false" // the sea north of Viti Levu, where a ring drawn the long way round would show
    })
    void fijiIsWholeAcrossTheAntimeridian(double latitude, double longitude, boolean land) {
        assertThat(isLand(SUVA, 250, new Coordinates(latitude, longitude))).isEqualTo(land);
    }

    @Test
    void fijiLooksTheSameFromTheOtherSideOfTheAntimeridian() {
        var eastOfIt = new Coordinates(-17, -179.5);

        assertThat(isLand(eastOfIt, 250, new Coordinates(-17.8, 178.0))).isTrue();
        assertThat(isLand(eastOfIt, 250, new Coordinates(-16.83, 179.99))).isTrue();
        assertThat(isLand(eastOfIt, 250, new Coordinates(-17, -179))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "66.5, 178.5, true", // Chukotka, both sides
        "66.5, -178, true",
        "63, 180, false", // the Bering Sea
        "70, 180, false" // the Chukchi Sea
    })
    void chukotkaIsWholeAcrossTheAntimeridian(double latitude, double longitude, boolean land) {
        assertThat(isLand(new Coordinates(66, 179), 500, new Coordinates(latitude, longitude)))
                .isEqualTo(land);
    }

    @Test
    void southPoleIsOnLandAndNorthPoleIsNot() {
        var southPole = new Coordinates(-90, 0);
        var northPole = new Coordinates(90, 0);

        assertThat(isLand(southPole, 500, new Coordinates(-89, 45))).isTrue();
        assertThat(isLand(northPole, 500, new Coordinates(89, 45))).isFalse();
        assertThat(isLand(northPole, 1000, new Coordinates(82, -40))).isTrue();
    }

    @Test
    void caspianSeaIsAHoleInTheLand() {
        var baku = new Coordinates(40.38, 49.85);

        assertThat(isLand(baku, 200, new Coordinates(40.4, 48))).isTrue();
        assertThat(isLand(baku, 200, new Coordinates(40.4, 51))).isFalse();
    }

    @Test
    void bordersAreDrawnWhereCountriesMeet() {
        var basel = new Coordinates(47.56, 7.59);

        Rectangle2D borders = path(ATLAS.draw(basel, 50, List.of()).borders()).getBounds2D();

        assertThat(borders.intersects(300, 180, 40, 40)).isTrue();
        assertThat(ATLAS.draw(CARDIFF, 50, List.of()).borders()).isEmpty();
    }

    @Test
    void fortyNinthParallelBendsAsAStraightLineOfLatitudeDoes() {
        var winnipegBorder = new Coordinates(49, -101);
        double eastEdgeKm = 500 / 190.0 * 300;

        Path2D borders = path(ATLAS.draw(winnipegBorder, 500, List.of()).borders());

        // At the same latitude and some 790 km west, a point lies higher on the map than the centre does.
        Dot onParallel = dot(winnipegBorder, 500, new Coordinates(49, -101 - eastEdgeKm / 73.05));
        assertThat(onParallel.y()).isBetween(170.0, 190.0);
        assertThat(borders.intersects(onParallel.x() - 5, onParallel.y() - 2, 10, 4))
                .isTrue();
    }

    @Test
    void landDoesNotReachFarOutsideTheFrame() {
        Rectangle2D land = path(ATLAS.draw(CARDIFF, 500, List.of()).land()).getBounds2D();

        assertThat(new Rectangle2D.Double(-10, -10, 660, 420).contains(land)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 50, 170, 500, 5000})
    void scaleBarHasARoundLengthTrueToTheMap(double radiusKm) {
        MapDrawing drawing = ATLAS.draw(new Coordinates(0, 0), radiusKm, List.of());

        int kilometres = drawing.scale().kilometres();
        double degrees = Math.toDegrees(kilometres / Coordinates.EARTH_RADIUS_KM);
        Dot end = dot(new Coordinates(0, 0), radiusKm, new Coordinates(0, degrees));
        assertThat(String.valueOf(kilometres)).matches("[125]0*");
        assertThat(end.x() - drawing.centreX()).isCloseTo(drawing.scale().length(), within(0.11));
        assertThat(drawing.scale().length()).isBetween(40.0, 110.0);
    }

    @Test
    void drawingsMadeAtTheSameTimeAreTheSame() {
        Atlas unread = new Atlas();

        List<String> lands = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> unread.draw(CARDIFF, 100, List.of()).land())
                .distinct()
                .toList();

        assertThat(lands).containsExactly(ATLAS.draw(CARDIFF, 100, List.of()).land());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.9, 5001, Double.NaN})
    void radiusOutOfRangeIsRefused(double radiusKm) {
        assertThatIllegalArgumentException().isThrownBy(() -> ATLAS.draw(CARDIFF, radiusKm, List.of()));
    }

    private static boolean isLand(Coordinates centre, double radiusKm, Coordinates point) {
        Dot dot = dot(centre, radiusKm, point);
        return path(ATLAS.draw(centre, radiusKm, List.of()).land()).contains(dot.x(), dot.y());
    }

    private static Dot dot(Coordinates centre, double radiusKm, Coordinates point) {
        List<Dot> dots = ATLAS.draw(centre, radiusKm, List.of(new Marker("Here", "/here", point, 1)))
                .dots();
        assertThat(dots).as("the point asked about is on the map").hasSize(1);
        return dots.get(0);
    }

    /** Reads the few commands of path data that the atlas writes: M, l and z. */
    private static Path2D path(String data) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (String part : data.split("(?=M)")) {
            double[] numbers = Pattern.compile("-?(\\d+(\\.\\d)?|\\.\\d)")
                    .matcher(part)
                    .results()
                    .mapToDouble(number -> Double.parseDouble(number.group()))
                    .toArray();
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < numbers.length; i += 2) {
                x += numbers[i];
                y += numbers[i + 1];
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            if (part.endsWith("z")) {
                path.closePath();
            }
        }
        return path;
    }
}
