package org.tongdao.console.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.tongdao.ledger.RateSheet;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** The tables of the tariff editor as rows of a rate sheet, and back; empty rows are left out, line numbers are those that the page shows: of a file its own. */
final class TariffForm {

    /** Fields of the list itself, as in the sheet. */
    static final List<String> HEAD =
            List.of("name", "version", "currency", "from", "to", "step_g", "volume_divisor", "mark");

    private static final List<Part> PARTS = List.of(
            new Part("zone", List.of("zone", "country", "postcode")),
            new Part("band", List.of("zone", "up_to_kg", "per_parcel", "per_kg", "minimum")),
            new Part("surcharge", List.of("name", "kind", "value", "from", "to", "zone", "postcode", "from_kg")));

    private static final int BLANK = 3;
    private static final int MOST = 2_000;

    private TariffForm() {}

    /** One table of the editor. */
    record Part(String row, List<String> columns) {}

    /** One table as it is shown: its columns, and its rows with their numbers. */
    record Table(String row, List<String> columns, List<Numbered> rows) {}

    /** A row with the number that findings name. */
    record Numbered(long line, List<String> cells) {}

    static List<RateSheet.Row> rows(MultiValueMap<String, String> sent) {
        var rows = new ArrayList<RateSheet.Row>();
        var head = new LinkedHashMap<String, String>();
        HEAD.forEach(c -> head.put(c, String.valueOf(sent.toSingleValueMap().getOrDefault("card." + c, ""))));
        head.put("row", "card");
        rows.add(new RateSheet.Row(1, head));
        for (var part : PARTS) {
            for (int i = 0; i < Math.min(length(part, sent), MOST); i++) {
                add(rows, part, sent, i);
            }
        }
        return rows;
    }

    /** Tables longer than the page takes; what is beyond would be lost. */
    static List<Finding> tooLong(MultiValueMap<String, String> sent) {
        return PARTS.stream()
                .filter(p -> length(p, sent) > MOST)
                .map(p -> Finding.error(
                        "RATE-ROWS",
                        Place.of("tariff"),
                        p.row() + " " + length(p, sent),
                        "Maybe: at most " + MOST + " rows a table; split the list"))
                .toList();
    }

    private static int length(Part part, MultiValueMap<String, String> sent) {
        return part.columns().stream()
                .mapToInt(
                        c -> sent.getOrDefault(part.row() + "." + c, List.of()).size())
                .max()
                .orElse(0);
    }

    private static void add(List<RateSheet.Row> rows, Part part, MultiValueMap<String, String> sent, int index) {
        var cells = new LinkedHashMap<String, String>();
        for (var column : part.columns()) {
            var all = sent.getOrDefault(part.row() + "." + column, List.of());
            cells.put(column, index < all.size() ? all.get(index) : "");
        }
        if (cells.values().stream().anyMatch(c -> !c.isBlank())) {
            cells.put("row", part.row());
            rows.add(new RateSheet.Row(rows.size() + 1, cells));
        }
    }

    static Map<String, String> head(List<RateSheet.Row> rows) {
        return rows.stream()
                .filter(r -> kind(r).equals("card"))
                .map(RateSheet.Row::cells)
                .findFirst()
                .orElse(Map.of("row", "card"));
    }

    /** The tables with some empty rows at the end of each. */
    static List<Table> tables(List<RateSheet.Row> rows) {
        return PARTS.stream().map(p -> table(p, rows)).toList();
    }

    private static Table table(Part part, List<RateSheet.Row> rows) {
        var shown = new ArrayList<Numbered>();
        rows.stream()
                .filter(r -> kind(r).equals(part.row()))
                .forEach(r -> shown.add(new Numbered(
                        r.line(),
                        part.columns().stream()
                                .map(c -> r.cells().getOrDefault(c, ""))
                                .toList())));
        for (int i = 0; i < BLANK; i++) {
            shown.add(new Numbered(0, part.columns().stream().map(c -> "").toList()));
        }
        return new Table(part.row(), part.columns(), shown);
    }

    private static String kind(RateSheet.Row row) {
        return row.cells().getOrDefault("row", "").strip().toLowerCase(java.util.Locale.ROOT);
    }
}
