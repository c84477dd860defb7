package org.tongdao.emulator.rail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.tongdao.yard.Spread;

/** The rail legs of the corridor, passable both ways, with running times in minutes. */
public final class Legs {

    /** One leg in the direction of travel. */
    record Leg(String from, String to, Spread minutes) {}

    private record Reached(String node, double minutes) {}

    private final Map<String, List<Leg>> byStart = new HashMap<>();

    /** Reads {@code legs.csv}; road and ferry are not ours. */
    public static Legs read(Reader csv) {
        var legs = new Legs();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            rows.stream().filter(r -> r.getField("mode").equals("rail")).forEach(legs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return legs;
    }

    /** The way with the least usual running time, through all of {@code via} in order; empty when the rails do not lead there. */
    Optional<List<Leg>> way(String from, List<String> via, String to) {
        var way = new ArrayList<Leg>();
        var at = from;
        for (var stop : stops(via, to)) {
            var part = quickest(at, stop);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            way.addAll(part.get());
            at = stop;
        }
        return Optional.of(List.copyOf(way));
    }

    private static List<String> stops(List<String> via, String to) {
        var stops = new ArrayList<>(via);
        stops.add(to);
        return stops;
    }

    private void add(NamedCsvRecord row) {
        var minutes = new Spread(hours(row, "h_min"), hours(row, "h_mode"), hours(row, "h_max"));
        put(new Leg(row.getField("from"), row.getField("to"), minutes));
        put(new Leg(row.getField("to"), row.getField("from"), minutes));
    }

    private static double hours(NamedCsvRecord row, String field) {
        return 60 * Double.parseDouble(row.getField(field));
    }

    private void put(Leg leg) {
        byStart.computeIfAbsent(leg.from(), k -> new ArrayList<>()).add(leg);
    }

    private Optional<List<Leg>> quickest(String from, String to) {
        var arrivedBy = new HashMap<String, Leg>();
        var settled = new HashSet<String>();
        var best = new HashMap<>(Map.of(from, 0.0));
        var open =
                new PriorityQueue<>(Comparator.comparingDouble(Reached::minutes).thenComparing(Reached::node));
        open.add(new Reached(from, 0));
        for (var here = open.poll(); here != null && !here.node().equals(to); here = open.poll()) {
            if (!settled.add(here.node())) {
                continue;
            }
            for (var leg : byStart.getOrDefault(here.node(), List.of())) {
                double there = here.minutes() + leg.minutes().mode();
                if (there < best.getOrDefault(leg.to(), Double.MAX_VALUE)) {
                    best.put(leg.to(), there);
                    arrivedBy.put(leg.to(), leg);
                    open.add(new Reached(leg.to(), there));
                }
            }
        }
        return best.containsKey(to) ? Optional.of(backFrom(to, from, arrivedBy)) : Optional.empty();
    }

    private static List<Leg> backFrom(String to, String from, Map<String, Leg> arrivedBy) {
        var way = new ArrayDeque<Leg>();
        for (var node = to; !node.equals(from); ) {
            var leg = arrivedBy.get(node);
            if (leg == null) {
                throw new IllegalStateException("no leg leads to " + node);
            }
            way.addFirst(leg);
            node = leg.from();
        }
        return List.copyOf(way);
    }
}
