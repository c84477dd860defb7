package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongdao.Tongdao;
import tools.jackson.databind.json.JsonMapper;

class YardCompareCommandTest {

    private static final String[] SHORT = {"--replications", "3", "--days", "20"};

    @Test
    void parallelAgainstSerialIsSureWithItsInterval() {
        var rows = JsonMapper.shared()
                .readTree(printed("alashankou:mode=serial,trains=8.7", "alashankou:trains=8.7", "--json"));
        var dwell = rows.get(0).get("measures").get(0);
        assertThat(dwell.get("name").asString()).isEqualTo("mean dwell h");
        assertThat(dwell.get("difference").get("mean").asDouble()).isNegative();
        assertThat(dwell.get("difference").get("plusMinus").asDouble()).isPositive();
        assertThat(rows.get(0).get("method").asString()).isEqualTo("simulated");
    }

    @Test
    void withoutASecondTheUsualQuestionsAreAskedSideBySide() {
        assertThat(printed("dostyk"))
                .contains(
                        "dostyk:crane=+",
                        "dostyk:transload_track=+1 against dostyk (simulated, 3 pairs)",
                        "dostyk:mode=serial",
                        "dostyk:trains=+20%",
                        "dostyk:wind=12 against dostyk (planned, 3 pairs)",
                        "±");
    }

    @Test
    void wrongUsageIsTwo() {
        assertThat(Tongdao.run("yard", "compare", "atlantis")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "compare", "dostyk", "dostyk:moon=1")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "compare", "dostyk", "dostyk:crane")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "compare", "dostyk", "--replications", "1"))
                .isEqualTo(2);
    }

    private static String printed(String... args) {
        var all = new java.util.ArrayList<>(java.util.List.of("yard", "compare"));
        all.addAll(java.util.List.of(args));
        all.addAll(java.util.List.of(SHORT));
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Tongdao.run(all.toArray(String[]::new))).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
