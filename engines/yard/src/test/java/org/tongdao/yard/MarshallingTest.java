package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class MarshallingTest {

    private static final MarshallingRules KZ = table().find("kz_1520").orElseThrow();

    private static MarshallingRules.Table table() {
        return MarshallingRules.read("marshalling.csv", Days.lines("marshalling"));
    }

    private static OnwardWagon wagon(String no, int... boxes) {
        var on = new ArrayList<OnwardWagon.OnwardBox>();
        for (int i = 0; i < boxes.length; i++) {
            on.add(new OnwardWagon.OnwardBox(no + "/" + i, boxes[i], "SM-" + no + i));
        }
        return new OnwardWagon(no, 1520, 4, 22_000, 60_000, 19_620, 40_000, on);
    }

    private static OnwardTrain train(OnwardWagon... wagons) {
        return new OnwardTrain("X1", List.of(wagons));
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void theShippedRulesHaveNoFindingsAndEachASource() {
        assertThat(table().findings()).isEmpty();
        assertThat(table().rules()).extracting(MarshallingRules::id).contains("kz_1520", "cre_1435", "eu_1435");
        assertThat(table().rules()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
        assertThat(table().find("moon")).isEmpty();
    }

    @Test
    void aTrainWithinEveryLimitPassesAllThreeOperations() {
        var wagons = new ArrayList<OnwardWagon>();
        for (int i = 0; i < 50; i++) {
            wagons.add(wagon("W" + i, 25_000));
        }
        var train = new OnwardTrain("X1", wagons);
        assertThat(Marshalling.check(train, KZ)).isEmpty();
        assertThat(train.grossKg()).isEqualTo(50 * 47_000L);
        assertThat(train.lengthMm()).isEqualTo(50 * 19_620L);
    }

    @Test
    void anAxleMayCarryItsLimitAndNotOneKilogramMore() {
        int most = 4 * KZ.maxAxleKg() - 22_000;
        var strong = new OnwardWagon("W", 1520, 4, 22_000, 200_000, 19_620, 60_000, box(most));
        assertThat(Marshalling.marshal(train(strong), KZ)).isEmpty();
        var heavy = new OnwardWagon("W", 1520, 4, 22_000, 200_000, 19_620, 60_000, box(most + 1));
        assertThat(rules(Marshalling.marshal(train(heavy), KZ))).containsExactly("MARSHAL-AXLE");
    }

    private static List<OnwardWagon.OnwardBox> box(int gross) {
        return List.of(new OnwardWagon.OnwardBox("B", gross, "SM"));
    }

    @Test
    void theSameWagonMayRunOnOneRailwayAndBeRefusedByAnother() {
        var wagon = new OnwardWagon("W", 1435, 4, 29_000, 106_000, 29_590, 80_000, box(62_500));
        var cre = table().find("cre_1435").orElseThrow();
        var eu = table().find("eu_1435").orElseThrow();
        assertThat(Marshalling.marshal(train(wagon), cre)).isEmpty();
        assertThat(rules(Marshalling.marshal(train(wagon), eu))).containsExactly("MARSHAL-AXLE");
        assertThat(rules(Marshalling.marshal(train(wagon), KZ))).containsExactly("MARSHAL-GAUGE");
    }

    @Test
    void payloadIsOfTheWagonAndNotOfTheRailway() {
        assertThat(rules(Marshalling.marshal(train(wagon("W", 30_000, 30_001)), KZ)))
                .containsExactly("MARSHAL-PAYLOAD");
        assertThat(Marshalling.marshal(train(wagon("W", 30_000, 30_000)), KZ)).isEmpty();
    }

    @Test
    void tooManyTooLongAndTooHeavyTrainsAreRefused() {
        var wagons = new ArrayList<OnwardWagon>();
        for (int i = 0; i <= KZ.maxWagons(); i++) {
            wagons.add(wagon("W" + i, 55_000));
        }
        assertThat(rules(Marshalling.marshal(new OnwardTrain("X1", wagons), KZ)))
                .containsExactly("MARSHAL-WAGONS", "MARSHAL-LENGTH");
        var light = new MarshallingRules("r", 1520, 23_500, 100_000, 3_000, 500, 33, "assumed", "test");
        assertThat(rules(Marshalling.marshal(train(wagon("A", 50_000), wagon("B", 50_000)), light)))
                .containsExactly("MARSHAL-WEIGHT");
    }

    @Test
    void aWagonTwiceAndATrainWithoutWagonsAreRefused() {
        assertThat(rules(Marshalling.marshal(train(wagon("A"), wagon("A"), wagon("A")), KZ)))
                .containsExactly("MARSHAL-TWICE");
        assertThat(rules(Marshalling.marshal(train(), KZ))).containsExactly("MARSHAL-EMPTY");
    }

    @Test
    void aBoxWithoutAReissuedNoteOrOnTwoWagonsStopsTheWaybills() {
        var bare = new OnwardWagon(
                "A", 1520, 4, 22_000, 60_000, 19_620, 40_000, List.of(new OnwardWagon.OnwardBox("B", 20_000, " ")));
        assertThat(rules(Marshalling.waybills(train(bare)))).containsExactly("WAYBILL-MISSING");
        var a = new OnwardWagon("A", 1520, 4, 22_000, 60_000, 19_620, 40_000, box(20_000));
        var b = new OnwardWagon("B", 1520, 4, 22_000, 60_000, 19_620, 40_000, box(20_000));
        var twice = Marshalling.waybills(train(a, b));
        assertThat(rules(twice)).containsExactly("WAYBILL-TWICE");
        assertThat(twice.get(0).maybe()).contains("wagon A");
    }

    @Test
    void theBrakeTestWantsEnoughBrakesAndOneAtTheEnd() {
        var cut = new OnwardWagon("B", 1520, 4, 22_000, 60_000, 19_620, 0, List.of());
        assertThat(rules(Marshalling.brakeTest(train(wagon("A"), cut), KZ))).containsExactly("BRAKE-LAST");
        assertThat(Marshalling.brakeTest(train(cut, wagon("A")), KZ)).isEmpty();
        var weak = new OnwardWagon("W", 1520, 4, 22_000, 60_000, 19_620, 10_000, box(40_000));
        assertThat(rules(Marshalling.brakeTest(train(weak), KZ))).containsExactly("BRAKE-WEIGHT");
        assertThat(Marshalling.brakeTest(train(), KZ)).isEmpty();
    }

    @Test
    void theThreeOperationsAreCheckedInTheOrderOfTheWork() {
        var bad = new OnwardWagon(
                "B", 1435, 4, 22_000, 10_000, 19_620, 0, List.of(new OnwardWagon.OnwardBox("B", 20_000, "")));
        assertThat(rules(Marshalling.check(train(bad), KZ)))
                .containsExactly("WAYBILL-MISSING", "MARSHAL-GAUGE", "MARSHAL-PAYLOAD", "BRAKE-WEIGHT", "BRAKE-LAST");
    }

    @Test
    void faultyRulesAreFindingsAndTheOthersAreThere() {
        var table = MarshallingRules.read(
                "r.csv",
                List.of(
                        MarshallingRules.HEADER,
                        "a,1520,23500,6000000,1050,71,33,assumed,somebody",
                        "a,1520,23500,6000000,1050,71,33,assumed,again",
                        "b,1520,1,6000000,1050,71,33,assumed,somebody",
                        "c,1520,heavy,6000000,1050,71,33,assumed,somebody",
                        "d,1520,23500",
                        "e,1520,23500,6000000,1050,71,33,guess,somebody",
                        "f,1520,23500,6000000,1050,71,33,assumed, "));
        assertThat(table.rules()).extracting(MarshallingRules::id).containsExactly("a");
        assertThat(rules(table.findings()))
                .containsExactly(
                        "RULES-TWICE", "RULES-VALUE", "RULES-VALUE", "RULES-COLUMNS", "RULES-MARK", "RULES-MARK");
        assertThat(rules(MarshallingRules.read("r.csv", List.of("x")).findings()))
                .containsExactly("RULES-HEADER");
    }

    @Test
    void impossibleWagonsAreErrorsOfTheProgram() {
        assertThatThrownBy(() -> new OnwardWagon("W", 1520, 1, 0, 0, 0, 0, List.of()))
                .hasMessageContaining("W");
        assertThatThrownBy(() -> new OnwardWagon.OnwardBox("B", -1, "")).hasMessageContaining("B");
    }
}
