package org.tongdao.declaration;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Euro for one unit of a currency by day, from {@code data/eur-rates.csv}; what countries of arrival count their thresholds in. */
final class EuroRates {

    /** From a day on; {@code mark} says how sure it is. */
    record Rate(String currency, LocalDate from, BigDecimal eur, String mark) {}

    private final List<Rate> rates;

    private EuroRates(List<Rate> rates) {
        this.rates = rates;
    }

    static EuroRates read(Reader table) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return new EuroRates(rows.stream()
                    .map(row -> new Rate(
                            row.getField("currency"),
                            LocalDate.parse(row.getField("valid_from")),
                            new BigDecimal(row.getField("eur")),
                            row.getField("mark")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The latest rate that holds on a day; empty when the table has none. */
    Optional<Rate> on(String currency, LocalDate day) {
        return rates.stream()
                .filter(r -> r.currency().equals(currency) && !r.from().isAfter(day))
                .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
    }
}
