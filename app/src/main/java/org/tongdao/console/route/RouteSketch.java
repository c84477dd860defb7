package org.tongdao.console.route;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.planning.RouteOption;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Network;
import org.tongdao.routing.Station;

/**
 * The corridor as straight lines between its places, and the options over it.
 *
 * @param ground every scheduled stretch, as SVG points
 * @param ways one for each option
 * @param stops of the options, with their names
 */
record RouteSketch(List<String> ground, List<Way> ways, List<Stop> stops) {

    static final int WIDTH = 900;
    static final int HEIGHT = 360;

    private static final double WEST = -12;
    private static final double EAST = 124;
    private static final double SOUTH = 33;
    private static final double NORTH = 63;

    record Way(String points, String modes) {}

    record Stop(String id, long x, long y) {}

    static RouteSketch of(Network network, List<RouteOption> options) {
        var places = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        var ground = new LinkedHashSet<String>();
        network.lines().forEach(l -> {
            for (int i = 1; i < l.calls().size(); i++) {
                ground.add(points(
                        places,
                        List.of(l.calls().get(i - 1).station(), l.calls().get(i).station())));
            }
        });
        var stops = new LinkedHashSet<String>();
        var ways = new ArrayList<Way>();
        for (var option : options) {
            var calls = calls(network, option.journey());
            stops.add(calls.get(0));
            option.journey().legs().forEach(leg -> stops.add(leg.to()));
            ways.add(new Way(
                    points(places, calls),
                    option.journey().legs().stream()
                            .map(Journey.Leg::mode)
                            .distinct()
                            .collect(Collectors.joining(" "))));
        }
        return new RouteSketch(
                List.copyOf(ground),
                ways,
                stops.stream()
                        .map(id -> new Stop(id, x(get(places, id)), y(get(places, id))))
                        .toList());
    }

    private static List<String> calls(Network network, Journey journey) {
        var calls = new ArrayList<String>();
        calls.add(journey.legs().get(0).from());
        for (var leg : journey.legs()) {
            if (!leg.line().isEmpty()) {
                var all = network.line(leg.line()).calls().stream()
                        .map(c -> c.station())
                        .toList();
                int board = all.indexOf(leg.from());
                int end = all.lastIndexOf(leg.to());
                calls.addAll(all.subList(Math.min(board + 1, end), end));
            }
            calls.add(leg.to());
        }
        return calls;
    }

    private static String points(Map<String, Station> places, List<String> ids) {
        return ids.stream()
                .map(id -> String.format(Locale.ROOT, "%d,%d", x(get(places, id)), y(get(places, id))))
                .collect(Collectors.joining(" "));
    }

    private static Station get(Map<String, Station> places, String id) {
        return java.util.Objects.requireNonNull(places.get(id), id);
    }

    private static long x(Station s) {
        return Math.round((s.lon() - WEST) / (EAST - WEST) * WIDTH);
    }

    private static long y(Station s) {
        return Math.round((NORTH - s.lat()) / (NORTH - SOUTH) * HEIGHT);
    }
}
