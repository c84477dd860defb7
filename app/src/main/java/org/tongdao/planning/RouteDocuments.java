package org.tongdao.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongdao.routing.Journey;
import org.tongdao.routing.Station;

/**
 * What travels with goods, by the modes and countries of their way: consignment notes (CIM/SMGS, CMR, AWB, B/L), customs, security, and those of special
 * goods. From memory of the conventions; a list to check against, not advice for one country.
 */
final class RouteDocuments {

    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
    private static final Set<String> EAEU = Set.of("KZ", "KG", "RU", "BY", "AM");

    private RouteDocuments() {}

    static List<String> of(Journey journey, Asked asked) {
        var modes = journey.legs().stream().map(Journey.Leg::mode).collect(Collectors.toSet());
        var countries = countries(journey);
        var end = country(asked.question().to());
        var needed = new ArrayList<String>();
        add(needed, countries.size() > 1, "export");
        add(needed, modes.contains("rail"), "smgs");
        add(needed, modes.contains("road"), "cmr");
        add(needed, modes.contains("air"), "awb");
        add(needed, modes.contains("sea") || modes.contains("ferry"), "bl");
        add(needed, countries.stream().anyMatch(EAEU::contains) && !EAEU.contains(end), "eaeu");
        add(
                needed,
                countries.stream().anyMatch(EU::contains)
                        && !EU.contains(country(asked.question().from())),
                "ens");
        add(needed, EU.contains(end) && countries.stream().filter(EU::contains).count() > 1, "t1");
        add(needed, asked.question().cargo().dangerous(), "dangerous");
        add(needed, asked.question().cargo().goods().contains("reefer"), "reefer");
        add(needed, asked.question().cargo().goods().contains("oversize"), "oversize");
        return List.copyOf(needed);
    }

    private static void add(List<String> needed, boolean wanted, String code) {
        if (wanted) {
            needed.add(code);
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
