package org.tongdao.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongdao.intake.OrderLines;

class OrderFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void everySeparatorGivesTheSameRows(String separator) {
        var lines = OrderLines.file()
                .row("address", "a, \"b\"; c")
                .row("address", "two\nlines")
                .row("order no", "X");
        var file = OrderLines.write(folder, "o.csv", lines.csv(separator.charAt(0)), StandardCharsets.UTF_8);
        assertThat(cells(file)).isEqualTo(lines.rows());
        assertThat(rows(file)).extracting(RawRow::line).containsExactly(2L, 3L, 5L);
    }

    @Test
    void utf8WithAndWithoutMarkAndGb18030AreReadAlike() {
        var lines = OrderLines.file().row("consignee", "王芳", "city", "Алматы").row();
        var plain = OrderLines.write(folder, "a.csv", lines.csv(','), StandardCharsets.UTF_8);
        var marked = OrderLines.write(folder, "b.csv", "\uFEFF" + lines.csv(','), StandardCharsets.UTF_8);
        var chinese = OrderLines.write(
                folder,
                "c.csv",
                OrderLines.file()
                        .row("consignee", "王芳", "city", "Алматы", "address", "街 12345")
                        .csv(','),
                Charset.forName("GB18030"));
        assertThat(cells(plain)).isEqualTo(lines.rows()).isEqualTo(cells(marked));
        assertThat(readable(marked).header().get(0)).isEqualTo("platform");
        assertThat(readable(chinese).notes())
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("FILE-READ-AS"));
        assertThat(rows(chinese).get(0).cells()).contains("王芳", "Алматы", "街 12345");
    }

    @Test
    void otherEncodingsAndOldExcelAndEmptyFilesAreRefused() throws IOException {
        var text = OrderLines.file().row().csv(',');
        assertThat(refusal(OrderLines.write(folder, "a.csv", text, StandardCharsets.UTF_16)))
                .isEqualTo("FILE-ENCODING");
        assertThat(refusal(OrderLines.write(folder, "b.csv", text, StandardCharsets.UTF_16LE)))
                .isEqualTo("FILE-ENCODING");
        assertThat(refusal(Files.write(folder.resolve("c.csv"), new byte[] {'a', (byte) 0xFF, (byte) 0xFF, ',', 'b'})))
                .isEqualTo("FILE-ENCODING");
        assertThat(refusal(Files.write(
                        folder.resolve("d.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2})))
                .isEqualTo("FILE-OLD-EXCEL");
        assertThat(refusal(Files.write(folder.resolve("e.csv"), new byte[0]))).isEqualTo("FILE-EMPTY");
        assertThat(refusal(OrderLines.write(folder, "f.csv", "\n\n  \n", StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    @Test
    void anUnclosedQuotationMarkOfTwentyMegabytesIsRefusedAndNamesTheLine() {
        var text = OrderLines.file().row().csv(',') + "\"" + "never closed,\n".repeat(1_500_000);
        var opened = readable(OrderLines.write(folder, "q.csv", text, StandardCharsets.UTF_8));
        try (var rows = opened.rows()) {
            assertThat(rows.next().line()).isEqualTo(2);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> rows.forEachRemaining(r -> {}))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            e -> assertThat(e.why().place().line()).isEqualTo(3));
        }
    }

    @Test
    void aWorkbookGivesTheSameRowsAsCsvAndTellsNumbersAndFormulas() throws IOException {
        var lines = OrderLines.file().row("address", "a, \"b\"").row("order no", "Ә-2");
        var file = folder.resolve("o.xlsx");
        lines.writeWorkbook(file);
        assertThat(cells(file)).isEqualTo(lines.rows());
        var odd = folder.resolve("odd.xlsx");
        try (var out = Files.newOutputStream(odd);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("orders");
            sheet.value(0, 0, "order no");
            sheet.value(0, 1, "phone");
            sheet.value(1, 0, 1_200_000_000_000_123_456L);
            sheet.formula(1, 1, "A1*2");
            sheet.value(2, 0, 12.5);
            sheet.value(2, 1, java.time.LocalDateTime.of(2026, 11, 2, 9, 30));
            sheet.style(2, 1).format("yyyy-mm-dd hh:mm").set();
        }
        var rows = rows(odd);
        assertThat(rows.get(0).cell(0)).matches("1\\.2\\d*E\\+18");
        assertThat(rows.get(0).numbers().get(0)).isTrue();
        assertThat(rows.get(0).formulas().get(1)).isTrue();
        assertThat(rows.get(1).cells()).containsExactly("12.5", "2026-11-02 09:30:00");
    }

    @Test
    void aZipWithOneOrderFileIsOpenedAndLeavesNothingBehind() throws IOException {
        var lines = OrderLines.file().row().row("order no", "B");
        var zip = zip("one.zip", "orders/list.csv", lines.csv(',').getBytes(StandardCharsets.UTF_8));
        assertThat(cells(zip)).isEqualTo(lines.rows());
        assertThat(refusal(zip("two.zip", "a.csv", new byte[] {'a'}, "b.csv", new byte[] {'b'})))
                .isEqualTo("ZIP-CONTENT");
    }

    @Test
    void bombsNestingAndNamesThatClimbAreRefused() throws IOException {
        assertThat(refusal(zip("bomb.zip", "a.csv", new byte[64 << 20]))).isEqualTo("ZIP-BOMB");
        assertThat(refusal(zip("nest.zip", "inner.zip", new byte[] {'P', 'K', 3, 4})))
                .isEqualTo("ZIP-NESTED");
        assertThat(refusal(zip("hidden.zip", "a.csv", Files.readAllBytes(zip("in.zip", "x.csv", new byte[] {'x'})))))
                .isEqualTo("ZIP-NESTED");
        assertThat(refusal(zip("slip.zip", "../../etc/passwd.csv", new byte[] {'x'})))
                .isEqualTo("ZIP-NAME");
        var many = new ArrayList<Object>();
        for (int i = 0; i < 201; i++) {
            many.add("f" + i + ".csv");
            many.add(new byte[] {1});
        }
        assertThat(refusal(zip("many.zip", many.toArray()))).isEqualTo("ZIP-ENTRIES");
        var broken = Files.readAllBytes(zip("ok.zip", "a.csv", new byte[2000]));
        assertThat(refusal(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(broken, 60))))
                .isEqualTo("ZIP-DAMAGED");
    }

    @Test
    void workbooksThatUnpackWithoutEndAreRefusedBeforeTheyAreRead() throws IOException {
        var shared = "<sst><si><t>".getBytes(StandardCharsets.UTF_8);
        var huge = java.util.Arrays.copyOf(shared, 40 << 20);
        assertThat(refusal(zip(
                        "s.xlsx",
                        "[Content_Types].xml",
                        "<Types/>".getBytes(StandardCharsets.UTF_8),
                        "xl/sharedStrings.xml",
                        huge)))
                .isEqualTo("ZIP-BOMB");
        var rows = "<row r=\"1\"/>".repeat(1_048_577).getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(zip(
                        "r.xlsx",
                        "[Content_Types].xml",
                        "<Types/>".getBytes(StandardCharsets.UTF_8),
                        "xl/worksheets/sheet1.xml",
                        rows)))
                .isIn("XLSX-ROWS", "ZIP-BOMB");
        var doctype =
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(zip(
                        "x.xlsx",
                        "[Content_Types].xml",
                        "<Types/>".getBytes(StandardCharsets.UTF_8),
                        "xl/workbook.xml",
                        doctype)))
                .isEqualTo("XLSX-DOCTYPE");
        assertThat(refusal(zip("e.xlsx", "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("XLSX-DAMAGED");
    }

    @Test
    void theCounterStopsAtTheRowsOfASheet() {
        var counter = new SheetCounter(
                new ZipLimits(1, 1, 1, 1, 1, 3), "xl/worksheets/sheet1.xml", org.tongdao.terms.Place.of("f"));
        byte[] three = "<row><c/></row><row/><<row>".getBytes(StandardCharsets.UTF_8);
        counter.write(three, 0, three.length);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> counter.write("<row".getBytes(StandardCharsets.UTF_8), 0, 4))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.why().rule()).isEqualTo("XLSX-ROWS"));
    }

    private Path zip(String name, Object... entries) throws IOException {
        var file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry((String) entries[i]));
                out.write((byte[]) entries[i + 1]);
                out.closeEntry();
            }
        }
        return file;
    }

    private static OpenedFile.Readable readable(Path file) {
        var opened = OrderFile.open(file);
        assertThat(opened).isInstanceOf(OpenedFile.Readable.class);
        return (OpenedFile.Readable) opened;
    }

    private static List<RawRow> rows(Path file) {
        var all = new ArrayList<RawRow>();
        try (var rows = readable(file).rows()) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    private static List<List<String>> cells(Path file) {
        int width = readable(file).header().size();
        return rows(file).stream()
                .map(r -> java.util.stream.IntStream.range(0, width)
                        .mapToObj(r::cell)
                        .toList())
                .toList();
    }

    private static String refusal(Path file) {
        var opened = OrderFile.open(file);
        return opened instanceof OpenedFile.Refused no ? no.why().rule() : "";
    }
}
