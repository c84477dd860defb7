package org.tongdao.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tries every way there is, straight from the network's records and the rules as they are written down; shares nothing with the searches. */
final class Oracle {

    private final Network network;
    private final Map<String, Station> stations;
    private final Instant start;
    private final int days;
    private final int maxBoardings;
    private final Map<Line, List<Integer>> departures = new java.util.LinkedHashMap<>();
    private final Map<String, int[]> openings;
    private final List<long[]> ends = new ArrayList<>();
    private String target = "";
    private String mustUse = "";

    Oracle(Network network, Instant start, int days, int maxBoardings) {
        this.network = network;
        this.start = start;
        this.days = days;
        this.maxBoardings = maxBoardings;
        stations = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        openings = network.stations().stream()
                .collect(Collectors.toMap(Station::id, s -> s.hours().openings(start, days + 60, s.zone())));
        network.lines().forEach(l -> departures.put(l, departures(l)));
    }

    Oracle mustUse(String station) {
        mustUse = station;
        return this;
    }

    private List<Integer> departures(Line line) {
        var all = new TreeMap<Integer, Boolean>();
        var zone = station(line.calls().get(0).station()).zone();
        var day = start.atZone(zone).toLocalDate();
        for (int d = 0; d <= days; d++, day = day.plusDays(1)) {
            for (var period : line.days()) {
                if (!day.isBefore(period.from())
                        && !day.isAfter(period.to())
                        && period.weekdays().contains(day.getDayOfWeek())) {
                    for (var time : period.times()) {
                        long at = (day.atTime(time).atZone(zone).toEpochSecond() - start.getEpochSecond()) / 60;
                        if (at >= 0 && !stopped(line, (int) at)) {
                            all.put((int) at, true);
                        }
                    }
                }
            }
        }
        return List.copyOf(all.keySet());
    }

    private boolean stopped(Line line, int leaves) {
        return network.closures().stream()
                .anyMatch(c -> line.calls().stream().anyMatch(call -> {
                    var in = start.plusSeconds(60L * (leaves + call.arrives()));
                    var out = start.plusSeconds(60L * (leaves + call.departs()));
                    return call.station().equals(c.place()) && in.isBefore(c.until()) && !out.isBefore(c.from());
                }));
    }

    private boolean shut(String place, int minute) {
        var at = start.plusSeconds(60L * minute);
        return network.closures().stream()
                .anyMatch(c -> c.place().equals(place) && !at.isBefore(c.from()) && at.isBefore(c.until()));
    }

    /** Minute by minute until neither its hours nor a closed end keep it. */
    private int leaves(Link k, int ready) {
        var hours = k.hours().openings(start, days + 60, station(k.from()).zone());
        int at = open(hours, ready);
        while (at < 1_000_000 && (shut(k.from(), at) || shut(k.to(), at + k.minutes()))) {
            at = open(hours, at + 1);
        }
        return at;
    }

    private Station station(String id) {
        return java.util.Objects.requireNonNull(stations.get(id), id);
    }

    private int[] openings(String id) {
        return openings.getOrDefault(id, new int[0]);
    }

    private static int open(int[] pairs, int t) {
        if (pairs.length == 0) {
            return t;
        }
        for (int i = 0; i < pairs.length; i += 2) {
            if (t < pairs[i + 1]) {
                return Math.max(t, pairs[i]);
            }
        }
        return 1_000_000_000;
    }

    /** Where goods are: came off a service of a gauge and opened at, or by link or start ready at. */
    private record State(
            String place,
            boolean start,
            boolean service,
            int gauge,
            int opened,
            int at,
            long cost,
            long co2,
            long risk,
            int boarded,
            boolean border) {}

    /** Vectors arrival, transfers, cost, CO₂, risk that no other beats in the criteria asked for; what is not asked for is 0. */
    Set<List<Long>> front(String from, String to, int readyAt, Set<Criteria> criteria) {
        ends.clear();
        target = to;
        go(new State(from, true, false, 0, 0, readyAt, 0, 0, 0, 0, mustUse.isEmpty() || mustUse.equals(from)));
        var vectors = ends.stream().map(v -> vector(v, criteria)).distinct().toList();
        return vectors.stream()
                .filter(v -> vectors.stream().noneMatch(w -> beats(w, v)))
                .collect(Collectors.toSet());
    }

