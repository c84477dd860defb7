package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A train alone in the station is planned exactly as the bound reckons it. */
class DayAloneTest {

    private static DayQuestion alone(String station, int boxes, boolean whole, YardMode mode) {
        var inspections = new ArrayList<DayTrain.Inspection>();
        if (whole) {
            inspections.add(new DayTrain.Inspection(0, false));
        }
        for (int box = 1; box <= boxes; box++) {
            inspections.add(new DayTrain.Inspection(box, false));
        }
        var train = DayTrain.of("X1", Days.at(3, 0), 50, Optional.empty()).withInspections(inspections);
        return DayQuestion.of(Days.layout(station), List.of(train), Days.FROM).with(YardRules.of(mode));
    }

    @Test
    void whatIsReckonedIsWhatIsPlanned() {
        for (var station : List.of("khorgos", "alashankou", "malaszewicze")) {
            for (var mode : YardMode.values()) {
                for (int boxes : new int[] {0, 1, 4, 9}) {
                    var question = alone(station, boxes, boxes == 4, mode);
                    var plan = DayPlanner.plan(question, DayLimits.FIRST);
                    var model = new DayModel(question);
                    assertThat(Days.step(plan, "X1", YardStage.DEPARTURE).end().getEpochSecond())
                            .as("%s %s %d", station, mode, boxes)
                            .isEqualTo(new DayAlone(model).leaves(0));
                }
            }
        }
    }

    @Test
    void moreBoxesThanBaysTakeASecondTurn() {
        var few = new DayAlone(new DayModel(alone("khorgos", 5, false, YardMode.PARALLEL)));
        var many = new DayAlone(new DayModel(alone("khorgos", 6, false, YardMode.PARALLEL)));
        long opened =
                Math.round(60 * Days.layout("khorgos").times().inspection().mode());
        assertThat(many.leaves(0) - few.leaves(0)).isBetween(opened - 900, opened + 900);
    }

    @Test
    void fromTheEndOfAStepToTheDepartureTakesTheStepsBetween() {
        var model = new DayModel(alone("dostyk", 0, false, YardMode.PARALLEL));
        var alone = new DayAlone(model);
        for (var task : model.tasks) {
            assertThat(alone.holdsUp(task)).isTrue();
            assertThat(alone.end(task) + alone.tail(task)).isLessThanOrEqualTo(alone.leaves(0));
        }
        assertThat(alone.tail(model.tasks[model.departures[0]])).isZero();
    }

    @Test
    void aPulledBoxHoldsNobodyUp() {
        var question = alone("dostyk", 0, false, YardMode.PARALLEL);
        var pulled = question.withTrains(
                List.of(question.trains().get(0).withInspections(List.of(new DayTrain.Inspection(5, true)))));
        var model = new DayModel(pulled);
        var alone = new DayAlone(model);
        for (var task : model.tasks) {
            assertThat(alone.holdsUp(task)).isEqualTo(task.node.stage() != YardStage.INSPECTION);
        }
        assertThat(alone.leaves(0)).isEqualTo(new DayAlone(new DayModel(question)).leaves(0));
    }

    @Test
    void factsAreTakenAsTold() {
        var question = alone("dostyk", 0, false, YardMode.PARALLEL);
        var plan = DayPlanner.plan(question, DayLimits.FIRST);
        var later = question.after(plan.steps(), Days.at(4, 0));
        assertThat(new DayAlone(new DayModel(later)).leaves(0))
                .isEqualTo(new DayAlone(new DayModel(question)).leaves(0));
        var idle = new DayQuestion(
                question.layout(),
                question.trains(),
                question.rules(),
                Days.at(9, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                DayKeep.TIMES);
        assertThat(new DayAlone(new DayModel(idle)).leaves(0))
                .isEqualTo(new DayAlone(new DayModel(question)).leaves(0) + 6 * 3_600);
    }
}
