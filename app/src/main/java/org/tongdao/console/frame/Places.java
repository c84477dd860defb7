package org.tongdao.console.frame;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The nodes of the corridor, data/corridor/nodes.csv, for readers. */
@Component
public class Places {

    /** A node; {@code lon} and {@code lat} in degrees. */
    public record Place(String id, String zh, String en, String country, String kind, double lon, double lat) {

        /** Its short name: what stands before a bracket. */
        public String name(Locale language) {
            String name = language.getLanguage().equals("zh") ? zh : en;
            return shortly(name);
        }
    }

    /** The short form of a place's full name: what stands before a bracket or a dash. */
    public static String shortly(String name) {
        return name.replaceFirst("\\s*[(/（].*", "")
                .replaceFirst(" - .*", "")
                .replaceFirst(" (station|Int\\. Land Port|Csepel)$", "");
    }

    private final Map<String, Place> places = new LinkedHashMap<>();

    Places() {
        var in = Objects.requireNonNull(Places.class.getResourceAsStream("/data/corridor/nodes.csv"), "nodes.csv");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> places.put(
                    row.getField("id"),
                    new Place(
                            row.getField("id"),
                            row.getField("name_zh"),
                            row.getField("name_en"),
                            row.getField("country"),
                            row.getField("kind"),
                            Double.parseDouble(row.getField("lon")),
                            Double.parseDouble(row.getField("lat")))));
        } catch (IOException e) {
            throw new UncheckedIOException("nodes.csv", e);
        }
    }

    public List<Place> list() {
        return List.copyOf(places.values());
    }

    public Place get(String id) {
        return Objects.requireNonNull(places.get(id), id);
    }

    public boolean knows(String id) {
        return places.containsKey(id);
    }

    /** The name of a node; an unknown one is called by its id. */
    public String name(String id, Locale language) {
        Place place = places.get(id);
        return place == null ? id : place.name(language);
    }

    String country(String id) {
        Place place = places.get(id);
        return place == null ? "" : place.country();
    }
}
