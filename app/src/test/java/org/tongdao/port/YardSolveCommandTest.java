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

class YardSolveCommandTest {

    @TempDir
    Path folder;

    @Test
    void aSolvedShopIsItsOwnCertificateAndASpoiltOneIsFound() throws IOException {
        var shop = write("two.fjs", "2 2\n2 1 1 3 2 1 4 2 2\n2 2 1 2 2 5 1 2 3\n");
        String json = printed(0, "yard", "solve", shop, "--moves", "500", "--json");
        assertThat(json).contains("\"makespan\" : 7", "\"kind\" : \"job-shop\"");
        var schedule = write("schedule.json", json);
        assertThat(printed(0, "yard", "check", schedule)).contains("in order");
        var spoilt = write("spoilt.json", json.replace("\"makespan\" : 7", "\"makespan\" : 6"));
        assertThat(printed(1, "yard", "check", spoilt)).contains("SHOP-MAKESPAN");
        var early = write("early.json", json.replaceAll("\"start\" : [1-9]\\d*", "\"start\" : 0"));
        assertThat(printed(1, "yard", "check", early, "--json")).contains("SHOP-ORDER", "SHOP-END");
    }

    @Test
    void textNamesMakespanBoundAndEveryOperation() throws IOException {
        var shop = write("one.fjs", "1 1\n2 1 1 3 1 1 4\n");
        assertThat(printed(0, "yard", "solve", shop, "--moves", "10"))
                .contains("makespan 7", "(proved)", "job 1 operation 2: machine 1, 3 to 7");
    }

    @Test
    void aFaultyFileIsRefusedWithLineAndValue() throws IOException {
        var shop = write("faulty.fjs", "2 2\n1 1 1 3\n1 1 2 0\n");
        assertThat(printed(1, "yard", "solve", shop)).contains("SHOP-TIME", "faulty.fjs:3", "'0'");
    }

    @Test
    void wrongUsageIsTwo() throws IOException {
        var shop = write("one.fjs", "1 1\n1 1 1 3\n");
        assertThat(Tongdao.run("yard", "solve", "missing.fjs")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "solve", shop, "--threads", "0")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "solve", shop, "--seconds", "-1")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "check", shop)).isEqualTo(2);
        assertThat(Tongdao.run("yard", "check", write("other.json", "{\"kind\":\"job-shop\"}")))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "check", write("else.json", "{}"))).isEqualTo(2);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String printed(int expected, String... args) {
        var out = System.out;
        var err = System.err;
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        try {
            assertThat(Tongdao.run(args)).isEqualTo(expected);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
