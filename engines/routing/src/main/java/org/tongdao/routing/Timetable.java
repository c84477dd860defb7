package org.tongdao.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A network over a span of days, for one kind of goods, as flat arrays of ints: what the searches read.
 *
 * <p>Times are minutes from {@link #start()}. A <em>pattern</em> is a line that runs at least once; its trips keep their order everywhere, for all have
 * the same running times. A <em>node</em> is where one boards: a place, or a place and a gauge where trains of two gauges meet. Opening hours, handling,
 * cut-offs and the local clocks are worked into the times here, so that a search only compares. Immutable; may be shared by threads.
 *
 * <p>Rules of the model: goods that come off a service outside the opening hours wait for the opening, then are handled; after it they may leave by a link
 * at its first opening, or by any departure whose cut-off is not before. Storage is charged from the end of handling to the departure of the next service;
 * nothing is charged at the place of the start.
 */
public final class Timetable {

    /** Later than every time. */
    static final int NEVER = Integer.MAX_VALUE / 4;

    /** Openings without an end; one array for all, so that a search finds it near. */
    static final int[] ALWAYS = {};

    final Network network;
    final Instant start;
    final int horizon;
    final Map<String, Integer> index;

    /** Nodes of place p: placeNode[p] to before placeNode[p+1]; the first takes everything that has no gauge of its own. */
    int[] placeNode = {};

    int[] nodePlace = {};
    int[] nodeGauge = {};
    /** By place: openings as rising pairs, or an empty array for always. */
    int[][] openings = {};

    int[] handling = {};
    int[] handlingCost = {};
    int[] transload = {};
    int[] transloadCost = {};
    int[] free = {};
    int[] storagePerDay = {};
    int[] placeRisk = {};

    /** Patterns: stops patternStop[p] to before patternStop[p+1]; trips[p] of them; the times of stop i of trip t stand at patternTime[p] + i * trips[p] + t. */
    int[] patternLine = {};

    int[] patternStop = {};
    int[] patternTime = {};
    int[] patternTrip = {};
    int[] trips = {};
    int[] patternGauge = {};
    int[] patternRisk = {};
    int[] stopPlace = {};
    int[] stopNode = {};
    /** From the first call on, minor units and kg. */
    int[] stopCost = {};

    int[] stopCo2 = {};
    /** From the moment that a trip leaves to the cut-off at a stop. */
    int[] stopTaken = {};
    /** By trip, from patternTrip[p] on: when it leaves; and the first trip from each slot of time on, SLOTS of them a pattern. */
    int[] leaves = {};

    int[] slot = {};
    int slots;
    int[] departure = {};
    int[] deadline = {};
    int[] arrival = {};
    /** Ready at the first node of the place. */
    int[] ready = {};

    /** Stops at which one boards at node n: nodeStop[n] to before nodeStop[n+1] in boardPattern and boardIndex. */
    int[] nodeStop = {};

    int[] boardPattern = {};
    int[] boardIndex = {};

    /** All calls at place p, with the last ones of lines: placeStop[p] to before placeStop[p+1] in callPattern and callIndex. */
    int[] placeStop = {};

    int[] callPattern = {};
    int[] callIndex = {};

    /** Links out of place p: linkOut[p] to before linkOut[p+1]; and into it, as positions in the former. */
    int[] linkOut = {};

    int[] linkFrom = {};
    int[] linkTo = {};
    int[] linkMinutes = {};
    int[] linkCost = {};
    int[] linkCo2 = {};
    int[] linkSource = {};
    int[][] linkOpenings = {};
    int[] linkIn = {};
    int[] linkInAt = {};

    /** Of the links out of place p those to where something is boarded. */
    int[] boardLinkOut = {};

    int[] boardLink = {};

    /** Of the links into place p those from where something calls. */
    int[] calledLinkIn = {};

    int[] calledLink = {};

    /** Connections by departure, {@value #STRIDE} ints each: departure, deadline, node, trip, ready, place reached, stop left. */
    int[] connections = {};

    static final int STRIDE = 8;

    /** A year, with what is under way before it and a window after it. */
    private static final int MOST_DAYS = 500;

    /** A slot of time has two to the power of this minutes. */
    static final int SLOT = 11;

    Timetable(Network network, Instant start, int days) {
        this.network = network;
        this.start = start;
        this.horizon = days * 1440;
        this.index = network.stationIndex();
    }

    /**
     * Of the lines that {@code admits} lets through, with the cut-offs of general or dangerous goods.
     *
     * @param days of departures, from the local day of {@code start} on; 1 to 500
     */
    public static Timetable of(Network network, Instant start, int days, Predicate<Line> admits, boolean dangerous) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a timetable of " + days + " days. Maybe 28.");
        }
        return new TimetableAssembly(network, start, days, 0).of(admits, dangerous);
    }

    /** The same for goods ready at a moment, with what has left before and can still be boarded on its way; {@code days} from that moment on. */
    static Timetable ahead(Network network, Instant ready, int days, Predicate<Line> admits, boolean dangerous) {
        int lead = network.leadDays();
        return new TimetableAssembly(network, ready.minus(Duration.ofDays(lead)), days + lead, lead * 1440)
                .of(admits, dangerous);
    }

    /** Of all lines, general goods. */
    public static Timetable of(Network network, Instant start, int days) {
        return of(network, start, days, line -> true, false);
    }

    public Instant start() {
        return start;
    }

    public Network network() {
        return network;
    }

    /** The position of a place, to be used in queries. */
    public Optional<Integer> findPlace(String id) {
        return Optional.ofNullable(index.get(id));
    }

    /** Calls of all trips, over all days. */
    public int stopTimes() {
        return arrival.length;
    }

    /** Minutes from the start; may lie outside the horizon. */
    public int minute(Instant at) {
        return (int) Math.floorDiv(Duration.between(start, at).getSeconds() + 59, 60L);
    }

    /** The instant of a minute. */
    public Instant instant(int minute) {
        return start.plusSeconds(60L * minute);
    }

    int stations() {
        return placeNode.length - 1;
    }

    int nodes() {
        return nodePlace.length;
    }

    int patterns() {
        return trips.length;
    }

    /** The first moment from {@code t} on at which it is open. */
    static int open(int[] pairs, int t) {
        if (pairs.length == 0) {
            return t;
        }
        int low = 0;
        int high = pairs.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs[2 * middle + 1] > t) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == pairs.length / 2 ? NEVER : Math.max(t, pairs[2 * low]);
    }

    /** Whether goods off a train of one gauge board, at that node, trains of another. */
    boolean transloads(int gauge, int node) {
        return gauge != 0 && nodeGauge[node] != 0 && nodeGauge[node] != gauge;
    }

    /** Ready at a node, after goods came off pattern {@code p} ready at the first node at {@code ready}; NEVER where no change of gauge is made. */
    int readyAt(int p, int node, int ready) {
        if (!transloads(patternGauge[p], node)) {
            return ready;
        }
        int place = nodePlace[node];
        return transload[place] < 0 ? NEVER : ready - handling[place] + transload[place];
    }

    /** The cost of coming off pattern {@code p} to go on from a node. */
    int alightCost(int p, int node) {
        int place = nodePlace[node];
        return transloads(patternGauge[p], node) ? transloadCost[place] : handlingCost[place];
    }

    int storage(int place, int wait) {
        return wait <= free[place] ? 0 : (int) ((long) storagePerDay[place] * (wait - free[place]) / 1440);
    }

    /** The first trip of pattern p that takes goods ready at {@code t} at its stop i, or the number of trips. */
    int firstTrip(int p, int i, int t) {
        int leaving = t - stopTaken[patternStop[p] + i];
        int at = Math.max(0, leaving >> SLOT);
        if (at >= slots - 1) {
            return trips[p];
        }
        int from = patternTrip[p];
        int low = slot[p * slots + at];
        int high = slot[p * slots + at + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (leaves[from + middle] >= leaving) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    int timeAt(int p, int i, int trip) {
        return patternTime[p] + i * trips[p] + trip;
    }
}
