package org.tongdao.routing;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * When one container is somewhere, by the minute: shares at the very beginning of minutes, where clocks put them, and shares spread within minutes, where chance
 * does. Cut-offs and opening hours are whole minutes, so either kind is wholly before or wholly after one: what is sharp at a cut-off is in time, what is
 * spread within the minute that begins there is not.
 *
 * <p>Not changed once it is made.
 */
final class Mass {

    /** The minute of the first element. */
    final int from;
    /** At the beginning of minute {@code from + i}. */
    final double[] sharp;
    /** Within minute {@code from + i}, evenly. */
    final double[] spread;

    private Mass(int from, double[] sharp, double[] spread) {
        this.from = from;
        this.sharp = sharp;
        this.spread = spread;
    }

    private Mass(int from, int length) {
        this(from, new double[length], new double[length]);
    }

    /** All of it at one minute. */
    static Mass at(int minute) {
        return sharp(new int[] {minute}, new double[] {1}, 1);
    }

    /** Shares at minutes that rise; the first {@code count} of them. */
    static Mass sharp(int[] minutes, double[] shares, int count) {
        if (count == 0) {
            return new Mass(0, 0);
        }
        var mass = new Mass(minutes[0], minutes[count - 1] - minutes[0] + 1);
        for (int i = 0; i < count; i++) {
            mass.sharp[minutes[i] - mass.from] += shares[i];
        }
        return mass;
    }

    int length() {
        return sharp.length;
    }

    Mass later(int minutes) {
        return new Mass(from + minutes, sharp, spread);
    }

    /** What comes while a place is closed waits for the next opening; what none follows is lost. */
    Mass opened(int[] pairs) {
        int first = Timetable.open(pairs, from);
        if (pairs.length == 0 || length() == 0 || first >= Timetable.NEVER) {
            return pairs.length == 0 ? this : new Mass(0, 0);
        }
        int last = Timetable.open(pairs, from + length() - 1);
        last = last >= Timetable.NEVER ? pairs[pairs.length - 1] - 1 : last;
        var after = new Mass(first, Math.max(1, last - first + 1));
        int next = 0;
        for (int i = 0; i < length(); i++) {
            int minute = from + i;
            while (next < pairs.length && pairs[next + 1] <= minute) {
                next += 2;
            }
            if (next == pairs.length) {
                break;
            }
            int at = Math.max(minute, pairs[next]) - first;
            after.sharp[at] += minute < pairs[next] ? sharp[i] + spread[i] : sharp[i];
            after.spread[at] += minute < pairs[next] ? 0 : spread[i];
        }
        return after;
    }

    /**
     * With a span of chance added. The share of a span that falls into each minute is linear between its three given minutes, so it is the running sum of the
     * running sum of few numbers: as many steps as there are minutes, however long the span.
     */
    Mass plus(Triangle span) {
        int wide = span.max() - span.min();
        if (wide == 0 || length() == 0) {
            return later(span.min());
        }
        var after = new Mass(from + span.min(), length() + wide);
        var bends = after.sharp;
        for (int knot : knots(span)) {
            bend(bends, knot - span.min(), span.within(knot) - 2 * span.within(knot - 1) + span.within(knot - 2));
        }
        double slope = 0;
        double share = 0;
        for (int i = 0; i < bends.length; i++) {
            slope += bends[i];
            share += slope;
            after.spread[i] = Math.max(0, share);
        }
        Arrays.fill(bends, 0);
        return after;
    }

    private static int[] knots(Triangle span) {
        return IntStream.of(span.min(), span.min() + 1, span.mode(), span.mode() + 1, span.max(), span.max() + 1)
                .distinct()
                .toArray();
    }

    /** Adds the mass, so many minutes later and times a factor; what is spread within a minute and goes on spreading falls half into the next. */
    private void bend(double[] bends, int later, double factor) {
        double half = factor / 2;
        for (int i = 0; i < length(); i++) {
            if (sharp[i] != 0 && i + later < bends.length) {
                bends[i + later] += factor * sharp[i];
            }
            if (spread[i] != 0) {
                if (i + later < bends.length) {
                    bends[i + later] += half * spread[i];
                }
                if (i + later + 1 < bends.length) {
                    bends[i + later + 1] += half * spread[i];
                }
            }
        }
    }

    /** A share of this and the rest of the other; where one is empty, the other whole. */
    Mass mixed(double share, Mass other) {
        if (length() == 0 || other.length() == 0) {
            return length() == 0 ? other : this;
        }
        int first = Math.min(from, other.from);
        int end = Math.max(from + length(), other.from + other.length());
        var both = new Mass(first, end - first);
        add(both, share);
        other.add(both, 1 - share);
        return both;
    }

    private void add(Mass to, double factor) {
        for (int i = 0; i < length(); i++) {
            to.sharp[i + from - to.from] += factor * sharp[i];
            to.spread[i + from - to.from] += factor * spread[i];
        }
    }

    /** The share that is there by a minute. */
    double by(int minute) {
        double sum = 0;
        for (int i = 0; i < length() && from + i <= minute; i++) {
            sum += sharp[i] + (from + i < minute ? spread[i] : 0);
        }
        return sum;
    }

    /** Whether at every minute at least as much is there as of another. */
    boolean nowhereBehind(Mass other) {
        double ahead = 0;
        int end = Math.max(from + length(), other.from + other.length());
        for (int minute = Math.min(from, other.from); minute < end; minute++) {
            ahead += part(sharp, minute - from) - part(other.sharp, minute - other.from);
            if (ahead < -1e-12) {
                return false;
            }
            ahead += part(spread, minute - from) - part(other.spread, minute - other.from);
            if (ahead < -1e-12) {
                return false;
            }
        }
        return true;
    }

    private static double part(double[] shares, int i) {
        return i >= 0 && i < shares.length ? shares[i] : 0;
    }

    /** By half hours from a minute on. */
    Odds odds(int start) {
        var shares = new double[Math.max(1, halfHours(from + length() - start) + 1)];
        for (int i = 0; i < length(); i++) {
            shares[halfHours(from + i - start)] += sharp[i];
            shares[halfHours(from + i + 1 - start)] += spread[i];
        }
        return new Odds(shares);
    }

    /** Up. */
    private static int halfHours(int minutes) {
        return Math.max(0, -Math.floorDiv(-minutes, Odds.BIN));
    }
}
