package org.tongdao.routing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A small network in a few lines of a test: places without handling, lines that run all year and take everything, unless something else is said. */
final class Sketch {

    private final List<Station> stations = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    /** Places of one zone that are always open and store for nothing. */
    Sketch places(String zone, String... ids) {
        for (var id : ids) {
            place(zone, id, "", 0, new Station.Storage(0, 0));
        }
        return this;
    }

    Sketch place(String zone, String id, String hours, int handling, Station.Storage storage) {
        stations.add(new Station(
                id,
                "",
                "",
                "XX",
                0,
                0,
                ZoneId.of(zone),
                OpeningHours.parse(hours),
                new Station.Handling(handling, 0, -1, 0),
                storage,
                Station.Check.NONE,
                ""));
        return this;
    }

    /** {@code runs} as in {@code 135 08:00 20:00}: weekdays and times; {@code calls} as in {@code A, B 240 1000}: minutes from the first call, and cost. */
    Sketch line(String id, String runs, String calls) {
        return line(id, runs, calls, new Line.Capacity(0, 0, 0, 0), Triangle.NONE);
    }

    Sketch line(String id, String runs, String calls, Line.Capacity capacity, Triangle delay) {
        var words = runs.split(" ");
        var times = Arrays.stream(words).skip(1).map(LocalTime::parse).toList();
        var days =
                new Line.Days(LocalDate.of(2020, 1, 1), LocalDate.of(2030, 1, 1), OpeningHours.days(words[0]), times);
        var stops = Arrays.stream(calls.split(",")).map(Sketch::call).toList();
        lines.add(new Line(
                id,
                "rail",
                0,
                stops,
                List.of(days),
                new Line.CutOff(0, 0),
                capacity,
                Line.Admission.ALL,
                delay,
                0,
                ""));
        return this;
    }

    private static Line.Call call(String text) {
        var words = text.strip().split(" ");
        int at = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        return new Line.Call(words[0], at, at, words.length > 2 ? Integer.parseInt(words[2]) : 0, 1);
    }

    Sketch link(String from, String to, int minutes, int cost) {
        links.add(new Link(from, to, "road", OpeningHours.ALWAYS, minutes, cost, 1, ""));
        return this;
    }

    Network network() {
        return new Network(stations, lines, links);
    }

    Timetable table(String start, int days) {
        return Timetable.of(network(), Instant.parse(start), days);
    }
}
