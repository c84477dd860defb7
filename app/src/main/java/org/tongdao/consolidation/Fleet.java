package org.tongdao.consolidation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongdao.loading.ContainerType;
import org.tongdao.terms.Size;

/** The containers we load: plates from data/corridor/containers.csv, gross mass capped by the 1435 mm train rules (data/corridor/train_rules.json). */
record Fleet(List<ContainerType> types) {

    /** Kind of container to the gross mass a train of this corridor takes, in kilograms: max_gross_40ft_t and max_gross_20ft_t of cre_1435. */
    private static final Map<String, Long> RAIL_GROSS_KG = Map.of("40HC", 25_000L, "20GP", 24_000L);

    static Fleet shipped() {
        try (var in = Objects.requireNonNull(Fleet.class.getResourceAsStream("/data/corridor/containers.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Fleet(rows.stream()
                    .filter(r -> RAIL_GROSS_KG.containsKey(r.getField("type")))
                    .map(Fleet::type)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("containers.csv", e);
        }
    }

    private static ContainerType type(NamedCsvRecord row) {
        var code = row.getField("type");
        var size = new Size(number(row, "L_in_mm"), number(row, "W_in_mm"), number(row, "H_in_mm"));
        long rail = Objects.requireNonNull(RAIL_GROSS_KG.get(code));
        return new ContainerType(
                code, size, 1_000L * number(row, "tare_kg"), 1_000L * Math.min(number(row, "max_gross_kg"), rail));
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }
}
