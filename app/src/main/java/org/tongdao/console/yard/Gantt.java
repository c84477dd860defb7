package org.tongdao.console.yard;

import java.time.Instant;
import java.util.List;

/**
 * The board as shapes: units × time, in pixels of a drawing {@link #WIDTH} wide.
 *
 * @param nowX where the present is; outside the drawing when it is not in the window
 * @param perHour pixels of an hour
 */
record Gantt(
        Instant from,
        Instant until,
        int height,
        double nowX,
        double perHour,
        List<Group> groups,
        List<Row> rows,
        List<Shape> shapes,
        List<Tick> ticks) {

    static final int WIDTH = 1160;
    static final int LABELS = 118;
    static final int TOP = 22;
    static final int ROW = 18;

    /** The rows of one resource. */
    record Group(String resource, int y, int count) {}

    /** One unit. */
    record Row(String resource, int unit, int y) {}

    record Tick(Instant at, double x, boolean day) {}

    /**
     * A bar.
     *
     * @param kind hold, plan, closure, or the stage's state
     * @param stage empty for holds and closures
     * @param movable whether a person may move it
     */
    record Shape(
            String kind,
            double x,
            int y,
            double width,
            int height,
            String trainNo,
            String stage,
            int unit,
            Instant begin,
            Instant end,
            boolean critical,
            boolean pinned,
            boolean movable,
            boolean conflict) {

        /** The train's number as far as there is room: all of it, its last digits, or nothing. */
        public String label() {
            int room = (int) ((width - 4) / 6.2);
            int length = trainNo.length();
            return room >= length
                    ? trainNo
                    : room >= 2 ? trainNo.substring(Math.max(0, length - Math.min(3, room))) : "";
        }
    }
}
