package org.tongdao.planning;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.tongdao.routing.Search;
import org.tongdao.routing.Service;

/** The shipped typical timetable, data/corridor/timetable.csv; prices and spans of hours are assumptions, marked in the file. */
final class TimetableFile {

    /** From one train to the next: 18 hours with a gauge change or a change to the road, else 6 (assumed). */
    static final Search.Transfer TRANSFER = (place, gauge, next) -> Duration.ofHours(gauge == next ? 6 : 18);

    /** Last mile after the hub in days, the longest of data/door-days.csv for the country of the hub (assumed). */
    static final double LAST_MILE_DAYS = 4;

    static final List<Service> SHIPPED = read();

    private TimetableFile() {}

    static Service service(String code) {
        return SHIPPED.stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no service '" + code + "' in the timetable. Maybe it was removed while runs were booked."));
    }

    private static List<Service> read() {
        try (var in = TimetableFile.class.getResourceAsStream("/data/corridor/timetable.csv")) {
            if (in == null) {
                throw new IllegalStateException("data/corridor/timetable.csv is missing from the jar");
            }
            try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return rows.stream().map(TimetableFile::service).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Service service(NamedCsvRecord row) {
        var gauge = row.getField("gauge_mm");
        return new Service(
                row.getField("service"),
                row.getField("mode"),
                gauge.isEmpty() ? 0 : Integer.parseInt(gauge),
                row.getField("from"),
                row.getField("to"),
                row.getField("days")
                        .chars()
                        .mapToObj(c -> DayOfWeek.of(c - '0'))
                        .collect(Collectors.toSet()),
                LocalTime.parse(row.getField("depart")),
                ZoneId.of(row.getField("zone")),
                new Service.Hours(number(row, "hours_min"), number(row, "hours"), number(row, "hours_max")),
                Integer.parseInt(row.getField("capacity_ffe")),
                Long.parseLong(row.getField("cost_cny_per_ffe")) * 100);
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }
}
