package org.tongdao.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
        assertThat(falseFigures(text(plan), "boxes_t", "gross_t", "length_m", "worth"))
                .isEqualTo(4);
        var doubled = Files.readString(Path.of(plan)).replaceFirst("YARD\\d{6}", "YARD999999");
        assertThat(run("check", file("bad.json", doubled))).isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-BOX");
    }

    private static String text(String plan) throws IOException {
        return Files.readString(Path.of(plan));
    }

    /** How many of these members are seen when they say 1, 2 or nothing that is a number. */
    private int falseFigures(String plan, String... names) throws IOException {
        int seen = 0;
        for (var name : names) {
            boolean all = true;
            for (var wrong : java.util.List.of("1", "2.5", "\"long\"")) {
                var bad = plan.replaceFirst("(\"" + name + "\" : )[0-9.]+", "$1" + wrong);
                assertThat(bad).as(name).isNotEqualTo(plan);
                all &= run("check", file("figure.json", bad)) == 1
                        && out.toString().contains("TRAIN-FIGURE  train  " + name + " " + wrong);
            }
            seen += all ? 1 : 0;
        }
        return seen;
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

    @Test
    void wagonsAreChosenFromAPoolAndTheCertificateIsJudgedAlone() throws IOException {
        var yard = file("pool.json", """
                {"gauge_mm":1435,
                 "wagon_pool":[{"model":"X70","available":3,"cost":10},{"model":"Sggmrss(90')","available":1,"cost":15},
                  {"model":"13-470","available":5},{"model":"BX70B","available":2},{"model":"X4K","available":"two"}],
                 "containers":[{"no":"A","type":"45HC","gross_kg":20000,"route":"WAW"},
                  {"no":"B","type":"45HC","gross_kg":18000,"route":"WAW"},
                  {"no":"C","type":"45HC","gross_kg":18000,"route":"WAW"},
                  {"no":"D","type":"40HC","gross_kg":24000,"route":"WAW"}]}""");
        assertThat(run("plan", yard)).isEqualTo(1);
        assertThat(err.toString()).contains("13-470 runs on 1520 mm", "tare of BX70B", "available is 1 to 10000");
        assertThat(out.toString())
                .contains("Sggmrss(90')", "B, C", "left  A  TRAIN-WAGONS  20.0 t", "cost 25", "worth 60 of at most 60");
        assertThat(run("plan", yard, "--json")).isEqualTo(1);
        var plan = out.toString();
        assertThat(plan).contains("\"models\"", "\"leastCost\"");
        assertThat(run("check", file("plan.json", plan))).isZero();
        assertThat(run("check", file("bad.json", plan.replace("\"model\" : \"X70\",", "\"model\" : \"none\","))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-POOL");
        assertThat(falseFigures(plan, "boxes_t", "length_m", "cost", "worth")).isEqualTo(4);
    }

    @Test
    void eachFaultOfAYardIsNamedWithItsLineAndValue() throws IOException {
        var yard = file("faults.json", """
                {"gauge_mm":1000,"unloading":["WAW"],"limits":{"max_boxes_t":"much"},
                 "containers":[
                  {"no":"A","type":"40HC","gross_kg":0,"route":"WAW"},
                  {"no":"B","type":"40HC","gross_kg":"heavy","route":"WAW"},
                  {"no":"C","type":"40HC","gross_kg":9000,"route":"LON"},
                  {"no":"D","type":"40HC","gross_kg":9000,"route":"WAW","priority":99},
                  {"no":"E","type":"40HC","gross_kg":9000,"route":"WAW","worth":"dear"},
                  "F",
                  {"no":"G","type":"40HC","gross_kg":9000,"route":"WAW"}]}""");
        assertThat(run("plan", yard)).isEqualTo(1);
        assertThat(err.toString().lines())
                .anyMatch(l -> l.startsWith("TRAIN-GAUGE") && l.contains("1000"))
                .anyMatch(l -> l.startsWith("TRAIN-LIMIT") && l.contains("much"))
                .anyMatch(l -> l.startsWith("TRAIN-WEIGHT") && l.contains("3") && l.contains("A 0"))
                .anyMatch(l -> l.startsWith("TRAIN-WEIGHT") && l.contains("4") && l.contains("heavy"))
                .anyMatch(l -> l.startsWith("TRAIN-ROUTE") && l.contains("5") && l.contains("C LON"))
                .anyMatch(l -> l.startsWith("TRAIN-PRIORITY") && l.contains("6") && l.contains("99"))
                .anyMatch(l -> l.startsWith("TRAIN-WORTH") && l.contains("7") && l.contains("dear"))
                .anyMatch(l -> l.startsWith("TRAIN-ROW") && l.contains("8") && l.contains("F"));
        assertThat(out.toString()).contains("G", "1 wagons", "worth 20 of at most 20");
        assertThat(run("plan", file("empty.json", "{}"))).isEqualTo(1);
        assertThat(err.toString()).contains("TRAIN-FILE");
    }

    @Test
    void aByteOrderMarkIsNoFaultAndWhatIsNoTextIsNamed() throws IOException {
        var yard = """
                {"containers":[{"no":"A","type":"40HC","gross_kg":9000,"route":"WAW"}]}""";
        assertThat(run("plan", file("marked.json", "\uFEFF" + yard)))
                .as(err.toString())
                .isZero();
        var wide = Files.writeString(folder.resolve("wide.json"), yard, StandardCharsets.UTF_16);
        assertThat(run("plan", wide.toString())).isEqualTo(2);
        assertThat(run("check", wide.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("wide.json is UTF-16", "save it as UTF-8")
                .doesNotContain("Exception");
        assertThat(run("plan", file("twice.json", "{\"containers\":[],\"containers\":[]}")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("\"containers\"", "given twice");
    }

    private static final String POOL = """
            {"gauge_mm":1435,"unloading":["A"],
             "wagon_pool":[{"model":"X4K","available":-2},{"model":"nope","available":2},{"model":"X70","available":3,"cost":"x"}%s],
             "containers":[{"no":"A1","type":"45HC","gross_kg":24000,"route":"A"}]}""";

    @Test
    void aGoodRowOfThePoolIsUsedWhateverStoodBeforeIt() throws IOException {
        var good = ",{\"model\":\"X4K\",\"available\":2},{\"model\":\"X4K\",\"available\":1}";
        assertThat(run("plan", file("pool.json", POOL.formatted(good)))).isEqualTo(1);
        assertThat(out.toString()).contains("X4K", "A1");
        assertThat(err.toString().lines().filter(l -> l.startsWith("TRAIN-WAGON")))
                .hasSize(4);
        assertThat(err.toString()).contains("Give each model of data/corridor/wagons.csv once");
    }

    @Test
    void aPoolOfWhichNoWagonCanBeUsedPlansNoTrainOfOthers() throws IOException {
        for (var yard : java.util.List.of(POOL.formatted(""), "{\"wagon_pool\":[],\"containers\":[]}")) {
            err.getBuffer().setLength(0);
            assertThat(run("plan", file("pool.json", yard))).isEqualTo(1);
            assertThat(out.toString()).isEmpty();
            assertThat(err.toString()).contains("TRAIN-WAGON  pool.json  wagon_pool  No wagon of it can be used");
        }
        var plan =
                "{\"wagons\":[{\"model\":\"X70\",\"position\":1,\"route\":\"A\",\"containers\":[\"A1\"]}],\"yard\":%s}";
        assertThat(run("check", file("plan.json", plan.formatted(POOL.formatted("")))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-POOL");
    }

    @Test
    void membersNobodyKnowsAreNamedAndTheContainersTravel() throws IOException {
        var yard = file("names.json", """
                {"gauge_mm":1435,"next_arrival":"2026-12-20T00:00:00Z","unloading":"WAW","limits":{"max_40ft":20},
                 "wagon_pool":[{"model":"X70","available":3,"prize":10}],
                 "containers":[{"no":"A","type":"40HC","gross_kg":20000,"route":"WAW","prioritty":3}]}""");
        assertThat(run("plan", yard)).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "TRAIN-FIELD  names.json  next_arrival \"2026-12-20T00:00:00Z\"",
                        "Maybe next_arrives is meant. Known are ",
                        "TRAIN-FIELD  names.json  unloading \"WAW\"  Give a list",
                        "TRAIN-LIMIT  names.json  limits.max_40ft 20",
                        "Maybe max_40ft_t is meant",
                        "TRAIN-FIELD  names.json  wagon_pool.prize 10",
                        "TRAIN-FIELD  names.json:3 [container 1]  prioritty 3",
                        "Maybe priority is meant");
        assertThat(out.toString()).contains("1 wagons");
        var due = """
                {"containers":[{"no":"A","type":"40HC","gross_kg":20000,"route":"WAW","due":{"at":3}}]}""";
        assertThat(run("plan", file("due.json", due))).isEqualTo(1);
        assertThat(err.toString()).contains("TRAIN-TIME  due.json  due {\"at\":3}");
        var only = """
                {"containers":[{"no":"A","type":"40HC","gross_kg":20000,"route":"WAW","seal":3}]}""";
        assertThat(run("plan", file("extra.json", only))).isZero();
    }

    private static final String YARD = """
            {"gauge_mm":1435,"unloading":["MAL","WAW"],"containers":[
              {"no":"A","type":"40HC","gross_kg":20000,"route":"WAW"},{"no":"B","type":"40HC","gross_kg":20000,"route":"MAL"},
              {"no":"C","type":"20GP","gross_kg":9000,"route":"MAL"},{"no":"D","type":"20GP","gross_kg":9500,"route":"MAL"}]%s}
            """;

    private static final String PLAN = """
            {"worth":%d,"wagonCount":3,"wagons":[{"position":1,"route":"%s","containers":["A"]},{"position":2,"route":"MAL","containers":["B"]},
              {"position":3,"route":"MAL","containers":["C","D"]}%s],"leftOut":[],"yard":%s}
            """;

    @Test
    void aTrainIsCheckedAgainstWhatItsPlanClaims() throws IOException {
        var yard = YARD.formatted("");
        assertThat(run("check", file("good.json", PLAN.formatted(60, "WAW", "", yard))))
                .as(out.toString())
                .isZero();
        assertThat(run("check", file("worth.json", PLAN.formatted(61, "WAW", "", yard))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-FIGURE", "worth 61", "Counted anew it is 60");
        assertThat(run("check", file("route.json", PLAN.formatted(60, "MAL", "", yard))))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Its containers go to WAW");
        var position = PLAN.formatted(60, "WAW", "", yard).replace("\"position\":2", "\"position\":7");
        assertThat(run("check", file("position.json", position))).isEqualTo(1);
        assertThat(out.toString()).contains("position 7");
        var empty = PLAN.formatted(60, "WAW", ",{\"position\":4,\"containers\":[]},5", yard);
        assertThat(run("check", file("empty.json", empty))).isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-WAGON-FEET  wagon 4", "TRAIN-WAGON-FEET  wagon 5");
        var turned = PLAN.formatted(60, "WAW", "", yard.replace("\"MAL\",\"WAW\"", "\"WAW\",\"MAL\""));
        assertThat(run("check", file("turned.json", turned))).isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-ORDER  wagon 2  MAL");
    }

    @Test
    void aTrainIsNotJudgedByAYardWhoseLimitsCannotBeRead() throws IOException {
        for (var fault : java.util.Map.of(
                        ",\"limits\":{\"max_40ft_t\":-1}", "TRAIN-LIMIT", ",\"departs\":\"yesterday\"", "TRAIN-TIME")
                .entrySet()) {
            var plan = PLAN.formatted(60, "WAW", "", YARD.formatted(fault.getKey()));
            assertThat(run("check", file("yard.json", plan))).isEqualTo(1);
            assertThat(out.toString()).contains(fault.getValue());
        }
        var gauge = PLAN.formatted(60, "WAW", "", YARD.formatted("").replace("1435", "1000"));
        assertThat(run("check", file("gauge.json", gauge))).isEqualTo(1);
        assertThat(out.toString()).contains("TRAIN-GAUGE");
    }
}
