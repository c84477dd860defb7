package org.tongdao.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Money;

/**
 * A version of a price list as a table of rows, the way forwarders send it: one row {@code card}, then rows {@code zone}, {@code band} and
 * {@code surcharge}; docs/formats/rate-sheet.md.
 */
public record RateSheet(Head head, RateCard card) {

    /** Columns, in the order in which they are written. */
    public static final List<String> COLUMNS = List.of(
            "row",
            "name",
            "version",
            "currency",
            "from",
            "to",
            "step_g",
            "volume_divisor",
            "mark",
            "zone",
            "country",
            "postcode",
            "up_to_kg",
            "per_parcel",
            "per_kg",
            "minimum",
            "kind",
            "value",
            "from_kg");

    /**
     * What holds for the whole list.
     *
     * @param name of the list, for which one version counts on a day
     * @param from first day
     * @param to first day on which it no longer counts
     * @param stepG chargeable weight is rounded up to a multiple of it, grams
     * @param volumeDivisor cubic centimetres that weigh as much as a kilogram
     * @param mark where the figures come from, e.g. {@code contract}
     */
    public record Head(
            String name,
            String version,
            LocalDate from,
            LocalDate to,
            Currency currency,
            int stepG,
            int volumeDivisor,
            String mark) {

        /** The same list with these amounts as a line of a zone. */
        Tariff line(String zone, BigDecimal perParcel, BigDecimal perKg, BigDecimal least) {
            return new Tariff(
                    zone,
                    version,
                    from,
                    to,
                    Money.of(perParcel, currency),
                    Money.of(perKg, currency),
                    Money.of(least, currency),
                    stepG,
                    volumeDivisor,
                    mark);
        }
    }

    /**
     * One row as it was read.
     *
     * @param line in the file, from 1
     * @param cells by column; what is missing counts as empty
     */
    public record Row(long line, Map<String, String> cells) {}

    /** The list as far as it could be read: rows with an error are left out; empty when the row {@code card} is missing or wrong. */
    public record Read(Optional<RateSheet> sheet, List<Finding> findings) {

        public Read {
            findings = List.copyOf(findings);
        }

        /** Nothing in it stops. */
        public boolean sound() {
            return sheet.isPresent() && findings.stream().noneMatch(Finding::stops);
        }
    }

    /** Reads all rows; {@code source} names them in findings. */
    public static Read read(String source, List<Row> rows) {
        return new RateRows(source).read(rows);
    }
}
