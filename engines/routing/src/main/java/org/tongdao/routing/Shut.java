package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes closures out of the openings of a link, as pairs of minutes from the start of a timetable. */
final class Shut {

    private static final int[] FOR_EVER = {-Timetable.NEVER, Timetable.NEVER};

    private final List<Closure> closures;
    private final Instant start;

    Shut(List<Closure> closures, Instant start) {
        this.closures = closures;
        this.start = start;
    }

    /** When a link leaves that is closed at one of its ends sometimes; the very array when it is not. */
    int[] openings(Link link, int[] pairs) {
        int[] open = pairs;
        for (var closure : closures) {
            if (closure.place().equals(link.from())) {
                open = less(open, minute(closure.from()), minute(closure.until()));
            }
            if (closure.place().equals(link.to())) {
                open = less(open, minute(closure.from()) - link.minutes(), minute(closure.until()) - link.minutes());
            }
        }
        return open;
    }

    boolean stops(Line line, int leaves) {
        return closures.stream().anyMatch(c -> c.stops(line, start.plusSeconds(60L * leaves)));
    }

    /** The first whole minute that is not before it. */
    private int minute(Instant at) {
        return (int) Math.floorDiv(Duration.between(start, at).getSeconds() + 59, 60L);
    }

    private static int[] less(int[] pairs, int from, int until) {
        var open = pairs.length == 0 ? FOR_EVER : pairs;
        var rest = new ArrayList<int[]>();
        for (int i = 0; i < open.length; i += 2) {
            rest.add(new int[] {open[i], Math.min(open[i + 1], from)});
            rest.add(new int[] {Math.max(open[i], until), open[i + 1]});
        }
        return rest.stream()
                .filter(p -> p[0] < p[1])
                .flatMapToInt(Arrays::stream)
                .toArray();
    }
}
