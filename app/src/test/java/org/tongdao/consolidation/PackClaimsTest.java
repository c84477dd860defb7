package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongdao.loading.Cargo;
import org.tongdao.loading.ContainerOffer;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadProblem.Stowed;
import org.tongdao.terms.Size;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sound plan of containers is spoilt in what it says of itself, one claim at a time; {@code pack check} has to name each. */
class PackClaimsTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    private int run(String... args) {
        return new PackTool(out, out).run(args);
    }

    private ObjectNode made(String problem) throws IOException {
        var file = Files.writeString(folder.resolve("p.json"), problem).toString();
        run(file, "--format", "json", "--nodes", "30", "--json");
        return read();
    }

    private ObjectNode read() {
        return (ObjectNode) JsonMapper.shared().readTree(out.toString());
    }

    private String spoilt(ObjectNode plan, Consumer<ObjectNode> change) throws IOException {
        var copy = plan.deepCopy();
        change.accept(copy);
        var file = Files.writeString(folder.resolve("spoilt.json"), copy.toString());
        int code = run("check", file.toString());
        assertThat(code).as(out.toString()).isEqualTo(out.toString().endsWith("in order\n") ? 0 : 1);
        return out.toString();
    }

    static ObjectNode object(ObjectNode plan, String pointer) {
        return (ObjectNode) Objects.requireNonNull(plan.at(pointer));
    }

    static ArrayNode array(ObjectNode plan, String pointer) {
        return (ArrayNode) Objects.requireNonNull(plan.at(pointer));
    }

    private static final String PROBLEM = """
            {"id":"demo","containers":[{"type":"20GP","available":2,"cost":900}],"rules":{"max_eccentricity":1,"max_half_share":1},
             "cargo":[{"id":"A","length_mm":1100,"width_mm":1100,"height_mm":1100,"quantity":45,"gross_kg":70},
                      {"id":"B","length_mm":700,"width_mm":600,"height_mm":500,"quantity":4,"gross_kg":60}],
             "standing":[{"cargo":"B","x":0,"y":0,"z":0,"dx":700,"dy":600,"dz":500}]}
            """;

    @Test
    void aBoxOrAContainerThatIsGoneIsMissed() throws IOException {
        var plan = made(PROBLEM);
        assertThat(plan.path("leftOut").size()).isPositive();
        assertThat(spoilt(plan, p -> {})).endsWith("in order\n");
        assertThat(spoilt(plan, p -> array(p, "/containers/1/boxes").remove(0)))
                .contains("LOAD-MISSING  ", "1 boxes", "LOAD-FIGURE  container 2  boxes");
        assertThat(spoilt(plan, p -> array(p, "/containers/1/boxes").removeAll()))
                .contains("LOAD-MISSING  A");
        assertThat(spoilt(plan, p -> array(p, "/containers").remove(1)))
                .contains("LOAD-MISSING  A", "LOAD-FIGURE  plan  count 2", "2 figures");
        assertThat(spoilt(plan, p -> array(p, "/containers").removeAll()))
                .contains("LOAD-STANDING  B", "LOAD-MISSING  A");
    }

    @Test
    void whatStaysBehindIsToldAsItIs() throws IOException {
        var plan = made(PROBLEM);
        assertThat(spoilt(plan, p -> p.remove("leftOut"))).contains("LOAD-MISSING  A");
        assertThat(spoilt(plan, p -> p.put("leftOut", "nothing"))).contains("LOAD-LEFT  leftOut  \"nothing\"");
        assertThat(spoilt(plan, p -> object(p, "/leftOut/0").put("boxes", "99 of 1")))
                .contains("LOAD-LEFT  A  99 boxes", "LOAD-LEFT  A  of 1");
        assertThat(spoilt(plan, p -> object(p, "/leftOut/0").put("boxes", "a few")))
                .contains("LOAD-LEFT  leftOut", "a few", "LOAD-MISSING  A");
        assertThat(spoilt(plan, p -> object(p, "/leftOut/0").put("cargo", "nobody's")))
                .contains("LOAD-LEFT  nobody's", "LOAD-MISSING  A");
        assertThat(spoilt(plan, p -> array(p, "/leftOut").add(7))).contains("LOAD-LEFT  leftOut  7");
    }

    @Test
    void everyFigureIsCountedAnew() throws IOException {
        var plan = made(PROBLEM);
        for (var name : List.of("count", "cost", "costPerM3", "costPerBox")) {
            for (var wrong : List.of(0, 1)) {
                assertThat(spoilt(plan, p -> p.put(name, wrong))).contains("LOAD-FIGURE  plan  " + name + " " + wrong);
            }
            assertThat(spoilt(plan, p -> p.put(name, "much"))).contains("LOAD-FIGURE  plan  " + name + " \"much\"");
        }
        for (var name : object(plan, "/figures/0").propertyNames()) {
            assertThat(spoilt(plan, p -> object(p, "/figures/0").put(name, 77)))
                    .contains("LOAD-FIGURE  container 1  " + name + " 77", "Counted anew it is ");
        }
        assertThat(spoilt(plan, p -> array(p, "/figures").remove(0))).contains("LOAD-FIGURE  plan  1 figures");
        assertThat(spoilt(plan, p -> p.remove("figures"))).endsWith("in order\n");
    }

    @Test
    void aFileOfLoadPlansIsCountedAnewToo() throws IOException {
        var type = new ContainerType("20GP", new Size(5898, 2352, 2393), 2_230_000, 24_000_000);
        var bags = List.of(
                Cargo.of("b1", List.of(600, 400, 750), 1, 12_345), Cargo.of("b2", List.of(600, 400, 750), 1, 23_456));
        var boxes =
                List.of(new Stowed("b1", 2349, 976, 0, 600, 400, 750), new Stowed("b2", 2949, 976, 0, 600, 400, 750));
        var load = Stuffed.of(bags, ContainerOffer.any(type), boxes);
        var plan = (ObjectNode) JsonMapper.shared().readTree(LoadPlanFile.json("CONU1234567", "S1", load));
        assertThat(spoilt(plan, p -> {})).as(load.verdict().toString()).doesNotContain("LOAD-FIGURE", "LOAD-MISSING");
        assertThat(spoilt(plan, p -> array(p, "/containers/0/boxes").remove(1)))
                .contains("LOAD-MISSING  b2", "LOAD-FIGURE  plan  2 placements");
        for (var name : List.of("grossG", "fill", "eccentricityX", "eccentricityY", "type")) {
            assertThat(spoilt(plan, p -> p.put(name, 0.5))).contains("LOAD-FIGURE  plan  " + name + " 0.5");
        }
        for (var name : List.of("id", "x", "dz", "grossG")) {
            assertThat(spoilt(plan, p -> object(p, "/placements/1").put(name, 77)))
                    .contains("LOAD-FIGURE  placement 2  " + name + " 77");
        }
    }
}
