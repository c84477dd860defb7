package org.tongdao.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.tongdao.dispatch.PlannedStep.Told;
import org.tongdao.dispatch.TrainHere.StepFact;
import org.tongdao.port.StationFile;
import org.tongdao.terms.Finding;
import org.tongdao.yard.DayLimits;
import org.tongdao.yard.YardPriority;
import org.tongdao.yard.YardResource;
import org.tongdao.yard.YardStage;
import org.tongdao.yard.YardStation;

class BoardPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final YardStation KHORGOS =
            StationFile.shipped().find("khorgos").orElseThrow();
    private static final YardStation DOSTYK =
            StationFile.shipped().find("dostyk").orElseThrow();

    @Test
    void aDayOfKhorgosIsPlannedWithoutConflictInWellUnderASecond() {
        var day = question(KHORGOS, day(26));
        BoardPlan.plan(day);
        long cpu = cpuMillis(() -> BoardPlan.plan(day));
        var steps = BoardPlan.plan(day);
        assertThat(PlanCheck.check(day, steps)).isEmpty();
        assertThat(steps).hasSize(26 * 8 + 3);
        assertThat(cpu).as("CPU milliseconds of a re-plan").isLessThan(300);
    }

    @Test
    void supervisionAndTheGaugeChangeGoOnSideBySideAndJoinBeforeWaybilling() {
        var steps = BoardPlan.plan(question(DOSTYK, List.of(train(1, 0, 50))));
        assertThat(step(steps, 1, YardStage.PLACING).begin())
                .isEqualTo(step(steps, 1, YardStage.CUSTOMS).begin());
        assertThat(step(steps, 1, YardStage.WAYBILLING).begin())
                .isEqualTo(step(steps, 1, YardStage.PULL_OUT).end())
                .isAfterOrEqualTo(step(steps, 1, YardStage.CUSTOMS).end());
    }

    @Test
    void factsStandAndWhatIsStillToComeFollowsFromThem() {
        var facts = new EnumMap<YardStage, StepFact>(YardStage.class);
        facts.put(YardStage.ARRIVAL_CHECK, fact(-120, -60));
        facts.put(YardStage.TRANSLOADING, new StepFact(Optional.of(at(-30)), Optional.empty()));
        var steps = BoardPlan.plan(question(DOSTYK, List.of(with(train(1, -120, 50), facts))));
        assertThat(step(steps, 1, YardStage.ARRIVAL_CHECK).told()).isEqualTo(Told.DONE);
        assertThat(step(steps, 1, YardStage.PLACING).told()).isEqualTo(Told.IMPLIED);
        assertThat(step(steps, 1, YardStage.TRANSLOADING).told()).isEqualTo(Told.BEGUN);
        assertThat(step(steps, 1, YardStage.CUSTOMS).begin()).isEqualTo(NOW);
        assertThat(step(steps, 1, YardStage.PULL_OUT).begin())
                .isEqualTo(step(steps, 1, YardStage.TRANSLOADING).end());
    }

    @Test
    void aPinnedStepStaysOnItsUnitWhateverElseChanges() {
        var question = question(DOSTYK, day(12));
        var pin = new Pin(3, YardStage.PLACING, 4, at(400));
        var pinned = new PlanQuestion(
                DOSTYK,
                NOW,
                question.trains(),
                List.of(pin),
                List.of(),
                YardPriority.ANNOUNCED,
                BoardPlan.plan(question));
        var steps = BoardPlan.plan(pinned);
        var step = step(steps, 3, YardStage.PLACING);
        assertThat(step.unit()).isEqualTo(4);
        assertThat(step.begin()).isAfterOrEqualTo(at(400));
        assertThat(step.pinned()).isTrue();
        assertThat(PlanCheck.check(pinned, steps)).isEmpty();
        var again = new PlanQuestion(
                DOSTYK,
                NOW.plusSeconds(60),
                late(question.trains(), 5),
                List.of(pin),
                List.of(),
                YardPriority.ANNOUNCED,
                steps);
        assertThat(step(BoardPlan.plan(again), 3, YardStage.PLACING).unit()).isEqualTo(4);
    }

    @Test
    void aLateTrainLeavesTheUnitsOfTheOthersAsTheyWere() {
        var question = question(DOSTYK, day(8));
        var before = BoardPlan.plan(question);
        var after = BoardPlan.plan(new PlanQuestion(
                DOSTYK, NOW, late(question.trains(), 8), List.of(), List.of(), YardPriority.ANNOUNCED, before));
        for (var step : before) {
            if (step.trainId() < 8) {
                assertThat(step(after, step.trainId(), step.stage()).unit()).isEqualTo(step.unit());
            }
        }
        assertThat(step(after, 8, YardStage.ARRIVAL_CHECK).begin())
                .isAfter(step(before, 8, YardStage.ARRIVAL_CHECK).begin());
    }

    @Test
    void windStopsTheLiftsAndOneBrokenCraneSetLeavesTheOthers() {
        var wind = closed(new Closure(YardResource.CRANE, 0, at(0), at(600), "wind"));
        assertThat(step(BoardPlan.plan(wind), 1, YardStage.TRANSLOADING).begin())
                .isEqualTo(at(600));
        assertThat(PlanCheck.check(wind, BoardPlan.plan(wind))).isEmpty();
        var broken = closed(new Closure(YardResource.CRANE, 1, at(0), at(600), "rope"));
        assertThat(step(BoardPlan.plan(broken), 1, YardStage.TRANSLOADING).begin())
                .isBefore(at(600));
        assertThat(step(BoardPlan.plan(broken), 1, YardStage.TRANSLOADING).second())
                .isNotEqualTo(1);
    }

    @Test
    void aSearchedPlanIsKeptToByTheOrderOfItsTrains() {
        var station = StationFile.shipped().find("alashankou").orElseThrow();
        var crowd = java.util.stream.LongStream.rangeClosed(1, 12)
                .mapToObj(n -> train(n, (int) (13 * (n * 5 % 13)), (int) (20 + n * 17 % 40)))
                .toList();
        var question = question(station, crowd);
        var searched = BoardPlan.plan(question, DayLimits.rounds(300, 1));
        assertThat(PlanCheck.check(question, searched)).isEmpty();
        assertThat(late(searched, question)).isLessThan(late(BoardPlan.plan(question), question));
        var kept = new PlanQuestion(
                station, NOW, question.trains(), List.of(), List.of(), YardPriority.ANNOUNCED, searched);
        var shown = BoardPlan.plan(kept);
        assertThat(PlanCheck.check(kept, shown)).isEmpty();
        assertThat(late(shown, question)).isLessThanOrEqualTo(late(searched, question));
    }

    private static long late(List<PlannedStep> steps, PlanQuestion question) {
        return steps.stream()
                .filter(s -> s.stage() == YardStage.DEPARTURE)
                .mapToLong(s -> Math.max(0, Critical.late(s, question.trains()).toSeconds()))
                .sum();
    }

    @Test
    void theCriticalPathLeadsBackFromTheWorstDepartureToAnArrival() {
        var question = question(DOSTYK, day(10));
        var steps = BoardPlan.plan(question);
        var path = Critical.path(steps, question.trains());
        assertThat(path).extracting(PlannedStep::stage).contains(YardStage.ARRIVAL_CHECK, YardStage.DEPARTURE);
        assertThat(path.size()).isLessThan(steps.size());
    }

    @Test
    void theCheckerSeesEachWayInWhichAPlanCanBeWrong() {
        var question = closed(new Closure(YardResource.CUSTOMS_LANE, 6, at(0), at(2000), "training"));
        var good = BoardPlan.plan(question);
        assertThat(PlanCheck.check(question, good)).isEmpty();
        assertThat(rules(question, bend(good, YardStage.PLACING, s -> at(s, s.unit(), at(-60)))))
                .contains("YARD-PAST", "YARD-ORDER");
        assertThat(rules(question, bend(good, YardStage.CUSTOMS, s -> at(s, 6, s.begin()))))
                .contains("YARD-CLOSED");
        assertThat(rules(question, bend(good, YardStage.PLACING, s -> at(s, 99, s.begin()))))
                .contains("YARD-UNIT");
        int track = step(good, 2, YardStage.PLACING).unit();
        assertThat(rules(
                        question,
                        bend(
                                good,
                                YardStage.PLACING,
                                s -> at(
                                        s,
                                        track,
                                        step(good, 2, YardStage.PLACING).begin()))))
                .contains("YARD-OVERLAP");
        var told = with(question.trains().get(0), Map.of(YardStage.ARRIVAL_CHECK, fact(0, 40)));
        var facts = new PlanQuestion(
                DOSTYK,
                NOW,
                List.of(told, question.trains().get(1)),
                List.of(),
                question.closures(),
                YardPriority.ANNOUNCED,
                List.of());
        assertThat(rules(facts, good)).contains("YARD-FACT");
    }

    private static PlanQuestion closed(Closure closure) {
        return new PlanQuestion(
                DOSTYK,
                NOW,
                List.of(train(1, 0, 50), train(2, 10, 50)),
                List.of(),
                List.of(closure),
                YardPriority.ANNOUNCED,
                List.of());
    }

    private static List<PlannedStep> bend(List<PlannedStep> steps, YardStage stage, UnaryOperator<PlannedStep> how) {
        return steps.stream()
                .map(s -> s.trainId() == 1 && s.stage() == stage ? how.apply(s) : s)
                .toList();
    }

    private static PlannedStep at(PlannedStep s, int unit, Instant begin) {
        return new PlannedStep(
                s.trainId(),
                s.trainNo(),
                s.stage(),
                s.resource(),
                unit,
                s.second(),
                s.ready(),
                begin,
                begin.plus(Duration.between(s.begin(), s.end())),
                false,
                s.told());
    }

    private static List<String> rules(PlanQuestion question, List<PlannedStep> steps) {
        return PlanCheck.check(question, steps).stream().map(Finding::rule).toList();
    }

    private static List<TrainHere> late(List<TrainHere> trains, long id) {
        return trains.stream()
                .map(t -> t.id() == id
                        ? new TrainHere(
                                t.id(),
                                t.no(),
                                t.fromNode(),
                                t.arrival().plusSeconds(7200),
                                t.containers(),
                                t.inspected(),
                                t.slot(),
                                t.facts())
                        : t)
                .toList();
    }

    private static List<TrainHere> day(int count) {
        var trains = new ArrayList<TrainHere>();
        for (int n = 1; n <= count; n++) {
            var t = train(n, (n - 1) * 1440 / count, 55);
            trains.add(
                    n % 8 == 0
                            ? new TrainHere(t.id(), t.no(), t.fromNode(), t.arrival(), 55, true, t.slot(), t.facts())
                            : t);
        }
        return trains;
    }

    private static TrainHere train(long id, int minute, int containers) {
        return new TrainHere(
                id, "T" + (100 + id), "URC", at(minute), containers, false, Optional.of(at(minute + 240)), Map.of());
    }

    private static TrainHere with(TrainHere t, Map<YardStage, StepFact> facts) {
        return new TrainHere(t.id(), t.no(), t.fromNode(), t.arrival(), t.containers(), t.inspected(), t.slot(), facts);
    }

    private static StepFact fact(int begin, int end) {
        return new StepFact(Optional.of(at(begin)), Optional.of(at(end)));
    }

    private static Instant at(int minute) {
        return NOW.plusSeconds(60L * minute);
    }

    private static PlanQuestion question(YardStation station, List<TrainHere> trains) {
        return new PlanQuestion(station, NOW, trains, List.of(), List.of(), YardPriority.ANNOUNCED, List.of());
    }

    private static PlannedStep step(List<PlannedStep> steps, long train, YardStage stage) {
        return steps.stream()
                .filter(s -> s.trainId() == train && s.stage() == stage)
                .findFirst()
                .orElseThrow();
    }

    private static long cpuMillis(Runnable work) {
        var thread = ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadCpuTime();
        work.run();
        return (thread.getCurrentThreadCpuTime() - before) / 1_000_000;
    }
}
