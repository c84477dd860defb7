package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/**
 * Euro for one unit of a currency by day; what countries of arrival count their thresholds in. Rates that {@code customs rates} loaded go before those we
 * ship ({@code data/eur-rates.csv}, assumed).
 *
 * @param against why loaded rates could not be used; then those we ship hold
 */
record EuroRates(List<EuroRates.Rate> loaded, List<EuroRates.Rate> shipped, List<Finding> against) {

    /** From a day on; {@code mark} says how sure it is. */
    record Rate(String currency, LocalDate from, BigDecimal eur, String mark) {}

    static EuroRates read(Reader shipped) {
        try {
            return new EuroRates(List.of(), rows(shipped), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the rates of a file before our own; without one, our own only. */
    EuroRates with(Path file) {
        if (!Files.exists(file)) {
            return new EuroRates(List.of(), shipped, List.of());
        }
        try (var in = Files.newBufferedReader(file)) {
            return new EuroRates(rows(in), shipped, List.of());
        } catch (IOException
                | UncheckedIOException
                | CsvParseException
                | DateTimeException
                | NumberFormatException
                | NoSuchElementException e) {
            var why = Finding.warning(
                    "FAR-RATES-FILE",
                    Place.of(String.valueOf(file.getFileName())),
                    "",
                    "The loaded rates cannot be read, ours are assumed. Load them again with customs rates.");
            return new EuroRates(List.of(), shipped, List.of(why));
        }
    }

    private static List<Rate> rows(Reader table) throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream()
                    .map(row -> new Rate(
                            row.getField("currency"),
                            LocalDate.parse(row.getField("valid_from")),
                            new BigDecimal(row.getField("eur")),
                            row.getField("mark")))
                    .toList();
        }
    }

    /** The latest rate that holds on a day; empty when neither table has one. */
    Optional<Rate> on(String currency, LocalDate day) {
        return latest(loaded, currency, day).or(() -> latest(shipped, currency, day));
    }

    private static Optional<Rate> latest(List<Rate> rates, String currency, LocalDate day) {
        return rates.stream()
                .filter(r -> r.currency().equals(currency) && !r.from().isAfter(day))
                .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
    }
}
