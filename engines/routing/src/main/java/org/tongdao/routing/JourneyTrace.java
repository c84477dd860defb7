package org.tongdao.routing;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of a journey as a search found them, walked forward once more by the rules of the model: legs, times and sums.
 *
 * <p>A step is three ints: stop boarded, stop left, trip of its pattern; or a link as −1 − its position and two zeros. Kept from last to first.
 */
final class JourneyTrace {

    private final Timetable t;
    private int[] steps = new int[30];
    private int size;

    private int at;
    private int place;
    private int previous;
    private int cost;
    private int storage;
    private int co2;
    private long risk;
    private int boarded;

    JourneyTrace(Timetable timetable) {
        this.t = timetable;
    }

    void addService(int boardStop, int alightStop, int trip) {
        add(boardStop, alightStop, trip);
    }

    void addLink(int link) {
        add(-1 - link, 0, 0);
    }

    private void add(int a, int b, int c) {
        if (size + 3 > steps.length) {
            steps = java.util.Arrays.copyOf(steps, 2 * steps.length);
        }
        steps[size++] = a;
        steps[size++] = b;
        steps[size++] = c;
    }

    /** The journey of goods ready at a minute at a place. */
    Journey journey(int from, int readyAt) {
        place = from;
        at = readyAt;
        previous = -1;
        var legs = new ArrayList<Journey.Leg>();
        for (int i = size - 3; i >= 0; i -= 3) {
            legs.add(steps[i] < 0 ? link(-1 - steps[i]) : service(i, i < size - 3));
        }
        return new Journey(
                legs,
                t.instant(readyAt),
                legs.isEmpty() ? t.instant(readyAt) : legs.get(0).departs(),
                t.instant(at),
                cost,
                storage,
                co2,
                risk == 0 ? 0 : -Math.expm1(-risk / 1e6),
                Math.max(0, boarded - 1));
    }

    private Journey.Leg link(int link) {
        int leaves = Timetable.open(t.linkOpenings[link], at);
        int arrives = leaves + t.linkMinutes[link];
        cost += t.linkCost[link];
        co2 += t.linkCo2[link];
        place = t.linkTo[link];
        at = arrives;
        previous = -1;
        var source = t.network.links().get(t.linkSource[link]);
        return new Journey.Leg(
                "",
                source.mode(),
                0,
                source.from(),
                source.to(),
                t.instant(leaves),
                t.instant(arrives),
                t.instant(arrives),
                t.instant(leaves),
                t.linkCost[link]);
    }

    private Journey.Leg service(int step, boolean waited) {
        int board = steps[step];
        int alight = steps[step + 1];
        int p = pattern(board);
        int leaves = t.timeAt(p, board - t.patternStop[p], steps[step + 2]);
        int ends = t.timeAt(p, alight - t.patternStop[p], steps[step + 2]);
        int stored = waited ? t.storage(place, t.departure[leaves] - boardable(p, board)) : 0;
        boolean last = step < 3 || steps[step - 3] < 0;
        int node = last ? t.placeNode[t.stopPlace[alight]] : t.stopNode[steps[step - 3]];
        int price = t.stopCost[alight] - t.stopCost[board] + t.alightCost(p, node) + stored;
        cost += price;
        storage += stored;
        co2 += t.stopCo2[alight] - t.stopCo2[board];
        risk += t.patternRisk[p] + t.placeRisk[t.stopPlace[alight]];
        boarded++;
        place = t.stopPlace[alight];
        previous = p;
        at = t.ready[ends];
        int goesOn = last ? at : t.readyAt(p, node, at);
        var line = t.network.lines().get(t.patternLine[p]);
        return new Journey.Leg(
                line.id(),
                line.mode(),
                line.gaugeMm(),
                id(t.stopPlace[board]),
                id(place),
                t.instant(t.departure[leaves]),
                t.instant(t.arrival[ends]),
                t.instant(goesOn),
                t.instant(t.deadline[leaves]),
                price);
    }

    /** When the goods could board here: after a link or at the start, once the place is open. */
    private int boardable(int p, int board) {
        return previous < 0 ? Timetable.open(t.openings[place], at) : t.readyAt(previous, t.stopNode[board], at);
    }

    private String id(int station) {
        return t.network.stations().get(station).id();
    }

    int pattern(int stop) {
        int low = 0;
        int high = t.patterns();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (t.patternStop[middle] <= stop) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static List<Journey> none() {
        return List.of();
    }
}