    static List<Long> vector(long[] v, Set<Criteria> criteria) {
        return List.of(
                v[0],
                criteria.contains(Criteria.TRANSFERS) ? v[1] : 0L,
                criteria.contains(Criteria.COST) ? v[2] : 0L,
                criteria.contains(Criteria.CO2) ? v[3] : 0L,
                criteria.contains(Criteria.RISK) ? v[4] : 0L);
    }

    static boolean beats(List<Long> a, List<Long> b) {
        boolean all = true;
        for (int i = 0; i < a.size(); i++) {
            all &= a.get(i) <= b.get(i);
        }
        return all && !a.equals(b);
    }

    private void go(State s) {
        if (s.place().equals(target) && s.border() && (s.boarded() > 0 || !s.start())) {
            int arrival = s.service() ? s.opened() + handling(s.place()).minutes() : s.at();
            long paid = s.cost() + (s.service() ? handling(s.place()).cost() : 0);
            ends.add(new long[] {arrival, Math.max(0, s.boarded() - 1), paid, s.co2(), s.risk()});
        }
        if (s.service() || s.start()) {
            network.links().stream().filter(k -> k.from().equals(s.place())).forEach(k -> follow(s, k));
        }
        if (s.boarded() < maxBoardings) {
            departures.forEach((line, leaves) -> board(s, line, leaves));
        }
    }

    private Station.Handling handling(String place) {
        return station(place).handling();
    }

    private void follow(State s, Link k) {
        int ready = s.service() ? s.opened() + handling(s.place()).minutes() : s.at();
        long paid = s.cost() + (s.service() ? handling(s.place()).cost() : 0);
        int leaves = leaves(k, ready);
        go(new State(
                k.to(),
                false,
                false,
                0,
                0,
                leaves + k.minutes(),
                paid + k.cost(),
                s.co2() + k.co2(),
                s.risk(),
                s.boarded(),
                s.border() || k.to().equals(mustUse)));
    }

    private void board(State s, Line line, List<Integer> leaves) {
        for (int i = 0; i < line.calls().size() - 1; i++) {
            if (!line.calls().get(i).station().equals(s.place())) {
                continue;
            }
            var h = handling(s.place());
            int ready;
            long paid = s.cost();
            if (s.service()) {
                boolean change = s.gauge() != 0 && line.gaugeMm() != 0 && s.gauge() != line.gaugeMm();
                if (change && !h.transloads()) {
                    continue;
                }
                ready = s.opened() + (change ? Math.max(h.minutes(), h.transloadMinutes()) : h.minutes());
                paid += change ? h.transloadCost() : h.cost();
            } else {
                ready = open(openings(s.place()), s.at());
            }
            for (int first : leaves) {
                int departs = first + line.calls().get(i).departs();
                if (departs - line.cutOff().minutes() >= ready) {
                    long stored = s.start() ? 0 : station(s.place()).storage().cost(departs - ready);
                    ride(s, line, i, first, paid + stored);
                }
            }
        }
    }

    private void ride(State s, Line line, int i, int first, long paid) {
        long cost = paid;
        long co2 = s.co2();
        boolean border = s.border();
        for (int j = i + 1; j < line.calls().size(); j++) {
            var call = line.calls().get(j);
            cost += call.cost();
            co2 += call.co2();
            border |= call.station().equals(mustUse);
            int opened = open(openings(call.station()), first + call.arrives());
            long risk = s.risk()
                    + Math.round(-1e6 * Math.log1p(-line.risk()))
                    + Math.round(
                            -1e6 * Math.log1p(-station(call.station()).check().risk()));
            go(new State(
                    call.station(), false, true, line.gaugeMm(), opened, 0, cost, co2, risk, s.boarded() + 1, border));
        }
    }
}
