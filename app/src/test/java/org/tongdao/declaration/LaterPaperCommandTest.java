package org.tongdao.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;

class LaterPaperCommandTest {

    @TempDir
    Path folder;

    private Path list;

    @BeforeEach
    void build() throws IOException {
        var key = folder.resolve("key.pem").toString();
        var orders = Path.of("..", "examples", "customs", "export.csv").toString();
        Tongdao.run(
                "customs",
                "build",
                orders,
                "--out",
                folder.resolve("built").toString(),
                "--at",
                "2026-11-28T04:00:00Z",
                "--key",
                key);
        try (var files = Files.list(folder.resolve("built"))) {
            list = files.filter(f -> f.getFileName().toString().contains("_CEB603_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String listNo = "TDLX000000015CN-1";

    private int run(String command, String... more) {
        var args = new ArrayList<>(List.of("customs", command, list.toString(), "--list", listNo, "--number", "N-1"));
        args.addAll(List.of("--invt-no", "94002026E000000001", "--reason", "买家取消", "--at", "2026-11-28T05:00:00Z"));
        args.addAll(List.of(
                "--out",
                folder.resolve("paper.xml").toString(),
                "--key",
                folder.resolve("key.pem").toString()));
        args.addAll(List.of(more));
        return Tongdao.run(args.toArray(new String[0]));
    }

    @Test
    void aListIsCancelledByTheMessageItWentIn() throws IOException {
        assertThat(run("cancel")).isZero();
        assertThat(Files.readString(folder.resolve("paper.xml")))
                .contains("CEB605Message", "94002026E000000001", "买家取消", "ds:SignatureValue");
    }

    @Test
    void goodsComeBackUpToWhatWasDeclared() throws IOException {
        String[] way = {
            "--waybill", "RT1", "--bill", "CSQU3054383", "--vehicle", "X8001", "--voyage", "X8001-1201", "--from", "145"
        };
        var three = new ArrayList<>(List.of(way));
        three.addAll(List.of("--row", "1=3"));
        assertThat(run("return", three.toArray(new String[0]))).isZero();
        assertThat(Files.readString(folder.resolve("paper.xml"))).contains("CEB213Message", "tradeMode>9661<");
        Files.delete(folder.resolve("paper.xml"));
        three.set(three.size() - 1, "1=4");
        assertThat(run("return", three.toArray(new String[0]))).isEqualTo(1);
        assertThat(folder.resolve("paper.xml")).doesNotExist();
    }

    @Test
    void aMessageWithoutTheListIsAFinding() {
        listNo = "TD-OTHER";
        assertThat(run("cancel")).isEqualTo(1);
    }
}
