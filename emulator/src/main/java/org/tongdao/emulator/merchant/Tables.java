package org.tongdao.emulator.merchant;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The tables beside this package. */
final class Tables {

    private Tables() {}

    static List<NamedCsvRecord> read(String name) {
        var in = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }

    static List<String> list(NamedCsvRecord row, String column) {
        var cell = row.getField(column);
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }

    static String any(List<String> of, RandomGenerator random) {
        return of.get(random.nextInt(of.size()));
    }

    /** Replaces each {@code #} by a digit. */
    static String digits(String pattern, RandomGenerator random) {
        var text = new StringBuilder(pattern);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '#') {
                text.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
        }
        return text.toString();
    }
}
