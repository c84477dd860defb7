package org.tongdao.intake;

import java.util.List;
import java.util.Optional;
import org.tongdao.editions.Edition;
import org.tongdao.intake.mapping.ReferenceTable;

/**
 * Countries we serve and the overseas hub of each, data/hubs.csv.
 *
 * @param list in the order of the file
 */
public record Destinations(List<Destination> list) {

    /** ISO 3166-1 alpha-2, and the node of the hub. */
    public record Destination(String country, String hub) {}

    public Destinations {
        list = List.copyOf(list);
    }

    static Destinations of(Edition edition) {
        return new Destinations(ReferenceTable.read(edition).stream()
                .map(row -> new Destination(row.get("country"), row.get("hub")))
                .toList());
    }

    public Optional<String> hub(String country) {
        return list.stream()
                .filter(d -> d.country().equals(country))
                .map(Destination::hub)
                .findFirst();
    }
}
