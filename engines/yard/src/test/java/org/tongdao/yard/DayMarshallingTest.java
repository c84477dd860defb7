package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

class DayMarshallingTest {

    private static final MarshallingRules RULES = MarshallingRules.read("marshalling.csv", Days.lines("marshalling"))
            .find("kz_1520")
            .orElseThrow();

    private static DayQuestion day(DayTrain... trains) {
        return DayQuestion.of(Days.layout("khorgos"), List.of(trains), Days.FROM);
    }

    private static DayTrain train(String id, int boxes, DayTrain.Inspection... inspections) {
        return new DayTrain(
                id, Days.at(1, 0), 1435, 1520, 700, boxes, 28_000, List.of(inspections), Optional.empty(), 1);
    }

    /** Each box of 28 t on a wagon of its own. */
    private static OnwardTrain made(String id, int boxes) {
        return new OnwardTrain(id, wagons(boxes, 14_620, 20_000));
    }

    private static List<OnwardWagon> wagons(int boxes, int lengthMm, int brakedKg) {
        var wagons = new ArrayList<OnwardWagon>();
        for (int i = 0; i < boxes; i++) {
            var box = new OnwardWagon.OnwardBox("B" + i, 28_000, "W" + i);
            wagons.add(new OnwardWagon("9" + i, 1520, 4, 21_000, 62_000, lengthMm, brakedKg, List.of(box)));
        }
        return wagons;
    }

    private static List<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).toList();
    }

    @Test
    void aTrainWhoseWagonsTheNextRailwayTakesIsInOrder() {
        assertThat(DayMarshalling.check(day(train("X1", 55)), List.of(made("X1", 55)), RULES))
                .isEmpty();
    }

    @Test
    void everyRuleOfTheNextRailwayIsAskedOfTheDay() {
        var weak = new OnwardTrain("X1", wagons(55, 14_620, 9_000));
        assertThat(rules(DayMarshalling.check(day(train("X1", 55)), List.of(weak), RULES)))
                .containsExactly("BRAKE-WEIGHT");
        var long_ = new OnwardTrain("X1", wagons(55, 25_620, 20_000));
        assertThat(rules(DayMarshalling.check(day(train("X1", 55)), List.of(long_), RULES)))
                .containsExactly("MARSHAL-LENGTH", "YARD-LENGTH");
    }

    @Test
    void onlyPulledBoxesMayBeMissing() {
        var question = day(train("X1", 10, new DayTrain.Inspection(3, true), new DayTrain.Inspection(4, false)));
        IntStream.of(9, 10)
                .forEach(boxes -> assertThat(DayMarshalling.check(question, List.of(made("X1", boxes)), RULES))
                        .isEmpty());
        IntStream.of(8, 11)
                .forEach(boxes -> assertThat(rules(DayMarshalling.check(question, List.of(made("X1", boxes)), RULES)))
                        .containsExactly("YARD-BOXES"));
    }

    @Test
    void wagonsOfAnUnknownTrainOrOfOneThatKeepsItsOwnAreFindings() {
        var question = day(train("X1", 10), train("X2", 0));
        assertThat(rules(DayMarshalling.check(question, List.of(made("X9", 10), made("X2", 10)), RULES)))
                .containsExactly("YARD-TRAIN", "YARD-TRAIN");
    }

    @Test
    void whoWasNotAskedIsSaid() {
        var question = day(train("X1", 10), train("X2", 0), train("X3", 10));
        assertThat(DayMarshalling.unasked(question, List.of(made("X1", 10)))).hasValueSatisfying(f -> {
            assertThat(f.value()).isEqualTo("1 of 3 trains");
            assertThat(f.maybe()).contains("X3");
            assertThat(f.stops()).isFalse();
        });
        assertThat(DayMarshalling.unasked(question, List.of(made("X1", 10), made("X3", 10))))
                .isEmpty();
    }
}
