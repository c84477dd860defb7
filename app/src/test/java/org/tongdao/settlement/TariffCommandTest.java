package org.tongdao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Rate sheets from the command line, on the shipped example and on files with faults. */
class TariffCommandTest {

    private static final String EXAMPLE = "../data/rates.csv";

    @TempDir
    Path folder;

    private String out = "";

    private int run(String... args) {
        var writer = new StringWriter();
        int code = new CommandLine(new TariffCommand())
                .setOut(new PrintWriter(writer, true))
                .setErr(new PrintWriter(writer, true))
                .execute(args);
        out = writer.toString();
        return code;
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    @Test
    void theShippedExampleIsSound() {
        assertThat(run("check", EXAMPLE)).isZero();
        assertThat(out).contains("zones: 6", "bands: 12", "surcharges: 3");
    }

    @Test
    void aSheetThatWasReadAndWrittenAgainIsTheSameSheet() {
        var sheet = RateFile.sheet(Path.of(EXAMPLE)).sheet().orElseThrow();
        var again = org.tongdao.ledger.RateSheet.read("again", RateFile.rows(sheet))
                .sheet()
                .orElseThrow();
        assertThat(again).isEqualTo(sheet);
    }

    @Test
    void faultsAreToldWithFileLineAndColumn() throws IOException {
        String broken = Files.readString(Path.of(EXAMPLE)).replace("PL,,,2,12.00", "PL,,,2,-12");
        assertThat(run("check", file("broken.csv", broken), "--json")).isEqualTo(1);
        assertThat(out).contains("\"RATE-VALUE\"", "broken.csv:12 [per_parcel]", "\"-12\"");
        assertThat(run("check", file("empty.csv", ""))).isEqualTo(1);
        assertThat(out).contains("FILE-EMPTY");
        assertThat(run("check", "nowhere.csv")).isEqualTo(2);
    }

    @Test
    void aQuoteSaysItsSteps() {
        assertThat(run(
                        "quote",
                        EXAMPLE,
                        "--country",
                        "DE",
                        "--postcode",
                        "27498",
                        "--grams",
                        "1500",
                        "--on",
                        "2026-12-24"))
                .isZero(); // 40 + 1.5 × 27 = 80.50; fuel 4.83; winter 1.20
        assertThat(out).contains("total: 86.53", "zone: DE-ISLAND", "SURCHARGE winter", "mark: assumed");
        assertThat(run("quote", EXAMPLE, "--country", "DE", "--grams", "1500", "--on", "2036-12-24"))
                .isEqualTo(1);
        assertThat(out).contains("RATE-NONE");
        assertThat(run("quote", EXAMPLE, "--country", "DE", "--grams", "-1", "--on", "2026-12-24"))
                .isEqualTo(1);
        assertThat(out).contains("RATE-VALUE", "-1");
    }

    @Test
    void theBenchTellsWhoPaysMore() throws IOException {
        String dearer = Files.readString(Path.of(EXAMPLE)).replace("2,12.00,26.00", "2,12.00,28.00");
        String parcels = file("parcels.csv", "id,country,postcode,grams,size\na,PL,,1000,\nb,KZ,,1000,\n");
        assertThat(run("bench", EXAMPLE, file("next.csv", dearer), "--parcels", parcels, "--json"))
                .isZero(); // (12 + 26) × 1.06 = 40.28, (12 + 28) × 1.06 = 42.40
        assertThat(out).contains("\"dearer\" : 1", "\"cheaper\" : 0", "\"before\" : 40.28", "\"after\" : 42.40");
        assertThat(run("bench", EXAMPLE, EXAMPLE, "--parcels", file("far.csv", "id,country,grams\nx,JP,1000\n")))
                .isEqualTo(1);
        assertThat(out).contains("unpriced: 1", "RATE-NONE  far.csv  x  Maybe: no zone has JP");
    }

    @Test
    void aHundredParcelsAreComparedAndWhatHasNoPriceSaysWhy() throws IOException {
        var lines = new StringBuilder("id,country,postcode,grams,size\n");
        for (int i = 1; i <= 100; i++) {
            lines.append("p" + i + (i % 10 == 0 ? ",DE,27498," : ",PL,,") + i * 400 + ",\n");
        }
        String parcels = file("hundred.csv", lines.toString());
        String next = file(
                "next.csv",
                Files.readString(Path.of(EXAMPLE)).replace("2026-01-01,2028-01-01", "2028-01-01,2029-01-01"));
        assertThat(run("bench", EXAMPLE, next, "--parcels", parcels)).isEqualTo(1); // 32, 36 and 40 kg to the island
        assertThat(out)
                .contains("parcels: 100", "dearer: 0", "cheaper: 0", "unpriced: 3")
                .contains(
                        "WARNING  RATE-NEVER  next.csv:22 [from]  2026-12-01 2027-03-01  Maybe: winter would never count")
                .contains("hundred.csv  p80  Maybe: 32000 g count, the heaviest band of DE-ISLAND takes 30000 g");
        assertThat(run("bench", EXAMPLE, next, "--parcels", parcels, "--on", "2027-05-05"))
                .isEqualTo(1);
        assertThat(out)
                .contains("p1, p2, p3, p4, p5 and 85 more  Maybe: after: PL has no band that counts on 2027-05-05");
    }

    @Test
    void sheetsAndListsWithoutARowAreTold() throws IOException {
        String header = file(
                "header.csv",
                Files.readString(Path.of(EXAMPLE)).lines().findFirst().orElseThrow() + "\n");
        assertThat(run("check", header)).isEqualTo(1);
        assertThat(out).contains("RATE-HEAD", "header.csv");
        assertThat(run("bench", EXAMPLE, EXAMPLE, "--parcels", file("none.csv", "id,country,grams\n")))
                .isEqualTo(1);
        assertThat(out).contains("RATE-NO-PARCEL", "none.csv");
        assertThat(run("bench", EXAMPLE, EXAMPLE, "--parcels", file("empty.csv", "")))
                .isEqualTo(1);
        assertThat(out).contains("FILE-EMPTY").doesNotContain("RATE-NO-PARCEL");
    }
}
