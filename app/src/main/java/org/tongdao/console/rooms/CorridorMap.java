package org.tongdao.console.rooms;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongdao.console.frame.Places;
import org.tongdao.console.frame.Places.Place;
import org.tongdao.console.frame.Shapes;
import org.tongdao.console.frame.WorkTime;

/** The corridor as the map shows it; a moving train stands where its plan, counted from its real departure, puts it now. */
@Component
class CorridorMap {

    record Node(String id, String name, String kind, double lon, double lat, boolean shown) {}

    record LegShape(
            String from, String to, String mode, @Nullable Integer gauge, List<double[]> points) {}

    record TrainOnMap(
            String no,
            String from,
            String to,
            int gauge,
            String state,
            double lon,
            double lat,
            int containers,
            String label) {}

    record Corridor(List<Node> nodes, List<LegShape> legs, List<TrainOnMap> trains) {}

    private static final Set<String> NAMED =
            Set.of("URC", "HRS", "DST", "ALA", "TAS", "DYU", "MAA", "WAW", "CPE", "MOW", "KSC", "FRU", "BAK", "TBS");
    private static final Set<String> BELOW = Set.of("MAA", "HRS", "KSC", "FRU", "CPE");
    private static final Set<String> LEFT = Set.of("URC");
    private static final Duration KEPT_ON_MAP = Duration.ofDays(2);

    private final Places places;
    private final Ways ways;
    private final Shapes shapes;
    private final WorkTime time;

    CorridorMap(Places places, Ways ways, Shapes shapes, WorkTime time) {
        this.places = places;
        this.ways = ways;
        this.shapes = shapes;
        this.time = time;
    }

    Corridor draw(List<TrainReader.Train> trains, Locale language) {
        Instant now = time.now();
        return new Corridor(
                places.list().stream()
                        .filter(place -> ways.touches(place.id()))
                        .map(place -> node(place, language))
                        .toList(),
                ways.list().stream()
                        .filter(leg -> places.knows(leg.from()) && places.knows(leg.to()))
                        .map(this::shape)
                        .toList(),
                trains.stream()
                        .filter(train -> isShown(train, now))
                        .map(train -> place(train, now, language))
                        .toList());
    }

    private static Node node(Place place, Locale language) {
        return new Node(
                place.id(), place.name(language), kind(place), place.lon(), place.lat(), NAMED.contains(place.id()));
    }

    /** The kind, and where the name stands so that neighbours do not cover each other. */
    private static String kind(Place place) {
        String side = BELOW.contains(place.id()) ? " below" : LEFT.contains(place.id()) ? " left" : "";
        return place.kind() + side;
    }

    private LegShape shape(Ways.Leg leg) {
        return new LegShape(leg.from(), leg.to(), leg.mode(), leg.gauge(), points(leg.from(), leg.to()));
    }

    private List<double[]> points(String from, String to) {
        return shapes.between(from, point(from), to, point(to));
    }

    private double[] point(String node) {
        Place place = places.get(node);
        return new double[] {place.lon(), place.lat()};
    }

    private boolean isShown(TrainReader.Train train, Instant now) {
        OffsetDateTime arrived = train.arrivedAt();
        return places.knows(train.fromNode())
                && places.knows(train.toNode())
                && (arrived == null || arrived.toInstant().plus(KEPT_ON_MAP).isAfter(now));
    }

    private TrainOnMap place(TrainReader.Train train, Instant now, Locale language) {
        double[] at = position(train, now);
        String state = train.departedAt() == null ? "waiting" : train.arrivedAt() == null ? "moving" : "arrived";
        String label = train.trainNo() + " " + places.name(train.fromNode(), language) + " → "
                + places.name(train.toNode(), language);
        return new TrainOnMap(
                train.trainNo(),
                train.fromNode(),
                train.toNode(),
                train.gaugeMm(),
                state,
                at[0],
                at[1],
                train.containers(),
                label);
    }

    private double[] position(TrainReader.Train train, Instant now) {
        OffsetDateTime departed = train.departedAt();
        if (departed == null) {
            return point(train.fromNode());
        }
        if (train.arrivedAt() != null) {
            return point(train.toNode());
        }
        double whole = Duration.between(train.plannedDeparture(), train.plannedArrival())
                .toSeconds();
        double gone = Duration.between(departed.toInstant(), now).toSeconds();
        double share = Math.max(0, Math.min(0.97, gone / Math.max(1, whole)));
        var calls = ways.between(train.fromNode(), train.toNode());
        var points = new ArrayList<double[]>();
        for (int i = 1; i < calls.size(); i++) {
            points.addAll(points(calls.get(i - 1), calls.get(i)));
        }
        return points.isEmpty() ? point(train.fromNode()) : Along.way(points, share);
    }
}
