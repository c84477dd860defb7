package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.tongdao.terms.Dice;

/**
 * Makes networks of any size for trials and benchmarks; equal arguments give equal networks on every machine.
 *
 * <p>{@code transit}: lines of 20 calls, 20 departures on one day, footpaths; a tenth of the places are calls of one line. {@code freight}: 3 hubs of each
 * 100 places, rail three times a week, road daily, air, drayage between each place and its nearest hubs, cut-offs, handling, storage at one rate.
 */
public final class NetworkGenerator {

    /** What the network looks like. */
    public enum Kind {
        TRANSIT,
        FREIGHT
    }

    /** The first day with departures. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 2);

    private static final ZoneId UTC = java.time.ZoneOffset.UTC;

    private final SplittableRandom random;
    private final int places;
    private final List<Station> stations = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private NetworkGenerator(int places, long seed) {
        this.places = places;
        this.random = Dice.of(seed, "network");
    }

    /** A network of so many places, at least 20. */
    public static Network of(Kind kind, int places, long seed) {
        if (places < 20 || places > 100_000) {
            throw new IllegalArgumentException("a network of " + places + " places. Maybe 20 to 100,000.");
        }
        var generator = new NetworkGenerator(places, seed);
        if (kind == Kind.TRANSIT) {
            generator.transit();
        } else {
            generator.freight();
        }
        return new Network(generator.stations, generator.lines, generator.links);
    }

