package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as people save them: nothing in them is passed over in silence, and what is right in them is loaded. */
class PackInputTest {

    private static final String HEADER = "id,length_mm,width_mm,height_mm,quantity\n";
    private static final String ROW = "a,600,400,400,5\n";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new PackTool(out, err).run(args);
    }

    private String file(String name, String text, Charset charset) throws IOException {
        return Files.writeString(folder.resolve(name), text, charset).toString();
    }

    private int csv(String text) throws IOException {
        return run(file("c.csv", text, StandardCharsets.UTF_8), "--format", "csv", "--nodes", "5");
    }

    private long findings() {
        return err.toString().lines().filter(l -> l.startsWith("PACK-")).count();
    }

    @Test
    void aRowOfTooManyFieldsIsNamedAndTheRowsAfterItAreLoaded() throws IOException {
        assertThat(csv(HEADER + ROW + "x,600,400,400,5,9,9,9\nb,600,400,400,7\nc,600,400,400,9,,\n"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("PACK-LINE  c.csv:3  x,600", "The row has 8 fields, the header 5");
        assertThat(findings()).isEqualTo(1);
        assertThat(out.toString()).contains("21 boxes");
    }

    @Test
    void aHeaderThatCannotBeReadIsToldOnceWithWhatToDo() throws IOException {
        var hints = Map.of(
                (HEADER + ROW + ROW).replace(',', ';'),
                "separated by \";\"",
                (HEADER + ROW + ROW).replace(',', '\t'),
                "separated by tabs",
                "编号,长,宽,高\na,600,400,400\nb,600,400,400\n",
                "Known are gross_kg, ",
                (HEADER + ROW + ROW).replace("length", "Lenght"),
                "Lenght_mm is maybe length_mm",
                HEADER.replace("quantity", "length_mm") + ROW,
                "names this column twice");
        for (var hint : hints.entrySet()) {
            assertThat(csv(hint.getKey())).isEqualTo(2);
            assertThat(err.toString()).contains("c.csv:1", hint.getValue());
            assertThat(findings()).isEqualTo(1);
        }
    }

    @Test
    void aColumnNobodyKnowsIsToldOnceAndTheRowsAreLoaded() throws IOException {
        assertThat(csv(HEADER.replace("\n", ",colour,wight_mm,\n") + ROW.replace("\n", ",red,3\n")
                        + "b,600,400,400,7\n"))
                .isZero();
        assertThat(err.toString()).contains("PACK-FIELD  c.csv:1  colour, wight_mm", "wight_mm is maybe width_mm");
        assertThat(findings()).isEqualTo(1);
        assertThat(out.toString()).contains("12 boxes");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAnyFile() throws IOException {
        assertThat(csv("\uFEFF" + HEADER + ROW)).as(err.toString()).isZero();
        assertThat(findings()).isZero();
        var br = file("m.br", "\uFEFF1\n1 7\n10 10 10\n1\n1 5 1 5 1 5 1 8\n", StandardCharsets.UTF_8);
        assertThat(run(br, "--nodes", "5")).as(err.toString()).isZero();
        var json = """
                \uFEFF{"containers":[{"type":"20GP"}],"cargo":[{"length_mm":600,"width_mm":400,"height_mm":400}]}""";
        assertThat(run(file("m.json", json, StandardCharsets.UTF_8), "--format", "json", "--nodes", "5"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void whatIsNoTextIsNamedWithWhatToDo() throws IOException {
        var files = Map.of(
                file("gbk.csv", HEADER + "箱子,600,400,400,5\n", Charset.forName("GBK")), "gbk.csv is not UTF-8 text",
                file("wide.csv", HEADER + ROW, StandardCharsets.UTF_16), "wide.csv is UTF-16",
                file("bare.csv", HEADER + ROW, StandardCharsets.UTF_16LE), "bare.csv is UTF-16",
                file("x.xlsx", "PK\3\4", StandardCharsets.UTF_8), "x.xlsx is a workbook");
        for (var one : files.entrySet()) {
            assertThat(run(one.getKey(), "--format", "csv")).isEqualTo(2);
            assertThat(err.toString())
                    .contains(one.getValue(), "save it as UTF-8")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void aMemberOfMembersWhereATextBelongsCostsThatCargoOnly() throws IOException {
        var json = """
                {"containers":[{"type":"20GP"}],
                 "cargo":[{"id":{"a":1},"length_mm":100,"width_mm":100,"height_mm":[100]},
                          {"id":"b","length_mm":100,"width_mm":100,"height_mm":100,"quantity":3}]}""";
        assertThat(run(file("j.json", json, StandardCharsets.UTF_8), "--format", "json", "--nodes", "5"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("PACK-LINE  j.json [cargo 1]  id {\"a\":1}", "height_mm [100]");
        assertThat(out.toString()).contains("3 boxes");
    }

    @Test
    void freeSupportIsHonouredForRowsToo() throws IOException {
        var csv = file("c.csv", HEADER + ROW, StandardCharsets.UTF_8);
        assertThat(run(csv, "--format", "csv", "--nodes", "5", "--json")).isZero();
        assertThat(out.toString()).contains("\"support\" : 1.0");
        assertThat(run(csv, "--format", "csv", "--nodes", "5", "--json", "--support", "none"))
                .isZero();
        assertThat(out.toString()).contains("\"support\" : 0.0");
    }

    private static final String THREE = """
            3
            1 7
            10 10 10
            1
            1 5 1 5 1 5 1 8
            2 7
            10 10 10
            2
            1 5 1 5 1 5 1 4
            2 5 1 5 1 5 1 2147483647
            3 7
            2000000000 9 9
            1
            1 5 1 5 1 5 1 8
            """;

    @Test
    void whatIsWrongWithOtherProblemsDoesNotTouchTheOneAskedFor() throws IOException {
        var br = file("three.br", THREE, StandardCharsets.UTF_8);
        assertThat(run(br, "--nodes", "5")).isZero();
        assertThat(findings()).isZero();
        assertThat(run(br, "--problem", "2", "--nodes", "5")).isEqualTo(1);
        assertThat(err.toString()).contains("PACK-SIZE  three.br:10");
        assertThat(findings()).isEqualTo(1);
        assertThat(run(br, "--problem", "3", "--nodes", "5")).isEqualTo(2);
        assertThat(err.toString()).contains("PACK-CONTAINER  three.br:12", "no problem 3");
        assertThat(run(br, "--all", "--nodes", "5")).isEqualTo(1);
        assertThat(findings()).isEqualTo(2);
        assertThat(out.toString()).contains("problem 1  100.000 %", "problem 2  50.000 %", "mean 75.000 %");
    }

    @Test
    void optionsThatCannotHoldAreRefused() throws IOException {
        var csv = file("c.csv", HEADER + ROW, StandardCharsets.UTF_8);
        assertThat(run(csv, "--format", "csv", "--problem", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("--problem goes with br and thpack9");
        assertThat(run(csv, "--format", "json", "--support", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("json says rules.support");
        assertThat(run(csv, "--format", "json", "--container", "20GP")).isEqualTo(2);
        assertThat(err.toString()).contains("--container goes with csv");
        for (var seconds : List.of("NaN", "Infinity", "0", "-1")) {
            assertThat(run(csv, "--format", "csv", "--seconds", seconds)).isEqualTo(2);
            assertThat(err.toString()).contains("--seconds, --nodes and --threads are above 0");
        }
    }

    @Test
    void whatStaysBehindOfOneContainerOfBoxesIsToldWithItsLimit() throws IOException {
        var text = "1\n1 0\n100 100 100\n2\n1 60 1 60 1 60 1 3\n2 90 0 90 0 120 1 1\n";
        var br = file("b.br", text, StandardCharsets.US_ASCII);
        run(br, "--nodes", "20");
        assertThat(out.toString())
                .contains("1 boxes", "LEFT-ROOM  1  2 of 3  No room is left", "LEFT-SIZE  2  1 of 1  No container");
        run(br, "--nodes", "20", "--json");
        assertThat(out.toString()).contains("\"leftOut\"", "\"boxes\" : \"2 of 3\"");
        assertThat(run("check", file("p.json", out.toString(), StandardCharsets.UTF_8)))
                .isZero();
    }
}
