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
import org.tongdao.loading.TrainRules;
import org.tongdao.terms.Size;

/** The containers we load: plates from data/corridor/containers.csv, gross mass capped by the 1435 mm train rules (data/corridor/train_rules.json). */
record Fleet(List<ContainerType> types) {

    /** Kind of container to the gross mass a train of this corridor takes, in kilograms: max_gross_40ft_t and max_gross_20ft_t of cre_1435. */
    private static final Map<String, Long> RAIL_GROSS_KG = Map.of(
            "40HC",
            TrainRules.STANDARD.limits().maxFortyG() / 1000,
            "20GP",
            TrainRules.STANDARD.limits().maxTwentyG() / 1000);

    static Fleet shipped() {
        return read(r -> RAIL_GROSS_KG.containsKey(r.getField("type")));
    }

    /** Every type of the table, the ones the railway caps with its cap. */
    static Fleet plates() {
        return read(r -> true);
    }

    private static Fleet read(java.util.function.Predicate<NamedCsvRecord> wanted) {
        try (var in = Objects.requireNonNull(Fleet.class.getResourceAsStream("/data/corridor/containers.csv"));
                var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Fleet(rows.stream().filter(wanted).map(Fleet::type).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("containers.csv", e);
        }
    }

    private static ContainerType type(NamedCsvRecord row) {
        var code = row.getField("type");
        var size = new Size(number(row, "L_in_mm"), number(row, "W_in_mm"), number(row, "H_in_mm"));
        long rail = RAIL_GROSS_KG.getOrDefault(code, Long.MAX_VALUE);
        return new ContainerType(
                code, size, 1_000L * number(row, "tare_kg"), 1_000L * Math.min(number(row, "max_gross_kg"), rail));
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }
}
