package org.tongdao.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All journeys that no other beats in arrival and in whatever else is asked of transfers, cost, CO₂ and risk, by rounds of boardings with bags of labels
 * (McRAPTOR), and the same over a window of departures (rRAPTOR).
 *
 * <p>Exact with waiting cost: a label gives way only to one that is no dearer even after it has waited, at the dearest rate of the place, until the other
 * comes; and departures after the first are boarded as long as waiting here may be cheaper than waiting further on. Of equal journeys the one found first
 * stays. Labels that cannot end better than a journey already found are dropped by lower bounds. Working space of one thread.
 */
public final class ParetoSearch {

    /** So many services at most. */
    public static final int MAX_BOARDINGS = 8;

    static final int START = Integer.MIN_VALUE;
    private static final int NONE = -1;

    final Timetable t;
    final Labels l = new Labels();
    final Weights weights;
    private final Fronts fronts;
    private final Fronts.Candidate c;
    final boolean cost;
    final boolean co2;
    final boolean risk;
    private final int maxBoardings;
    private final int mustUse;
    private final Bag[] nodeBag;
    private final Bag[] placeBag;
    private final Bounds minutes;
    private final Bounds costs;
    private final Bounds emissions;
    private final Bounds risks;
    private final Pending pending;
    private final boolean[] fresh;
    private final int[] freshNodes;
    private int freshCount;
    private final int[] from;
    private final int[] queue;
    private int queued;
    private final int[] toTarget;
    private final boolean[] linked;
    private final int[] linkQueue;
    private int linkCount;
    private final Riders riders;
    private int target;
    /** Of a range: boardings at the start only of departures whose cut-off is before this. */
    int before = Timetable.NEVER;

    /**
     * What is asked.
     *
     * @param mustUse a place that the goods must pass, or −1
     * @param maxBoardings services at most
     */
    public record Question(Set<Criteria> criteria, int mustUse, int maxBoardings) {

        /** No place in particular. */
        public Question(Set<Criteria> criteria) {
            this(criteria, NONE, MAX_BOARDINGS);
        }
    }

    public ParetoSearch(Timetable timetable, Question question) {
        this.t = timetable;
        maxBoardings = question.maxBoardings();
        mustUse = question.mustUse();
        cost = question.criteria().contains(Criteria.COST);
        co2 = question.criteria().contains(Criteria.CO2);
        risk = question.criteria().contains(Criteria.RISK);
        fronts = new Fronts(l, question.criteria().contains(Criteria.TRANSFERS));
        c = fronts.candidate;
        weights = new Weights(t, cost);
        nodeBag = Bag.many(t.nodes());
        placeBag = Bag.many(t.stations());
        minutes = new Bounds(t, Bounds.MINUTES);
        costs = new Bounds(t, Bounds.COST);
        emissions = new Bounds(t, Bounds.CO2);
        risks = new Bounds(t, Bounds.RISK);
        pending = new Pending(t.nodes());
        fresh = new boolean[t.nodes()];
        freshNodes = new int[t.nodes()];
        from = new int[t.patterns()];
        queue = new int[t.patterns()];
        toTarget = new int[t.stations()];
        linked = new boolean[t.stations()];
        linkQueue = new int[t.stations()];
        riders = new Riders(this);
        Arrays.fill(toTarget, NONE);
        Arrays.fill(from, Integer.MAX_VALUE);
    }

    /** The journeys of goods ready at a minute, earliest first; empty when there is none. */
    public List<Journey> find(int origin, int destination, int readyAt) {
        if (origin == destination) {
            return List.of(new JourneyTrace(t).journey(origin, readyAt));
        }
        begin(origin, destination, false);
        run(origin, readyAt);
        return finish(origin, new int[] {readyAt});
    }

    /** The same for goods that may become ready from one minute to another; later readiness counts as better. Ways by a link alone stay out. */
    public List<Journey> range(int origin, int destination, int first, int last) {
        begin(origin, destination, true);
        var moments = new Departures(t).of(origin, first, last);
        for (int i = moments.length - 1; i >= 0; i--) {
            fronts.epoch = i;
            before = i == moments.length - 1 ? Timetable.NEVER : Timetable.open(t.openings[origin], moments[i + 1]);
            run(origin, moments[i]);
        }
        before = Timetable.NEVER;
        fronts.settle();
        return finish(origin, moments);
    }

