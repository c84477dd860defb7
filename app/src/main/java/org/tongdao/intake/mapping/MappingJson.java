package org.tongdao.intake.mapping;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes mapping files. A mapping that is kept has its SKU table inside. */
public final class MappingJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A mapping that cannot be used; the file is not read. */
    public static final class BadMappingException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Finding why;

        BadMappingException(Finding why) {
            super(why.rule());
            this.why = why;
        }

        public Finding why() {
            return why;
        }
    }

    /** The file as people write it; every part may be left out. */
    record Sheet(
            String name,
            Map<String, String> columns,
            Map<String, String> defaults,
            Map<String, String> templates,
            Map<String, Map<String, String>> countryDefaults,
            String skuTable,
            Map<String, Map<String, String>> skuDefaults,
            Map<String, String> countries,
            List<String> emptyValues,
            String dateFormat,
            String timeZone,
            String decimal,
            String weightUnit,
            String lengthUnit,
            boolean perPiece,
            boolean partialOrders) {}

    private MappingJson() {}

    /** Reads a mapping file and the SKU table it names, which lies beside it. */
    public static Mapping read(Path file) {
        var place = Place.of(file.getFileName().toString());
        try {
            var mapping = parse(Files.readString(file), place);
            var sheet = JSON.readValue(Files.readString(file), Sheet.class);
            if (sheet.skuTable() == null || sheet.skuTable().isBlank()) {
                return mapping;
            }
            return withSkus(mapping, skus(file.resolveSibling(sheet.skuTable())));
        } catch (IOException e) {
            throw bad(
                    place,
                    String.valueOf(e.getMessage()),
                    "the mapping or the SKU table beside it cannot be read; check the path");
        }
    }

    /** Reads the text of a mapping. */
    public static Mapping parse(String json, Place place) {
        try {
            return mapping(JSON.readValue(json, Sheet.class), place);
        } catch (JacksonException e) {
            throw bad(place, e.getOriginalMessage(), "the mapping is not as docs/formats/mapping.md describes it");
        }
    }

    /** The canonical text of a mapping: equal mappings give equal text. */
    public static String write(Mapping m) {
        var sheet = new Sheet(
                m.name(),
                keyed(m.columns()),
                keyed(m.defaults()),
                keyed(m.templates()),
                nested(m.countryDefaults()),
                "",
                nested(m.skuDefaults()),
                new TreeMap<>(m.countries()),
                m.emptyValues(),
                m.style().dateFormat(),
                m.style().timeZone(),
                m.style().decimal(),
                m.style().weightUnit(),
                m.style().lengthUnit(),
                m.style().perPiece(),
                m.partialOrders());
        return JSON.writeValueAsString(sheet);
    }

    private static Mapping mapping(Sheet s, Place place) {
        var style = new Mapping.Style(
                or(s.dateFormat(), ""),
                or(s.timeZone(), Mapping.Style.USUAL.timeZone()),
                or(s.decimal(), ""),
                or(s.weightUnit(), ""),
                or(s.lengthUnit(), ""),
                s.perPiece());
        check(style, place);
        return new Mapping(
                or(s.name(), ""),
                columns(s.columns(), place),
                columns(s.defaults(), place),
                columns(s.templates(), place),
                nestedColumns(s.countryDefaults(), place),
                nestedColumns(s.skuDefaults(), place),
                s.countries() == null ? Map.of() : s.countries(),
                s.emptyValues() == null ? List.of() : s.emptyValues(),
                style,
                s.partialOrders());
    }

    private static void check(Mapping.Style style, Place place) {
        try {
            java.time.ZoneId.of(style.timeZone());
            java.util.Objects.requireNonNull(java.time.format.DateTimeFormatter.ofPattern(style.dateFormat()));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw bad(place, style.timeZone() + " " + style.dateFormat(), "timeZone or dateFormat is not known");
        }
        for (var unit : List.of(style.weightUnit(), style.lengthUnit())) {
            if (!unit.isEmpty() && Measure.find(unit).isEmpty()) {
                throw bad(place, unit, "units are kg, g, cm, mm or m");
            }
        }
        if (!List.of("", ".", ",").contains(style.decimal())) {
            throw bad(place, style.decimal(), "decimal is \".\" or \",\"");
        }
    }

    private static Map<String, Map<Column, String>> skus(Path table) throws IOException {
        var known = new TreeMap<String, Map<Column, String>>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            for (var row : rows) {
                var cells = new TreeMap<>(row.getFieldsAsMap());
                var sku = cells.remove(Column.SKU.key());
                cells.values().removeIf(String::isBlank);
                cells.keySet().removeIf(k -> k.equals("mark") || k.equals("note"));
                if (sku != null) {
                    known.put(
                            sku.strip(),
                            columns(cells, Place.of(table.getFileName().toString())));
                }
            }
        }
        return known;
    }

    private static Mapping withSkus(Mapping m, Map<String, Map<Column, String>> skus) {
        return new Mapping(
                m.name(),
                m.columns(),
                m.defaults(),
                m.templates(),
                m.countryDefaults(),
                skus,
                m.countries(),
                m.emptyValues(),
                m.style(),
                m.partialOrders());
    }

    private static Map<String, Map<Column, String>> nestedColumns(
            @org.jspecify.annotations.Nullable Map<String, Map<String, String>> raw, Place place) {
        var known = new TreeMap<String, Map<Column, String>>();
        if (raw != null) {
            raw.forEach((key, cells) -> known.put(key, columns(cells, place)));
        }
        return known;
    }

    private static Map<Column, String> columns(
            @org.jspecify.annotations.Nullable Map<String, String> raw, Place place) {
        var known = new EnumMap<Column, String>(Column.class);
        if (raw != null) {
            raw.forEach((key, value) -> known.put(column(key, place), value));
        }
        return known;
    }

    private static Column column(String key, Place place) {
        return Arrays.stream(Column.values())
                .filter(c -> c.key().equals(key))
                .findFirst()
                .orElseThrow(() -> bad(
                        place,
                        key,
                        "columns are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(Column.values())
                                                .map(Column::key)
                                                .toList())));
    }

    private static Map<String, String> keyed(Map<Column, String> cells) {
        var keyed = new TreeMap<String, String>();
        cells.forEach((column, text) -> keyed.put(column.key(), text));
        return keyed;
    }

    private static Map<String, Map<String, String>> nested(Map<String, Map<Column, String>> cells) {
        var keyed = new TreeMap<String, Map<String, String>>();
        cells.forEach((key, inner) -> keyed.put(key, keyed(inner)));
        return keyed;
    }

    private static String or(@org.jspecify.annotations.Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static BadMappingException bad(Place place, String value, String maybe) {
        return new BadMappingException(Finding.error("MAPPING", place, value, maybe));
    }
}
