package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * New ways for goods whose way is gone, the one that changes least first.
 *
 * <p>Order: those that keep the promised arrival before the others; of the former by legs that change, then cost, then arrival; of the latter by arrival, so that
 * what must be late is as little late as can be, then by legs that change and cost. The caller takes the first that still has room.
 */
public final class Rescue {

    private Rescue() {}

    /**
     * A way that could be taken instead.
     *
     * @param changed legs of the old way that it does not use
     * @param late against the promise; zero when it keeps it
     */
    public record Way(Offer offer, int changed, Duration late) {

        public boolean keepsPromise() {
            return late.isZero();
        }
    }

    /** Of the ways a search found on the timetable as it runs now. */
    public static List<Way> of(Journey old, Instant promised, List<Offer> offers) {
        var byChange = Comparator.comparingInt(Way::changed)
                .thenComparingInt(w -> w.offer().journey().cost());
        return offers.stream()
                .map(o -> new Way(o, changed(old, o.journey()), late(promised, o.journey())))
                .sorted(Comparator.comparing(Way::late)
                        .thenComparing(byChange)
                        .thenComparing(w -> w.offer().journey().arrives()))
                .toList();
    }

    private static int changed(Journey old, Journey other) {
        return (int) old.legs().stream()
                .filter(leg -> other.legs().stream().noneMatch(o -> same(leg, o)))
                .count();
    }

    private static boolean same(Journey.Leg a, Journey.Leg b) {
        return a.line().equals(b.line())
                && a.from().equals(b.from())
                && a.to().equals(b.to())
                && a.departs().equals(b.departs());
    }

    private static Duration late(Instant promised, Journey journey) {
        return journey.arrives().isAfter(promised) ? Duration.between(promised, journey.arrives()) : Duration.ZERO;
    }
}
