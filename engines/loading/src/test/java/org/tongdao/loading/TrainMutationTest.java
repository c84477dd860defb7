package org.tongdao.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** Sound trains, spoilt one fault at a time; and what holds for every train of the family. */
class TrainMutationTest {

    private static final TrainRules RULES = TrainRules.STANDARD;

    private record Made(List<TrainBox> offered, TrainPlan plan) {

        List<String> rules(List<List<TrainBox>> wagons) {
            return rules(wagons, plan.consist().leftOut(), plan.consist().rules());
        }

        List<String> rules(List<List<TrainBox>> wagons, List<Consist.LeftOut> left, TrainRules by) {
            return TrainChecker.check(new Consist(by, wagons, left), offered).stream()
                    .filter(Finding::stops)
                    .map(Finding::rule)
                    .distinct()
                    .toList();
        }

        List<List<TrainBox>> wagons() {
            return new ArrayList<>(plan.consist().wagons());
        }
    }

    private static List<Made> made() {
        var all = new ArrayList<Made>();
        for (long seed = 1; seed <= 4; seed++) {
            var boxes = TrainYard.USUAL.boxes(seed);
            var plan = TrainPlanner.plan(RULES, boxes, List.of("D02"), TrainPlanner.Effort.USUAL);
            all.add(new Made(boxes, plan));
        }
        return all;
    }

    @Test
    void beforeAnythingIsSpoiltThereIsNothingToSay() {
        assertThat(made()).allSatisfy(m -> assertThat(m.rules(m.wagons())).isEmpty());
    }

    @Test
    void aContainerTwiceAndAContainerLostAreSeen() {
        for (var m : made()) {
            var twice = m.wagons();
            twice.add(twice.get(twice.size() - 1));
            assertThat(m.rules(twice)).contains("TRAIN-BOX");
            var lost = m.wagons();
            lost.remove(0);
            assertThat(m.rules(lost)).containsExactly("TRAIN-BOX-LOST");
        }
    }

    @Test
    void aContainerWhoseMassWasChangedIsNotTheOneThatWasOffered() {
        for (var m : made()) {
            var wagons = m.wagons();
            var box = wagons.get(0).get(0);
            var lighter = new TrainBox(box.no(), box.type(), box.grossG() - 1, box.route(), box.worth());
            var changed = new ArrayList<>(wagons.get(0));
            changed.set(0, lighter);
            wagons.set(0, changed);
            assertThat(m.rules(wagons)).contains("TRAIN-BOX");
        }
    }

    @Test
    void routesThatDoNotStandTogetherAreSeen() {
        for (var m : made()) {
            var wagons = m.wagons();
            assertThat(wagons.get(0).get(0).route())
                    .isNotEqualTo(wagons.get(wagons.size() - 1).get(0).route());
            Collections.rotate(wagons, 1);
            assertThat(m.rules(wagons)).containsExactly("TRAIN-ORDER");
        }
    }

    @Test
    void aTrainAWagonOrAGramTooLargeIsSeen() {
        for (var m : made()) {
            var usual = RULES.limits();
            int wagons = m.wagons().size();
            long mass = m.plan().consist().boxesG();
            var left = m.plan().consist().leftOut();
            assertThat(m.rules(m.wagons(), left, RULES.with(limits(usual, mass, wagons), "exact")))
                    .isEmpty();
            assertThat(m.rules(m.wagons(), left, RULES.with(limits(usual, mass - 1, wagons), "less")))
                    .containsExactly("TRAIN-GROSS");
            assertThat(m.rules(m.wagons(), left, RULES.with(limits(usual, mass, wagons - 1), "shorter")))
                    .containsExactly("TRAIN-LENGTH");
        }
    }

    private static TrainRules.Limits limits(TrainRules.Limits usual, long boxesG, int wagons) {
        return new TrainRules.Limits(
                usual.maxTwentyG(), usual.maxFortyG(), usual.maxPairG(), boxesG, wagons, usual.maxLengthMm());
    }

    @Test
    void pairsOfTwoRoutesOrTooUnequalMassesAreSeen() {
        var a = new TrainBox("A", "20GP", 10_000_000, "X");
        var b = new TrainBox("B", "20GP", 15_000_001, "X");
        var c = new TrainBox("C", "20GP", 10_000_000, "Y");
        var offered = List.of(a, b, c);
        var pair = new Made(offered, new TrainPlan(new Consist(RULES, List.of(), List.of()), 0, 0, 0));
        var leftC = List.of(new Consist.LeftOut(c, "TRAIN-LENGTH"));
        var leftB = List.of(new Consist.LeftOut(b, "TRAIN-LENGTH"));
        assertThat(pair.rules(List.of(List.of(a, b)), leftC, RULES)).containsExactly("TRAIN-PAIR-MASS");
        assertThat(pair.rules(List.of(List.of(a, c)), leftB, RULES)).contains("TRAIN-PAIR-ROUTE");
    }

    @Test
    void whatIsLeftOutAndWhatTravelsAreTogetherWhatWasOffered() {
        for (var m : made()) {
            long travels = m.wagons().stream().mapToLong(List::size).sum();
            assertThat(travels + m.plan().consist().leftOut().size())
                    .isEqualTo(m.offered().size());
            assertThat(m.plan().worth()).isLessThanOrEqualTo(m.plan().bound());
        }
    }

    @Test
    void equalYardsGiveEqualTrainsAndOtherSeedsOtherYards() {
        assertThat(TrainYard.USUAL.boxes(3)).isEqualTo(TrainYard.USUAL.boxes(3)).isNotEqualTo(TrainYard.USUAL.boxes(4));
        var boxes = TrainYard.USUAL.boxes(3);
        assertThat(TrainPlanner.plan(RULES, boxes).wagons())
                .isEqualTo(TrainPlanner.plan(RULES, boxes).wagons());
    }

    @Test
    void whatIsUnloadedFirstStandsAtTheEndOfTheTrain() {
        for (var m : made()) {
            var wagons = m.wagons();
            assertThat(wagons.get(wagons.size() - 1).get(0).route()).isEqualTo("D02");
        }
    }

    @Test
    void ofALargerYardTheTrainIsWorthAtLeastAsMuch() {
        for (long seed = 1; seed <= 4; seed++) {
            var boxes = TrainYard.USUAL.boxes(seed);
            var some = TrainPlanner.plan(RULES, boxes.subList(0, 60), List.of(), TrainPlanner.Effort.USUAL);
            var all = TrainPlanner.plan(RULES, boxes, List.of(), TrainPlanner.Effort.USUAL);
            assertThat(all.bound()).isGreaterThanOrEqualTo(some.worth());
            assertThat(all.worth()).isGreaterThanOrEqualTo(some.worth());
        }
    }
}
