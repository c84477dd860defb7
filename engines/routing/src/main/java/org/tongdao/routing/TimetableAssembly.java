package org.tongdao.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Lays a network out as the flat arrays of a {@link Timetable}. */
final class TimetableAssembly {

    private final Timetable t;
    private final Network network;
    private final int days;
    private final int from;
    private final Shut shut;
    private final Map<ZoneId, Map<LocalTime, int[]>> clocks = new HashMap<>();

    /** {@code from}: departures that nobody can board from this minute on are left out. */
    TimetableAssembly(Network network, Instant start, int days, int from) {
        this.from = from;
        this.network = network;
        this.days = days;
        this.shut = new Shut(network.closures(), start);
        this.t = new Timetable(network, start, days);
    }

    Timetable of(Predicate<Line> admits, boolean dangerous) {
        var lines = new ArrayList<Line>();
        var departures = new ArrayList<int[]>();
        var source = new ArrayList<Integer>();
        for (int i = 0; i < network.lines().size(); i++) {
            var line = network.lines().get(i);
            var leaves = admits.test(line) ? departures(line) : new int[0];
            if (leaves.length > 0) {
                lines.add(line);
                departures.add(leaves);
                source.add(i);
            }
        }
        places();
        nodes(lines);
        t.patternLine = source.stream().mapToInt(i -> i).toArray();
        patterns(lines, departures, dangerous);
        boarding();
        callsByPlace();
        links();
        connections();
        return t;
    }

    private void places() {
        var all = network.stations();
        t.openings = all.stream()
                .map(s -> s.hours().always() ? Timetable.ALWAYS : s.hours().openings(t.start, days + 60, s.zone()))
                .toArray(int[][]::new);
        t.handling = all.stream().mapToInt(s -> s.handling().minutes()).toArray();
        t.handlingCost = all.stream().mapToInt(s -> s.handling().cost()).toArray();
        t.transload = all.stream()
                .mapToInt(s -> s.handling().transloads()
                        ? Math.max(s.handling().minutes(), s.handling().transloadMinutes())
                        : -1)
                .toArray();
        t.transloadCost =
                all.stream().mapToInt(s -> s.handling().transloadCost()).toArray();
        t.free = all.stream().mapToInt(s -> s.storage().freeMinutes()).toArray();
        t.storagePerDay = all.stream().mapToInt(s -> s.storage().costPerDay()).toArray();
        t.placeRisk = all.stream().mapToInt(s -> risk(s.check().risk())).toArray();
    }

    /** Shares of harm multiply; their logarithms, in millionths, add up. */
    static int risk(double share) {
        return (int) Math.round(-1e6 * Math.log1p(-share));
    }

    private void nodes(List<Line> lines) {
        var gauges = new ArrayList<TreeSet<Integer>>();
        network.stations().forEach(s -> gauges.add(new TreeSet<>()));
        for (var line : lines) {
            if (line.gaugeMm() != 0) {
                line.calls().forEach(c -> gauges.get(place(c.station())).add(line.gaugeMm()));
            }
        }
        t.placeNode = new int[gauges.size() + 1];
        var nodePlace = new ArrayList<Integer>();
        var nodeGauge = new ArrayList<Integer>();
        for (int p = 0; p < gauges.size(); p++) {
            t.placeNode[p] = nodePlace.size();
            nodePlace.add(p);
            nodeGauge.add(0);
            if (gauges.get(p).size() > 1) {
                for (int gauge : gauges.get(p)) {
                    nodePlace.add(p);
                    nodeGauge.add(gauge);
                }
            }
        }
        t.placeNode[gauges.size()] = nodePlace.size();
        t.nodePlace = nodePlace.stream().mapToInt(i -> i).toArray();
        t.nodeGauge = nodeGauge.stream().mapToInt(i -> i).toArray();
    }

    private int place(String id) {
        return java.util.Objects.requireNonNull(t.index.get(id), id);
    }

