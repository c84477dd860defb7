package org.tongdao.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PriceCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void priceIsSaidWithItsStepsAndItsMark() {
        assertThat(run("--lane", "ALA", "--grams", "850", "--size", "300x200x100", "--on", "2026-11-03"))
                .isZero();
        // 6,000 cm³ weigh 1,000 g: 5.00 + 1.0 × 18.50
        assertThat(out.toString())
                .startsWith("23.50 CNY  (ALA-2026-2, typical)")
                .contains("VOLUME-COUNTS", "PER-PARCEL");
    }

    @Test
    void jsonCarriesTheTrace() {
        assertThat(run("--lane", "WAW", "--grams", "850", "--on", "2026-11-03", "--json"))
                .isZero();
        assertThat(out.toString()).contains("\"rule\":\"ROUNDED-UP\"", "\"tariffVersion\":\"WAW-2026-1\"");
    }

    @Test
    void laneWithoutTariffIsAFindingAndNonsenseWrongUsage() {
        assertThat(run("--lane", "XXX", "--grams", "850", "--on", "2026-11-03")).isEqualTo(1);
        assertThat(run("--lane", "ALA", "--grams", "0", "--on", "2026-11-03")).isEqualTo(2);
        assertThat(run("--lane", "ALA", "--grams", "9", "--size", "3x2", "--on", "2026-11-03"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'XXX'", "300x200x100");
    }

    private int run(String... args) {
        return new CommandLine(new PriceCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
