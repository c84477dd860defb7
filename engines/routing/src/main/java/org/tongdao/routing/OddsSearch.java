package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How surely a journey holds: the distribution of its arrival when trains are late, places queue, customs opens boxes and connections are missed.
 *
 * <p>A missed departure is made good by the next one of the same line that still takes the goods; an early arrival does not help before the planned one.
 * Computed by folding distributions minute by minute, exact at cut-offs and opening hours, not drawn; the tests hold it against a simulation.
 */
public final class OddsSearch {

    /** A share that nobody sees. */
    private static final double DUST = 1e-9;

    private final Timetable t;
    private final Map<String, Integer> patterns = new HashMap<>();

    public OddsSearch(Timetable timetable) {
        this.t = timetable;
        for (int p = 0; p < t.patterns(); p++) {
            patterns.put(t.network.lines().get(t.patternLine[p]).id(), p);
        }
    }

    /** The odds of a journey of this timetable. */
    public Odds of(Journey journey) {
        int ready = minute(journey.ready());
        var mass = Mass.at(ready);
        boolean handled = false;
        for (int i = 0; i < journey.legs().size(); i++) {
            var leg = journey.legs().get(i);
            if (leg.line().isEmpty()) {
                int link = link(
                        leg,
                        minute(
                                i == 0
                                        ? journey.ready()
                                        : journey.legs().get(i - 1).ready()));
                mass = mass.opened(t.linkOpenings[link]).later(t.linkMinutes[link]);
            } else {
                // what no service brought is taken in while the place is open; what one brought was
                mass = service(handled ? mass : mass.opened(t.openings[place(leg.from())]), leg, next(journey, i));
            }
            handled = !leg.line().isEmpty();
        }
        return mass.odds(ready);
    }

    private static int next(Journey journey, int i) {
        return i + 1 < journey.legs().size() ? journey.legs().get(i + 1).gaugeMm() : 0;
    }

    private int minute(Instant at) {
        return (int) Duration.between(t.start, at).toMinutes();
    }

    private static int minutes(Journey.Leg leg) {
        return (int) Duration.between(leg.departs(), leg.arrives()).toMinutes();
    }

    /** The link of the leg: the one that goes when it does, takes as long and costs as much; of several that are open longest. */
    private int link(Journey.Leg leg, int ready) {
        int from = place(leg.from());
        int found = -1;
        for (int k = t.linkOut[from]; k < t.linkOut[from + 1]; k++) {
            boolean same = t.linkTo[k] == place(leg.to())
                    && t.linkMinutes[k] == minutes(leg)
                    && t.linkCost[k] == leg.cost()
                    && t.network.links().get(t.linkSource[k]).mode().equals(leg.mode())
                    && Timetable.open(t.linkOpenings[k], ready) == minute(leg.departs());
            if (same && (found < 0 || open(t.linkOpenings[k]) > open(t.linkOpenings[found]))) {
                found = k;
            }
        }
        if (found < 0) {
            throw new IllegalArgumentException("no link as in " + leg + ". Maybe the journey is of another timetable.");
        }
        return found;
    }

    private static long open(int[] pairs) {
        long minutes = pairs.length == 0 ? Long.MAX_VALUE : 0;
        for (int i = 0; i < pairs.length; i += 2) {
            minutes += pairs[i + 1] - pairs[i];
        }
        return minutes;
    }

    private int place(String id) {
        return t.findPlace(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no place " + id + ". Maybe the journey is of another timetable."));
    }

    private Mass service(Mass mass, Journey.Leg leg, int nextGauge) {
        int[] calls = calls(leg);
        int planned = t.firstTrip(calls[0], calls[1], minute(leg.latest()));
        int place = place(leg.to());
        int minutes = handling(place, leg.gaugeMm(), nextGauge);
        return off(arrived(mass, calls, planned), calls[0], place, minutes);
    }

    /** Goods that arrive by pattern {@code p} as the timetable says, late, taken in, handled in so many minutes and checked. */
    Mass off(Mass arrived, int p, int place, int minutes) {
        var check = t.network.stations().get(place).check();
        var queued = arrived.plus(t.network.lines().get(t.patternLine[p]).delay())
                .opened(t.openings[place])
                .later(minutes)
                .plus(check.dwell());
        return check.inspectionShare() == 0
                ? queued
                : queued.plus(check.inspection()).mixed(check.inspectionShare(), queued);
    }

    /** By the timetable, each share with the first departure from the planned one on that takes it; {@code calls}: pattern, boarded, left. */
    Mass arrived(Mass mass, int[] calls, int planned) {
        int p = calls[0];
        var arrives = new int[16];
        var shares = new double[16];
        int count = 0;
        int sharp = 0;
        int spread = 0;
        for (int k = planned; k < t.trips[p] && spread < mass.length(); k++) {
            int before = t.deadline[t.timeAt(p, calls[1], k)] - mass.from;
            double share = 0;
            for (; sharp < mass.length() && sharp <= before; sharp++) {
                share += mass.sharp[sharp];
            }
            for (; spread < mass.length() && spread < before; spread++) {
                share += mass.spread[spread];
            }
            if (share > DUST) {
                if (count == shares.length) {
                    arrives = Arrays.copyOf(arrives, 2 * count);
                    shares = Arrays.copyOf(shares, 2 * count);
                }
                arrives[count] = t.arrival[t.timeAt(p, calls[2], k)];
                shares[count++] = share;
            }
        }
        return Mass.sharp(arrives, shares, count);
    }

    private int handling(int place, int gauge, int nextGauge) {
        boolean change = gauge != 0 && nextGauge != 0 && gauge != nextGauge;
        return change ? t.transload[place] : t.handling[place];
    }

    /** Pattern of the leg, call boarded, call left: the two that are as far apart as the leg takes. */
    private int[] calls(Journey.Leg leg) {
        Integer p = patterns.get(leg.line());
        if (p == null) {
            throw new IllegalArgumentException(
                    "no line " + leg.line() + ". Maybe the journey is of another timetable.");
        }
        int base = t.patternStop[p];
        int count = t.patternStop[p + 1] - base;
        for (int board = 0; board < count; board++) {
            for (int alight = board + 1; alight < count; alight++) {
                if (t.stopPlace[base + board] == place(leg.from())
                        && t.stopPlace[base + alight] == place(leg.to())
                        && t.arrival[t.timeAt(p, alight, 0)] - t.departure[t.timeAt(p, board, 0)] == minutes(leg)) {
                    return new int[] {p, board, alight};
                }
            }
        }
        throw new IllegalArgumentException("no calls as in " + leg + ". Maybe the journey is of another timetable.");
    }
}