    /** Minutes of all departures from the first call, in order, none twice. */
    private int[] departures(Line line) {
        var zone = network.stations().get(place(line.calls().get(0).station())).zone();
        var first = t.start.atZone(zone).toLocalDate();
        var minutes = new int[16];
        int count = 0;
        for (var period : line.days()) {
            for (var time : period.times()) {
                var clock = clock(zone, time, first);
                for (int d = 0; d < clock.length; d++) {
                    var day = first.plusDays(d);
                    boolean runs = period.weekdays().contains(day.getDayOfWeek())
                            && !day.isBefore(period.from())
                            && !day.isAfter(period.to());
                    if (runs) {
                        minutes = count == minutes.length ? Arrays.copyOf(minutes, 2 * count) : minutes;
                        minutes[count++] = clock[d];
                    }
                }
            }
        }
        int last = line.calls().get(line.calls().size() - 2).departs();
        return Arrays.stream(minutes, 0, count)
                .filter(m -> m >= 0 && m + last >= from && !shut.stops(line, m))
                .sorted()
                .distinct()
                .toArray();
    }

    /** That time of day as minutes from the start, for each day. */
    private int[] clock(ZoneId zone, LocalTime time, LocalDate first) {
        return clocks.computeIfAbsent(zone, k -> new HashMap<>()).computeIfAbsent(time, k -> {
            var minutes = new int[days + 1];
            for (int d = 0; d <= days; d++) {
                var at = first.plusDays(d).atTime(time).atZone(zone).toEpochSecond();
                minutes[d] = (int) Math.floorDiv(at - t.start.getEpochSecond(), 60L);
            }
            return minutes;
        });
    }

    private void patterns(List<Line> lines, List<int[]> departures, boolean dangerous) {
        int n = lines.size();
        t.patternStop = new int[n + 1];
        t.patternTime = new int[n + 1];
        t.patternTrip = new int[n + 1];
        t.trips = new int[n];
        for (int p = 0; p < n; p++) {
            int calls = lines.get(p).calls().size();
            t.trips[p] = departures.get(p).length;
            t.patternStop[p + 1] = t.patternStop[p] + calls;
            t.patternTime[p + 1] = t.patternTime[p] + calls * t.trips[p];
            t.patternTrip[p + 1] = t.patternTrip[p] + t.trips[p];
        }
        t.patternGauge = lines.stream().mapToInt(Line::gaugeMm).toArray();
        t.patternRisk = lines.stream().mapToInt(l -> risk(l.risk())).toArray();
        t.stopPlace = new int[t.patternStop[n]];
        t.stopNode = new int[t.patternStop[n]];
        t.stopCost = new int[t.patternStop[n]];
        t.stopCo2 = new int[t.patternStop[n]];
        t.stopTaken = new int[t.patternStop[n]];
        t.departure = new int[t.patternTime[n]];
        t.deadline = new int[t.patternTime[n]];
        t.arrival = new int[t.patternTime[n]];
        t.ready = new int[t.patternTime[n]];
        for (int p = 0; p < n; p++) {
            var cutOff = lines.get(p).cutOff();
            pattern(p, lines.get(p), departures.get(p), dangerous ? cutOff.dangerousMinutes() : cutOff.minutes());
        }
        slots(departures);
    }

    private void slots(List<int[]> departures) {
        t.leaves = departures.stream().flatMapToInt(Arrays::stream).toArray();
        t.slots = (Arrays.stream(t.leaves).max().orElse(0) >> Timetable.SLOT) + 2;
        t.slot = new int[t.slots * departures.size()];
        for (int p = 0; p < departures.size(); p++) {
            for (int at = 0; at < t.slots; at++) {
                int k = at == 0 ? 0 : t.slot[p * t.slots + at - 1];
                while (k < t.trips[p] && departures.get(p)[k] < at << Timetable.SLOT) {
                    k++;
                }
                t.slot[p * t.slots + at] = k;
            }
        }
    }

