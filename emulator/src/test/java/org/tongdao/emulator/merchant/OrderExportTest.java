package org.tongdao.emulator.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OrderExportTest {

    @Test
    void equalSeedsWriteEqualFilesAndOtherSeedsOtherOnes() {
        assertThat(export(300, 5)).isEqualTo(export(300, 5)).isNotEqualTo(export(300, 6));
    }

    @Test
    void aLongerFileBeginsWithTheSameOrdersAsAShorterOne() {
        var shorter = rows(export(50, 5)).stream().map(r -> r.getField("订单号")).toList();
        var longer = rows(export(100, 5)).stream().map(r -> r.getField("订单号")).toList();
        assertThat(longer.subList(0, shorter.size())).isEqualTo(shorter);
    }

    @Test
    void aboutTwoPercentOfTheRowsAreFaultyInAtLeastFifteenWaysAndSomeStandThereTwice() {
        var made = new OrderExport(3).write(new StringWriter(), 4_000);
        assertThat(made.faults()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(made.faulty() / (double) made.rows()).isBetween(0.014, 0.026);
        assertThat(made.repeated()).isBetween(5, 60);
        assertThat(made.orders()).isEqualTo(4_000);
    }

    @Test
    void theFileHoldsEveryRowItCountsAndAllFourCountries() {
        var out = new StringWriter();
        var made = new OrderExport(3).write(out, 500);
        var rows = rows(out.toString());
        assertThat(rows).hasSize(made.rows());
        var countries = new HashSet<String>();
        rows.forEach(r -> countries.add(r.getField("国家")));
        assertThat(countries).contains("KZ", "TJ", "PL", "HU");
    }

    @Test
    void drawnWeightsHaveTheMedianAndTheSpreadThatWereFitted() {
        var sizes = ProductSizes.fitted();
        var random = new SplittableRandom(1);
        double[] ln = new double[20_000];
        for (int i = 0; i < ln.length; i++) {
            ln[i] = Math.log(sizes.draw("electronics", 1, random).grams());
        }
        Arrays.sort(ln);
        assertThat(ln[ln.length / 2]).isBetween(5.78, 5.86);
        assertThat((ln[(int) (ln.length * 0.84)] - ln[(int) (ln.length * 0.16)]) / 2)
                .isBetween(0.9, 0.99);
    }

    @Test
    void everyFaultChangesASoundRow() {
        var sound = List.of(
                "p",
                "s",
                "W-1",
                "2",
                "2026-10-26 13:28:31",
                "Jan Nowak",
                "+48 661 941 061",
                "PL",
                "Kraków",
                "ul. X 4/3",
                "38-493",
                "A",
                "数据线",
                "USB cable",
                "8544421900",
                "1",
                "条",
                "5.03",
                "EUR",
                "0.087",
                "0.097",
                "25",
                "6",
                "5",
                "CN",
                "");
        for (var fault : Fault.values()) {
            var row = new ExportRow(sound);
            fault.spoil(row);
            assertThat(row.cells()).as(fault.name()).isNotEqualTo(sound);
        }
    }

    private static String export(int orders, long seed) {
        var out = new StringWriter();
        new OrderExport(seed).write(out, orders);
        return out.toString();
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder()
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv)
                .stream()
                .toList();
    }
}
