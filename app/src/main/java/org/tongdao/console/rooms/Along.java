package org.tongdao.console.rooms;

import java.util.List;

/** A point on a line of points. */
final class Along {

    private Along() {}

    /** The point at this share (0 … 1) of the line's length, in degrees; good enough for a dot on a map. */
    static double[] way(List<double[]> points, double share) {
        double left = share * length(points);
        for (int i = 1; i < points.size(); i++) {
            double step = distance(points.get(i - 1), points.get(i));
            if (left <= step && step > 0) {
                return between(points.get(i - 1), points.get(i), left / step);
            }
            left -= step;
        }
        return points.get(points.size() - 1);
    }

    private static double length(List<double[]> points) {
        double sum = 0;
        for (int i = 1; i < points.size(); i++) {
            sum += distance(points.get(i - 1), points.get(i));
        }
        return sum;
    }

    private static double distance(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) * Math.cos(Math.toRadians((a[1] + b[1]) / 2)), a[1] - b[1]);
    }

    private static double[] between(double[] a, double[] b, double share) {
        return new double[] {a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share};
    }
}
