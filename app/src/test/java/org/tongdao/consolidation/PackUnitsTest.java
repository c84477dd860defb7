package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongdao.consolidation.PackClaimsTest.array;
import static org.tongdao.consolidation.PackClaimsTest.object;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sound plan of pallets or bags in containers is spoilt one fault at a time; {@code pack check} has to name each. */
class PackUnitsTest {

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();

    private int run(String... args) {
        return new PackTool(out, out).run(args);
    }

    private ObjectNode made(String member) throws IOException {
        var problem = """
                {"id":"units","containers":[{"type":"20GP"}],%s,"rules":{"max_eccentricity":1,"max_half_share":1},
                 "cargo":[{"id":"A","length_mm":400,"width_mm":300,"height_mm":250,"quantity":100,"gross_kg":8,"group":"KZ"},
                          {"id":"B","length_mm":300,"width_mm":200,"height_mm":150,"quantity":30,"gross_kg":3,"group":"DE"},
                          {"id":"H","length_mm":500,"width_mm":400,"height_mm":300,"gross_kg":41,"group":"DE"}%s]}
                """;
        var tooLong = member.contains("pallet")
                ? ",{\"id\":\"L\",\"length_mm\":1900,\"width_mm\":400,\"height_mm\":300,\"gross_kg\":4}"
                : "";
        var file = Files.writeString(folder.resolve("p.json"), problem.formatted(member, tooLong));
        run(file.toString(), "--format", "json", "--nodes", "30", "--json");
        return (ObjectNode) JsonMapper.shared().readTree(out.toString());
    }

