package org.tongdao.intake.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.tongdao.editions.Edition;

/** Our own tables from {@code data/}, in one edition. */
public final class ReferenceTable {

    /** One row, asked by column name. */
    public record Row(NamedCsvRecord cells) {
        public String get(String column) {
            return cells.getField(column);
        }
    }

    private ReferenceTable() {}

    public static List<Row> read(Edition edition) {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(edition.reader())) {
            return csv.stream().map(Row::new).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + edition.list(), e);
        }
    }
}
