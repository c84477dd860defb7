package org.tongdao.intake.mapping;

import java.util.List;
import java.util.Map;

/**
 * How one merchant's files are to be read; the JSON form is described in docs/formats/mapping.md.
 *
 * @param name for people
 * @param columns header of the file by our column
 * @param defaults text for cells that are empty or columns that are missing
 * @param templates text with {@code {Header}} in braces, filled from the row; stands before defaults
 * @param countryDefaults defaults by country code
 * @param skuDefaults defaults by SKU
 * @param countries country codes by the names the file uses
 * @param emptyValues texts that mean "nothing"
 * @param style numbers, dates, units
 * @param partialOrders whether an order with a faulty row ships without it
 */
public record Mapping(
        String name,
        Map<Column, String> columns,
        Map<Column, String> defaults,
        Map<Column, String> templates,
        Map<String, Map<Column, String>> countryDefaults,
        Map<String, Map<Column, String>> skuDefaults,
        Map<String, String> countries,
        List<String> emptyValues,
        Style style,
        boolean partialOrders) {

    /**
     * How figures are written.
     *
     * @param dateFormat pattern of {@link java.time.format.DateTimeFormatter}; empty: the usual ones
     * @param timeZone of dates without an offset
     * @param decimal {@code "."}, {@code ","} or empty: by the kind of file
     * @param weightUnit {@code kg}, {@code g} or empty: by the header, else kg
     * @param lengthUnit {@code cm}, {@code mm} or empty: by the header, else cm
     * @param perPiece whether weights and sizes are those of one piece, not of the whole line
     */
    public record Style(
            String dateFormat,
            String timeZone,
            String decimal,
            String weightUnit,
            String lengthUnit,
            boolean perPiece) {

        static final Style USUAL = new Style("", "Asia/Shanghai", "", "", "", false);
    }

    /** No mapping: columns by synonyms, nothing assumed. */
    public static final Mapping NONE =
            new Mapping("", Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), Style.USUAL, false);

    /** Whether nothing is mapped and nothing assumed. */
    @SuppressWarnings("ReferenceEquality") // asked for every cell; a mapping from a file is another object
    public boolean isNone() {
        return this == NONE;
    }

    /** Whether every header this mapping names is in the file. */
    public boolean fits(List<String> header) {
        return header.containsAll(columns.values());
    }
}
