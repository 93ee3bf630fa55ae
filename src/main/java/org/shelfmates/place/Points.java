package org.shelfmates.place;

import java.util.Arrays;

/** A growing row of points, kept as plain numbers because a map handles tens of thousands of them. */
final class Points {

    private double[] xy = new double[128];
    private int length;

    void add(double x, double y) {
        if (length == xy.length) {
            xy = Arrays.copyOf(xy, 2 * length);
        }
        xy[length++] = x;
        xy[length++] = y;
    }

    int size() {
        return length / 2;
    }

    boolean isEmpty() {
        return length == 0;
    }

    double x(int index) {
        return xy[2 * index];
    }

    double y(int index) {
        return xy[2 * index + 1];
    }
}
