package org.shelfmates.place;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The rings or lines of one geographic layer, in memory as whole thousandths of a degree: the precision of the files,
 * at 8 bytes a point (3.3 MB for all land).
 */
final class Outlines {

    private static final double UNITS_PER_DEGREE = 1000;

    private final List<Outline> outlines = new ArrayList<>();

    private Outlines() {}

    /**
     * Reads a gzipped GeoJSON geometry (RFC 7946) of type MultiPolygon or MultiLineString from the class path. Which
     * polygon a ring belongs to is not kept: the evenodd rule needs no such thing.
     *
     * @throws IllegalStateException if there is no such file or it cannot be read
     */
    static Outlines read(String path) {
        try (InputStream file = new GZIPInputStream(new ClassPathResource(path).getInputStream(), 1 << 16);
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), file)) {
            Outlines read = new Outlines();
            read.addAll(json);
            return read;
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("Cannot read the map file " + path, e);
        }
    }

    List<Outline> all() {
        return outlines;
    }

    private void addAll(JsonParser json) {
        Packer packer = new Packer();
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isNumeric()) {
                double longitude = json.getDoubleValue();
                json.nextToken();
                packer.add(longitude, json.getDoubleValue());
                skipRestOfPosition(json);
            } else if (token == JsonToken.END_ARRAY && !packer.isEmpty()) {
                outlines.add(packer.finish());
            }
        }
    }

    private static void skipRestOfPosition(JsonParser json) {
        JsonToken token = json.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            token = json.nextToken();
        }
    }

    /**
     * One ring or line.
     *
     * @param lonLat longitude and latitude in turn, in thousandths of a degree; no step is longer than half a turn
     * @param bounds in degrees
     */
    record Outline(int[] lonLat, Box bounds) {

        /**
         * The points in degrees.
         *
         * @param east how many degrees to move them eastwards
         * @param detail points that differ by less than this many degrees from the one before are left out
         */
        Points points(double east, double detail) {
            Points points = new Points();
            int least = (int) (detail * UNITS_PER_DEGREE);
            for (int i = 0, last = 0; i < lonLat.length; i += 2) {
                boolean end = i == 0 || i == lonLat.length - 2;
                if (end
                        || Math.abs(lonLat[i] - lonLat[last]) >= least
                        || Math.abs(lonLat[i + 1] - lonLat[last + 1]) >= least) {
                    points.add(lonLat[i] / UNITS_PER_DEGREE + east, lonLat[i + 1] / UNITS_PER_DEGREE);
                    last = i;
                }
            }
            return points;
        }
    }

    /**
     * Gathers one outline. The files jump from 180 to -180 where a ring crosses the antimeridian, and leave the pole
     * out of the ring around it; both would draw a line across the map. So longitudes run on past 180 here, and a ring
     * that has gone once around the earth is closed by way of the pole.
     */
    private static final class Packer {

        private static final int TURN = (int) (360 * UNITS_PER_DEGREE);
        private static final int POLE = (int) (90 * UNITS_PER_DEGREE);

        private int[] lonLat = new int[1 << 10];
        private int length;

        boolean isEmpty() {
            return length == 0;
        }

        void add(double longitude, double latitude) {
            int x = (int) Math.round(longitude * UNITS_PER_DEGREE);
            if (length > 0) {
                x += TURN * Math.round((lonLat[length - 2] - x) / (float) TURN);
            }
            append(x, (int) Math.round(latitude * UNITS_PER_DEGREE));
        }

        Outline finish() {
            int first = lonLat[0];
            int last = lonLat[length - 2];
            if (Math.abs(last - first) == TURN) {
                int pole = lonLat[length - 1] < 0 ? -POLE : POLE;
                append(last, pole);
                append(first, pole);
            }
            Outline outline = new Outline(Arrays.copyOf(lonLat, length), bounds());
            length = 0;
            return outline;
        }

        private void append(int x, int y) {
            if (length == lonLat.length) {
                lonLat = Arrays.copyOf(lonLat, 2 * length);
            }
            lonLat[length++] = x;
            lonLat[length++] = y;
        }

        private Box bounds() {
            IntSummaryStatistics x = every(0);
            IntSummaryStatistics y = every(1);
            return new Box(
                    x.getMin() / UNITS_PER_DEGREE,
                    y.getMin() / UNITS_PER_DEGREE,
                    x.getMax() / UNITS_PER_DEGREE,
                    y.getMax() / UNITS_PER_DEGREE);
        }

        private IntSummaryStatistics every(int second) {
            return IntStream.range(0, length / 2)
                    .map(i -> lonLat[2 * i + second])
                    .summaryStatistics();
        }
    }
}
