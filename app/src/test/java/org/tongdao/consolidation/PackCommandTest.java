package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return new PackTool(out, err).run(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static final String PROBLEM = """
            {"id":"demo","containers":[{"type":"40HC","cost":3000}],
             "cargo":[{"id":"A","length_mm":600,"width_mm":400,"height_mm":400,"quantity":40,"gross_kg":12,"stop":1},
                      {"id":"B","length_mm":800,"width_mm":600,"height_mm":500,"quantity":10,"gross_kg":60,"stop":1,"most_on_top_kg":200}%s]}
            """;

    @Test
    void aProblemWithRulesIsLoadedAndItsCertificateIsJudgedAlone() throws IOException {
        var problem = file("p.json", PROBLEM.formatted(""));
        assertThat(run(problem, "--format", "json", "--nodes", "60", "--json"))
                .as(err.toString())
                .isZero();
        var plan = file("plan.json", out.toString());
        assertThat(out.toString()).contains("\"eccentricityX\"", "\"costPerM3\"");
        assertThat(run("check", plan)).isZero();
        assertThat(out.toString()).contains("1 containers, 50 boxes, in order");
        var moved = file("moved.json", Files.readString(Path.of(plan)).replaceFirst("\"dx\" : \\d+", "\"dx\" : 1"));
        assertThat(run("check", moved)).isEqualTo(1);
        assertThat(out.toString()).contains("LOAD-ORIENTATION");
    }

    @Test
    void aPlanOfWhichAPartIsMissingIsNoPlanAndSaysWhichPart() throws IOException {
        run(file("p.json", PROBLEM.formatted("")), "--format", "json", "--nodes", "60", "--json");
        var plan = out.toString();
        for (var part : List.of("sorting", "strength", "boxes", "offer", "rules", "sizesMm", "cargo")) {
            var less = file("less.json", plan.replaceFirst("\"" + part + "\" : (?=[\\[{])", "\"gone\" : "));
            assertThat(run("check", less)).as(part).isEqualTo(2);
            assertThat(err.toString()).contains("is no whole plan: ", "'" + part + "'");
            assertThat(run("sheet", less)).as(part).isEqualTo(2);
        }
        var empty = plan.replaceFirst("\"boxes\" : \\[ ", "\"boxes\" : [ null, ");
        assertThat(run("check", file("null.json", empty))).isEqualTo(2);
        var flat = plan.replaceFirst("\"upright\" : \\[ true, ", "\"upright\" : [ ");
        assertThat(run("check", file("flat.json", flat))).isEqualTo(2);
        assertThat(err.toString()).contains("cargo A needs three of sizesMm and upright");
        var br =
                "{\"problem\":1,\"container\":{\"length\":9,\"width\":9,\"height\":9},\"placements\":[],\"types\":[%s]}";
        assertThat(run("check", file("br.json", br.formatted("{\"id\":1,\"quantity\":1}"))))
                .isEqualTo(2);
        assertThat(run("check", file("br.json", br.formatted("null")))).isEqualTo(2);
        assertThat(run("check", file("br.json", br.formatted("")))).isZero();
    }

    @Test
    void roomIsKeptFreeAndWhatLiesOutsideIsNamed() throws IOException {
        var room = """
                {"id":"r","containers":[{"type":"20GP"}],"rules":{"max_eccentricity":1,"max_half_share":1},
                 "cargo":[{"id":"A","length_mm":1000,"width_mm":1000,"height_mm":1000,"quantity":20,"gross_kg":50}],
                 "reserved":[{"x":%d,"y":0,"z":0,"dx":%d,"dy":2352,"dz":2393}]}
                """;
        assertThat(run(
                        file("r.json", room.formatted(3000, 2898)),
                        "--format",
                        "json",
                        "--into",
                        "one",
                        "--nodes",
                        "20"))
                .isZero();
        assertThat(out.toString()).contains("12 boxes", "LEFT-ROOM  A  8 of 20");
        var faults = Map.of(
                room.formatted(5898, 10),
                "begins outside the first container of 5898×2352×2393 mm",
                room.formatted(10, Integer.MAX_VALUE),
                "up to 100,000");
        for (var fault : faults.entrySet()) {
            assertThat(run(file("out.json", fault.getKey()), "--format", "json", "--into", "one", "--nodes", "20"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains("20 boxes");
            assertThat(err.toString()).contains(fault.getValue());
        }
    }

    @Test
    void aPlanIsPrintedForTheCrewWithListLayersAndFaults() throws IOException {
        var problem = file("p.json", PROBLEM.formatted(""));
        run(problem, "--format", "json", "--nodes", "60", "--json");
        var plan = file("plan.json", out.toString());
        assertThat(run("sheet", plan, "--lang", "en")).as(err.toString()).isZero();
        var printed = text(folder.resolve("plan.pdf"));
        assertThat(printed).contains("demo-1", "Loading list 1 / 1", "Layer 1 / ", "in order");
        assertThat(run("sheet", plan, "--out", folder.resolve("zh.pdf").toString()))
                .isZero();
        assertThat(text(folder.resolve("zh.pdf"))).contains("装箱清单", "独立校核：合格");
        var moved = file("moved.json", Files.readString(Path.of(plan)).replaceFirst("\"dx\" : \\d+", "\"dx\" : 1"));
        assertThat(run("sheet", moved, "--lang", "en", "--json")).isEqualTo(1);
        assertThat(text(folder.resolve("moved.pdf"))).contains("AGAINST THE RULES");
        assertThat(run("sheet", problem)).isEqualTo(2);
        assertThat(run("sheet", plan, "--lang", "fr")).isEqualTo(2);
    }

    private static String text(Path pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void aFaultyCargoIsNamedAndTheRestIsLoaded() throws IOException {
        var bad =
                ",{\"id\":\"Z\",\"length_mm\":-3,\"width_mm\":1,\"height_mm\":1},{\"id\":\"A\",\"length_mm\":9,\"width_mm\":9,\"height_mm\":9},"
                        + "{\"id\":\"U\",\"length_mm\":9,\"width_mm\":9,\"height_mm\":9,\"upright\":\"L\",\"this_side_up\":true},"
                        + "{\"id\":\"LONG\",\"length_mm\":13000,\"width_mm\":9,\"height_mm\":9}";
        assertThat(run(file("p.json", PROBLEM.formatted(bad)), "--format", "json", "--nodes", "60"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("PACK-SIZE", "length_mm -3", "PACK-ID", "PACK-FLAGS");
        assertThat(out.toString()).contains("LEFT-SIZE", "50 boxes");
    }

    @Test
    void rulesContainersAndStandingBoxesThatCannotBeAreNamed() throws IOException {
        var bad = """
                {"id":"b","containers":[{"type":"45HC"},{"type":"99XX"},{"type":"40HC","cost":"cheap"},{"type":"20GP","available":0}],
                 "cargo":[{"id":"A","length_mm":500,"width_mm":500,"height_mm":500,"quantity":4,"gross_kg":50,"wieght":3}],
                 "rules":{"objective":"beauty","support":2,"max_per_metre_kg":"lots","whole_groups":true,"aprat":[]},
                 "reserved":[{"x":-5,"y":0,"z":0,"dx":0,"dy":100,"dz":100}]}
                """;
        assertThat(run(file("bad.json", bad), "--format", "json", "--nodes", "20"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "PACK-CONTAINER  bad.json  {\"type\":\"99XX\"}",
                        "containers[2].cost \"cheap\"",
                        "\"available\":0",
                        "PACK-FIELD  bad.json [cargo 1]  wieght",
                        "PACK-RULE  bad.json  objective beauty",
                        "PACK-RULE  bad.json  support 2",
                        "max_per_metre_kg \"lots\"",
                        "PACK-KIND  bad.json  whole_groups",
                        "PACK-RULE  bad.json  aprat",
                        "PACK-RESERVED  bad.json  {\"x\":-5");
        assertThat(out.toString()).contains("45HC", "4 boxes", "checked, in order");
    }

    @Test
    void aHalfLoadedContainerIsFilledUpAndWhatCannotStandThereIsNamed() throws IOException {
        var half = """
                {"id":"h","containers":[{"type":"20GP"}],"rules":{"max_eccentricity":1,"max_half_share":1},
                 "cargo":[{"id":"A","length_mm":500,"width_mm":500,"height_mm":500,"quantity":6,"gross_kg":50},
                          {"id":"old","length_mm":600,"width_mm":500,"height_mm":500,"quantity":0,"gross_kg":50}],
                 "standing":[{"cargo":"old","x":%d,"y":0,"z":0,"dx":600,"dy":500,"dz":500}]}
                """;
        assertThat(run(file("half.json", half.formatted(0)), "--format", "json", "--nodes", "20"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("7 boxes", "0 cargoes left out");
        assertThat(run(file("out.json", half.formatted(5500)), "--format", "json", "--nodes", "20"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("PACK-STANDING  out.json  LOAD-OUTSIDE", "x=5500");
    }

    @Test
    void partsOfAMillimetreAndFilesWithoutRowsAreNamed() throws IOException {
        var csv = file(
                "parts.csv",
                "id,length_mm,width_mm,height_mm,quantity\nA,400.7,400,400,1\nB,400,400,400,1.5\nC,400,400,400,1\n");
        assertThat(run(csv, "--format", "csv", "--nodes", "10")).isEqualTo(1);
        assertThat(err.toString()).contains("parts.csv:2  length_mm 400.7", "parts.csv:3  quantity 1.5");
        assertThat(out.toString()).contains("1 boxes");
        assertThat(run(file("empty.csv", ""), "--format", "csv")).isEqualTo(2);
        assertThat(err.toString()).contains("PACK-SHORT  empty.csv");
        assertThat(run(file("junk.csv", "x\n"), "--format", "csv")).isEqualTo(2);
        assertThat(err.toString()).contains("PACK-SHORT  junk.csv");
    }

    @Test
    void rowsOfACsvFileGoIntoTheChosenContainers() throws IOException {
        var csv = file("boxes.csv", """
                id,length_mm,width_mm,height_mm,quantity,gross_kg,upright
                A,600,400,400,20,12,LWH
                B,600,400,x,20,12,H
                C,500,500,500,8,30,H
                """);
        assertThat(run(csv, "--format", "csv", "--container", "20GP", "--nodes", "40"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("PACK-LINE", "boxes.csv:3", "height_mm x");
        assertThat(out.toString()).contains("20GP", "28 boxes");
        assertThat(run(csv, "--format", "csv", "--container", "21GP")).isEqualTo(2);
    }

    @Test
    void manyContainersAreCountedOverAllProblemsOfAFile() throws IOException {
        var file = file("thp.txt", "2\n1\n10 10 10\n1\n1 5 1 5 1 5 1 17\n2\n10 10 10\n2\n1 4 1 4 1 4 1 9\n2 3 1 x\n");
        assertThat(run(file, "--format", "thpack9", "--all", "--nodes", "100")).isEqualTo(1);
        assertThat(out.toString()).contains("sum 5 containers");
        assertThat(err.toString()).contains("PACK-LINE");
    }

    @Test
    void equalNodesGiveEqualPlansWithAnyNumberOfThreads() throws IOException {
        var file = file("br.txt", "1\n1 7\n587 233 220\n2\n1 108 0 76 0 30 1 40\n2 110 0 43 1 25 1 33\n");
        assertThat(run(file, "--nodes", "30", "--json")).isZero();
        var one = out.toString().replaceAll("\"seconds\" : [0-9.E-]+", "");
        assertThat(run(file, "--nodes", "30", "--threads", "2", "--json")).isZero();
        assertThat(out.toString().replaceAll("\"seconds\" : [0-9.E-]+", "")).isEqualTo(one);
    }

    private static final String UNITS = """
            {"id":"units","containers":[{"type":"20GP"}],%s,
             "cargo":[{"id":"A","length_mm":400,"width_mm":300,"height_mm":250,"quantity":100,"gross_kg":8,"group":"KZ"},
                      {"id":"B","length_mm":300,"width_mm":200,"height_mm":150,"quantity":30,"gross_kg":3,"group":"DE"}]}
            """;

    @Test
    void cartonsGoOnPalletsAndPalletsIntoContainers() throws IOException {
        var problem = file("pallets.json", UNITS.formatted("\"pallet\":{\"type\":\"EUR\"}"));
        assertThat(run(problem, "--format", "json", "--nodes", "60", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("\"pallets\"", "\"interlock\"", "\"pallet 3\"", "\"count\" : 1,");
        var plan = file("plan.json", out.toString());
        assertThat(run("check", plan)).isZero();
        var moved = Files.readString(Path.of(plan));
        int at = moved.indexOf("\"pallets\"");
        moved = moved.substring(0, at) + moved.substring(at).replaceFirst("\"x\" : 0", "\"x\" : 1100");
        assertThat(run("check", file("moved.json", moved))).isEqualTo(1);
        assertThat(out.toString()).contains("LOAD-OUTSIDE");
    }

    @Test
    void parcelsGoIntoBagsByTheirGroupAndBagsIntoContainers() throws IOException {
        var problem = file("bags.json", UNITS.formatted("\"bag\":{\"max_gross_kg\":30,\"litres\":150}"));
        assertThat(run(problem, "--format", "json", "--nodes", "60"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("bag 1  DE  ", "  KZ  3 parcels", "1 containers", "checked, in order");
    }

    @Test
    void aPalletOrBagThatCannotBeIsNamed() throws IOException {
        var low = file("low.json", UNITS.formatted("\"pallet\":{\"max_height_mm\":100}"));
        assertThat(run(low, "--format", "json")).isEqualTo(2);
        assertThat(err.toString()).contains("PACK-UNIT", "max_height_mm 100");
        var odd = file("odd.json", UNITS.formatted("\"bag\":{\"max_gross_kg\":\"thirty\"}"));
        assertThat(run(odd, "--format", "json")).isEqualTo(2);
        assertThat(err.toString()).contains("max_gross_kg thirty");
    }

    @Test
    void aPlanThatBringsItsOwnImpossibleRulesIsNotBelieved() throws IOException {
        run(file("p.json", PROBLEM.formatted("")), "--format", "json", "--nodes", "60", "--json");
        var plan = out.toString();
        var faults = Map.of(
                "\"support\" : 1.0", "\"support\" : -1",
                "\"maxEccentricity\" : 0.05", "\"maxEccentricity\" : \"NaN\"",
                "\"maxHalfShare\" : 0.6", "\"maxHalfShare\" : 7",
                "\"grossG\" : 12000", "\"grossG\" : -12000",
                "\"quantity\" : 40", "\"quantity\" : -1",
                "\"sizesMm\" : [ 600,", "\"sizesMm\" : [ 2147483647,",
                "\"mostOnTopG\" : 200000", "\"mostOnTopG\" : -5",
                "\"x\" : 0", "\"x\" : 0.5",
                "\"dy\" : ", "\"dyy\" : ");
        faults.forEach((good, bad) -> {
            assertThat(plan).contains(good);
            err.getBuffer().setLength(0);
            assertThat(run("check", written(plan.replace(good, bad)))).as(bad).isEqualTo(2);
            assertThat(err.toString()).as(bad).contains("is no whole plan: ").doesNotContain("DeserializationFeature");
        });
        run("check", written(plan.replace("\"dy\" : ", "\"dyy\" : ")));
        assertThat(err.toString()).containsPattern("boxes\\[0]\\.dy is missing");
    }

    private String written(String text) {
        try {
            return file("tampered.json", text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final String BR = """
            {"problem":1,"support":"full","boxes":1,"utilisation":0.024,"container":{"length":10,"width":10,"height":10},
             "types":[{"id":1,"sizes":[4,3,2],"upright":[true,true,true],"quantity":3}],
             "placements":[{"type":1,"x":0,"y":0,"z":0,"dx":4,"dy":3,"dz":2}]}
            """;

    @Test
    void whatAPlanSaysOfItselfIsCountedAnew() {
        assertThat(run("check", written(BR))).as(out.toString()).isZero();
        assertThat(run("check", written(BR.replace("0.024", "0.99")))).isEqualTo(1);
        assertThat(out.toString()).contains("PACK-FIGURE", "utilisation 0.99", "Counted anew it is 0.024");
        assertThat(run("check", written(BR.replace("\"boxes\":1", "\"boxes\":9"))))
                .isEqualTo(1);
        assertThat(run("check", written(BR.replace("\"support\":\"full\",", ""))))
                .isZero();
        assertThat(out.toString()).contains("support not asked for, in order");
        for (var bad : List.of(
                BR.replace("\"full\"", "\"FULL\""),
                BR.replace("\"length\":10", "\"length\":0"),
                BR.replace("\"quantity\":3", "\"quantity\":-3"),
                BR.replace("\"x\":0", "\"x\":0.5"),
                BR.replace("[4,3,2]", "[4,3,\"2\"]"))) {
            assertThat(run("check", written(bad))).as(bad).isEqualTo(2);
        }
        assertThat(run("check", written(BR.replace("\"dx\":4,", "")))).isEqualTo(2);
        assertThat(err.toString()).contains("placements[0].dx is missing").doesNotContain("DeserializationFeature");
    }

    @Test
    void aParcelHeavierThanABagIsAPieceAndTravels() throws IOException {
        var cargo = """
                {"id":"b","bag":{},"containers":[{"type":"20GP"}],"rules":{"max_eccentricity":1,"max_half_share":1},
                 "cargo":[{"id":"P","length_mm":300,"width_mm":200,"height_mm":200,"quantity":3,"gross_kg":4,"group":"DE"},
                          {"id":"H","length_mm":500,"width_mm":400,"height_mm":300,"gross_kg":41,"group":"DE"}]}
                """;
        assertThat(run(file("heavy.json", cargo), "--format", "json", "--nodes", "40"))
                .as(err + " " + out)
                .isZero();
        assertThat(out.toString())
                .contains("a piece of its own, heavier than the 30.0 kg of a bag", "2 boxes")
                .doesNotContain("BAG-WEIGHT");
    }
}
