package org.tongdao.statistics;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tongdao.statistics.StatisticsReport.Comparison;

/** Days that another way of transport takes, as published by others: data/typical-days.csv. */
record TypicalWay(String way, int daysFrom, int daysTo, String mark, String source) {

    private static final String FILE = "/data/typical-days.csv";

    static List<TypicalWay> list() {
        try (InputStream in = TypicalWay.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return rows.stream()
                        .map(row -> new TypicalWay(
                                row.getField("way"),
                                Integer.parseInt(row.getField("days_from")),
                                Integer.parseInt(row.getField("days_to")),
                                row.getField("mark"),
                                row.getField("source")))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    Comparison against(DoorToDoor ours) {
        var middle = BigDecimal.valueOf(daysFrom + daysTo).divide(BigDecimal.valueOf(2), 1, RoundingMode.UNNECESSARY);
        var saved = middle.subtract(ours.p50()).divide(middle, 4, RoundingMode.HALF_UP);
        return new Comparison(way, daysFrom, daysTo, mark, source, ours.p50(), saved);
    }
}