    private void begin(int origin, int destination, boolean ranging) {
        fronts.ranging = ranging;
        Bag.clear(nodeBag);
        Bag.clear(placeBag);
        fronts.ends.size = 0;
        l.size = 0;
        fronts.epoch = 0;
        target = destination;
        for (int i = t.linkIn[destination + 1] - 1; i >= t.linkIn[destination]; i--) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = i;
        }
        minutes.to(origin, destination);
        if (cost) {
            costs.to(origin, destination);
        }
        if (co2) {
            emissions.to(origin, destination);
        }
        if (risk) {
            risks.to(origin, destination);
        }
    }

    private void run(int origin, int readyAt) {
        fronts.round = 0;
        int opens = Timetable.open(t.openings[origin], readyAt);
        int start = start(origin, opens);
        for (int n = t.placeNode[origin]; n < t.placeNode[origin + 1]; n++) {
            nodeBag[n].size = 0;
            nodeBag[n].add(start, opens, 0);
            freshen(n);
        }
        relax(origin, start(origin, readyAt));
        for (fronts.round = 1; fronts.round <= maxBoardings && freshCount > 0; fronts.round++) {
            collect();
            for (int q = 0; q < queued; q++) {
                int i = from[queue[q]];
                from[queue[q]] = Integer.MAX_VALUE;
                ride(queue[q], i);
            }
            links();
        }
        for (int i = 0; i < freshCount; i++) {
            fresh[freshNodes[i]] = false;
        }
        freshCount = 0;
        pending.clear();
    }

    private int start(int origin, int at) {
        int label = l.add();
        l.time[label] = at;
        l.cost[label] = 0;
        l.co2[label] = 0;
        l.risk[label] = 0;
        l.round[label] = 0;
        l.epoch[label] = fronts.epoch;
        l.parent[label] = NONE;
        l.board[label] = START;
        l.border[label] = border(origin);
        return label;
    }

    private byte border(int place) {
        return (byte) (place == mustUse || mustUse == NONE ? 1 : 0);
    }

    private void freshen(int n) {
        if (!fresh[n]) {
            fresh[n] = true;
            freshNodes[freshCount++] = n;
        }
    }

    private void collect() {
        queued = 0;
        pending.clear();
        for (int f = 0; f < freshCount; f++) {
            int n = freshNodes[f];
            fresh[n] = false;
            board(n);
            if (pending.first(n) == pending.end(n)) {
                continue;
            }
            for (int b = t.nodeStop[n]; b < t.nodeStop[n + 1]; b++) {
                int p = t.boardPattern[b];
                if (from[p] == Integer.MAX_VALUE) {
                    queue[queued++] = p;
                }
                from[p] = Math.min(from[p], t.boardIndex[b]);
            }
        }
        freshCount = 0;
    }

    /** Lines up what the last round left at a node; it stands at the end of the bag. */
    private void board(int n) {
        pending.open(n);
        var bag = nodeBag[n];
        for (int b = tail(bag, fronts.round - 1); b < bag.size; b++) {
            int label = bag.labels[b];
            c.at(bag.time[b], bag.cost[b]);
            c.co2 = l.co2[label];
            c.risk = l.risk[label];
            if (!fronts.hopeless(minutes.node(n), costs.node(n), emissions.node(n), risks.node(n))) {
                pending.add(n, label);
            }
        }
    }

    private int tail(Bag bag, int round) {
        int b = bag.size;
        while (b > 0 && l.round[bag.labels[b - 1]] == round && l.epoch[bag.labels[b - 1]] == fronts.epoch) {
            b--;
        }
        return b;
    }

    private void ride(int p, int first) {
        int base = t.patternStop[p];
        int stops = t.patternStop[p + 1] - base;
        riders.size = 0;
        for (int i = first; i < stops; i++) {
            int s = base + i;
            if (riders.size > 0) {
                alight(p, s, t.patternTime[p] + i * t.trips[p]);
            }
            if (i < stops - 1) {
                int n = t.stopNode[s];
                for (int b = pending.first(n); b < pending.end(n); b++) {
                    riders.board(p, i, pending.labels[b]);
                }
            }
        }
    }

    private void alight(int p, int s, int times) {
        int place = t.stopPlace[s];
        boolean useful = minutes.place(place) < Bounds.FAR;
        for (int e = 0; e < riders.size; e++) {
            if (place == mustUse) {
                riders.border[e] = 1;
            }
            if (useful) {
                deliver(p, s, e, t.ready[times + riders.trip[e]]);
            }
        }
    }

    /** Goods come off at a call: they may be at their end, leave by links, or board again, at each node at its own time and cost. */
    private void deliver(int p, int s, int e, int ready) {
        int place = t.stopPlace[s];
        c.came(riders.label[e], riders.boardStop[e], s, riders.trip[e]);
        c.border = riders.border[e];
        int paid = cost ? riders.cost[e] + t.stopCost[s] : 0;
        c.co2 = co2 ? riders.co2[e] + t.stopCo2[s] : 0;
        c.risk = risk ? riders.risk[e] + t.placeRisk[place] : 0;
        c.at(ready, cost ? paid + t.handlingCost[place] : 0);
        if (place == target) {
            fronts.arrive();
        }
        if (fronts.hopeless(minutes.place(place), costs.place(place), emissions.place(place), risks.place(place))) {
            return;
        }
        boolean split = t.placeNode[place + 1] - t.placeNode[place] > 1;
        boolean links = toTarget[place] != NONE || t.boardLinkOut[place] < t.boardLinkOut[place + 1];
        if (links) {
            if (!fronts.keep(placeBag[place], weights.linked[place], weights.stretched[place])) {
                if (!split && weights.linked[place] >= weights.place[place]) {
                    return;
                }
            } else if (!linked[place]) {
                linked[place] = true;
                linkQueue[linkCount++] = place;
            }
        }
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            if (split) {
                c.at(t.readyAt(p, n, ready), cost ? paid + t.alightCost(p, n) : 0);
            }
            boardable(n);
        }
    }

    private void boardable(int n) {
        boolean leads = t.nodeStop[n] < t.nodeStop[n + 1] && c.time < Timetable.NEVER;
        if (leads
                && !fronts.hopeless(minutes.node(n), costs.node(n), emissions.node(n), risks.node(n))
                && fronts.keep(nodeBag[n], weights.place[t.nodePlace[n]], false)) {
            freshen(n);
        }
    }

    private void links() {
        for (int i = 0; i < linkCount; i++) {
            int place = linkQueue[i];
            linked[place] = false;
            var bag = placeBag[place];
            for (int b = tail(bag, fronts.round); b < bag.size; b++) {
                relax(place, bag.labels[b]);
            }
        }
        linkCount = 0;
    }

    private void relax(int place, int label) {
        int into = toTarget[place];
        while (into >= 0 && into < t.linkIn[target + 1] && t.linkFrom[t.linkInAt[into]] == place) {
            follow(t.linkInAt[into++], label);
            if (!fronts.ranging || l.board[label] != START) {
                fronts.arrive();
            }
        }
        for (int i = t.boardLinkOut[place]; i < t.boardLinkOut[place + 1]; i++) {
            int link = t.boardLink[i];
            int q = t.linkTo[link];
            follow(link, label);
            c.at(Timetable.open(t.openings[q], c.time), c.cost);
            for (int n = t.placeNode[q]; n < t.placeNode[q + 1]; n++) {
                boardable(n);
            }
        }
    }

    private void follow(int link, int label) {
        c.came(label, -1 - link, 0, 0);
        c.border = (byte) Math.max(l.border[label], border(t.linkTo[link]));
        c.co2 = co2 ? l.co2[label] + t.linkCo2[link] : 0;
        c.risk = l.risk[label];
        c.at(
                Timetable.open(t.linkOpenings[link], l.time[label]) + t.linkMinutes[link],
                cost ? l.cost[label] + t.linkCost[link] : 0);
    }

    /** Whether goods of a label cannot end better any more once they leave stop s at a time, storage paid. */
    boolean lost(int s, int departs, int paid, int label) {
        c.at(departs, cost ? paid : 0);
        c.co2 = l.co2[label];
        c.risk = l.risk[label];
        return fronts.hopeless(minutes.aboard(s), costs.aboard(s), emissions.aboard(s), risks.aboard(s));
    }

    /** The same before it is known what it will board there. */
    boolean lost(int s, int label) {
        return lost(s, l.time[label] + minutes.boarding(s), l.cost[label], label);
    }

    private List<Journey> finish(int origin, int[] moments) {
        for (int i = t.linkIn[target]; i < t.linkIn[target + 1]; i++) {
            toTarget[t.linkFrom[t.linkInAt[i]]] = NONE;
        }
        var journeys = new ArrayList<Journey>(fronts.ends.size);
        for (int i = 0; i < fronts.ends.size; i++) {
            journeys.add(journey(fronts.ends.label(i), origin, moments[l.epoch[fronts.ends.label(i)]]));
        }
        journeys.sort(Comparator.comparing(Journey::arrives)
                .thenComparingInt(Journey::cost)
                .thenComparingInt(Journey::transfers));
        return List.copyOf(journeys);
    }

    private Journey journey(int end, int origin, int readyAt) {
        var trace = new JourneyTrace(t);
        for (int at = end; l.board[at] != START; at = l.parent[at]) {
            if (l.board[at] < 0) {
                trace.addLink(-1 - l.board[at]);
            } else {
                trace.addService(l.board[at], l.alight[at], l.trip[at]);
            }
        }
        return trace.journey(origin, readyAt);
    }
}
