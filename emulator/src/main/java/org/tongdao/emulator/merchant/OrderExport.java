package org.tongdao.emulator.merchant;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.tongdao.emulator.ExportedOrders;
import org.tongdao.terms.Dice;

/** Writes an order file, order by order; every order depends only on the seed and its number. */
public final class OrderExport {

    private static final LocalDateTime FIRST = LocalDateTime.of(2026, 10, 26, 0, 0);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> PLATFORMS = List.of("丝路优选", "天山云商", "Steppe Market", "大漠集市");
    private static final List<String> SHOPS =
            List.of("乌鲁木齐贸易", "义乌小百货", "和田花语", "喀什家居", "深圳数码", "广州服饰", "温州汽配", "泉州鞋业");
    /** Faulty rows, of a thousand. */
    private static final int FAULTY = 20;

    private static final int REPEATED = 4;

    private final long seed;
    private final Consignees people = new Consignees();
    private final Goods goods = new Goods();
    private final Map<String, Integer> faults = new TreeMap<>();
    private int rows;
    private int repeated;

    public OrderExport(long seed) {
        this.seed = seed;
    }

    /** Writes header and orders; call it once. */
    public ExportedOrders write(Writer out, int orders) {
        var csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(out);
        csv.writeRecord(ExportRow.HEADER);
        var again = new ArrayList<List<String>>();
        for (int i = 1; i <= orders; i++) {
            var random = Dice.of(seed, "order " + i);
            for (var row : order(i, random)) {
                write(csv, row.cells());
                if (random.nextInt(1000) < REPEATED) {
                    again.add(row.cells());
                }
            }
            if (i % 50 == 0 || i == orders) {
                again.forEach(cells -> write(csv, cells));
                repeated += again.size();
                again.clear();
            }
        }
        flush(csv);
        return new ExportedOrders(rows, orders, repeated, Collections.unmodifiableMap(faults));
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write the orders", e);
        }
    }

    private void write(CsvWriter csv, List<String> cells) {
        csv.writeRecord(cells);
        rows++;
    }

    private List<ExportRow> order(int number, SplittableRandom random) {
        var head = head(number, random);
        int lines = random.nextInt(100) < 76 ? 1 : random.nextInt(100) < 75 ? 2 : 3;
        var rows = new ArrayList<ExportRow>();
        for (int i = 0; i < lines; i++) {
            var row = row(head, random);
            if (random.nextInt(1000) < FAULTY) {
                spoil(row, random);
            }
            rows.add(row);
        }
        return rows;
    }

    private void spoil(ExportRow row, SplittableRandom random) {
        var fault = Fault.values()[random.nextInt(Fault.values().length)];
        fault.spoil(row);
        faults.merge(fault.name(), 1, Integer::sum);
    }

    private record Head(List<String> cells, String country, String currency, double rate) {}

    private Head head(int number, SplittableRandom random) {
        var person = people.draw(random);
        var key = Long.toString(Math.floorMod(seed, 46_656L), 36).toUpperCase(Locale.ROOT);
        var time = FIRST.plusSeconds(random.nextInt(6 * 86_400));
        var cells = List.of(
                Tables.any(PLATFORMS, random),
                Tables.any(SHOPS, random),
                "WT" + key + "-" + String.format("%07d", number),
                Tables.digits("20261###########", random),
                TIME.format(time),
                person.name(),
                person.phone(),
                person.country(),
                person.city(),
                person.address(),
                person.postcode());
        boolean europe = person.country().equals("PL") || person.country().equals("HU");
        int money = random.nextInt(10);
        return europe
                ? new Head(cells, person.country(), "EUR", 7.8)
                : money < 6
                        ? new Head(cells, person.country(), "CNY", 1)
                        : new Head(cells, person.country(), "USD", 7.1);
    }

    private ExportRow row(Head head, SplittableRandom random) {
        var picked = goods.draw(head.country(), random);
        var packed = picked.packed();
        double wrapping = Math.max(10, packed.grams() * 0.06);
        var cells = new ArrayList<>(head.cells());
        cells.addAll(List.of(
                picked.sku(),
                picked.get("name_zh"),
                picked.get("name_en"),
                picked.get("hs"),
                "" + picked.pieces(),
                picked.get("unit"),
                picked.priceCny()
                        .divide(BigDecimal.valueOf(head.rate()), 2, RoundingMode.HALF_UP)
                        .toPlainString(),
                head.currency(),
                kilograms(packed.grams()),
                kilograms(packed.grams() + wrapping),
                "" + packed.longCm(),
                "" + packed.middleCm(),
                "" + packed.shortCm(),
                "CN",
                ""));
        return new ExportRow(cells);
    }

    private static String kilograms(double grams) {
        return BigDecimal.valueOf(Math.round(grams), 3).toPlainString();
    }
}