    private String spoilt(ObjectNode plan, Consumer<ObjectNode> change) throws IOException {
        var copy = plan.deepCopy();
        change.accept(copy);
        var file = Files.writeString(folder.resolve("spoilt.json"), copy.toString());
        int code = run("check", file.toString());
        int expected =
                out.toString().endsWith("in order\n") ? 0 : out.toString().contains("no whole plan") ? 2 : 1;
        assertThat(code).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    @Test
    void palletsAreThoseOfTheContainersAndHoldWhatWasOffered() throws IOException {
        var plan = made("\"pallet\":{}");
        assertThat(plan.path("pallets").size()).isGreaterThan(2);
        assertThat(plan.path("notPut").size()).isOne();
        assertThat(spoilt(plan, p -> {})).endsWith("in order\n");
        assertThat(spoilt(plan, p -> array(p, "/pallets").remove(0)))
                .contains("UNIT-MISSING  pallet 1", "LOAD-MISSING  A");
        assertThat(spoilt(plan, p -> array(p, "/pallets").removeAll()))
                .contains("UNIT-MISSING  pallet 3", "LOAD-MISSING  B");
        assertThat(spoilt(plan, p -> array(p, "/pallets").add(p.at("/pallets/0").deepCopy())))
                .contains("UNIT-TWICE  pallet 1", "LOAD-QUANTITY  A");
        assertThat(spoilt(plan, p -> object(p, "/pallets/1").set("containers", p.at("/pallets/0/containers"))))
                .contains("LOAD-QUANTITY  A", "UNIT-TOLD  pallet 2");
        assertThat(spoilt(plan, p -> array(p, "/pallets/0/containers/0/boxes").remove(0)))
                .contains("LOAD-MISSING  A", "UNIT-TOLD  pallet 1  grossG ");
        assertThat(spoilt(plan, p -> p.remove("notPut"))).contains("LOAD-MISSING  L");
        assertThat(spoilt(plan, p -> array(p, "/input/cargo").remove(0)))
                .contains("UNIT-MISSING  pallet 1", "LOAD-CARGO  pallet 1");
    }

    @Test
    void palletsWeighAndMeasureWhatIsCountedAnew() throws IOException {
        var plan = made("\"pallet\":{}");
        for (var name : List.of("grossG", "heightMm")) {
            assertThat(spoilt(plan, p -> object(p, "/pallets/0").put(name, 1)))
                    .contains("UNIT-TOLD  pallet 1  " + name + " 1");
        }
        assertThat(spoilt(plan, p -> object(p, "/input/cargo/0").put("grossG", 1)))
                .contains("UNIT-TOLD  pallet 1  1 g, not ");
        assertThat(spoilt(plan, p -> array(p, "/input/cargo/0/sizesMm").set(2, 200)))
                .contains("UNIT-TOLD  pallet 1  Cargo");
        assertThat(spoilt(plan, p -> object(p, "/input/cargo/0/sorting").put("stop", 2)))
                .contains("UNIT-TOLD  pallet 1");
        assertThat(spoilt(plan, p -> object(p, "/pallets/0/sorting").put("group", "FR")))
                .contains("UNIT-OFFER  pallet 1  cargo");
        assertThat(spoilt(plan, p -> object(p, "/pallets/0/input/cargo/0").put("grossG", 1)))
                .contains("UNIT-OFFER  pallet 1  cargo");
        assertThat(spoilt(plan, p -> object(p, "/pallets/0/input/rules").put("support", 0.1)))
                .contains("UNIT-OFFER  pallet 1  rules");
        assertThat(spoilt(plan, p -> object(p, "/pallet").put("maxHeightMm", 1700)))
                .contains("UNIT-OFFER  pallet 1  fleet");
        assertThat(spoilt(plan, p -> object(p, "/pallet").put("deckMm", 150)))
                .contains("UNIT-TOLD  pallet 1  heightMm");
        for (var member : List.of("offered", "pallet")) {
            assertThat(spoilt(plan, p -> p.remove(member))).contains(member + " is missing");
        }
        assertThat(spoilt(plan, p -> object(p, "/pallet").put("tareG", -5))).contains("no pallet can be ");
        assertThat(spoilt(plan, p -> array(p, "/pallets/0/containers").removeAll()))
                .contains("pallet 1 has 0 loads");
    }

    @Test
    void bagsAreThoseOfTheContainersAndHoldEachParcelOnce() throws IOException {
        var plan = made("\"bag\":{}");
        assertThat(plan.path("bags").size()).isGreaterThan(4);
        assertThat(spoilt(plan, p -> {})).endsWith("in order\n");
        assertThat(spoilt(plan, p -> array(p, "/bags").remove(0))).contains("UNIT-MISSING  bag 1", "BAG-MISSING  B");
        assertThat(spoilt(plan, p -> array(p, "/bags").removeAll())).contains("UNIT-MISSING  bag 3", "BAG-MISSING  A");
        assertThat(spoilt(plan, p -> array(p, "/bags").add(p.at("/bags/0").deepCopy())))
                .contains("UNIT-TWICE  bag 1", "BAG-ITEM");
        assertThat(spoilt(plan, p -> array(p, "/bags/0/parcels").add("x"))).contains("BAG-ITEM  bag 1  x");
        assertThat(spoilt(plan, p -> array(p, "/bags/0/parcels").remove(0)))
                .contains("BAG-TOLD  bag 1", "BAG-MISSING", "UNIT-TOLD  bag 1");
        assertThat(spoilt(plan, p -> object(p, "/bags/1").set("parcels", p.at("/bags/0/parcels"))))
                .contains("BAG-ITEM  bag 2", "It is in two bags");
        for (var name : List.of("grossG", "volumeMm3")) {
            assertThat(spoilt(plan, p -> object(p, "/bags/0").put(name, 99_000)))
                    .contains("BAG-TOLD  bag 1  ");
        }
        assertThat(spoilt(plan, p -> object(p, "/bags/0/sorting").put("group", "FR")))
                .contains("UNIT-TOLD  bag 1");
        assertThat(spoilt(plan, p -> object(p, "/input/cargo/0").put("grossG", 1)))
                .contains("UNIT-TOLD  bag 1  1 g");
        assertThat(spoilt(plan, p -> object(p, "/offered/0").put("grossG", 25_000)))
                .contains("BAG-WEIGHT", "BAG-TOLD");
        for (var member : List.of("offered", "bag", "bags")) {
            assertThat(spoilt(plan, p -> p.remove(member))).contains(member + " is missing");
        }
        assertThat(spoilt(plan, p -> object(p, "/bag").put("maxGrossG", 3))).contains("no bag can be ");
        assertThat(spoilt(
                        plan,
                        p -> array(p, "/notPut").addObject().put("cargo", "A").put("boxes", "1 of 100")))
                .contains("LOAD-LEFT  A");
    }
}
