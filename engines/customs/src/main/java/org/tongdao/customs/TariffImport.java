package org.tongdao.customs;

import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongdao.terms.Finding;
import org.tongdao.terms.HsCode;
import org.tongdao.terms.Place;

/**
 * Turns the official tariff, saved as CSV, into our table of rates ({@link ImportRates}).
 *
 * <p>Columns are found by their Chinese (or English) headings; codes may have points and eight or ten digits. A row that cannot be used is a finding, the
 * others go on. The headings are those of the tariff commission's table as seen in public copies (mark memory: verify with the file at hand).
 */
public final class TariffImport {

    private static final Map<String, List<String>> HEADINGS = Map.of(
            "hs", List.of("税则号列", "税号", "商品编码", "商品编号", "hs", "code"),
            "duty", List.of("最惠国税率", "最惠国税率(%)", "进口最惠国税率", "mfn", "duty"),
            "vat", List.of("增值税率", "增值税率(%)", "增值税税率", "vat"),
            "consumption", List.of("消费税率", "消费税率(%)", "消费税税率", "进口消费税率", "consumption"));

    /** The table that came out, with a heading line, and what could not be taken. */
    public record Imported(String table, int rows, List<Finding> findings) {}

    private TariffImport() {}

    /**
     * Reads an official table.
     *
     * @param source what to call it in findings
     * @param from first day its rates hold
     */
    public static Imported read(String source, Reader table, LocalDate from) {
        var findings = new ArrayList<Finding>();
        var out = new StringBuilder("hs,valid_from,valid_to,duty,vat,consumption,mark\n");
        var rows = CsvTable.read(table);
        var columns = rows.isEmpty() ? Map.<String, String>of() : columns(rows.get(0));
        for (var name : List.of("hs", "duty", "vat")) {
            if (!columns.containsKey(name)) {
                findings.add(Finding.error(
                        "TARIFF-COLUMN",
                        Place.row(source, 1),
                        name,
                        "The table has none of the columns " + HEADINGS.get(name)));
            }
        }
        if (!findings.isEmpty()) {
            return new Imported(out.toString(), 0, findings);
        }
        var seen = new HashMap<String, Long>();
        int taken = 0;
        for (int i = 0; i < rows.size(); i++) {
            var line = line(source, i + 2L, rows.get(i), columns, findings);
            if (line.isEmpty()) {
                continue;
            }
            var before = seen.putIfAbsent(line.substring(0, line.indexOf(',')), i + 2L);
            if (before != null) {
                findings.add(Finding.error(
                        "TARIFF-TWICE",
                        Place.cell(source, i + 2L, columns.getOrDefault("hs", "")),
                        line.substring(0, line.indexOf(',')),
                        "The code stands in line " + before + " already."));
                continue;
            }
            out.append(line.replaceFirst(",", "," + from + ",,"))
                    .append(",[S] ")
                    .append(source.replace(',', ' '))
                    .append('\n');
            taken++;
        }
        return new Imported(out.toString(), taken, findings);
    }

    private static Map<String, String> columns(CsvTable.Row row) {
        var found = new HashMap<String, String>();
        for (var heading : row.columns().keySet()) {
            HEADINGS.forEach((name, names) -> {
                if (names.contains(heading.strip().toLowerCase(java.util.Locale.ROOT))) {
                    found.put(name, heading);
                }
            });
        }
        return found;
    }

    /** Code and three rates, or empty with a finding. */
    private static String line(
            String source, long at, CsvTable.Row row, Map<String, String> columns, List<Finding> findings) {
        var code = row.get(columns.getOrDefault("hs", "")).replaceAll("[.\\s]", "");
        if (!HsCode.isShaped(code) || code.length() < 8) {
            findings.add(Finding.error(
                    "TARIFF-CODE",
                    Place.cell(source, at, columns.getOrDefault("hs", "")),
                    code,
                    "A tariff line has eight or ten digits. Maybe a leading zero was lost."));
            return "";
        }
        var line = new StringBuilder(code);
        for (var name : List.of("duty", "vat", "consumption")) {
            var text = columns.containsKey(name)
                    ? row.get(columns.getOrDefault(name, "")).strip()
                    : "";
            var rate = text.isEmpty() && name.equals("consumption")
                    ? java.util.Optional.of(TaxRate.ZERO)
                    : TaxRate.parse(text);
            if (rate.isEmpty()) {
                findings.add(
                        Finding.error(
                                "TARIFF-RATE",
                                Place.cell(source, at, columns.getOrDefault(name, "")),
                                text,
                                "Known forms are 10, 10%, 3元/千克 and 20%+1元/千克; a rate that depends on the price is entered by hand."));
                return "";
            }
            line.append(',').append(rate.get());
        }
        return line.toString();
    }
}
