package org.tongdao.settlement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.intake.Sheet;
import org.tongdao.ledger.RateCard;
import org.tongdao.ledger.RateParcels;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;

/** Rate sheets and lists of parcels from files, and a stored version as the rows of a sheet again; docs/formats/rate-sheet.md. */
record RateFile(List<RateSheet.Row> rows, List<Finding> findings) {

    private static final String EXAMPLE = "/data/rates.csv";

    static RateFile of(Sheet sheet) {
        return new RateFile(
                sheet.rows().stream()
                        .map(r -> new RateSheet.Row(r.line(), r.cells()))
                        .toList(),
                sheet.findings());
    }

    static RateFile of(String name, byte[] content) {
        try {
            return of(Sheet.read(name, content));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + name, e);
        }
    }

    /** The example of data/rates.csv. */
    static RateFile example() {
        try (InputStream in = RateFile.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLE + " is not on the class path");
            }
            return of("rates.csv", in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(EXAMPLE, e);
        }
    }

    static RateSheet.Read sheet(Path file) {
        var read = of(Sheet.read(file));
        return read.rows().isEmpty() && !read.findings().isEmpty()
                ? new RateSheet.Read(java.util.Optional.empty(), read.findings())
                : with(read.findings(), RateSheet.read(file.getFileName().toString(), read.rows()));
    }

    private static RateSheet.Read with(List<Finding> before, RateSheet.Read read) {
        var all = new ArrayList<>(before);
        all.addAll(read.findings());
        return new RateSheet.Read(read.sheet(), all);
    }

    static RateParcels parcels(Path file) {
        var read = of(Sheet.read(file));
        return parcels(file.getFileName().toString(), read);
    }

    /** What cannot be read as a table is told as that, not as a list without parcels. */
    static RateParcels parcels(String name, RateFile read) {
        if (read.rows().isEmpty() && !read.findings().isEmpty()) {
            return new RateParcels(List.of(), read.findings());
        }
        var parcels = RateParcels.read(name, read.rows());
        var all = new ArrayList<>(read.findings());
        all.addAll(parcels.findings());
        return new RateParcels(parcels.parcels(), all);
    }

    /** The rows that read as this sheet. */
    static List<RateSheet.Row> rows(RateSheet sheet) {
        var rows = new ArrayList<RateSheet.Row>();
        var head = sheet.head();
        add(
                rows,
                "row",
                "card",
                "name",
                head.name(),
                "version",
                head.version(),
                "currency",
                head.currency().getCurrencyCode(),
                "from",
                head.from().toString(),
                "to",
                head.to().toString(),
                "step_g",
                String.valueOf(head.stepG()),
                "volume_divisor",
                String.valueOf(head.volumeDivisor()),
                "mark",
                head.mark());
        for (var z : sheet.card().zones()) {
            add(rows, "row", "zone", "zone", z.name(), "country", z.country(), "postcode", z.postcode());
        }
        for (var b : sheet.card().bands()) {
            add(
                    rows,
                    "row",
                    "band",
                    "zone",
                    b.line().lane(),
                    "up_to_kg",
                    kg(b.upToG()),
                    "per_parcel",
                    plain(b.line().perParcel().amount()),
                    "per_kg",
                    plain(b.line().perKg().amount()),
                    "minimum",
                    plain(b.line().minimum().amount()));
        }
        for (var s : sheet.card().surcharges()) {
            add(rows, surcharge(s));
        }
        return rows;
    }

    private static String[] surcharge(RateCard.Surcharge s) {
        return new String[] {
            "row",
            "surcharge",
            "name",
            s.name(),
            "kind",
            s.kind().name(),
            "value",
            plain(s.value()),
            "from",
            s.from().toString(),
            "to",
            s.to().toString(),
            "zone",
            s.condition().zone(),
            "postcode",
            s.condition().postcode(),
            "from_kg",
            kg(s.condition().fromG())
        };
    }

    private static void add(List<RateSheet.Row> rows, String... cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            row.put(cells[i], cells[i + 1]);
        }
        rows.add(new RateSheet.Row(rows.size() + 2, row));
    }

    private static String kg(long grams) {
        return plain(BigDecimal.valueOf(grams, 3));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
