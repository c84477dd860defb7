package org.tongdao.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random stations under random traffic: whatever they look like, the independent checker finds nothing; and it does find what is broken on purpose. */
class PassageCheckerTest {

    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");

    @ParameterizedTest
    @EnumSource(YardMode.class)
    void noRandomStationBreaksARuleOrStandsStill(YardMode mode) {
        for (long seed = 1; seed <= 60; seed++) {
            var station = Layouts.random(seed);
            var trains = traffic(seed, 120);
            var run = run(station, mode, trains);
            assertThat(run.deadlock()).as("seed " + seed).isEmpty();
            assertThat(run.passages()).as("seed " + seed).hasSameSizeAs(trains);
            assertThat(PassageChecker.check(station, mode, run.passages()))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void withRoomForAllNoTrainIsSlowerInParallelThanInSerial() {
        for (long seed = 1; seed <= 30; seed++) {
            var roomy = Layouts.random(seed);
            for (var resource : YardResource.values()) {
                roomy = roomy.withUnits(resource, 500);
            }
            var trains = traffic(seed, 60);
            var serial = run(roomy, YardMode.SERIAL, trains).passages();
            var parallel = run(roomy, YardMode.PARALLEL, trains).passages();
            for (int n = 0; n < trains.size(); n++) {
                assertThat(parallel.get(n).dwell())
                        .isLessThanOrEqualTo(serial.get(n).dwell());
            }
        }
    }

    @Test
    void theCheckerSeesAUnitUsedTwice() {
        var station = Stations.of("alashankou").withUnits(YardResource.TRANSLOAD_TRACK, 1);
        var wide = Stations.of("alashankou");
        var passages = run(wide, YardMode.PARALLEL, traffic(3, 60)).passages();
        assertThat(PassageChecker.check(wide, YardMode.PARALLEL, passages)).isEmpty();
        assertThat(PassageChecker.check(station, YardMode.PARALLEL, passages))
                .anyMatch(breach -> breach.startsWith("TRANSLOAD_TRACK is used 2 times"));
    }

    @Test
    void theCheckerSeesAPlacingBeforeTheRelease() {
        var station = Stations.of("alashankou");
        var passages = run(station, YardMode.PARALLEL, traffic(3, 60)).passages();
        assertThat(PassageChecker.check(station, YardMode.SERIAL, passages))
                .anyMatch(breach -> breach.contains("before its release"));
    }

    @Test
    void theCheckerSeesStepsInTheWrongOrder() {
        var station = Stations.of("alashankou");
        var passage = run(station, YardMode.PARALLEL, traffic(3, 9)).passages().stream()
                .filter(p -> p.find(YardStage.TRANSLOADING).isPresent())
                .findFirst()
                .orElseThrow();
        var stages = new ArrayList<>(passage.stages());
        stages.replaceAll(s -> s.stage() == YardStage.TRANSLOADING
                ? new StageRecord(s.stage(), s.ready(), s.begin().minus(Duration.ofHours(3)), s.end(), s.unit())
                : s);
        var forged = new TrainPassage(
                passage.trainId(),
                passage.arrival(),
                passage.departure(),
                passage.inspected(),
                stages,
                passage.waited(),
                passage.operation());
        assertThat(PassageChecker.check(station, YardMode.PARALLEL, List.of(forged)))
                .anyMatch(breach -> breach.contains("begins TRANSLOADING before PLACING"))
                .anyMatch(breach -> breach.contains("runs backwards"));
    }

    private static YardRun run(YardStation station, YardMode mode, List<YardTrain> trains) {
        return YardSimulation.run(new YardQuestion(
                station, YardRules.of(mode), START, Duration.ZERO, Duration.ofDays(60), Background.NONE, trains, 1));
    }

    private static List<YardTrain> traffic(long seed, int count) {
        var dice = new SplittableRandom(seed);
        var trains = new ArrayList<YardTrain>();
        var at = START;
        for (int n = 0; n < count; n++) {
            at = at.plusSeconds(dice.nextInt(4 * 3600));
            trains.add(new YardTrain("T" + n, at, dice.nextInt(5) == 0 ? 0 : 10 + dice.nextInt(60)));
        }
        return trains;
    }
}