    private void pattern(int p, Line line, int[] departures, int cutOff) {
        int cost = 0;
        int co2 = 0;
        for (int i = 0; i < line.calls().size(); i++) {
            var call = line.calls().get(i);
            int s = t.patternStop[p] + i;
            int place = place(call.station());
            cost += i == 0 ? 0 : call.cost();
            co2 += i == 0 ? 0 : call.co2();
            t.stopPlace[s] = place;
            t.stopNode[s] = node(place, line.gaugeMm());
            t.stopCost[s] = cost;
            t.stopCo2[s] = co2;
            t.stopTaken[s] = call.departs() - cutOff;
            for (int k = 0; k < departures.length; k++) {
                int at = t.timeAt(p, i, k);
                t.departure[at] = departures[k] + call.departs();
                t.deadline[at] = t.departure[at] - cutOff;
                t.arrival[at] = departures[k] + call.arrives();
                t.ready[at] =
                        Math.min(Timetable.NEVER, Timetable.open(t.openings[place], t.arrival[at]) + t.handling[place]);
            }
        }
    }

    private int node(int place, int gauge) {
        for (int n = t.placeNode[place]; n < t.placeNode[place + 1]; n++) {
            if (t.nodeGauge[n] == gauge) {
                return n;
            }
        }
        return t.placeNode[place];
    }

    private void boarding() {
        int nodes = t.nodes();
        t.nodeStop = new int[nodes + 1];
        for (int p = 0; p < t.patterns(); p++) {
            for (int s = t.patternStop[p]; s < t.patternStop[p + 1] - 1; s++) {
                t.nodeStop[t.stopNode[s] + 1]++;
            }
        }
        for (int n = 0; n < nodes; n++) {
            t.nodeStop[n + 1] += t.nodeStop[n];
        }
        t.boardPattern = new int[t.nodeStop[nodes]];
        t.boardIndex = new int[t.nodeStop[nodes]];
        var next = t.nodeStop.clone();
        for (int p = 0; p < t.patterns(); p++) {
            for (int s = t.patternStop[p]; s < t.patternStop[p + 1] - 1; s++) {
                int at = next[t.stopNode[s]]++;
                t.boardPattern[at] = p;
                t.boardIndex[at] = s - t.patternStop[p];
            }
        }
    }

    private void callsByPlace() {
        int places = network.stations().size();
        t.placeStop = new int[places + 1];
        for (int place : t.stopPlace) {
            t.placeStop[place + 1]++;
        }
        for (int p = 0; p < places; p++) {
            t.placeStop[p + 1] += t.placeStop[p];
        }
        t.callPattern = new int[t.stopPlace.length];
        t.callIndex = new int[t.stopPlace.length];
        var next = t.placeStop.clone();
        for (int p = 0; p < t.patterns(); p++) {
            for (int s = t.patternStop[p]; s < t.patternStop[p + 1]; s++) {
                int at = next[t.stopPlace[s]]++;
                t.callPattern[at] = p;
                t.callIndex[at] = s - t.patternStop[p];
            }
        }
    }

