package org.tongdao.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.Tongdao;
import org.tongdao.yard.DayAdvice;
import org.tongdao.yard.DayImprover;
import org.tongdao.yard.DayPlan;
import org.tongdao.yard.DayQuestion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class YardScheduleCommandTest {

    @TempDir
    Path folder;

    @Test
    void aDayIsPlannedCheckedDisturbedAndMended() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "8", "--seed", "3"));
        var plan = write(
                "plan.json",
                printed(0, "yard", "schedule", "--station", "khorgos", "--trains", trains, "--rounds", "30", "--json"));
        assertThat(printed(0, "yard", "check", plan)).contains("in order");
        var same = tree(printed(
                0,
                "yard",
                "schedule",
                "--station",
                "khorgos",
                "--trains",
                trains,
                "--seconds",
                "0",
                "--plan",
                plan,
                "--now",
                "2026-03-02T09:00:00Z",
                "--json"));
        assertThat(same.get("moved").asInt()).isZero();
        var mended = printed(
                0,
                "yard",
                "schedule",
                "--station",
                "khorgos",
                "--trains",
                trains,
                "--seconds",
                "0",
                "--json",
                "--plan",
                plan,
                "--now",
                "2026-03-02T09:00:00Z",
                "--closed",
                "T1=2026-03-02T09:00:00Z/2026-03-03T09:00:00Z",
                "--reserved",
                "L1:X8003=2026-03-02T09:00:00Z/2026-03-02T12:00:00Z");
        assertThat(tree(mended).get("closures").size()).isEqualTo(2);
        assertThat(printed(0, "yard", "check", write("mended.json", mended))).contains("in order");
    }

    @Test
    void aSpoiltPlanIsComplainedOf() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "3"));
        var json =
                printed(0, "yard", "schedule", "--station", "khorgos", "--trains", trains, "--seconds", "0", "--json");
        assertThat(printed(
                        1,
                        "yard",
                        "check",
                        write("a.json", json.replace("\"second\" : \"C1\"", "\"second\" : \"C77\""))))
                .contains("YARD-UNIT");
        assertThat(printed(1, "yard", "check", write("b.json", json.replaceFirst("\"dwell\" : \\d+", "\"dwell\" : 5"))))
                .contains("YARD-FIGURES");
        assertThat(printed(1, "yard", "check", write("c.json", json.replace("\"T1\"", "\"T2\"")), "--json"))
                .contains("YARD-");
    }

    @Test
    void wagonsOfTheOtherGaugeAreAskedWhereTheDayHasThem() throws IOException {
        var trains = write(
                "trains.csv", printed(0, "yard", "day", "--trains", "2", "--containers", "2", "--inspected", "0"));
        var day = new String[] {"yard", "schedule", "--station", "khorgos", "--trains", trains, "--seconds", "0"};
        assertThat(printed(0, day)).contains("YARD-UNASKED", "2 of 2 trains");
        var made = Files.createDirectories(folder.resolve("made"));
        var header = "wagon,gauge_mm,axles,tare_kg,payload_kg,length_mm,braked_kg,container,gross_kg,waybill\n";
        var wagon =
                "9401,1520,4,22000,60000,19620,%d,TDGU1,30000,W1\n9401,1520,4,22000,60000,19620,%d,TDGU2,30000,W2\n";
        Files.writeString(made.resolve("X8001.csv"), header + wagon.formatted(28_000, 28_000));
        Files.writeString(made.resolve("X8003.csv"), header + wagon.formatted(20_000, 20_000));
        var asked = Stream.concat(
                        Stream.of(day), Stream.of("--json", "--rules", "kz_1520", "--wagons", made.toString()))
                .toArray(String[]::new);
        var refused = printed(1, asked);
        assertThat(tree(refused).get("verdict").size()).isEqualTo(1);
        assertThat(refused).contains("BRAKE-WEIGHT", "X8003").doesNotContain("YARD-UNASKED");
        assertThat(printed(1, "yard", "check", write("refused.json", refused))).contains("BRAKE-WEIGHT", "1 findings");
        Files.delete(made.resolve("X8003.csv"));
        var half = printed(0, asked);
        assertThat(tree(half).get("notAsked").size()).isEqualTo(1);
        assertThat(printed(0, "yard", "check", write("half.json", half))).contains("in order", "1 of 2 trains");
        assertThat(schedule(trains, "--wagons", made.toString())).isEqualTo(2);
        assertThat(schedule(trains, "--wagons", folder.resolve("none").toString()))
                .isEqualTo(2);
    }

    @Test
    void textShowsEveryStepAndTheOrderOfPrioritiesCanBeTurned() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "2"));
        assertThat(printed(
                        0,
                        "yard",
                        "schedule",
                        "--station",
                        "khorgos",
                        "--trains",
                        trains,
                        "--rounds",
                        "5",
                        "--order",
                        "departure,marshalling,waybilling,transloading,placing",
                        "--mode",
                        "serial"))
                .contains("2 trains leave", "TRANSLOADING", "checked, in order");
    }

    @Test
    void trainsThatDoNotFitTheStationAreFindings() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "2", "--gauge", "1000"));
        assertThat(printed(1, "yard", "schedule", "--station", "khorgos", "--trains", trains, "--seconds", "0"))
                .contains("YARD-GAUGE", "YARD-NOWHERE", "trains.csv:3", "X8003 1000 mm");
        var heavy =
                write("heavy.csv", printed(0, "yard", "day", "--trains", "1").replaceAll(",55,\\d+,", ",55,60000,"));
        assertThat(printed(1, "yard", "schedule", "--station", "khorgos", "--trains", heavy, "--seconds", "0"))
                .contains("YARD-HEAVY", "heavy.csv", "X8001 60000 kg");
        var station = write("station.csv", "what\n");
        assertThat(printed(1, "yard", "schedule", "--station", station, "--trains", trains))
                .contains("LAYOUT-HEADER");
    }

    @Test
    void wrongUsageIsTwo() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "2"));
        assertThat(Tongdao.run("yard", "schedule", "--station", "atlantis", "--trains", trains))
                .isEqualTo(2);
        assertThat(Tongdao.run("yard", "schedule", "--station", "khorgos", "--trains", "none.csv"))
                .isEqualTo(2);
        assertThat(schedule(trains, "--closed", "T1=yesterday")).isEqualTo(2);
        assertThat(schedule(trains, "--closed", "T99=2026-03-02T09:00:00Z/2026-03-03T09:00:00Z"))
                .isEqualTo(2);
        assertThat(schedule(trains, "--reserved", "T1=2026-03-02T09:00:00Z/2026-03-03T09:00:00Z"))
                .isEqualTo(2);
        assertThat(schedule(trains, "--order", "placing")).isEqualTo(2);
        assertThat(schedule(trains, "--plan", trains)).isEqualTo(2);
        assertThat(schedule(trains, "--seconds", "-1")).isEqualTo(2);
        assertThat(Tongdao.run("yard", "day", "--trains", "0")).isEqualTo(2);
    }

    @Test
    void anotherSolverIsFoundByItsNameAndMayOnlyBetterThePlan() throws IOException {
        var trains = write("trains.csv", printed(0, "yard", "day", "--trains", "6"));
        var jar = Files.createDirectories(folder.resolve("improvers/reverse")).resolve("reverse.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + DayImprover.class.getName()));
            zip.write(Reverse.class.getName().getBytes(StandardCharsets.UTF_8));
        }
        var improvers = folder.resolve("improvers").toString();
        var alone = tree(printed(0, bettered(trains, "--json")));
        var helped = tree(printed(0, bettered(trains, "--json", "--improver", "reverse", "--improvers", improvers)));
        assertThat(helped.get("steps")).isEqualTo(alone.get("steps"));
        assertThat(printed(2, bettered(trains, "--improver", "cp-sat", "--improvers", improvers)))
                .contains("bin/improver cp-sat");
        assertThat(printed(2, bettered(trains, "--improver", "../x"))).contains("no improver");
        assertThat(printed(2, bettered(trains, "--improver", "reverse", "--plan", "p.json")))
                .contains("whole day");
    }

    private static String[] bettered(String trains, String... more) {
        return Stream.concat(
                        Stream.of("yard", "schedule", "--station", "khorgos", "--trains", trains, "--rounds", "20"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** Advises the last train first. */
    public static final class Reverse implements DayImprover {

        @Override
        public String name() {
            return "reverse";
        }

        @Override
        public DayAdvice advise(DayQuestion question, DayPlan plan, double seconds) {
            var end = plan.steps().get(plan.steps().size() - 1).end();
            var begins = plan.steps().stream()
                    .map(s -> new DayAdvice.Begin(
                            s.trainId(), s.stage(), s.part(), end.plus(Duration.between(s.begin(), end))))
                    .toList();
            return new DayAdvice(begins, 0, List.of());
        }
    }

    private static int schedule(String trains, String option, String value) {
        return Tongdao.run("yard", "schedule", "--station", "khorgos", "--trains", trains, option, value);
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
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
            assertThat(Tongdao.run(args))
                    .as(() -> bytes.toString(StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
