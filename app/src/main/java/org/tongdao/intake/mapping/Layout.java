package org.tongdao.intake.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongdao.intake.reading.OpenedFile;
import org.tongdao.intake.reading.RawRow;
import org.tongdao.terms.Finding;
import org.tongdao.terms.Place;

/** Where each of our columns stands in one file, and in what unit. */
public final class Layout {

    private static final int ABSENT = -1;

    private final List<String> header;
    private final Mapping mapping;
    private final Map<Column, Integer> index = new EnumMap<>(Column.class);
    private final Map<Column, Measure> units = new EnumMap<>(Column.class);
    private final Map<Column, Template> templates = new EnumMap<>(Column.class);
    private final List<Finding> faults = new ArrayList<>();
    private final boolean decimalComma;

    private Layout(List<String> header, boolean comma, Mapping mapping) {
        this.header = header.stream().map(String::strip).toList();
        this.mapping = mapping;
        this.decimalComma = mapping.style().decimal().isEmpty()
                ? comma
                : mapping.style().decimal().equals(",");
        mapping.templates().forEach((column, text) -> templates.put(column, Template.of(text, header)));
    }

    /** Lays the columns out; {@link #faults} says why a file cannot be read at all. */
    public static Layout of(OpenedFile.Readable file, Mapping mapping, HeaderWords words, Place place) {
        return of(new Layout(file.header(), file.traits().hasDecimalComma(), mapping), words, place);
    }

    /** The layout of what programs send: every column under its own name, grams and millimetres, decimal points. */
    public static Layout ofColumns() {
        var header = Arrays.stream(Column.values()).map(Layout::named).toList();
        return of(new Layout(header, false, Mapping.NONE), HeaderWords.shipped(), Place.of("order"));
    }

    private static String named(Column column) {
        return switch (column) {
            case NET_WEIGHT, GROSS_WEIGHT -> column.key() + " (g)";
            case LENGTH, WIDTH, HEIGHT -> column.key() + " (mm)";
            default -> column.key();
        };
    }

    private static Layout of(Layout layout, HeaderWords words, Place place) {
        var mapping = layout.mapping;
        var twice = new ArrayList<String>();
        var found = words.places(layout.header, twice);
        for (var column : Column.values()) {
            layout.place(column, found.getOrDefault(column, ABSENT), words);
        }
        layout.complain(place, mapping.columns().isEmpty() ? twice : List.of());
        return layout;
    }

    private void place(Column column, int bySynonym, HeaderWords words) {
        var named = mapping.columns().get(column);
        boolean taken = mapping.columns().containsValue(bySynonym < 0 ? "" : header.get(bySynonym));
        int at = named != null ? header.indexOf(named.strip()) : taken ? ABSENT : bySynonym;
        index.put(column, at);
        boolean mass = column == Column.NET_WEIGHT || column == Column.GROSS_WEIGHT;
        var told = Measure.find(
                mass ? mapping.style().weightUnit() : mapping.style().lengthUnit());
        var inHeader =
                at < 0 ? Optional.<Measure>empty() : words.find(header.get(at)).flatMap(HeaderWords.Hit::unit);
        units.put(
                column, told.or(() -> inHeader).filter(u -> u.isMass() == mass).orElse(mass ? Measure.KG : Measure.CM));
    }

    private void complain(Place place, List<String> twice) {
        for (var named : mapping.columns().entrySet()) {
            if (!header.contains(named.getValue().strip())) {
                faults.add(Finding.error(
                        "COLUMN-MISSING",
                        place,
                        named.getValue(),
                        "the mapping reads " + named.getKey().key()
                                + " from this column, but the file has no such column"));
            }
        }
        for (var column : Column.values()) {
            if (column.isRequired() && !isKnown(column) && !mapping.columns().containsKey(column)) {
                faults.add(Finding.error(
                        "COLUMN-MISSING",
                        place,
                        column.key(),
                        "add a column for it, or name it in a mapping file (--mapping), or give it a default there"));
            }
        }
        for (var name : twice) {
            faults.add(Finding.error(
                    "COLUMN-TWICE",
                    place,
                    name,
                    "two columns mean the same; remove one or name the right one in a mapping file"));
        }
    }

    private boolean isKnown(Column column) {
        return has(column)
                || mapping.defaults().containsKey(column)
                || mapping.templates().containsKey(column)
                || mapping.skuDefaults().values().stream().anyMatch(d -> d.containsKey(column))
                || mapping.countryDefaults().values().stream().anyMatch(d -> d.containsKey(column));
    }

    public List<Finding> faults() {
        return faults;
    }

    public Mapping mapping() {
        return mapping;
    }

    public int width() {
        return header.size();
    }

    public List<String> header() {
        return header;
    }

    public boolean has(Column column) {
        return indexOf(column) >= 0;
    }

    public boolean hasDecimalComma() {
        return decimalComma;
    }

    public Measure unit(Column column) {
        return units.getOrDefault(column, Measure.KG);
    }

    /** What the file calls the column, or our name for it when the file has none. */
    public String label(Column column) {
        return has(column) ? header.get(indexOf(column)) : column.key();
    }

    /** The column a cell belongs to, if it is one of ours. */
    public Optional<Column> columnAt(int cell) {
        for (var column : Column.values()) {
            if (indexOf(column) == cell) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    int indexOf(Column column) {
        return index.getOrDefault(column, ABSENT);
    }

    Optional<String> template(Column column, RawRow row) {
        return Optional.ofNullable(templates.get(column)).map(t -> t.fill(row, mapping.emptyValues()));
    }
}
