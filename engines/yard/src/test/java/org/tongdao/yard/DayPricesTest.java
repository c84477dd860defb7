package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayPricesTest {

    private static final YardLayout DOSTYK = Days.layout("dostyk");

    /** Trains at once, each with so many boxes to be opened. */
    private static DayQuestion crowd(int trains, int boxes) {
        var all = new ArrayList<DayTrain>();
        for (int t = 0; t < trains; t++) {
            var inspections = new ArrayList<DayTrain.Inspection>();
            for (int box = 1; box <= boxes; box++) {
                inspections.add(new DayTrain.Inspection(box, false));
            }
            all.add(DayTrain.of("X" + t, Days.at(6, t), 40, Optional.empty()).withInspections(inspections));
        }
        return DayQuestion.of(DOSTYK, all, Days.FROM);
    }

    private static DayPlan.Figures figures(DayQuestion question, long rounds) {
        return DayPlanner.plan(question, DayLimits.rounds(rounds, 1)).figures();
    }

    @Test
    void aTrainAloneLeavesAtItsBound() {
        for (int boxes = 0; boxes <= 6; boxes++) {
            var figures = figures(crowd(1, boxes), 5);
            assertThat(figures.cost()).as("%d boxes", boxes).isEqualTo(figures.bound());
        }
    }

    @Test
    void boxesOfManyTrainsShareTheBaysInTheBound() {
        var question = crowd(8, 1);
        long simple = figures(question, 0).bound();
        var searched = figures(question, 60);
        assertThat(searched.bound()).isGreaterThan(simple + 4 * 3_600);
        assertThat(searched.gap()).isLessThan(0.1);
    }

    @Test
    void theBetterBoundIsNeverBelowTheSimpleOneNorAboveAnyPlan() {
        for (int seed = 11; seed <= 14; seed++) {
            for (var station : List.of("khorgos", "alashankou", "malaszewicze")) {
                var question = Days.day(station, 7, seed);
                long simple = figures(question, 0).bound();
                var searched = figures(question, 40);
                assertThat(searched.bound()).as("%s %d", station, seed).isBetween(simple, searched.cost());
            }
        }
    }

    @Test
    void windThatStopsEveryCraneIsInTheBound() {
        var calm = crowd(3, 0);
        var wind = YardClosure.of(YardResource.CRANE, "", Days.at(7, 0), Days.at(12, 0), "wind");
        long before = figures(calm, 20).bound();
        var windy = figures(calm.withClosures(List.of(wind)), 20);
        assertThat(windy.bound()).isGreaterThan(before + 3 * 3_600);
        assertThat(windy.cost()).isGreaterThanOrEqualTo(windy.bound());
    }

    @Test
    void aReservationLeavesTheBoundBelowThePlanOfTheTrainThatHoldsIt() {
        var calm = crowd(3, 0);
        var kept = new YardClosure(YardResource.CRANE, "", Days.at(0, 0), Days.at(23, 0), "X1", "reserved");
        var figures = figures(calm.withClosures(List.of(kept)), 20);
        assertThat(figures.bound()).isLessThanOrEqualTo(figures.cost());
    }

    @Test
    void boundsAreEqualForEqualQuestions() {
        assertThat(figures(crowd(6, 2), 20)).isEqualTo(figures(crowd(6, 2), 20));
    }
}
