package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Station;

/**
 * What travels with goods, by the modes and countries of their way: consignment notes, customs, security, and those of special goods.
 *
 * <p>Which there are, and how sure we are of each, stands in data/route-documents.csv; a list to check against, not advice for one country.
 */
final class RouteDocuments {

    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> EAEU = Set.of("KZ", "KG", "RU", "BY", "AM");

    private RouteDocuments() {}

    private static final Map<String, RouteDocument> KNOWN = read();

    static List<RouteDocument> of(Journey journey, Asked asked) {
        var modes = journey.legs().stream().map(Journey.Leg::mode).collect(Collectors.toSet());
        var countries = countries(journey);
        var end = country(asked.question().to());
        var begin = country(asked.question().from());
        boolean overland = crosses(journey, countries);
        var needed = new ArrayList<RouteDocument>();
        add(needed, begin.equals("CN") && countries.size() > 1, "export");
        add(needed, modes.contains("rail"), "smgs");
        add(needed, overland, "cmr");
        add(needed, overland && countries.stream().anyMatch(EAEU::contains), "tir");
        add(needed, modes.contains("air"), "awb");
        add(needed, modes.contains("sea") || modes.contains("ferry"), "bl");
        add(needed, countries.stream().anyMatch(EAEU::contains) && !EAEU.contains(end), "eaeu");
        add(needed, EAEU.contains(end) && !EAEU.contains(begin), "eaeu-import");
        add(needed, countries.stream().anyMatch(EU::contains) && !EU.contains(begin), "ens");
        add(needed, EU.contains(end) && countries.stream().filter(EU::contains).count() > 1, "t1");
        add(needed, EU.contains(end) && !EU.contains(begin), "h7");
        add(needed, asked.question().cargo().dangerous(), "dangerous");
        add(needed, asked.question().cargo().goods().contains("reefer"), "reefer");
        add(needed, asked.question().cargo().goods().contains("oversize"), "oversize");
        return List.copyOf(needed);
    }

    /** Whether a truck of this way goes from one country to another; a line by road may also end where it began. */
    private static boolean crosses(Journey journey, Set<String> countries) {
        return countries.size() > 1
                && journey.legs().stream()
                        .anyMatch(l ->
                                l.mode().equals("road") && !country(l.from()).equals(country(l.to())));
    }

    private static void add(List<RouteDocument> needed, boolean wanted, String code) {
        if (wanted) {
            needed.add(Objects.requireNonNull(KNOWN.get(code), code));
        }
    }

    private static Map<String, RouteDocument> read() {
        try (var in = RouteDocuments.class.getResourceAsStream("/data/route-documents.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/route-documents.csv is not on the class path");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return rows.stream()
                        .map(r -> new RouteDocument(r.getField("code"), r.getField("source"), r.getField("mark")))
                        .collect(Collectors.toUnmodifiableMap(RouteDocument::code, Function.identity()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("data/route-documents.csv", e);
        }
    }

    private static Set<String> countries(Journey journey) {
        var all = journey.legs().stream()
                .flatMap(l -> java.util.stream.Stream.of(l.from(), l.to()))
                .map(RouteDocuments::country)
                .collect(Collectors.toSet());
        journey.legs().stream()
                .filter(l -> !l.line().isEmpty())
                .forEach(l ->
                        all.addAll(Corridor.NETWORK.line(l.line()).admission().via()));
        return all;
    }

    private static String country(String place) {
        return Corridor.NETWORK.stations().stream()
                .filter(s -> s.id().equals(place))
                .map(Station::country)
                .findFirst()
                .orElse("");
    }
}
