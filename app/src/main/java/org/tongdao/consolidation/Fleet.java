package org.tongdao.consolidation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.TrainRules;
import org.tongdao.terms.Size;

/** The containers we load: plates from data/corridor/containers.csv, gross mass capped by the 1435 mm train rules (data/corridor/train_rules.json). */
record Fleet(List<ContainerType> types) {

    private static final List<String> OURS = List.of("20GP", "40HC");

    static Fleet shipped() {
        return read(r -> OURS.contains(r.getField("type")));
    }

    /** Any type of the table with the cap of the railway. */
    static Optional<ContainerType> plate(String code) {
        return read(r -> r.getField("type").equals(code)).types().stream().findFirst();
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
        var limits = TrainRules.STANDARD.limits();
        var size = new Size(number(row, "L_in_mm"), number(row, "W_in_mm"), number(row, "H_in_mm"));
        // a 45' is held to the limit of a 40', as the operator's page names none of its own (assumed)
        long rail = (row.getField("teu").equals("1") ? limits.maxTwentyG() : limits.maxFortyG()) / 1000;
        var door = new ContainerType.Door(number(row, "door_w_mm"), number(row, "door_h_mm"));
        return new ContainerType(
                code,
                size,
                door,
                1_000L * number(row, "tare_kg"),
                1_000L * Math.min(number(row, "max_gross_kg"), rail));
    }

    private static int number(NamedCsvRecord row, String field) {
        return Integer.parseInt(row.getField(field));
    }
}
