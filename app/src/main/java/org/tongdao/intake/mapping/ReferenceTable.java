package org.tongdao.intake.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Our own tables from {@code data/}, which is packed with the application. */
public final class ReferenceTable {

    /** One row, asked by column name. */
    public record Row(NamedCsvRecord cells) {
        public String get(String column) {
            return cells.getField(column);
        }
    }

    private ReferenceTable() {}

    public static List<Row> read(String resource) {
        try (var reader = open(resource);
                var csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return csv.stream().map(Row::new).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + resource, e);
        }
    }

    public static Reader open(String resource) {
        var in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(resource), "no resource " + resource);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
