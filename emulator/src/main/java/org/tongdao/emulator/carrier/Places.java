package org.tongdao.emulator.carrier;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.tongdao.emulator.WorkingHours;

/** Working hours of the hubs and delivery times of the countries: hubs.csv and last-mile.csv, row {@code *} for the rest. All assumed. */
final class Places {

    private static final String REST = "*";

    private final Map<String, WorkingHours> hubs = table(
            "hubs.csv", "hub", r -> WorkingHours.daily(r.getField("zone"), r.getField("open"), r.getField("close")));
    private final Map<String, LastMile> countries = table("last-mile.csv", "country", LastMile::of);

    /** Days from pick-up at the hub to the door, triangular, and the share of first attempts that fail. */
    record LastMile(WorkingHours doorHours, double min, double mode, double max, double fails) {

        private static LastMile of(NamedCsvRecord row) {
            return new LastMile(
                    WorkingHours.daily(row.getField("zone"), "09:00", "20:00"),
                    Double.parseDouble(row.getField("days_min")),
                    Double.parseDouble(row.getField("days_mode")),
                    Double.parseDouble(row.getField("days_max")),
                    Double.parseDouble(row.getField("fail_share")));
        }
    }

    WorkingHours hub(String node) {
        return Objects.requireNonNull(hubs.getOrDefault(node, hubs.get(REST)));
    }

    LastMile lastMile(String country) {
        return Objects.requireNonNull(countries.getOrDefault(country, countries.get(REST)));
    }

    private static <T> Map<String, T> table(String file, String key, Function<NamedCsvRecord, T> reader) {
        var rows = new HashMap<String, T>();
        var in = Objects.requireNonNull(Places.class.getResourceAsStream(file), file);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.forEach(row -> rows.put(row.getField(key), reader.apply(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(rows);
    }
}
