package org.tongdao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulateCommandTest {

    private static final String HANDOVER = "20261201T040000000Z_HANDOVER_TDGU0000017-SL1.json";

    @TempDir
    Path folder;

    @Test
    void deliversWhatIsDueUpToAnInstantAndSaysWhenMoreIsDue() throws IOException {
        send("{ not a handover }");
        assertThat(run("emulate", folder.toString(), "--at", "2026-12-01T04:30:00Z", "--json"))
                .isEqualTo("{\"delivered\":0,\"nextDue\":\"2026-12-01T05:00:00Z\"}\n");
        assertThat(run("emulate", folder.toString(), "--at", "2026-12-01T05:00:00Z"))
                .startsWith("1 delivered, nothing more due")
                .contains("carrier/in/20261201T050000000Z_REFUSAL_");
        assertThat(run("emulate", folder.toString(), "--at", "2026-12-01T06:00:00Z", "--json"))
                .contains("\"delivered\":0");
    }

    @Test
    void aFileWhoseNameSaysNoTimeIsNamedAndNotAnswered() throws IOException {
        var out = Files.createDirectories(folder.resolve("customs").resolve("out"));
        Files.writeString(out.resolve("CEB603_mine.xml"), "<a/>");
        assertThat(run("emulate", folder.toString(), "--at", "2026-12-01T05:00:00Z"))
                .startsWith("0 delivered, nothing more due")
                .contains("not answered", "customs/out/CEB603_mine.xml");
    }

    @Test
    void aWrongScenarioIsWrongUsage() throws IOException {
        var file = Files.writeString(folder.resolve("s.json"), "{\"customs\": {\"late\": 7}}");
        assertThat(Tongdao.run("emulate", folder.toString(), "--scenario", file.toString()))
                .isEqualTo(2);
        assertThat(Tongdao.run("emulate", folder.toString(), "--scenario", "nowhere.json"))
                .isEqualTo(2);
    }

    private void send(String content) throws IOException {
        Files.createDirectories(folder.resolve("carrier/out"));
        Files.writeString(folder.resolve("carrier/out").resolve(HANDOVER), content);
    }

    private static String run(String... args) {
        var out = System.out;
        var text = new ByteArrayOutputStream();
        System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
        try {
            assertThat(Tongdao.run(args)).isZero();
        } finally {
            System.setOut(out);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
