package org.shelfmates.place;

/**
 * The azimuthal equidistant projection of the sphere about a centre: distances and directions from the centre are
 * true, and no meridian or pole needs special care. Formulas 22-4, 22-5 and 25-2 (k' = c / sin c) in J. P. Snyder,
 * "Map Projections: A Working Manual", U.S. Geological Survey Professional Paper 1395 (1987), pages 191 to 195.
 *
 * <p>Takes degrees, longitude first; gives units of a drawing whose y grows downwards.
 */
final class Projection {

    /** Edges longer than this many degrees are bent: a parallel is no straight line on this map. */
    private static final double LONGEST_EDGE = 1;

    private final Coordinates centre;
    private final double sinCentre;
    private final double cosCentre;
    private final double unitsPerRadian;
    private final double x0;
    private final double y0;

    /**
     * @param unitsPerKm scale of the drawing
     * @param x0 where the centre is drawn
     * @param y0 where the centre is drawn
     */
    Projection(Coordinates centre, double unitsPerKm, double x0, double y0) {
        this.centre = centre;
        this.sinCentre = Math.sin(Math.toRadians(centre.latitude()));
        this.cosCentre = Math.cos(Math.toRadians(centre.latitude()));
        this.unitsPerRadian = unitsPerKm * Coordinates.EARTH_RADIUS_KM;
        this.x0 = x0;
        this.y0 = y0;
    }

    /** Adds the image of a point. */
    void project(double longitude, double latitude, Points to) {
        double east = Math.toRadians(longitude - centre.longitude());
        double sin = Math.sin(Math.toRadians(latitude));
        double cos = Math.cos(Math.toRadians(latitude));
        double cosEast = Math.cos(east);
        double x = cos * Math.sin(east);
        double y = cosCentre * sin - sinCentre * cos * cosEast;
        double sinDistance = Math.hypot(x, y);
        double distance = Math.atan2(sinDistance, sinCentre * sin + cosCentre * cos * cosEast);
        double stretch = sinDistance == 0 ? unitsPerRadian : unitsPerRadian * distance / sinDistance;
        to.add(x0 + stretch * x, y0 - stretch * y);
    }

    /** The image of a line or, if closed, of a ring, with points added along its long edges. */
    Points project(Points line, boolean closed) {
        Points projected = new Points();
        for (int i = 0; i < line.size(); i++) {
            if (i > 0) {
                projectBetween(line, i - 1, i, projected);
            }
            project(line.x(i), line.y(i), projected);
        }
        if (closed && line.size() > 1) {
            projectBetween(line, line.size() - 1, 0, projected);
        }
        return projected;
    }

    private void projectBetween(Points line, int from, int to, Points projected) {
        double dx = line.x(to) - line.x(from);
        double dy = line.y(to) - line.y(from);
        int parts = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / LONGEST_EDGE);
        for (int part = 1; part < parts; part++) {
            double share = (double) part / parts;
            project(line.x(from) + share * dx, line.y(from) + share * dy, projected);
        }
    }

    /** How many degrees of latitude a unit of the drawing spans. */
    double degreesPerUnit() {
        return Math.toDegrees(1 / unitsPerRadian);
    }

    /**
     * The longitudes and latitudes that hold every point within a distance of the centre. Longitudes run past 180
     * where the area crosses the antimeridian; they are -180 to 180 where it holds a pole. Formula: J. P. Matuschek,
     * "Finding Points Within a Distance of a Latitude/Longitude Using Bounding Coordinates".
     */
    Box around(double km) {
        double degrees = Math.toDegrees(km / Coordinates.EARTH_RADIUS_KM);
        double south = centre.latitude() - degrees;
        double north = centre.latitude() + degrees;
        if (south <= -90 || north >= 90) {
            return new Box(-180, south, 180, north);
        }
        double sideways = Math.toDegrees(Math.asin(Math.sin(Math.toRadians(degrees)) / cosCentre));
        return new Box(centre.longitude() - sideways, south, centre.longitude() + sideways, north);
    }
}
