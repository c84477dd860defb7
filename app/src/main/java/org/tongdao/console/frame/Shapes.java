package org.tongdao.console.frame;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where lines run between two places, about: data/corridor/shapes.csv. For maps only. */
@Component
public class Shapes {

    private final Map<String, List<double[]>> via = new HashMap<>();

    Shapes() {
        var in = Objects.requireNonNull(Shapes.class.getResourceAsStream("/data/corridor/shapes.csv"), "shapes.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> put(row.getField("from"), row.getField("to"), row.getField("via")));
        } catch (IOException e) {
            throw new UncheckedIOException("shapes.csv", e);
        }
    }

    private void put(String from, String to, String text) {
        var points = new ArrayList<>(Arrays.stream(text.split("\\|"))
                .map(p -> Arrays.stream(p.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList());
        via.put(from + " " + to, List.copyOf(points));
        Collections.reverse(points);
        via.put(to + " " + from, List.copyOf(points));
    }

    /** Longitude and latitude from one end to the other, both included; a straight line where nothing is known. */
    public List<double[]> between(String from, double[] start, String to, double[] end) {
        var points = new ArrayList<double[]>();
        points.add(start);
        points.addAll(via.getOrDefault(from + " " + to, List.of()));
        points.add(end);
        return points;
    }
}
