package org.tongdao.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Order files for tests: a sound row, changed cell by cell. */
public final class OrderLines {

    /** A sound row to Almaty; the keys are the headers. */
    private static final Map<String, String> SOUND = new LinkedHashMap<>();

    static {
        String[] cells = {
            "platform",
            "Taobao",
            "merchant",
            "Tianshan Trade",
            "order no",
            "TS-1",
            "payment no",
            "202611010001",
            "ordered at",
            "2026-10-30 10:00",
            "consignee",
            "Айгүл Смағұлова",
            "phone",
            "+7 701 234 56 78",
            "country",
            "KZ",
            "city",
            "Алматы",
            "address",
            "ул. Абая 10, кв. 25",
            "postcode",
            "050000",
            "sku",
            "A-1",
            "name zh",
            "棉袜",
            "name en",
            "cotton socks",
            "hs",
            "6115950099",
            "quantity",
            "2",
            "unit",
            "双",
            "unit price",
            "9.90",
            "currency",
            "CNY",
            "net weight (kg)",
            "0.12",
            "gross weight (kg)",
            "0.15",
            "length (cm)",
            "20",
            "width (cm)",
            "12",
            "height (cm)",
            "4",
            "origin",
            "CN",
            "parcel no",
            "",
            "ioss no",
            "",
            "product id",
            ""
        };
        for (int i = 0; i < cells.length; i += 2) {
            SOUND.put(cells[i], cells[i + 1]);
        }
    }

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    private OrderLines(List<String> header) {
        this.header = header;
    }

    public static OrderLines file() {
        return new OrderLines(List.copyOf(SOUND.keySet()));
    }

    /** Adds a sound row in which the given cells are changed: header, value, header, value … */
    public OrderLines row(String... changes) {
        var cells = new LinkedHashMap<>(SOUND);
        for (int i = 0; i < changes.length; i += 2) {
            if (!cells.containsKey(changes[i])) {
                throw new IllegalArgumentException("no column " + changes[i] + " among " + header);
            }
            cells.put(changes[i], changes[i + 1]);
        }
        rows.add(List.copyOf(cells.values()));
        return this;
    }

    /** Adds {@code count} sound orders of one line each, numbered from {@code first}. */
    public OrderLines orders(int first, int count) {
        for (int i = first; i < first + count; i++) {
            row("order no", "TS-" + i, "sku", "A-" + i % 7, "quantity", "" + (1 + i % 3));
        }
        return this;
    }

    public OrderLines raw(String... cells) {
        rows.add(Arrays.asList(cells));
        return this;
    }

    public List<String> header() {
        return header;
    }

    public List<List<String>> rows() {
        return rows;
    }

    public OrderLines withRows(List<List<String>> other) {
        var file = new OrderLines(header);
        file.rows.addAll(other);
        return file;
    }

    public OrderLines withHeader(List<String> other) {
        var file = new OrderLines(other);
        file.rows.addAll(rows);
        return file;
    }

    public String csv(char separator) {
        return line(header, separator)
                + rows.stream().map(r -> line(r, separator)).collect(Collectors.joining());
    }

    public Path write(Path folder, String name) {
        return write(folder, name, csv(','), StandardCharsets.UTF_8);
    }

    public static Path write(Path folder, String name, String text, Charset charset) {
        try {
            return Files.write(folder.resolve(name), text.getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same cells, all as text, in the first sheet of a workbook. */
    public void writeWorkbook(Path file) throws IOException {
        try (var out = Files.newOutputStream(file);
                var book = new org.dhatim.fastexcel.Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("orders");
            var all = new ArrayList<List<String>>();
            all.add(header);
            all.addAll(rows);
            for (int r = 0; r < all.size(); r++) {
                for (int c = 0; c < all.get(r).size(); c++) {
                    sheet.value(r, c, all.get(r).get(c));
                }
            }
        }
    }

    private static String line(List<String> cells, char separator) {
        return cells.stream()
                        .map(c -> c.indexOf(separator) >= 0 || c.indexOf('"') >= 0 || c.indexOf('\n') >= 0
                                ? '"' + c.replace("\"", "\"\"") + '"'
                                : c)
                        .collect(Collectors.joining("" + separator))
                + "\n";
    }
}
