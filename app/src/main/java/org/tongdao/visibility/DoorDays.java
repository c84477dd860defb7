package org.tongdao.visibility;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.tongdao.editions.Column;
import org.tongdao.editions.EditableList;
import org.tongdao.editions.Edition;
import org.tongdao.editions.Editions;
import org.tongdao.editions.InForce;
import org.tongdao.editions.Shelf;

/** Typical days from the hub's gate to the door by country, from data/door-days.csv: assumed figures, for estimates only. */
@Component
class DoorDays {

    private static final String LIST = "door-days.csv";
    private static final String OTHERS = "*";

    private final InForce<Map<String, Integer>> days;

    DoorDays(Editions editions) {
        days = editions.read(LIST, DoorDays::read);
    }

    int typical(String country) {
        var known = days.get();
        return known.getOrDefault(country, known.getOrDefault(OTHERS, 7));
    }

    private static Map<String, Integer> read(Edition edition) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(edition.reader())) {
            return rows.stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.getField("country"), row -> Integer.valueOf(row.getField("days"))));
        } catch (IOException e) {
            throw new UncheckedIOException("data/" + LIST, e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OnShelf {

        @Bean
        Shelf listsOfVisibility() {
            return new Shelf(List.of(new EditableList(
                    LIST,
                    List.of("country"),
                    List.of(
                            Column.anyCountry("country"),
                            Column.whole("days", 1, 60),
                            Column.text("mark"),
                            Column.text("note")),
                    DoorDays::read)));
        }
    }
}
