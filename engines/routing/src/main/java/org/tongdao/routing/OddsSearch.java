package org.tongdao.routing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How surely a journey holds: the distribution of its arrival when trains are late, places queue, customs opens boxes and connections are missed.
 *
 * <p>A missed departure is made good by the next one of the same line that still takes the goods; an early arrival does not help before the planned one.
 * Computed by folding distributions over steps of ten minutes, not drawn; the tests hold it against a simulation.
 */
public final class OddsSearch {

    private static final double DUST = 1e-9;

    /** Minutes that are told apart while folding: a place that closes within a spread needs finer ones than the answer has. */
    private static final int STEP = 10;

    /** Minutes behind the timetable in which goods may still arrive: sixty days. */
    private static final int BEYOND = 60 * 1440;

    private final Timetable t;
    private final Map<String, Integer> patterns = new HashMap<>();
    private final Map<Triangle, double[]> kernels = new HashMap<>();

    public OddsSearch(Timetable timetable) {
        this.t = timetable;
        for (int p = 0; p < t.patterns(); p++) {
            patterns.put(t.network.lines().get(t.patternLine[p]).id(), p);
        }
    }

    /** Mass by steps from minute 0 of the timetable, of which {@code from} is the first with any. */
    private static final class Mass {
        final double[] at;
        int from;
        int to;

        Mass(int bins) {
            at = new double[bins];
            from = bins;
        }

        void add(int bin, double share) {
            if (bin >= 0 && bin < at.length) {
                at[bin] += share;
                from = Math.min(from, bin);
                to = Math.max(to, bin);
            }
        }
    }

    /** The odds of a journey of this timetable. */
    public Odds of(Journey journey) {
        int bins = (t.horizon + BEYOND) / STEP;
        var mass = new Mass(bins);
        int ready = minute(journey.ready());
        mass.add(bin(ready), 1);
        for (int i = 0; i < journey.legs().size(); i++) {
            var leg = journey.legs().get(i);
            mass = leg.line().isEmpty() ? link(mass, leg) : service(mass, leg, next(journey, i));
        }
        return odds(mass, bin(ready));
    }

    private static Odds odds(Mass mass, int start) {
        var shares = new double[Math.max(1, halfHour(mass.to - start) + 1)];
        for (int b = Math.max(start, mass.from); b <= mass.to; b++) {
            shares[halfHour(b - start)] += mass.at[b];
        }
        return new Odds(shares);
    }

    private static int halfHour(int steps) {
        return Math.max(0, Math.floorDiv(steps * STEP + Odds.BIN / 2, Odds.BIN));
    }

    private static int next(Journey journey, int i) {
        return i + 1 < journey.legs().size() ? journey.legs().get(i + 1).gaugeMm() : 0;
    }

    private int minute(java.time.Instant at) {
        return (int) Duration.between(t.start, at).toMinutes();
    }

    private static int bin(int minute) {
        return Math.floorDiv(minute + STEP / 2, STEP);
    }

    private Mass link(Mass mass, Journey.Leg leg) {
        var after = new Mass(mass.at.length);
        int link = link(leg);
        for (int b = mass.from; b <= mass.to; b++) {
            if (mass.at[b] > DUST) {
                int at = Timetable.open(t.linkOpenings[link], b * STEP) + t.linkMinutes[link];
                after.add(bin(at), mass.at[b]);
            }
        }
        return after;
    }

    /** The link of the leg: the one that takes as long as it does. */
    private int link(Journey.Leg leg) {
        int from = place(leg.from());
        int minutes = (int) Duration.between(leg.departs(), leg.arrives()).toMinutes();
        for (int k = t.linkOut[from]; k < t.linkOut[from + 1]; k++) {
            if (t.linkTo[k] == place(leg.to()) && t.linkMinutes[k] == minutes) {
                return k;
            }
        }
        throw new IllegalArgumentException("no link as in " + leg + ". Maybe the journey is of another timetable.");
    }

    private int place(String id) {
        return java.util.Objects.requireNonNull(t.index.get(id), id);
    }

    private Mass service(Mass mass, Journey.Leg leg, int nextGauge) {
        Integer p = patterns.get(leg.line());
        if (p == null) {
            throw new IllegalArgumentException(
                    "no line " + leg.line() + ". Maybe the journey is of another timetable.");
        }
        int board = call(p, leg.from(), 0);
        int alight = call(p, leg.to(), board + 1);
        var opened = new Mass(mass.at.length);
        var line = t.network.lines().get(t.patternLine[p]);
        var late = kernel(line.delay());
        int place = place(leg.to());
        int b = mass.from;
        int planned = t.firstTrip(p, board, minute(leg.latest()));
        for (int k = planned; k < t.trips[p] && b <= mass.to; k++) {
            int deadline = t.deadline[t.timeAt(p, board, k)];
            double share = 0;
            for (; b <= mass.to && b * STEP <= deadline + STEP / 2; b++) {
                share += mass.at[b];
            }
            if (share > DUST) {
                int arrives = t.arrival[t.timeAt(p, alight, k)];
                for (int d = 0; d < late.length; d++) {
                    opened.add(bin(Timetable.open(t.openings[place], arrives + d * STEP)), share * late[d]);
                }
            }
        }
        return checked(opened, place, handling(place, leg.gaugeMm(), nextGauge));
    }

    private int handling(int place, int gauge, int nextGauge) {
        boolean change = gauge != 0 && nextGauge != 0 && gauge != nextGauge;
        return change ? t.transload[place] : t.handling[place];
    }

    private Mass checked(Mass opened, int place, int minutes) {
        var check = t.network.stations().get(place).check();
        var handled = new Mass(opened.at.length);
        for (int b = opened.from; b <= opened.to; b++) {
            if (opened.at[b] > DUST) {
                handled.add(bin(b * STEP + minutes), opened.at[b]);
            }
        }
        var queued = fold(handled, kernel(check.dwell()), 1);
        if (check.inspectionShare() == 0) {
            return queued;
        }
        var inspected = fold(queued, kernel(check.inspection()), check.inspectionShare());
        for (int b = queued.from; b <= queued.to; b++) {
            inspected.add(b, queued.at[b] * (1 - check.inspectionShare()));
        }
        return inspected;
    }

    private static Mass fold(Mass mass, double[] kernel, double share) {
        var folded = new Mass(mass.at.length);
        for (int b = mass.from; b <= mass.to; b++) {
            if (mass.at[b] > DUST) {
                for (int d = 0; d < kernel.length; d++) {
                    folded.add(b + d, share * mass.at[b] * kernel[d]);
                }
            }
        }
        return folded;
    }

    private int call(int p, String station, int from) {
        for (int s = t.patternStop[p] + from; s < t.patternStop[p + 1]; s++) {
            if (t.stopPlace[s] == place(station)) {
                return s - t.patternStop[p];
            }
        }
        throw new IllegalArgumentException("no call at " + station + ". Maybe the journey is of another timetable.");
    }

    private double[] kernel(Triangle spread) {
        return kernels.computeIfAbsent(spread, s -> {
            var kernel = new double[s.max() / STEP + 2];
            double before = 0;
            for (int d = 0; d < kernel.length; d++) {
                double upTo = s.share(d * STEP + STEP / 2.0);
                kernel[d] = upTo - before;
                before = upTo;
            }
            return kernel;
        });
    }
}
