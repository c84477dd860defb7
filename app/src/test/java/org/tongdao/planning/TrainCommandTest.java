package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        out.getBuffer().setLength(0);
        return new CommandLine(new TrainCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aYardOfTheFamilyIsPlannedAndItsCertificateIsJudgedAlone() throws IOException {
        assertThat(run("generate", "--seed", "3")).isZero();
        var yard = file("yard.json", out.toString());
        assertThat(run("plan", yard, "--json")).as(err.toString()).isZero();
        var plan = file("plan.json", out.toString());
        assertThat(out.toString()).contains("\"optimal\" : true", "\"wagonCount\" : 55", "TRAIN-LENGTH");
        assertThat(run("check", plan)).isZero();
        var doubled = Files.readString(Path.of(plan)).replaceFirst("YARD\\d{6}", "YARD999999");
        assertThat(run("check", file("bad.json", doubled))).isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-BOX");
    }

    @Test
    void faultyContainersAreNamedAndTheOthersTravel() throws IOException {
        var yard = file("yard.json", """
                {"gauge_mm":1435,"next_arrives":"2026-12-20T00:00:00Z","unloading":["WAW"],
                 "containers":[{"no":"A","type":"40HC","gross_kg":20000,"route":"WAW","due":"2026-12-10T00:00:00Z"},
                  {"no":"A","type":"40HC","gross_kg":20000,"route":"WAW"},
                  {"no":"B","type":"45HC","gross_kg":20000,"route":"WAW"},
                  {"no":"C","type":"40HC","gross_kg":-1,"route":"WAW"},
                  {"no":"D","type":"40HC","gross_kg":29000,"route":"WAW"}]}""");
        assertThat(run("plan", yard)).isEqualTo(1);
        assertThat(err.toString()).contains("TRAIN-BOX-TWICE", "TRAIN-ROW", "TRAIN-WEIGHT");
        assertThat(out.toString()).contains("left  D  TRAIN-BOX-GROSS", "1 wagons", "worth 80 of at most 80");
        assertThat(run("plan", folder.resolve("none.json").toString())).isEqualTo(2);
        assertThat(run("plan", file("broken.json", "{"))).isEqualTo(2);
    }
}