    private void links() {
        int n = network.links().size();
        int places = network.stations().size();
        t.linkOut = new int[places + 1];
        t.linkIn = new int[places + 1];
        for (var link : network.links()) {
            t.linkOut[place(link.from()) + 1]++;
            t.linkIn[place(link.to()) + 1]++;
        }
        for (int p = 0; p < places; p++) {
            t.linkOut[p + 1] += t.linkOut[p];
            t.linkIn[p + 1] += t.linkIn[p];
        }
        t.linkFrom = new int[n];
        t.linkTo = new int[n];
        t.linkMinutes = new int[n];
        t.linkCost = new int[n];
        t.linkCo2 = new int[n];
        t.linkSource = new int[n];
        t.linkOpenings = new int[n][];
        t.linkInAt = new int[n];
        var out = t.linkOut.clone();
        var in = t.linkIn.clone();
        for (int i = 0; i < n; i++) {
            var link = network.links().get(i);
            int at = out[place(link.from())]++;
            t.linkFrom[at] = place(link.from());
            t.linkTo[at] = place(link.to());
            t.linkMinutes[at] = link.minutes();
            t.linkCost[at] = link.cost();
            t.linkCo2[at] = link.co2();
            t.linkSource[at] = i;
            var zone = network.stations().get(t.linkFrom[at]).zone();
            t.linkOpenings[at] = shut.openings(
                    link,
                    link.hours().always() ? Timetable.ALWAYS : link.hours().openings(t.start, days + 60, zone));
        }
        for (int at = 0; at < n; at++) {
            t.linkInAt[in[t.linkTo[at]]++] = at;
        }
        boardLinks();
    }

    private void boardLinks() {
        int places = network.stations().size();
        t.boardLinkOut = new int[places + 1];
        t.boardLink = new int[t.linkTo.length];
        int count = 0;
        for (int p = 0; p < places; p++) {
            for (int l = t.linkOut[p]; l < t.linkOut[p + 1]; l++) {
                int q = t.linkTo[l];
                if (t.nodeStop[t.placeNode[q]] < t.nodeStop[t.placeNode[q + 1]]) {
                    t.boardLink[count++] = l;
                }
            }
            t.boardLinkOut[p + 1] = count;
        }
        t.boardLink = Arrays.copyOf(t.boardLink, count);
        t.calledLinkIn = new int[places + 1];
        t.calledLink = new int[t.linkTo.length];
        count = 0;
        for (int p = 0; p < places; p++) {
            for (int i = t.linkIn[p]; i < t.linkIn[p + 1]; i++) {
                int q = t.linkFrom[t.linkInAt[i]];
                if (t.placeStop[q] < t.placeStop[q + 1]) {
                    t.calledLink[count++] = t.linkInAt[i];
                }
            }
            t.calledLinkIn[p + 1] = count;
        }
        t.calledLink = Arrays.copyOf(t.calledLink, count);
    }

    /** In the order of their departure, those of one minute in the order of the lines: counted into place, there may be a million. */
    private void connections() {
        int last = Arrays.stream(t.departure).max().orElse(0);
        var next = new int[last + 2];
        for (int p = 0; p < t.patterns(); p++) {
            int calls = t.patternStop[p + 1] - t.patternStop[p];
            for (int at = t.patternTime[p]; at < t.patternTime[p] + (calls - 1) * t.trips[p]; at++) {
                next[t.departure[at] + 1]++;
            }
        }
        for (int minute = 0; minute <= last; minute++) {
            next[minute + 1] += next[minute];
        }
        t.connections = new int[next[last + 1] * Timetable.STRIDE];
        for (int p = 0; p < t.patterns(); p++) {
            for (int i = 0; i < t.patternStop[p + 1] - t.patternStop[p] - 1; i++) {
                for (int k = 0; k < t.trips[p]; k++) {
                    int c = next[t.departure[t.timeAt(p, i, k)]]++;
                    connection(c * Timetable.STRIDE, p, i, k);
                }
            }
        }
    }

    private void connection(int c, int p, int i, int k) {
        int s = t.patternStop[p] + i;
        t.connections[c] = t.departure[t.timeAt(p, i, k)];
        t.connections[c + 1] = t.deadline[t.timeAt(p, i, k)];
        t.connections[c + 2] = t.stopNode[s];
        t.connections[c + 3] = t.patternTrip[p] + k;
        t.connections[c + 4] = t.ready[t.timeAt(p, i + 1, k)];
        t.connections[c + 5] = t.stopPlace[s + 1];
        t.connections[c + 6] = s;
        t.connections[c + 7] = p;
    }
}
