package org.tongdao.customs;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.terms.HsCode;

/**
 * Rates of duty, VAT and consumption tax by day, read from a table with the columns {@code hs, valid_from, valid_to, duty, vat, consumption, mark}.
 *
 * <p>Loaded data, never constants: our starter table is {@code data/import-rates.csv}, the whole tariff comes from {@link TariffImport}. A shorter code in
 * the table stands for all codes under it; the longest that fits counts. A faulty table of our own is {@link IllegalArgumentException}.
 */
public final class ImportRates {

    private final String name;
    private final Map<String, List<ImportRate>> rates = new HashMap<>();

    private ImportRates(String name) {
        this.name = name;
    }

    public static ImportRates read(String name, Reader table) {
        var book = new ImportRates(name);
        CsvTable.read(table).forEach(row -> book.add(rate(row)));
        return book;
    }

    /** The rates of a code on a day. */
    public Optional<ImportRate> find(HsCode hs, LocalDate day) {
        for (int length = hs.value().length(); length >= 4; length -= 2) {
            var found = rates.getOrDefault(hs.value().substring(0, length), List.of()).stream()
                    .filter(r -> r.holds(day))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Name and last change up to a day; stored with each assessment. */
    public String version(LocalDate day) {
        var changed = rates.values().stream()
                .flatMap(List::stream)
                .map(ImportRate::from)
                .filter(from -> !from.isAfter(day))
                .max(LocalDate::compareTo);
        return name + "-" + changed.map(LocalDate::toString).orElse("empty");
    }

    private void add(ImportRate rate) {
        var known = rates.computeIfAbsent(rate.hs(), h -> new ArrayList<>());
        for (var other : known) {
            if (rate.from().isBefore(other.until()) && other.from().isBefore(rate.until())) {
                throw new IllegalArgumentException("two rates of " + rate.hs() + " hold on " + rate.from());
            }
        }
        known.add(rate);
    }

    private static ImportRate rate(CsvTable.Row row) {
        return new ImportRate(
                new HsCode(row.get("hs")).value(),
                LocalDate.parse(row.get("valid_from")),
                row.get("valid_to").isBlank() ? LocalDate.MAX : LocalDate.parse(row.get("valid_to")),
                known(row, "duty"),
                known(row, "vat"),
                known(row, "consumption"),
                row.get("mark"));
    }

    private static TaxRate known(CsvTable.Row row, String column) {
        return TaxRate.parse(row.get(column))
                .orElseThrow(() -> new IllegalArgumentException(
                        row.get("hs") + ": '" + row.get(column) + "' is no rate. Maybe 13 or 20%+1元/千克 was meant."));
    }
}
