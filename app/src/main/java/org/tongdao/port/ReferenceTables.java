package org.tongdao.port;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables that come with the product, under {@code /data} of the class path. */
final class ReferenceTables {

    private ReferenceTables() {}

    static List<NamedCsvRecord> rows(String path) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(text(path))) {
            return rows.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static String text(String path) {
        try (var in = Objects.requireNonNull(ReferenceTables.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
