package org.shelfmates.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

    private static final double QUARTER_TURN_KM = Math.PI / 2 * Coordinates.EARTH_RADIUS_KM;

    @Test
    void cardiffIs211KilometresFromLondon() {
        var cardiff = new Coordinates(51.48, -3.18);
        var london = new Coordinates(51.5074, -0.1278);

        assertThat(cardiff.kilometresTo(london)).isCloseTo(211.4, within(1.0));
    }

    @Test
    void distanceIsTheSameBothWays() {
        var suva = new Coordinates(-18.14, 178.44);
        var denver = new Coordinates(39.74, -104.99);

        assertThat(suva.kilometresTo(denver)).isCloseTo(denver.kilometresTo(suva), within(1e-9));
    }

    @Test
    void distanceGoesTheShortWayAcrossTheAntimeridian() {
        var west = new Coordinates(0, 179.5);
        var east = new Coordinates(0, -179.5);

        assertThat(west.kilometresTo(east)).isCloseTo(QUARTER_TURN_KM / 90, within(1e-6));
    }

    @Test
    void poleIsAQuarterTurnFromTheEquatorWhateverItsLongitude() {
        var pole = new Coordinates(90, 123);
        var equator = new Coordinates(0, -40);

        assertThat(pole.kilometresTo(equator)).isCloseTo(QUARTER_TURN_KM, within(1e-6));
    }

    @Test
    void oppositePointsAreHalfATurnApart() {
        var here = new Coordinates(51.48, -3.18);
        var opposite = new Coordinates(-51.48, 176.82);

        assertThat(here.kilometresTo(opposite)).isCloseTo(2 * QUARTER_TURN_KM, within(1e-3));
    }

    @Test
    void aFewMetresAreNotLostToRounding() {
        var door = new Coordinates(51.48, -3.18);
        var desk = new Coordinates(51.48001, -3.18);

        assertThat(door.kilometresTo(desk)).isCloseTo(0.00111195, within(1e-7));
    }

    @Test
    void extremesAreAccepted() {
        assertThat(new Coordinates(-90, -180).kilometresTo(new Coordinates(-90, 180)))
                .isCloseTo(0, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"90.01, 0", "-90.01, 0", "NaN, 0", "Infinity, 0"})
    void latitudeOutOfRangeIsRefused(double latitude, double longitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coordinates(latitude, longitude))
                .withMessageStartingWith("latitude must be between -90 and 90 degrees");
    }

    @ParameterizedTest
    @CsvSource({"0, 180.01", "0, -180.01", "0, NaN", "0, -Infinity"})
    void longitudeOutOfRangeIsRefused(double latitude, double longitude) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coordinates(latitude, longitude))
                .withMessageStartingWith("longitude must be between -180 and 180 degrees");
    }
}
