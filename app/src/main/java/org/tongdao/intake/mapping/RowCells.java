package org.tongdao.intake.mapping;

import java.text.Normalizer;
import java.util.Map;
import org.tongdao.intake.reading.RawRow;
import org.tongdao.terms.Place;

/** One row seen through a layout: our columns, tidied, completed by templates and defaults. */
public final class RowCells {

    private final Layout layout;
    private final RawRow row;
    private final String source;
    private String country = "";

    public RowCells(Layout layout, RawRow row, String source) {
        this.layout = layout;
        this.row = row;
        this.source = source;
    }

    /** Once the country is known, its defaults count. */
    public void settleCountry(String code) {
        country = code;
    }

    public long line() {
        return row.line();
    }

    public Layout layout() {
        return layout;
    }

    /** What the file says, tidied (outer and doubled spaces, full-width letters), without any default. */
    public String told(Column column) {
        int at = layout.indexOf(column);
        if (at < 0) {
            return "";
        }
        var text = tidy(row.cell(at));
        return layout.mapping().emptyValues().contains(text) ? "" : text;
    }

    /** What the file says or, where it says nothing, the template, the SKU's default, the country's, the column's. */
    public String get(Column column) {
        var text = told(column);
        if (!text.isEmpty() || layout.mapping().isNone()) {
            return text;
        }
        var filled = layout.template(column, row).orElse("");
        if (!filled.isEmpty()) {
            return tidy(filled);
        }
        return fallback(column);
    }

    private String fallback(Column column) {
        var mapping = layout.mapping();
        var bySku = column == Column.SKU
                ? null
                : of(mapping.skuDefaults(), told(Column.SKU)).get(column);
        if (bySku != null) {
            return bySku;
        }
        var byCountry = of(mapping.countryDefaults(), country).get(column);
        return byCountry != null ? byCountry : mapping.defaults().getOrDefault(column, "");
    }

    private static Map<Column, String> of(Map<String, Map<Column, String>> defaults, String key) {
        return defaults.getOrDefault(key, Map.of());
    }

    /** Whether the sheet holds the cell as a number. */
    public boolean isNumber(Column column) {
        int at = layout.indexOf(column);
        return at >= 0 && row.numbers().get(at);
    }

    public Place place(Column column) {
        return Place.cell(source, row.line(), layout.label(column));
    }

    public Place place() {
        return Place.row(source, row.line());
    }

    public RawRow raw() {
        return row;
    }

    /** Outer and doubled white space goes, line ends become spaces, full-width and composed forms become the usual ones. */
    static String tidy(String text) {
        boolean plain = true;
        char before = ' ';
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = (c > ' ' && c < 0x250)
                    || (c >= 0x400 && c < 0x530)
                    || (c >= 0x4E00 && c < 0xA000)
                    || (c == ' ' && before != ' ');
            before = c;
        }
        if (plain && before != ' ') {
            return text;
        }
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replaceAll("[\\s\\u00A0]+", " ");
    }
}
