package org.tongdao.console.rooms;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The legs of the corridor, data/corridor/legs.csv, and the shortest way over them, to draw a train between two stations. */
@Component
class Ways {

    record Leg(
            String from, String to, String mode, @Nullable Integer gauge, double km) {}

    private record Reached(String node, double km) {}

    private final List<Leg> legs = new ArrayList<>();
    private final Map<String, List<Leg>> from = new HashMap<>();

    Ways() {
        var in = Objects.requireNonNull(Ways.class.getResourceAsStream("/data/corridor/legs.csv"), "legs.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> {
                String gauge = row.getField("gauge_mm");
                Integer mm = gauge.isEmpty() ? null : Integer.valueOf(gauge);
                double km = row.getField("km").isEmpty() ? 1 : Double.parseDouble(row.getField("km"));
                add(new Leg(row.getField("from"), row.getField("to"), row.getField("mode"), mm, km));
            });
        } catch (IOException e) {
            throw new UncheckedIOException("legs.csv", e);
        }
    }

    private void add(Leg leg) {
        legs.add(leg);
        from.computeIfAbsent(leg.from(), n -> new ArrayList<>()).add(leg);
        from.computeIfAbsent(leg.to(), n -> new ArrayList<>())
                .add(new Leg(leg.to(), leg.from(), leg.mode(), leg.gauge(), leg.km()));
    }

    List<Leg> list() {
        return List.copyOf(legs);
    }

    boolean touches(String node) {
        return from.containsKey(node);
    }

    /** The nodes on the shortest way, both ends included; just the two ends when there is no way. */
    List<String> between(String start, String end) {
        Map<String, Double> km = new HashMap<>(Map.of(start, 0.0));
        Map<String, String> before = new HashMap<>();
        var open = new PriorityQueue<>(Comparator.comparingDouble(Reached::km).thenComparing(Reached::node));
        open.add(new Reached(start, 0));
        while (!open.isEmpty()) {
            Reached now = open.remove();
            if (now.node().equals(end)) {
                return trace(before, start, end);
            }
            for (Leg leg : from.getOrDefault(now.node(), List.of())) {
                double there = now.km() + leg.km();
                if (there < km.getOrDefault(leg.to(), Double.MAX_VALUE)) {
                    km.put(leg.to(), there);
                    before.put(leg.to(), now.node());
                    open.add(new Reached(leg.to(), there));
                }
            }
        }
        return List.of(start, end);
    }

    private static List<String> trace(Map<String, String> before, String start, String end) {
        Deque<String> way = new ArrayDeque<>(List.of(end));
        while (!way.getFirst().equals(start)) {
            way.addFirst(Objects.requireNonNull(before.get(way.getFirst())));
        }
        return List.copyOf(way);
    }
}
