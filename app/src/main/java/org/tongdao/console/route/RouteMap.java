package org.tongdao.console.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongdao.console.frame.Places;
import org.tongdao.console.frame.Shapes;
import org.tongdao.planning.RouteOption;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Network;
import org.tongdao.routing.Station;
import tools.jackson.databind.json.JsonMapper;

/** The ways found as the map draws them, over the lines of the network; points are longitude and latitude. */
@Component
class RouteMap {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Shapes shapes;
    private final Places nodes;

    RouteMap(Shapes shapes, Places nodes) {
        this.shapes = shapes;
        this.nodes = nodes;
    }

    record Drawing(List<LegShape> ground, List<WayShape> ways, List<Stop> stops) {}

    record WayShape(List<LegShape> legs, List<String> stops) {}

    record LegShape(String mode, int gauge, List<double[]> points) {}

    /** {@code kind}: end, border, gauge or stop. */
    record Stop(String id, String name, String kind, double lon, double lat) {}

    /** As JSON; {@code name} gives a place's name. */
    String of(Network network, List<RouteOption> options, UnaryOperator<String> name) {
        return JSON.writeValueAsString(new Sheet(network).drawing(options, name));
    }

    /** One drawing on one network. */
    private final class Sheet {

        private final Network network;
        private final Map<String, Station> places;

        Sheet(Network network) {
            this.network = network;
            places = network.stations().stream().collect(Collectors.toMap(Station::id, Function.identity()));
        }

        Drawing drawing(List<RouteOption> options, UnaryOperator<String> name) {
            var ground = network.lines().stream()
                    .map(l -> new LegShape(
                            l.mode(),
                            l.gaugeMm(),
                            points(l.calls().stream().map(c -> c.station()).toList())))
                    .toList();
            var stops = new LinkedHashMap<String, Stop>();
            var ways = new ArrayList<WayShape>();
            for (var option : options) {
                var kinds = kinds(option.journey());
                kinds.forEach((id, kind) -> stops.merge(id, stop(id, kind, name), (a, b) -> a));
                ways.add(new WayShape(
                        option.journey().legs().stream().map(this::leg).toList(), List.copyOf(kinds.keySet())));
            }
            return new Drawing(ground, ways, List.copyOf(stops.values()));
        }

        private Stop stop(String id, String kind, UnaryOperator<String> name) {
            var at = place(id);
            return new Stop(id, name.apply(id), kind, at.lon(), at.lat());
        }

        private Map<String, String> kinds(Journey journey) {
            var kinds = new LinkedHashMap<String, String>();
            var legs = journey.legs();
            kinds.put(legs.get(0).from(), "end");
            for (int i = 0; i < legs.size(); i++) {
                calls(legs.get(i)).stream().filter(this::border).forEach(id -> kinds.putIfAbsent(id, "border"));
                int gauge = legs.get(i).gaugeMm();
                int next = i + 1 < legs.size() ? legs.get(i + 1).gaugeMm() : gauge;
                boolean changed = gauge != 0 && next != 0 && gauge != next;
                kinds.put(legs.get(i).to(), i + 1 == legs.size() ? "end" : changed ? "gauge" : "stop");
            }
            return kinds;
        }

        private boolean border(String id) {
            return nodes.knows(id) && nodes.get(id).kind().startsWith("border");
        }

        private LegShape leg(Journey.Leg leg) {
            return new LegShape(leg.mode(), leg.gaugeMm(), points(calls(leg)));
        }

        private List<String> calls(Journey.Leg leg) {
            if (leg.line().isEmpty()) {
                return List.of(leg.from(), leg.to());
            }
            var all = network.line(leg.line()).calls().stream()
                    .map(c -> c.station())
                    .toList();
            return all.subList(all.indexOf(leg.from()), all.lastIndexOf(leg.to()) + 1);
        }

        private List<double[]> points(List<String> calls) {
            var points = new ArrayList<double[]>();
            for (int i = 1; i < calls.size(); i++) {
                String from = calls.get(i - 1);
                String to = calls.get(i);
                points.addAll(shapes.between(from, point(from), to, point(to)));
            }
            return points;
        }

        private double[] point(String id) {
            return new double[] {place(id).lon(), place(id).lat()};
        }

        private Station place(String id) {
            return Objects.requireNonNull(places.get(id), id);
        }
    }
}
