package org.tongdao.console.rooms;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The inside of the container types, data/corridor/containers.csv. */
@Component
class Inside {

    /** Millimetres, grams, cubic metres. */
    record Type(int lengthMm, int widthMm, int heightMm, long maxGrossG, double cubeM3) {}

    private final Map<String, Type> types = new HashMap<>();

    Inside() {
        var in =
                Objects.requireNonNull(Inside.class.getResourceAsStream("/data/corridor/containers.csv"), "containers");
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.forEach(row -> types.put(
                    row.getField("type"),
                    new Type(
                            Integer.parseInt(row.getField("L_in_mm")),
                            Integer.parseInt(row.getField("W_in_mm")),
                            Integer.parseInt(row.getField("H_in_mm")),
                            Long.parseLong(row.getField("max_gross_kg")) * 1000,
                            Double.parseDouble(row.getField("cube_m3")))));
        } catch (IOException e) {
            throw new UncheckedIOException("containers.csv", e);
        }
    }

    /** The type, or a 40-foot high cube when the code is not in the table. */
    Type of(String code) {
        Type high = Objects.requireNonNull(types.get("40HC"));
        return Objects.requireNonNull(types.getOrDefault(code, high));
    }
}
