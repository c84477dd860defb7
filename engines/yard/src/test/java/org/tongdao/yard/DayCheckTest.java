package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.terms.Finding;

/** A right plan that is spoilt in any way must be complained of. */
class DayCheckTest {

    private final DayQuestion question = Days.khorgos(1);
    private final List<DayStep> right =
            DayPlanner.plan(question, DayLimits.FIRST).steps();

    @Test
    void anyStepThatBeginsEarlierThanItCanIsFound() {
        var random = new SplittableRandom(1);
        for (int turn = 0; turn < 150; turn++) {
            int i = random.nextInt(right.size());
            var step = right.get(i);
            var spoilt = with(i, s -> at(s, step.ready().minusSeconds(60), step.end()));
            assertThat(rules(question, spoilt)).as("%s", step).isNotEmpty();
        }
    }

    @Test
    void aMissingOrDoubledStepIsFound() {
        for (int i = 0; i < right.size(); i += 7) {
            var missing = new ArrayList<>(right);
            missing.remove(i);
            assertThat(rules(question, missing)).contains("YARD-STEPS");
            var doubled = new ArrayList<>(right);
            doubled.add(right.get(i));
            assertThat(rules(question, doubled)).contains("YARD-STEPS");
        }
    }

    @Test
    void aStepThatIsTooShortIsFound() {
        for (int i = 0; i < right.size(); i += 5) {
            var spoilt = with(i, s -> at(s, s.begin(), s.end().minusSeconds(1)));
            assertThat(rules(question, spoilt)).contains("YARD-SHORT");
        }
    }

    @Test
    void twoTrainsOnOneUnitAreFound() {
        int seen = 0;
        for (int i = 0; i < right.size(); i++) {
            for (int j = 0; j < i; j++) {
                var a = right.get(i);
                var b = right.get(j);
                boolean meet = a.stage() == b.stage()
                        && a.stage() != YardStage.TRANSLOADING
                        && !a.trainId().equals(b.trainId())
                        && a.begin().isBefore(b.end())
                        && b.begin().isBefore(a.end());
                if (meet) {
                    seen++;
                    assertThat(rules(question, with(i, s -> on(s, b.unit(), s.second()))))
                            .contains("YARD-OVERLAP");
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
    }

    @Test
    void aUnitThatDoesNotExistOrDoesNotSuitIsFound() {
        int placing = indexOf(YardStage.PLACING);
        assertThat(rules(question, with(placing, s -> on(s, "T99", s.second()))))
                .contains("YARD-UNIT");
        assertThat(rules(question, with(placing, s -> on(s, s.unit(), "")))).contains("YARD-UNIT");
        assertThat(rules(question, with(indexOf(YardStage.TRANSLOADING), s -> on(s, "T6", s.second()))))
                .isNotEmpty();
        var narrow = new ArrayList<>(question.trains());
        var first = narrow.get(0);
        narrow.set(
                0,
                new DayTrain(
                        first.id(),
                        first.arrival(),
                        first.gaugeMm(),
                        first.onwardMm(),
                        2_000,
                        first.containers(),
                        first.heaviestKg(),
                        first.inspections(),
                        first.due(),
                        1));
        assertThat(rules(question.withTrains(narrow), right)).contains("YARD-SUITS");
    }

    @Test
    void closuresReservationsAndPinsThatAreNotKeptAreFound() {
        var step = right.get(indexOf(YardStage.CUSTOMS));
        var closure = YardClosure.of(YardResource.CUSTOMS_LANE, step.unit(), step.begin(), step.end(), "strike");
        assertThat(rules(question.withClosures(List.of(closure)), right)).contains("YARD-CLOSED");
        var reserved = new YardClosure(
                YardResource.CUSTOMS_LANE, step.unit(), step.begin(), step.end(), step.trainId(), "reserved");
        assertThat(rules(question.withClosures(List.of(reserved)), right)).isEmpty();
        var others = new YardClosure(
                YardResource.CUSTOMS_LANE, step.unit(), step.begin(), step.end(), "somebody", "reserved");
        assertThat(rules(question.withClosures(List.of(others)), right)).contains("YARD-CLOSED");
        var pin = new DayPin(step.trainId(), step.stage(), "", step.begin().plusSeconds(1));
        assertThat(rules(question.withPins(List.of(pin)), right)).contains("YARD-PIN");
    }

    @Test
    void factsThatWereChangedAndStrangersAreFound() {
        var told = right.get(0);
        var fact = at(told, told.begin(), told.end().plusSeconds(600));
        var known = new DayQuestion(
                question.layout(),
                question.trains(),
                question.rules(),
                question.now(),
                List.of(),
                List.of(),
                List.of(fact),
                List.of(),
                DayKeep.TIMES);
        assertThat(rules(known, right)).contains("YARD-FACT");
        var few = question.withTrains(
                question.trains().subList(1, question.trains().size()));
        assertThat(rules(few, right)).contains("YARD-TRAIN");
    }

    @Test
    void aBoxThatIsOpenedWhileItStillStandsOnItsWagonIsFound() {
        int seen = 0;
        for (int i = 0; i < right.size(); i++) {
            var step = right.get(i);
            if (step.stage() == YardStage.INSPECTION) {
                seen++;
                var before = right.stream()
                        .filter(s -> s.is(step.trainId(), YardStage.TRANSLOADING, 0))
                        .findFirst()
                        .orElseThrow();
                assertThat(rules(
                                question,
                                with(
                                        i,
                                        s -> at(
                                                s,
                                                before.begin(),
                                                before.begin().plusSeconds(20_000)))))
                        .contains("YARD-BOX");
            }
        }
        assertThat(seen).isGreaterThan(5);
    }

    private int indexOf(YardStage stage) {
        for (int i = 0; i < right.size(); i++) {
            if (right.get(i).stage() == stage) {
                return i;
            }
        }
        throw new IllegalStateException("no " + stage);
    }

    private List<DayStep> with(int i, UnaryOperator<DayStep> change) {
        var spoilt = new ArrayList<>(right);
        spoilt.set(i, change.apply(spoilt.get(i)));
        return spoilt;
    }

    private static DayStep at(DayStep s, Instant begin, Instant end) {
        return new DayStep(s.trainId(), s.stage(), s.part(), s.unit(), s.second(), s.ready(), begin, end, s.fixed());
    }

    private static DayStep on(DayStep s, String unit, String second) {
        return new DayStep(s.trainId(), s.stage(), s.part(), unit, second, s.ready(), s.begin(), s.end(), s.fixed());
    }

    private static List<String> rules(DayQuestion question, List<DayStep> steps) {
        return DayCheck.check(question, steps).stream().map(Finding::rule).toList();
    }
}
