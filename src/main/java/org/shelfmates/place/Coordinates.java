package org.shelfmates.place;

/**
 * A point on the earth, in WGS 84 degrees.
 *
 * @param latitude degrees north of the equator, -90 to 90
 * @param longitude degrees east of Greenwich, -180 to 180
 */
public record Coordinates(double latitude, double longitude) {

    /**
     * Mean radius of the earth in kilometres: R1 of the GRS 80 ellipsoid, (2a + b) / 3, as given in H. Moritz,
     * "Geodetic Reference System 1980", Journal of Geodesy 74 (2000).
     */
    public static final double EARTH_RADIUS_KM = 6371.0088;

    /** @throws IllegalArgumentException if either is out of range or not a number */
    public Coordinates {
        requireWithin(latitude, 90, "latitude");
        requireWithin(longitude, 180, "longitude");
    }

    /**
     * The distance along a great circle of a sphere of {@link #EARTH_RADIUS_KM}, by the haversine formula
     * (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68, 1984). The sphere makes it wrong by at most
     * about 0.6 %.
     *
     * @return kilometres, 0 or more
     */
    public double kilometresTo(Coordinates other) {
        double thisLatitude = Math.toRadians(latitude);
        double otherLatitude = Math.toRadians(other.latitude);
        double haversine = haversine(otherLatitude - thisLatitude)
                + Math.cos(thisLatitude)
                        * Math.cos(otherLatitude)
                        * haversine(Math.toRadians(other.longitude - longitude));
        // Rounding can carry the sum a hair past 1 for two points opposite each other, where asin knows no answer.
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /** @return the point in space, in kilometres from the earth's centre: what table {@code place} keeps as a cube */
    double[] position() {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        return new double[] {
            EARTH_RADIUS_KM * Math.cos(phi) * Math.cos(lambda),
            EARTH_RADIUS_KM * Math.cos(phi) * Math.sin(lambda),
            EARTH_RADIUS_KM * Math.sin(phi)
        };
    }

    private static double haversine(double angle) {
        double sine = Math.sin(angle / 2);
        return sine * sine;
    }

    private static void requireWithin(double degrees, double limit, String name) {
        // Written so that NaN fails too.
        if (!(Math.abs(degrees) <= limit)) {
            throw new IllegalArgumentException(
                    "%s must be between -%2$.0f and %2$.0f degrees: %3$s".formatted(name, limit, degrees));
        }
    }
}
