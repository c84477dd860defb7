package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongdao.Tongdao;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YardCommandTest {

    @Test
    void parallelWorkSavesAQuarterOfTheDwellAndTheReportSaysWhatHeldTrainsUp() {
        var serial = simulate("serial");
        var parallel = simulate("parallel");
        double saving = 1 - mean(parallel) / mean(serial);
        assertThat(saving).isBetween(0.21, 0.27);
        assertThat(parallel.get("bottleneck").asString()).isEqualTo("TRANSLOAD_TRACK");
        assertThat(parallel.get("figures").get("resources").size()).isEqualTo(11);
        assertThat(simulate("parallel")).isEqualTo(parallel);
    }

    @Test
    void textNamesTheStationInBothLanguages() {
        assertThat(printed("yard", "simulate", "--station", "altynkol", "--days", "5"))
                .contains("阿腾科里", "Altynkol", "bottleneck: ", "assumptions");
    }

    @Test
    void whatIfOneTrackLessIsAnotherAnswer() {
        assertThat(printed("yard", "simulate", "--station", "dostyk", "--days", "30", "--tracks", "1"))
                .isNotEqualTo(printed("yard", "simulate", "--station", "dostyk", "--days", "30"));
    }

    @Test
    void anUnknownStationOrAnImpossibleFigureIsWrongUsage() {
        assertThat(Tongdao.run("yard", "simulate", "--station", "atlantis")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "simulate", "--station", "dostyk", "--days", "0"))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "simulate", "--station", "dostyk", "--tracks", "0"))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "simulate", "--station", "dostyk", "--trains-per-day", "-1"))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "simulate")).isEqualTo(2);
    }

    private static JsonNode simulate(String mode) {
        return JsonMapper.shared()
                .readTree(printed(
                        "yard",
                        "simulate",
                        "--station",
                        "alashankou",
                        "--trains-per-day",
                        "8.7",
                        "--mode",
                        mode,
                        "--days",
                        "360",
                        "--seed",
                        "1",
                        "--json"));
    }

    private static double mean(JsonNode report) {
        return report.get("figures").get("dwellHours").get("mean").asDouble();
    }

    private static String printed(String... args) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Tongdao.run(args)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
