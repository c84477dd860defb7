package org.tongdao.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.loading.ContainerType;
import org.tongdao.loading.LoadRules;
import org.tongdao.terms.Finding;

/** No member of a problem in JSON is passed over in silence, wherever it stands. */
class PackMembersTest {

    private static final String PROBLEM = """
            {"containers":[{"type":"20GP"}%s],"cargo":[{"id":"a","length_mm":600,"width_mm":400,"height_mm":400,"quantity":10}]%s}""";

    private static List<String> told(LoadProblemFile read) {
        return read.findings().stream().map(PackMembersTest::text).toList();
    }

    private static String text(Finding f) {
        return f.rule() + " " + f.value() + " | " + f.maybe();
    }

    private static LoadProblemFile read(String containers, String members) {
        return LoadProblemFile.json("p.json", PROBLEM.formatted(containers, members));
    }

    private static void assertTold(List<String> told, String... beginnings) {
        assertThat(told).as(told.toString()).hasSize(beginnings.length);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(told.get(i)).startsWith(beginnings[i]);
        }
    }

    @Test
    void aSoundProblemIsReadWithoutAWord() {
        assertThat(read("", "").findings()).isEmpty();
        assertThat(read("", ",\"id\":7,\"rules\":null,\"pallet\":{}").findings())
                .isEmpty();
    }

    @Test
    void membersOfTheOutermostObjectAreNamedAndTheProblemIsSolved() {
        var read = read("", ",\"rule\":{\"support\":0.5},\"reserve\":[],\"standing\":{},\"rules\":[]");
        assertTold(
                told(read),
                "PACK-FIELD rule {\"support\":0.5} | No such member is known; it is not regarded. Maybe rules is meant. Known are bag, ",
                "PACK-FIELD reserve [] | No such member is known; it is not regarded. Maybe reserved is meant.",
                "PACK-FIELD standing {} | Give a list",
                "PACK-FIELD rules [] | Give an object");
        assertThat(read.findings()).allMatch(Finding::stops);
        assertThat(read.problem()).isPresent();
    }

    @Test
    void membersOfContainersAreNamedByTheirPathAndTheOthersAreUsed() {
        var read = read("""
                ,{"type":"40HC","cot":4},{"length_mm":2000.7,"width_mm":2000,"height_mm":"2000","max_gross_kg":"abc","available":1.5},
                {"type":"40HC","max_gross_kg":3000},{"length_mm":2000000000,"width_mm":2000,"height_mm":2000},"20GP",
                {"length_mm":2000,"width_mm":2000,"height_mm":100000}""", "");
        assertTold(
                told(read),
                "PACK-FIELD containers[1].cot 4 | No such member is known; it is not regarded. Maybe cost is meant.",
                "PACK-CONTAINER containers[2].length_mm 2000.7 | Give a whole number",
                "PACK-CONTAINER containers[2].height_mm \"2000\" | Give a whole number, not in quotes.",
                "PACK-CONTAINER containers[2].max_gross_kg \"abc\" | Give a number",
                "PACK-CONTAINER containers[2].available 1.5 | Give a whole number",
                "PACK-CONTAINER containers[3].max_gross_kg 3000 | It goes with length_mm",
                "PACK-CONTAINER {\"length_mm\":2000000000",
                "PACK-CONTAINER \"20GP\" | Name a type");
        assertThat(read.problem().orElseThrow().fleet()).hasSize(3);
    }

    @Test
    void aDoorAndAnObjectiveAreRead() {
        var box =
                ",{\"length_mm\":2000,\"width_mm\":2000,\"height_mm\":2000,\"door_width_mm\":1900,\"door_height_mm\":9999}";
        var problem = read(box, ",\"rules\":{\"objective\":\"cost_per_parcel\"}")
                .problem()
                .orElseThrow();
        assertThat(problem.fleet().get(1).type().door()).isEqualTo(new ContainerType.Door(1900, 2000));
        assertThat(problem.rules().objective()).isEqualTo(LoadRules.Objective.COST_PER_PARCEL);
        assertTold(
                told(read(box.replace("1900", "0"), ",\"rules\":{\"objective\":\"cost\"}")),
                "PACK-CONTAINER {\"length_mm\":2000",
                "PACK-RULE objective cost | Known: cost_per_m3, cost_per_parcel, value, volume; volume is taken.");
    }

    @Test
    void aMemberThatIsGivenTwiceIsNamedWithItsLine() {
        var read = read("", ",\n\"cargo\":[]");
        assertTold(told(read), "PACK-LINE Duplicate Object property \"cargo\" | The member is given twice");
        assertThat(read.findings().get(0).place().line()).isEqualTo(2);
        assertThat(read.problem()).isEmpty();
    }

    @Test
    void listsAndRulesOfAnotherKindAreNamed() {
        var read = read("", """
                ,"rules":{"objective":{},"apart":"never"},"reserved":[{"x":0,"y":0,"z":0,"dx":9,"dy":9,"dz":9,"hight":9}]""");
        assertTold(told(read), "PACK-RULE apart \"never\"", "PACK-RULE objective {}", "PACK-FIELD reserved.hight 9");
        var noList = LoadProblemFile.json("p.json", "{\"containers\":[{\"type\":\"20GP\"}],\"cargo\":{\"id\":5}}");
        assertTold(told(noList), "PACK-FIELD cargo {\"id\":5} | Give a list", "PACK-SHORT");
    }

    private static List<String> unit(String member, String json) {
        var findings = new ArrayList<Finding>();
        var reader = new UnitReader("p.json", json, findings);
        assertThat(reader.has(member)).isTrue();
        boolean read = member.equals("pallet")
                ? reader.pallet().isPresent()
                : reader.bag().isPresent();
        assertThat(read).isEqualTo(findings.stream().noneMatch(f -> f.rule().equals("PACK-UNIT")));
        return findings.stream().map(PackMembersTest::text).toList();
    }

    @Test
    void aPalletOrBagOfAnotherKindOrBesideEachOtherIsNamed() {
        assertTold(unit("pallet", "{\"pallet\":true}"), "PACK-UNIT pallet true | Give an object");
        assertTold(unit("pallet", "{\"pallet\":{\"type\":[5]}}"), "PACK-UNIT pallet.type [5] | Give EUR");
        assertTold(unit("bag", "{\"bag\":[]}"), "PACK-UNIT bag [] | Give an object");
        assertTold(unit("pallet", "{\"pallet\":{},\"bag\":{}}"), "PACK-UNIT pallet, bag | Give one of them");
        assertTold(
                unit("pallet", "{\"pallet\":{\"lenght_mm\":900}}"),
                "PACK-FIELD pallet.lenght_mm 900 | No such member is known; it is not regarded. Maybe length_mm is meant.");
        assertTold(
                unit("bag", "{\"bag\":{\"length_mm\":600.5,\"litres\":[150]}}"),
                "PACK-UNIT litres [150] | A number",
                "PACK-UNIT length_mm 600.5 | A whole number");
        assertThat(unit("bag", "{\"bag\":{}}")).isEmpty();
    }
}
