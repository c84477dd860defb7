package org.tongdao.visibility;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Typical days from the hub's gate to the door by country, from data/door-days.csv: assumed figures, for estimates only. */
@Component
class DoorDays {

    private static final String OTHERS = "*";

    private final Map<String, Integer> days = new HashMap<>();

    DoorDays() {
        try (InputStream in = DoorDays.class.getResourceAsStream("/data/door-days.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/door-days.csv is not on the class path");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                rows.forEach(row -> days.put(row.getField("country"), Integer.valueOf(row.getField("days"))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("data/door-days.csv", e);
        }
    }

    int typical(String country) {
        Integer known = days.get(country);
        return known != null ? known : days.getOrDefault(OTHERS, 7);
    }
}
