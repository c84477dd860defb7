package org.tongdao.routing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.tongdao.terms.Dice;

/** Small networks with every rule of the model in them: two gauges, opening hours, storage with free time, cut-offs, links, four zones over a clock change. */
final class RandomNetworks {

    /** A Friday; on the Sunday after it Warsaw's clock goes back. */
    static final Instant START = Instant.parse("2026-10-23T00:00:00Z");

    static final int DAYS = 6;

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Warsaw", "Asia/Almaty", "Z");
    private static final List<String> HOURS =
            List.of("", "", "", "12345 09:00-17:00", "123456 06:00-12:00 13:00-20:00", "67 00:00-24:00; 1 10:00-12:00");

    private final SplittableRandom random;
    private final int places;

    private RandomNetworks(long seed) {
        random = Dice.of(seed, "small network");
        places = 4 + random.nextInt(3);
    }

    static Network of(long seed) {
        var maker = new RandomNetworks(seed);
        var stations = new ArrayList<Station>();
        for (int i = 0; i < maker.places; i++) {
            stations.add(maker.station(i));
        }
        var lines = new ArrayList<Line>();
        int count = 3 + maker.random.nextInt(4);
        for (int i = 0; i < count; i++) {
            lines.add(maker.line(i));
        }
        var links = new ArrayList<Link>();
        count = maker.random.nextInt(5);
        for (int i = 0; i < count; i++) {
            maker.link(links);
        }
        return new Network(stations, lines, links);
    }

    private int pick(int... values) {
        return values[random.nextInt(values.length)];
    }

    private Station station(int i) {
        int handling = pick(0, 60, 180, 400);
        return new Station(
                "P" + i,
                "",
                "",
                i < 2 ? "CN" : "KZ",
                40 + i,
                60 + i,
                ZoneId.of(ZONES.get(random.nextInt(4))),
                OpeningHours.parse(HOURS.get(random.nextInt(HOURS.size()))),
                new Station.Handling(
                        handling,
                        pick(0, 100, 500),
                        random.nextInt(3) == 0 ? -1 : pick(0, handling, handling + 120, handling + 600),
                        pick(0, 900)),
                new Station.Storage(pick(0, 0, 600, 1440), pick(0, 1440, 2880, 1000)),
                new Station.Check(Triangle.NONE, 0, Triangle.NONE, pick(0, 1, 2) / 100.0),
                "test");
    }

    private Line line(int number) {
        int gauge = pick(0, 1435, 1520);
        var calls = new ArrayList<Line.Call>();
        var seen = new TreeSet<Integer>();
        int minute = 0;
        int count = 2 + random.nextInt(3);
        while (calls.size() < count) {
            int at = random.nextInt(places);
            if (seen.add(at)) {
                int stay = calls.isEmpty() ? 0 : pick(0, 30, 300);
                calls.add(new Line.Call("P" + at, minute, minute + stay, pick(100, 1000, 3000), pick(1, 5, 20)));
                minute += stay + pick(60, 300, 900, 1500);
            }
        }
        var times = new TreeSet<LocalTime>();
        times.add(LocalTime.of(random.nextInt(24), pick(0, 30)));
        if (random.nextBoolean()) {
            times.add(LocalTime.of(random.nextInt(24), pick(0, 30)));
        }
        var days = new TreeSet<DayOfWeek>();
        while (days.size() < 2) {
            days.add(DayOfWeek.of(1 + random.nextInt(7)));
        }
        return new Line(
                "L" + number,
                gauge == 0 ? "road" : "rail",
                gauge,
                calls,
                List.of(new Line.Days(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 30), days, List.copyOf(times))),
                new Line.CutOff(pick(0, 0, 120), pick(0, 600)),
                new Line.Capacity(0, 0, 0, 0),
                new Line.Admission(Set.of(), Set.of(), Set.of(), 0),
                Triangle.NONE,
                pick(0, 1, 3) / 100.0,
                "test");
    }

    private void link(List<Link> links) {
        int a = random.nextInt(places);
        int b = random.nextInt(places);
        if (a != b) {
            links.add(new Link(
                    "P" + a,
                    "P" + b,
                    "road",
                    OpeningHours.parse(HOURS.get(random.nextInt(HOURS.size()))),
                    pick(30, 200, 700),
                    pick(50, 800, 4000),
                    pick(1, 9),
                    "test"));
        }
    }
}
