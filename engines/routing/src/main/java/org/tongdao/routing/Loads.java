package org.tongdao.routing;

import java.util.Arrays;
import java.util.List;

/** What is on each connection of a timetable, against what it takes: slots in hundredths, kg, m³. */
final class Loads {

    static final int DIMENSIONS = 3;
    static final int UNLIMITED = Integer.MAX_VALUE / 4;

    private final Timetable t;
    final int[][] taken;
    final int[][] limit;
    final boolean weighed;

    Loads(Timetable t) {
        this.t = t;
        int count = t.connections.length / Timetable.STRIDE;
        taken = new int[DIMENSIONS][count];
        limit = new int[DIMENSIONS][count];
        boolean any = false;
        for (int c = 0; c < count; c++) {
            var capacity = t.network
                    .lines()
                    .get(t.patternLine[t.connections[c * Timetable.STRIDE + 7]])
                    .capacity();
            limit[0][c] = slots(capacity);
            limit[1][c] = capacity.kg() == 0 ? UNLIMITED : capacity.kg();
            limit[2][c] = capacity.m3() == 0 ? UNLIMITED : capacity.m3();
            any |= capacity.kg() != 0 || capacity.m3() != 0;
        }
        weighed = any;
    }

    /** Hundredths of a forty-foot container; a TEU is half of one. */
    static int slots(Line.Capacity capacity) {
        int slots = capacity.slots() == 0 ? UNLIMITED : 100 * capacity.slots();
        return Math.min(slots, capacity.teu() == 0 ? UNLIMITED : 50 * capacity.teu());
    }

    static int need(Shipment s, int dimension) {
        return dimension == 0 ? s.slots() : dimension == 1 ? s.kg() : s.m3();
    }

    boolean fits(Shipment s, int c) {
        for (int d = 0; d < DIMENSIONS; d++) {
            if (taken[d][c] + need(s, d) > limit[d][c]) {
                return false;
            }
        }
        return true;
    }

    boolean fits(Shipment s, int[] connections) {
        return Arrays.stream(connections).allMatch(c -> fits(s, c));
    }

    /** The departures that have no room for it, as line and time. */
    List<String> full(Shipment s, int[] connections) {
        return Arrays.stream(connections)
                .filter(c -> !fits(s, c))
                .mapToObj(this::departure)
                .distinct()
                .toList();
    }

    private String departure(int c) {
        int i = c * Timetable.STRIDE;
        var line = t.network.lines().get(t.patternLine[t.connections[i + 7]]);
        return line.id() + " " + t.instant(t.connections[i]);
    }

    void add(Shipment s, int[] connections, int sign) {
        for (int c : connections) {
            for (int d = 0; d < DIMENSIONS; d++) {
                taken[d][c] += sign * need(s, d);
            }
        }
    }
}
