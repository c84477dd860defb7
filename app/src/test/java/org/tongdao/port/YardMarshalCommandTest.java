package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;
import org.tongdao.yard.OnwardTrainFile;
import tools.jackson.databind.json.JsonMapper;

class YardMarshalCommandTest {

    private static final String GOOD = "94012345,1520,4,22000,60000,19620,40000,TGHU3066330,25000,SM-1";

    @TempDir
    Path folder;

    @Test
    void aTrainWithinTheRulesMayLeave() throws IOException {
        assertThat(printed(0, write(GOOD), "--rules", "kz_1520")).contains("may leave", "1 wagons");
    }

    @Test
    void whatTheNextRailwayRefusesIsListedWithTheWagon() throws IOException {
        var file = write(GOOD, "54012346,1435,4,22000,60000,19620,0,TGHU3066345,70000,");
        var verdict =
                JsonMapper.shared().readTree(printed(1, file, "--rules", "kz_1520", "--train", "X8001", "--json"));
        assertThat(verdict.get("train").asString()).isEqualTo("X8001");
        assertThat(verdict.get("refused").toString())
                .contains("WAYBILL-MISSING", "MARSHAL-GAUGE", "MARSHAL-PAYLOAD", "BRAKE-LAST", "54012346");
    }

    @Test
    void wrongUsageIsTwo() throws IOException {
        assertThat(Tongdao.run("yard", "marshal", write(GOOD), "--rules", "moon"))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "marshal", "nowhere.csv", "--rules", "kz_1520"))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "marshal", write(GOOD))).isEqualTo(2);
    }

    @Test
    void aStrangeFileIsAFinding() throws IOException {
        var file = folder.resolve("strange.csv");
        Files.writeString(file, "a,b\n1,2\n");
        assertThat(printed(1, file.toString(), "--rules", "kz_1520")).contains("ONWARD-HEADER");
    }

    private String write(String... lines) throws IOException {
        var file = folder.resolve("train.csv");
        Files.writeString(file, OnwardTrainFile.HEADER + "\n" + String.join("\n", lines) + "\n");
        return file.toString();
    }

    private static String printed(int code, String file, String... args) {
        var all = new java.util.ArrayList<>(java.util.List.of("yard", "marshal", file));
        all.addAll(java.util.List.of(args));
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            assertThat(Tongdao.run(all.toArray(String[]::new))).isEqualTo(code);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