    private void station(double lat, double lon, int handling, int storage) {
        stations.add(new Station(
                "P" + stations.size(),
                "",
                "",
                "XX",
                round(lat),
                round(lon),
                UTC,
                OpeningHours.ALWAYS,
                new Station.Handling(handling, 0, -1, 0),
                new Station.Storage(0, storage),
                Station.Check.NONE,
                "generated"));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e4) / 1e4;
    }

    private void transit() {
        int side = (int) Math.ceil(Math.sqrt(places));
        for (int i = 0; i < places; i++) {
            station(48 + 0.005 * (i / side), 8 + 0.007 * (i % side), 1, 0);
        }
        for (int p = 0; p < places / 10; p++) {
            transitLine(p, side);
        }
        for (int i = 0; i < places; i++) {
            footpath(i, i + 1, i % side + 1 < side && i + 1 < places);
            footpath(i, i + side, i + side < places);
        }
    }

    private void transitLine(int number, int side) {
        var calls = new ArrayList<Line.Call>();
        var seen = new TreeSet<Integer>();
        int at = random.nextInt(places);
        int dx = random.nextInt(3) - 1;
        int dy = dx == 0 ? 1 : random.nextInt(3) - 1;
        int minute = 0;
        int leg;
        int last = at;
        int rate = 40 + 10 * random.nextInt(3);
        while (calls.size() < 20) {
            if (seen.add(at)) {
                double km = calls.isEmpty() ? 0 : km(last, at);
                leg = 2 + random.nextInt(3) + (int) (km / 2);
                minute += calls.isEmpty() ? 0 : leg;
                last = at;
                calls.add(new Line.Call("P" + at, minute, minute, calls.isEmpty() ? 0 : rate * leg, 1));
            }
            boolean turn = random.nextInt(4) == 0;
            int x = at % side + (turn ? random.nextInt(3) - 1 : dx) * (1 + random.nextInt(2));
            int y = at / side + (turn ? random.nextInt(3) - 1 : dy) * (1 + random.nextInt(2));
            boolean inside = x >= 0 && y >= 0 && x < side && y * side + x < places;
            at = inside ? y * side + x : random.nextInt(places);
            dx = inside ? dx : -dx;
            dy = inside ? dy : -dy;
        }
        var times = new ArrayList<LocalTime>();
        int first = 300 + random.nextInt(50);
        for (int k = 0; k < 20; k++) {
            times.add(LocalTime.ofSecondOfDay(60L * (first + k * 48)));
        }
        line("L" + number, "rail", calls, Set.of(DayOfWeek.MONDAY), times, 0);
    }

    private void footpath(int a, int b, boolean there) {
        if (there) {
            link(a, b, 5 + random.nextInt(3), 0, 0);
            link(b, a, 5 + random.nextInt(3), 0, 0);
        }
    }

    private void link(int from, int to, int minutes, int cost, int co2) {
        links.add(new Link("P" + from, "P" + to, "road", OpeningHours.ALWAYS, minutes, cost, co2, "generated"));
    }

    private void line(
            String id, String mode, List<Line.Call> calls, Set<DayOfWeek> days, List<LocalTime> times, int cutOff) {
        lines.add(new Line(
                id,
                mode,
                0,
                calls,
                List.of(new Line.Days(FIRST_DAY, FIRST_DAY.plusDays(365), days, times)),
                new Line.CutOff(cutOff, 2 * cutOff),
                new Line.Capacity(40, 80, 0, 0),
                Line.Admission.ALL,
                Triangle.NONE,
                0,
                "generated"));
    }

    private void freight() {
        int hubs = Math.max(5, places * 3 / 100);
        for (int i = 0; i < places; i++) {
            station(
                    35 + 20 * random.nextDouble(),
                    10 + 80 * random.nextDouble(),
                    i < hubs ? 60 * (1 + random.nextInt(6)) : 0,
                    14_400);
        }
        int patterns = Math.max(10, hubs * 64 / 5);
        for (int p = 0; p < patterns; p++) {
            int kind = p % 10;
            if (kind < 6) {
                freightLine("R" + p, "rail", hubs, 4 + random.nextInt(3), 50, 60);
            } else if (kind < 9) {
                freightLine("T" + p, "road", hubs, 4 + random.nextInt(3), 45, 140);
            } else {
                freightLine("A" + p, "air", hubs, 2, 600, 900);
            }
        }
        for (int i = hubs; i < places; i++) {
            drayage(i, hubs);
        }
    }

    private void freightLine(String id, String mode, int hubs, int count, int kmh, int perKm) {
        var calls = new ArrayList<Line.Call>();
        int at = random.nextInt(hubs);
        var seen = new TreeSet<Integer>(Set.of(at));
        calls.add(new Line.Call("P" + at, 0, 0, 0, 0));
        int minute = 0;
        boolean stuck = mode.equals("air");
        while (calls.size() < Math.min(count, hubs)) {
            int next = stuck ? random.nextInt(hubs) : near(at, hubs);
            stuck = mode.equals("air") || seen.contains(next);
            if (seen.add(next)) {
                double km = NetworkCheck.km(stations.get(at), stations.get(next));
                minute += 60 + (int) (km * 60 / kmh);
                calls.add(new Line.Call("P" + next, minute, minute + 30, (int) (km * perKm), (int) (km * perKm / 100)));
                minute += 30;
                at = next;
            }
        }
        boolean rail = mode.equals("rail");
        var days = rail ? threeDays() : Set.of(DayOfWeek.values());
        line(
                id,
                mode,
                calls,
                days,
                List.of(LocalTime.of(random.nextInt(24), 5 * random.nextInt(12))),
                60 * (2 + random.nextInt(rail ? 7 : 3)));
    }

    private Set<DayOfWeek> threeDays() {
        var days = new TreeSet<DayOfWeek>();
        while (days.size() < 3) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return days;
    }

    /** One of the nearer hubs: the best of eight draws. */
    private int near(int at, int hubs) {
        int best = random.nextInt(hubs);
        for (int i = 0; i < 8; i++) {
            int other = random.nextInt(hubs);
            if (other != at && (best == at || km(at, other) < km(at, best))) {
                best = other;
            }
        }
        return best;
    }

    private double km(int a, int b) {
        return NetworkCheck.km(stations.get(a), stations.get(b));
    }

    private void drayage(int place, int hubs) {
        var nearest = new ArrayList<Integer>();
        for (int h = 0; h < hubs; h++) {
            nearest.add(h);
        }
        nearest.sort((a, b) -> Double.compare(km(place, a), km(place, b)));
        for (int hub : nearest.subList(0, 3)) {
            int minutes = 60 + (int) km(place, hub);
            link(place, hub, minutes, (int) (km(place, hub) * 150) + 5_000, (int) km(place, hub));
            link(hub, place, minutes, (int) (km(place, hub) * 150) + 5_000, (int) km(place, hub));
        }
    }
}
